#include "io/idx.h"

#include <algorithm>
#include <cstdio>

#include "io/bytesource.h"
#include "io/file.h"
#include "sparring/error.h"

namespace sparring {

namespace {

constexpr uint32_t kUnsignedBytes = 0x00000800;  // the type's code; the rank stands in the lowest byte
constexpr int kMaxRank = 4;

// What a packed file may unpack to: twice the largest set in use (EMNIST by class), and no burden on a small machine.
constexpr int64_t kUnpackedLimit = int64_t(1) << 30;
// deflate cannot do better than 1032:1
constexpr int64_t kBestRatio = 1032;

uint32_t bigEndian(const uint8_t* at) {
  return uint32_t(at[0]) << 24 | uint32_t(at[1]) << 16 | uint32_t(at[2]) << 8 | at[3];
}

std::string hexWord(uint32_t word) {
  char text[11];
  std::snprintf(text, sizeof text, "0x%08x", word);
  return text;
}

std::string dimsText(const std::vector<int64_t>& dims) {
  std::string text;
  for (int64_t dim : dims) text += (text.empty() ? "" : " x ") + std::to_string(dim);
  return text;
}

/// What a file with the wrong first four bytes probably is.
Message guessByMagic(uint32_t magic) {
  const uint32_t type = magic & 0xffffff00;
  if (magic == (kUnsignedBytes | 1)) {
    return {QT_TRANSLATE_NOOP("core", "This is a file of labels where images are wanted. Are the names swapped?"), {}};
  }
  if (magic == (kUnsignedBytes | 3)) {
    return {QT_TRANSLATE_NOOP("core", "This is a file of images where labels are wanted. Are the names swapped?"), {}};
  }
  if (type == kUnsignedBytes) {
    return {QT_TRANSLATE_NOOP("core", "This is an IDX file with another number of dimensions (%1)."),
            {std::to_string(magic & 0xff)}};
  }
  if (type == 0x900 || (type >= 0xb00 && type <= 0xe00)) {
    return {QT_TRANSLATE_NOOP("core", "This is an IDX file of another number type; unsigned bytes are needed."), {}};
  }
  if ((magic & 0xffff) == 0 && (magic & 0x00ff0000) == 0x00080000) {
    return {QT_TRANSLATE_NOOP("core", "Its byte order is reversed. Save it again with big-endian numbers."), {}};
  }
  struct Known {
    uint32_t magic;
    const char* name;
  };
  constexpr Known kKnown[] = {{0x89504e47, "PNG"},       {0xffd8ffe0, "JPEG"}, {0x504b0304, "ZIP, NPZ"},
                              {0x934e554d, "NPY"},       {0x3c21444f, "HTML"}, {0x3c68746d, "HTML"},
                              {0x3c3f786d, "XML"},       {0xfd377a58, "XZ"},   {0x425a6839, "BZIP2"},
                              {0x28b52ffd, "ZSTANDARD"}, {0x25504446, "PDF"}};
  for (const Known& known : kKnown) {
    if (known.magic == magic) {
      return {
          QT_TRANSLATE_NOOP("core", "It looks like a file of type %1. Files in the IDX format of MNIST are needed."),
          {known.name}};
    }
  }
  return {QT_TRANSLATE_NOOP("core", "Files in the IDX format of MNIST are needed, raw or packed with gzip."), {}};
}

[[noreturn]] void failInHeader(const std::filesystem::path& path, size_t got, size_t header) {
  throw Error({QT_TRANSLATE_NOOP("core", "%1 is cut short: it ends after %2 of the %3 bytes of its header."),
               {path.string(), std::to_string(got), std::to_string(header)}},
              damagedHint());
}

uint32_t readMagic(ByteSource& source, const std::filesystem::path& path, size_t header) {
  uint8_t bytes[4];
  const size_t got = source.read(bytes, sizeof bytes);
  if (got < sizeof bytes) failInHeader(path, got, header);
  return bigEndian(bytes);
}

std::vector<int64_t> readDims(ByteSource& source, const std::filesystem::path& path, int rank) {
  const size_t header = 4 + 4 * static_cast<size_t>(rank);
  const uint32_t magic = readMagic(source, path, header);
  const uint32_t wanted = kUnsignedBytes | static_cast<uint32_t>(rank);
  if (magic != wanted) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 starts with the wrong magic number: %2 instead of %3."),
                 {path.string(), hexWord(magic), hexWord(wanted)}},
                guessByMagic(magic));
  }
  std::vector<uint8_t> bytes(header - 4);
  const size_t got = source.read(bytes.data(), bytes.size());
  if (got < bytes.size()) failInHeader(path, 4 + got, header);
  std::vector<int64_t> dims(static_cast<size_t>(rank));
  for (size_t i = 0; i < dims.size(); ++i) dims[i] = bigEndian(bytes.data() + 4 * i);
  return dims;
}

