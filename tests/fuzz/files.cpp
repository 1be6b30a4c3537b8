// Files of data and of weights.
#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "checks.h"
#include "data/gunzip.h"
#include "io/bytesource.h"
#include "io/idx.h"
#include "io/png.h"
#include "io/safetensors.h"
#include "sparring/pictures.h"
#include "sparring/reading.h"
#include "targets.h"

namespace sparring::fuzz {

namespace {

std::string packed(std::string_view bytes) {
  constexpr int kGzip = 16 + 9, kLeastMemory = 1;  // small buffers: they are set up for every input
  z_stream stream{};
  require(deflateInit2(&stream, 1, Z_DEFLATED, kGzip, kLeastMemory, Z_DEFAULT_STRATEGY) == Z_OK, "no deflate");
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  require(result == Z_STREAM_END, "deflate did not end");
  return out;
}

// ---- IDX

void feedIdx(std::string_view bytes) {
  const auto path = given(bytes);
  const auto rank = taken([&] { return idxRank(path); });
  require(!rank || (*rank >= 1 && *rank <= 4), "a rank that no data set has");
  for (const int wanted : {1, 3, 4}) {
    const auto array = taken([&] { return readIdx(path, wanted); });
    if (!array) continue;
    require(rank == wanted, "read with another rank than the file speaks of");
    int64_t size = 1;
    for (const int64_t dim : array->dims) size *= dim;
    require(size > 0 && size == static_cast<int64_t>(array->bytes.size()), "dimensions and bytes do not agree");
    const auto copy = scratch() / "copy";
    writeIdx(copy, array->dims, array->bytes.data());
    const IdxArray again = readIdx(copy, wanted);
    require(again.dims == array->dims && again.bytes == array->bytes, "written and read again it is another");
    const std::string raw = readFile(copy);
    require(idxSha256(*array) == sha256(raw.data(), raw.size()), "the hash is not that of the raw file");
  }
}

std::string idxFile(const std::vector<int64_t>& dims) {
  int64_t size = 1;
  for (const int64_t dim : dims) size *= dim;
  std::string body(static_cast<size_t>(size), '\0');
  for (size_t i = 0; i < body.size(); ++i) body[i] = static_cast<char>(i % 10);
  const auto path = scratch() / "seed";
  writeIdx(path, dims, reinterpret_cast<const uint8_t*>(body.data()));
  return readFile(path);
}

// ---- gzip

constexpr size_t kMostUnpacked = 1 << 16;

std::string unpacked(const std::filesystem::path& path, size_t piece) {
  ByteSource source(path);
  std::string all;
  while (all.size() < kMostUnpacked) {
    const size_t wanted = std::min(piece, kMostUnpacked - all.size()), before = all.size();
    all.resize(before + wanted);
    const size_t got = source.read(all.data() + before, wanted);
    all.resize(before + got);
    if (got < wanted) break;
  }
  return all;
}

// Whatever is packed, in one member or in several, is read back; what is cut or goes on is refused.
void packAndUnpack(std::string_view bytes) {
  const size_t first = bytes.size() / 3, second = bytes.size() / 2;
  const std::string a = packed(bytes.substr(0, first)), b = packed(bytes.substr(first, second - first)),
                    c = packed(bytes.substr(second));
  const std::string whole = a + b + c;
  require(unpacked(given(whole), kMostUnpacked) == bytes, "three members are not read as one");
  require(!taken([&] { return unpacked(given(whole + "?"), kMostUnpacked); }), "bytes after the end are passed over");
  const size_t cut = 2 + (bytes.empty() ? 0 : static_cast<unsigned char>(bytes.back())) % (whole.size() - 2);
  const auto part = taken([&] { return unpacked(given(std::string_view(whole).substr(0, cut)), kMostUnpacked); });
  const bool between = cut == a.size() || cut == a.size() + b.size();
  require(part.has_value() == between, "a cut within a member is not noticed");
  require(!part || *part == bytes.substr(0, cut == a.size() ? first : second), "the members before a cut are others");
}

void feedGzip(std::string_view bytes) {
  const auto path = given(bytes);
  const auto whole = taken([&] { return unpacked(path, kMostUnpacked); });
  // whether more than is looked at ends well, shows sooner in pieces
  if (!whole || whole->size() < kMostUnpacked)
    require(taken([&] { return unpacked(path, 37); }) == whole, "in pieces it is another");
  if (whole && whole->size() < kMostUnpacked) {
    const auto size = static_cast<int64_t>(whole->size());
    require(taken([&] { return gunzip(path, size); }) == whole, "with its size it is another");
    require(!taken([&] { return gunzip(path, size + 1); }), "it is taken though too short");
    require(size == 0 || !taken([&] { return gunzip(path, size - 1); }), "it is taken though too long");
  }
  if (bytes.size() <= 256) packAndUnpack(bytes);
}

// ---- safetensors

bool alike(const TensorFile& a, const TensorFile& b) {
  return std::equal(a.tensors.begin(), a.tensors.end(), b.tensors.begin(), b.tensors.end(), [](auto& x, auto& y) {
    const auto &one = x.second, &other = y.second;
    return x.first == y.first && one.shape == other.shape && one.data.size() == other.data.size() &&
           (one.data.empty() ||
            std::memcmp(one.data.data(), other.data.data(), one.data.size() * sizeof(float)) == 0);  // NaN too
  });
}

void feedSafetensors(std::string_view bytes) {
  const auto path = given(bytes);
  auto file = taken([&] { return readSafetensors(path); });
  if (!file) return;
  std::vector<TensorView> views;
  for (const auto& [name, tensor] : file->tensors) {
    int64_t count = 1;
    for (const int64_t size : tensor.shape) count *= size;
    require(count == static_cast<int64_t>(tensor.data.size()), "shape and values do not agree");
    views.push_back({name, tensor.shape, tensor.data.data()});
  }
  const auto copy = scratch() / "copy";
  writeSafetensors(copy, views, file->metadata);
  TensorFile again = readSafetensors(copy);
  require(alike(*file, again), "written and read again the tensors are others");
  again.metadata.erase("sha256");  // the writer adds it
  file->metadata.erase("sha256");
  require(file->metadata == again.metadata, "written and read again the notes are others");
}

std::string safetensorsFile() {
  const float values[] = {0, 1, -2.5f, 3e38f, 0.25f, 7};
  const auto path = scratch() / "seed";
  writeSafetensors(path,
                   {{"classifier.fc1.weight", {2, 3}, values}, {"classifier.fc1.bias", {2}, values + 1}, {"none", {0}}},
                   {{"step", "12"}, {"kind", "checkpoint"}});
  return readFile(path);
}

// Without a hash a change of the data is no fault.
std::string bareSafetensors() {
  const std::string header =
      R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[],"data_offsets":[8,12]}})";
  const uint64_t length = header.size();
  return std::string(reinterpret_cast<const char*>(&length), 8) + header + std::string(12, '\x3f');
}

