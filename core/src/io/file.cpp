#include "io/file.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

#include "sparring/error.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kTemporaryPrefix = ".sparring-";
constexpr std::string_view kTemporarySuffix = ".tmp";

/// Closes an open file when it goes out of scope, unless it was closed before.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  /// Closes now and tells whether that worked: network file systems report a full disk only here.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

std::string reason(int error) { return std::generic_category().message(error); }

[[noreturn]] void throwReadError(const fs::path& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      throw Error({QT_TRANSLATE_NOOP("core", "There is no file %1."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Check the spelling of the path.")});
    case EACCES:
    case EPERM:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 may not be read: permission denied."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Change the permissions of the file and its folder, or copy it.")});
    case EISDIR:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 is a folder, not a file."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Name a file inside it.")});
    case ENODEV:  // a pipe, a device
    case ENXIO:   // a socket
      throw Error({QT_TRANSLATE_NOOP("core", "%1 is not a plain file."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Put the file itself there, or name another.")});
    default:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be read: %2."), {path.string(), reason(error)}},
                  {QT_TRANSLATE_NOOP("core", "Check the disk, or copy the file elsewhere and try again.")});
  }
}

[[noreturn]] void throwTooLarge(const fs::path& path, int64_t limit) {
  throw Error({QT_TRANSLATE_NOOP("core", "%1 is larger than the %2 bytes such a file may have."),
               {path.string(), std::to_string(limit)}},
              {QT_TRANSLATE_NOOP("core", "It is probably another kind of file. Check that you named the right one.")});
}

/// The path whose contents are to be replaced: links followed. Refuses what a rename must not replace: a device
/// (renaming over /dev/null as root would destroy it), a folder, a file its owner has made read-only.
fs::path replaceable(const fs::path& path) {
  std::error_code ec;
  const fs::file_status status = fs::status(path, ec);
  if (status.type() == fs::file_type::none) throwWriteError(path, ec.value());
  if (!fs::exists(status)) return path;
  if (fs::is_directory(status)) throwWriteError(path, EISDIR);
  if (!fs::is_regular_file(status)) throwWriteError(path, ENODEV);
  if (::access(path.c_str(), W_OK) != 0) throwWriteError(path, errno);
  if (!fs::is_symlink(fs::symlink_status(path, ec))) return path;
  const fs::path target = fs::canonical(path, ec);
  if (ec) throwWriteError(path, ec.value());
  return target;
}

/// A new, empty, hidden file in `folder`. Its name depends on the process and a counter; one left behind by a killed
/// process with the same id is stepped over.
std::pair<fs::path, int> openTemporary(const fs::path& folder, const fs::path& target) {
  static std::atomic<uint64_t> counter{0};
  while (true) {
    std::string name(kTemporaryPrefix);
    name += std::to_string(::getpid()) + "-" + std::to_string(counter++);
    name += kTemporarySuffix;
    const int fd = ::open((folder / name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0) return {folder / name, fd};
    if (errno != EEXIST && errno != EINTR) throwWriteError(target, errno);
  }
}

/// Makes a rename in `folder` last through a power cut. Not every file system can; the file is whole in any case, so a
/// failure is no error.
void syncFolder(const fs::path& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() >= 0) ::fsync(fd.get());
}

}  // namespace

void throwWriteError(const fs::path& path, int error) {
  switch (error) {
    case ENOTDIR:
    case EEXIST:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be written: a part of that path is a file, not a folder."),
                   {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Choose another place.")});
    case ENOENT:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be written: there is no folder %2."),
                   {path.string(), path.has_parent_path() ? path.parent_path().string() : "."}},
                  {QT_TRANSLATE_NOOP("core", "Create the folder or choose another place.")});
    case EACCES:
    case EPERM:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 may not be written: permission denied."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Choose a place that belongs to you, or change the permissions.")});
    case EROFS:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be written: the disk is read-only."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Choose a place on another disk.")});
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be written: the disk is full."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Free some space on that disk, or choose another place.")});
    case EISDIR:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be written: there is a folder of that name."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Choose another name.")});
    case ENODEV:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 is not a plain file and is not replaced."), {path.string()}},
                  {QT_TRANSLATE_NOOP("core", "Choose the name of a plain file.")});
    default:
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be written: %2."), {path.string(), reason(error)}},
                  {QT_TRANSLATE_NOOP("core", "Check the disk, or choose another place.")});
  }
}

