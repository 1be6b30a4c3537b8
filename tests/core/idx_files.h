// IDX files made by hand, byte by byte, independent of the writer under test.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "sparring/error.h"

namespace sparring::test {

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline std::string idxBytes(uint32_t magic, const std::vector<uint32_t>& dims, const std::string& body) {
  std::string bytes;
  const auto append = [&bytes](uint32_t word) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(word >> shift & 0xff);
  };
  append(magic);
  for (uint32_t dim : dims) append(dim);
  return bytes + body;
}

/// Pixels that count upwards and labels 0, 1, … 9, 0, …
inline std::string imageFile(uint32_t count, uint32_t rows, uint32_t columns) {
  std::string body(size_t(count) * rows * columns, '\0');
  for (size_t i = 0; i < body.size(); ++i) body[i] = static_cast<char>(i % 251);
  return idxBytes(0x803, {count, rows, columns}, body);
}

inline std::string labelFile(uint32_t count) {
  std::string body(count, '\0');
  for (size_t i = 0; i < body.size(); ++i) body[i] = static_cast<char>(i % 10);
  return idxBytes(0x801, {count}, body);
}

inline std::string gzip(const std::string& bytes) {
  constexpr int kGzip = 16 + MAX_WBITS;
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline void put(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// The English text of the Error that `call` throws; "" where it throws none.
template <typename Call>
std::string errorText(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace sparring::test
