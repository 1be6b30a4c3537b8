#include "io/png.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "sparring/error.h"

namespace sparring {
namespace {

constexpr size_t kLargestPng = size_t(1) << 26;  // bytes of its pixels

constexpr size_t kMostPacked = 1032;  // bytes that deflate makes one of, at most

[[noreturn]] void throwNoPng(const std::filesystem::path& file) {
  throw Error({QT_TRANSLATE_NOOP("core", "%1 is no picture as a run keeps it."), {file.string()}},
              {QT_TRANSLATE_NOOP("core", "It may have been changed by another program: leave it out.")});
}

uint32_t numberIn(std::string_view bytes) {
  uint32_t value = 0;
  for (const char byte : bytes.substr(0, 4)) value = value << 8 | uint8_t(byte);
  return value;
}

uint8_t paeth(int left, int up, int corner) {
  const int p = left + up - corner;
  const int a = std::abs(p - left), b = std::abs(p - up), c = std::abs(p - corner);
  return uint8_t(a <= b && a <= c ? left : b <= c ? up : corner);
}

// A row in place, `above` being the one above it, both `size` bytes with `depth` a pixel. False: no such filter.
bool unfilter(int filter, uint8_t* row, const uint8_t* above, size_t size, size_t depth) {
  for (size_t x = 0; x < size; ++x) {
    const int left = x < depth ? 0 : row[x - depth], up = above[x], corner = x < depth ? 0 : above[x - depth];
    const int predicted[] = {0, left, up, (left + up) / 2, paeth(left, up, corner)};
    if (filter < 0 || filter > 4) return false;
    row[x] = uint8_t(row[x] + predicted[filter]);
  }
  return true;
}

}  // namespace

std::string pngNumber(size_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xff);
  return bytes;
}

std::string pngChunk(const std::string& type, const std::string& data) {
  const std::string body = type + data;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return pngNumber(data.size()) + body + pngNumber(sum);
}

Picture decodePng(std::string_view bytes, const std::filesystem::path& file) {
  if (!bytes.starts_with(kPngSignature)) throwNoPng(file);
  bytes.remove_prefix(kPngSignature.size());
  Picture picture;
  std::string packed;
  while (bytes.size() >= 12) {  // length, type, checksum
    const uint32_t size = numberIn(bytes);
    if (size > bytes.size() - 12) throwNoPng(file);
    const std::string_view type = bytes.substr(4, 4), data = bytes.substr(8, size);
    if (type == "IDAT") packed += data;
    if (type == "IHDR") {
      if (size != 13 || data[8] != 8 || (data[9] != 0 && data[9] != 2) || data[12] != 0) throwNoPng(file);
      picture.channels = data[9] == 0 ? 1 : 3;
      const uint32_t width = numberIn(data), height = numberIn(data.substr(4));
      if (width == 0 || height == 0 || width > kLargestPng || height > kLargestPng / width / 3) throwNoPng(file);
      picture.width = int(width);
      picture.height = int(height);
    }
    bytes.remove_prefix(12 + size);
  }
  const size_t depth = size_t(picture.channels), row = size_t(picture.width) * depth;
  const size_t unpacked = (row + 1) * size_t(picture.height);
  if (unpacked / kMostPacked > packed.size()) throwNoPng(file);  // before there is memory for what cannot be in it
  std::vector<uint8_t> raw(unpacked);
  uLongf got = raw.size();
  if (raw.empty() ||
      uncompress(raw.data(), &got, reinterpret_cast<const Bytef*>(packed.data()), packed.size()) != Z_OK ||
      got != raw.size())
    throwNoPng(file);
  picture.pixels.resize(row * size_t(picture.height));
  const std::vector<uint8_t> nothing(row);
  const uint8_t* above = nothing.data();
  for (int y = 0; y < picture.height; ++y) {
    const uint8_t* from = raw.data() + size_t(y) * (row + 1);
    uint8_t* to = picture.pixels.data() + size_t(y) * row;
    std::copy_n(from + 1, row, to);
    if (!unfilter(from[0], to, above, row, depth)) throwNoPng(file);
    above = to;
  }
  return picture;
}

}  // namespace sparring