/// The number of bytes the dimensions promise. Throws Error where one is zero or no computer can hold their product.
int64_t promisedBytes(const std::vector<int64_t>& dims, const std::filesystem::path& path) {
  int64_t product = 1;
  for (int64_t dim : dims) {
    if (dim == 0) {
      throw Error({QT_TRANSLATE_NOOP("core", "%1 says that it holds nothing: its dimensions are %2."),
                   {path.string(), dimsText(dims)}},
                  damagedHint());
    }
    if (__builtin_mul_overflow(product, dim, &product)) {
      throw Error({QT_TRANSLATE_NOOP("core", "%1 promises %2 bytes, more than any computer can hold."),
                   {path.string(), dimsText(dims)}},
                  damagedHint());
    }
  }
  return product;
}

[[noreturn]] void failTooShort(const std::filesystem::path& path, const std::vector<int64_t>& dims, int64_t promised,
                               int64_t found) {
  throw Error({QT_TRANSLATE_NOOP("core", "%1 promises %2 = %3 bytes after its header, but only %4 are there."),
               {path.string(), dimsText(dims), std::to_string(promised), std::to_string(found)}},
              damagedHint());
}

[[noreturn]] void failTrailing(const std::filesystem::path& path, int64_t promised) {
  throw Error({QT_TRANSLATE_NOOP("core", "%1 goes on after the %2 bytes that its header promises."),
               {path.string(), std::to_string(promised)}},
              damagedHint());
}

std::vector<uint8_t> readRawBody(ByteSource& source, const std::filesystem::path& path,
                                 const std::vector<int64_t>& dims, int64_t promised) {
  const int64_t present = source.fileSize() - 4 - 4 * static_cast<int64_t>(dims.size());
  if (present < promised) failTooShort(path, dims, promised, present);
  if (present > promised) failTrailing(path, promised);
  std::vector<uint8_t> bytes(static_cast<size_t>(promised));
  const size_t got = source.read(bytes.data(), bytes.size());
  if (got < bytes.size()) failTooShort(path, dims, promised, static_cast<int64_t>(got));
  return bytes;
}

/// Grows with what really unpacks, so that a header that lies costs no memory.
std::vector<uint8_t> readPackedBody(ByteSource& source, const std::filesystem::path& path,
                                    const std::vector<int64_t>& dims, int64_t promised) {
  if (promised / kBestRatio > source.fileSize()) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 promises %2 = %3 bytes, more than its %4 packed bytes can unpack to."),
                 {path.string(), dimsText(dims), std::to_string(promised), std::to_string(source.fileSize())}},
                damagedHint());
  }
  if (promised > kUnpackedLimit) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 would unpack to %2 bytes, more than is read from a packed file."),
                 {path.string(), std::to_string(promised)}},
                {QT_TRANSLATE_NOOP("core", "If the file is right, unpack it with gunzip first."), {}});
  }
  constexpr int64_t kFirst = 1 << 20;
  std::vector<uint8_t> bytes;
  int64_t got = 0;
  while (got < promised) {
    const int64_t room = std::min(promised, std::max(kFirst, 2 * got));
    bytes.resize(static_cast<size_t>(room));
    got += static_cast<int64_t>(source.read(bytes.data() + got, static_cast<size_t>(room - got)));
    if (got < room) failTooShort(path, dims, promised, got);
  }
  uint8_t beyond;
  if (source.read(&beyond, 1) > 0) failTrailing(path, promised);
  return bytes;
}

std::string header(const std::vector<int64_t>& dims) {
  std::string bytes;
  const auto append = [&bytes](uint32_t word) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(word >> shift & 0xff);
  };
  append(kUnsignedBytes | static_cast<uint32_t>(dims.size()));
  for (int64_t dim : dims) append(static_cast<uint32_t>(dim));
  return bytes;
}

}  // namespace

IdxArray readIdx(const std::filesystem::path& path, int rank) {
  ByteSource source(path);
  IdxArray array;
  array.dims = readDims(source, path, rank);
  const int64_t promised = promisedBytes(array.dims, path);
  array.bytes = source.packed() ? readPackedBody(source, path, array.dims, promised)
                                : readRawBody(source, path, array.dims, promised);
  return array;
}

int idxRank(const std::filesystem::path& path) {
  ByteSource source(path);
  const uint32_t magic = readMagic(source, path, 8);
  const int rank = static_cast<int>(magic & 0xff);
  if ((magic & 0xffffff00) != kUnsignedBytes || rank < 1 || rank > kMaxRank) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 is not an IDX file: it starts with %2."), {path.string(), hexWord(magic)}},
        guessByMagic(magic));
  }
  return rank;
}

std::string idxSha256(const IdxArray& array) {
  const std::string head = header(array.dims);
  Sha256 sha;
  sha.add(head.data(), head.size());
  sha.add(array.bytes.data(), array.bytes.size());
  return sha.hex();
}

void writeIdx(const std::filesystem::path& path, const std::vector<int64_t>& dims, const uint8_t* bytes) {
  int64_t size = 1;
  for (int64_t dim : dims) size *= dim;
  std::string whole = header(dims);
  whole.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
  writeFile(path, whole);
}

}  // namespace sparring
