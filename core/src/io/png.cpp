#include "io/png.h"

#include <zlib.h>

namespace sparring {

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

}  // namespace sparring
