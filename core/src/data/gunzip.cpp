#include "data/gunzip.h"

#include "io/bytesource.h"
#include "sparring/error.h"

namespace sparring {

std::string gunzip(const std::filesystem::path& path, int64_t size) {
  ByteSource source(path);
  std::string bytes(static_cast<size_t>(size), '\0');
  const size_t got = source.read(bytes.data(), bytes.size());
  char beyond;
  if (got < bytes.size() || source.read(&beyond, 1) > 0) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 does not hold the %2 bytes it should."), {path.string(), std::to_string(size)}});
  }
  return bytes;
}

}  // namespace sparring