// ---- PNG

void feedPng(std::string_view bytes) {
  const auto picture = taken([&] { return decodePng(bytes, "a.png"); });
  if (!picture) return;
  require(picture->channels == 1 || picture->channels == 3, "neither grey nor colour");
  require(picture->pixels.size() == size_t(picture->width) * size_t(picture->height) * size_t(picture->channels),
          "size and pixels do not agree");
}

// ---- pictures that people bring

void feedPictureFile(std::string_view bytes) {
  const auto picture = taken([&] { return readPicture(given(bytes)); });
  if (!picture) return;
  require(picture->width > 0 && picture->height > 0 && picture->width <= kMostPictureSide &&
              picture->height <= kMostPictureSide,
          "a size that is none");
  require(int64_t(picture->width) * picture->height * picture->channels == static_cast<int64_t>(picture->pixels.size()),
          "size and pixels do not agree");
  const auto digit = taken([&] { return fitted(*picture, {}); });
  require(!digit || digit->count() == 1, "not one image");
}

std::string pngFile(int channels) {
  Picture picture{12, 9, channels, std::vector<uint8_t>(static_cast<size_t>(12 * 9 * channels))};
  for (size_t i = 0; i < picture.pixels.size(); ++i) picture.pixels[i] = static_cast<uint8_t>(37 * i);
  const auto path = scratch() / "seed.png";
  writePng(path, picture);
  return readFile(path);
}

std::string bmpFile() {
  std::string bytes("BM\x4e\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\2\0\0\0\3\0\0\0\1\0\x18\0", 30);
  bytes += std::string(24, '\0');
  for (int i = 0; i < 24; ++i) bytes += static_cast<char>(11 * i);
  return bytes;
}

}  // namespace

Target pictureFilesTarget() {
  return {
      "picturefiles", feedPictureFile, {pngFile(1), pngFile(3), bmpFile()}, {"IHDR", "IDAT", "PLTE", "tRNS", "BM"}};
}

Target idxTarget() {
  const std::string labels = idxFile({20}), images = idxFile({3, 4, 5}), coloured = idxFile({2, 2, 2, 3});
  return {"idx",
          feedIdx,
          {labels, images, coloured, packed(labels), packed(images), packed(coloured)},
          {std::string("\x00\x00\x08\x03", 4), std::string("\x00\x00\x08\x01", 4), std::string("\x00\x00\x00\x01", 4)}};
}

Target gzipTarget() {
  const std::string text = "Some text, some text, some text and some other text.";
  return {"gzip",
          feedGzip,
          {packed(text), packed(text) + packed("more"), packed(std::string(2000, 'x')), packed(""), text},
          {std::string("\x1f\x8b\x08\x00", 4)}};
}

Target safetensorsTarget() {
  return {"safetensors",
          feedSafetensors,
          {safetensorsFile(), bareSafetensors()},
          {"\"dtype\"", "\"F32\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\"", "\"sha256\"", "[0,0]", "[]"}};
}

Target pngTarget() { return {"png", feedPng, {pngFile(1), pngFile(3)}, {"IHDR", "IDAT", "IEND"}}; }

}  // namespace sparring::fuzz
