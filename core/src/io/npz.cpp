#include "io/npz.h"

#include <archive.h>
#include <archive_entry.h>

#include <functional>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string_view>

#include "io/file.h"
#include "sparring/error.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

constexpr size_t kHeaderAlignment = 64;  // of the data in a .npy file, so that NumPy can map it

/// The part of a .npy file (format 1.0) before its data.
std::string npyHeader(const NpyArray& array) {
  std::string shape;
  for (const int64_t size : array.shape) shape += std::to_string(size) + ", ";
  if (array.shape.size() > 1) shape.resize(shape.size() - 2);  // (n,) keeps its comma, (n, m) ends without
  std::string dict = "{'descr': '" + array.dtype + "', 'fortran_order': False, 'shape': (" + shape + "), }";
  const size_t fixed = 10;  // magic, version, length
  const size_t total = (fixed + dict.size() + 1 + kHeaderAlignment - 1) / kHeaderAlignment * kHeaderAlignment;
  dict.resize(total - fixed - 1, ' ');
  dict += '\n';
  std::string header("\x93NUMPY\x01\x00", 8);
  header += static_cast<char>(dict.size() & 0xff);
  header += static_cast<char>(dict.size() >> 8);
  return header + dict;
}

size_t dataBytes(const NpyArray& array) {
  const size_t width = array.dtype == "|u1" ? 1 : array.dtype == "<f4" ? 4 : 0;
  if (width == 0) throw std::invalid_argument("no such dtype: " + array.dtype);
  return std::accumulate(array.shape.begin(), array.shape.end(), width, std::multiplies<>());
}

la_ssize_t appendTo(archive*, void* bytes, const void* data, size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

}  // namespace

void writeNpz(const fs::path& path, const std::vector<NpyArray>& arrays) {
  std::string bytes;
  const std::unique_ptr<archive, int (*)(archive*)> zip(archive_write_new(), archive_write_free);
  const auto check = [&](la_ssize_t result) {
    if (result >= ARCHIVE_OK) return;
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be packed: %2."),
                 {path.string(), archive_error_string(zip.get()) ? archive_error_string(zip.get()) : "libarchive"}},
                {QT_TRANSLATE_NOOP("core", "Try again with fewer images, or another format.")});
  };
  check(archive_write_set_format_zip(zip.get()));
  check(archive_write_zip_set_compression_store(zip.get()));
  check(archive_write_set_bytes_in_last_block(zip.get(), 1));  // no padding after the end
  check(archive_write_open(zip.get(), &bytes, nullptr, appendTo, nullptr));
  for (const NpyArray& array : arrays) {
    const std::string header = npyHeader(array);
    const size_t size = dataBytes(array);
    // No time is set: the same arrays give the same file.
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), (array.name + ".npy").c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(header.size() + size));
    check(archive_write_header(zip.get(), entry.get()));
    check(archive_write_data(zip.get(), header.data(), header.size()));
    if (size > 0) check(archive_write_data(zip.get(), array.data, size));
    check(archive_write_finish_entry(zip.get()));
  }
  check(archive_write_close(zip.get()));
  writeFile(path, bytes);
}

}  // namespace sparring