InputFile::InputFile(const fs::path& path) : path_(path) {
  // without waiting: a pipe that nobody writes to would be waited for
  fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd_ < 0) throwReadError(path, errno);
  struct stat status = {};
  const int error = ::fstat(fd_, &status) != 0     ? errno
                    : S_ISDIR(status.st_mode)      ? EISDIR
                    : S_ISREG(status.st_mode) == 0 ? ENODEV
                                                   : 0;
  size_ = status.st_size;
  if (error == 0) return;
  ::close(fd_);
  throwReadError(path, error);
}

InputFile::~InputFile() { ::close(fd_); }

size_t InputFile::read(void* out, size_t size) {
  size_t got = 0;
  while (got < size) {
    const ssize_t n = ::read(fd_, static_cast<char*>(out) + got, size - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throwReadError(path_, errno);
    if (n == 0) break;
    got += static_cast<size_t>(n);
  }
  return got;
}

void InputFile::seek(int64_t offset) { ::lseek(fd_, offset, SEEK_SET); }

std::string readFile(const fs::path& path, int64_t limit) {
  InputFile file(path);
  if (file.size() > limit) throwTooLarge(path, limit);
  // Files may grow meanwhile, and those of /proc have no size: read to the end, but never past the limit.
  std::string bytes;
  for (size_t room = static_cast<size_t>(file.size()) + 1;; room = 1 << 16) {
    const size_t done = bytes.size();
    bytes.resize(done + room);
    const size_t got = file.read(bytes.data() + done, room);
    bytes.resize(done + got);
    if (static_cast<int64_t>(bytes.size()) > limit) throwTooLarge(path, limit);
    if (got < room) return bytes;
  }
}

void writeAll(int fd, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throwWriteError(path, errno);
    bytes.remove_prefix(n);
  }
}

void writeFile(const fs::path& path, std::string_view bytes, Durable durable) {
  const fs::path target = replaceable(path);
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const auto [temporary, fd] = openTemporary(folder, path);
  Descriptor file(fd);
  try {
    struct stat old = {};
    if (::stat(target.c_str(), &old) == 0) {
      // A replaced file keeps its permissions, where the file system has any.
      [[maybe_unused]] const int unsupported = ::fchmod(fd, old.st_mode & 07777);
    }
    writeAll(fd, bytes, path);
    if (durable == Durable::Yes && ::fsync(fd) != 0) throwWriteError(path, errno);
    if (!file.close()) throwWriteError(path, errno);
    if (::rename(temporary.c_str(), target.c_str()) != 0) throwWriteError(path, errno);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  if (durable == Durable::Yes) syncFolder(folder);
}

bool isFile(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

bool isTemporary(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(kTemporaryPrefix) && name.ends_with(kTemporarySuffix);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (!context_ || EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(context_), EVP_sha256(), nullptr) != 1) {
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_));
    throw std::bad_alloc();
  }
}

Sha256::~Sha256() { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_)); }

void Sha256::add(const void* data, size_t size) { EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_), data, size); }

std::string Sha256::hex() {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context_), digest, &size);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (unsigned int i = 0; i < size; ++i) {
    out += kDigits[digest[i] >> 4];
    out += kDigits[digest[i] & 15];
  }
  return out;
}

std::string sha256(const void* data, size_t size) {
  Sha256 hash;
  hash.add(data, size);
  return hash.hex();
}

}  // namespace sparring
