#include "io/bytesource.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "io/file.h"
#include "sparring/error.h"

namespace sparring {

namespace {

constexpr size_t kBuffer = 1 << 17;
constexpr uint8_t kGzipMagic[2] = {0x1f, 0x8b};

}  // namespace

Message damagedHint() {
  return {QT_TRANSLATE_NOOP("core", "The file is damaged or its download broke off. Fetch or copy it again."), {}};
}

struct ByteSource::Impl {
  explicit Impl(const std::filesystem::path& path) : path(path), file(path) {
    if (file.size() == 0) throw Error({QT_TRANSLATE_NOOP("core", "%1 is empty."), {path.string()}}, damagedHint());
  }
  ~Impl() {
    if (packed) inflateEnd(&stream);
  }

  bool refill();
  void startInflating();
  size_t readPacked(uint8_t* out, size_t wanted);
  void endMember();

  std::filesystem::path path;
  InputFile file;
  bool packed = false;
  bool ended = false;  // gzip only: the last member's trailer was right and nothing follows
  z_stream stream{};
  std::array<uint8_t, kBuffer> buffer;
};

/// Makes packed bytes available to inflate. False at the end of the file.
bool ByteSource::Impl::refill() {
  if (stream.avail_in > 0) return true;
  stream.next_in = buffer.data();
  stream.avail_in = static_cast<uInt>(file.read(buffer.data(), buffer.size()));
  return stream.avail_in > 0;
}

void ByteSource::Impl::startInflating() {
  constexpr int kGzipOnly = 16 + MAX_WBITS;
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) throw std::bad_alloc();
  packed = true;
}

/// gzip allows several members in one file; anything else after the first is not ours to skip silently.
void ByteSource::Impl::endMember() {
  if (!refill()) {
    ended = true;
    return;
  }
  if (stream.next_in[0] != kGzipMagic[0]) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 has bytes after the end of its gzip data that do not belong there."),
                 {path.string()}},
                damagedHint());
  }
  inflateReset(&stream);
}

size_t ByteSource::Impl::readPacked(uint8_t* out, size_t wanted) {
  size_t got = 0;
  while (got < wanted && !ended) {
    if (!refill()) {
      throw Error({QT_TRANSLATE_NOOP("core", "%1 is cut short: its gzip data ends too early."), {path.string()}},
                  damagedHint());
    }
    const auto room = static_cast<uInt>(std::min<size_t>(wanted - got, 1u << 30));
    stream.next_out = out + got;
    stream.avail_out = room;
    const int result = inflate(&stream, Z_NO_FLUSH);
    got += room - stream.avail_out;
    if (result == Z_STREAM_END) {
      endMember();
    } else if (result == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      throw Error({QT_TRANSLATE_NOOP("core", "%1 holds corrupt gzip data (%2)."),
                   {path.string(), stream.msg ? stream.msg : "unknown fault"}},
                  damagedHint());
    }
  }
  return got;
}

ByteSource::ByteSource(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {
  uint8_t magic[2] = {};
  const size_t got = impl_->file.read(magic, sizeof magic);
  impl_->file.seek(0);
  if (got == sizeof magic && std::memcmp(magic, kGzipMagic, sizeof magic) == 0) impl_->startInflating();
}

ByteSource::~ByteSource() = default;

bool ByteSource::packed() const { return impl_->packed; }

int64_t ByteSource::fileSize() const { return impl_->file.size(); }

size_t ByteSource::read(void* out, size_t size) {
  return impl_->packed ? impl_->readPacked(static_cast<uint8_t*>(out), size) : impl_->file.read(out, size);
}

}  // namespace sparring
