#include "io/safetensors.h"

#include <c10/util/Half.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "io/file.h"
#include "sparring/error.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

static_assert(std::endian::native == std::endian::little, "the data section is little-endian and copied as it is");

constexpr char kMetadata[] = "__metadata__";
constexpr char kHash[] = "sha256";
constexpr size_t kLengthBytes = 8;

/// Elements of a tensor; nothing where a dimension is negative or the bytes of the product would overflow.
std::optional<uint64_t> elementCount(const std::vector<int64_t>& shape) {
  uint64_t count = 1;
  for (const int64_t size : shape) {
    if (size < 0 || __builtin_mul_overflow(count, uint64_t(size), &count)) return {};
  }
  if (count > UINT64_MAX / sizeof(float)) return {};
  return count;
}

constexpr float kLargestHalf = 65504;

bool fitsHalf(const float* values, uint64_t count) {
  return std::all_of(values, values + count, [](float value) { return std::abs(value) <= kLargestHalf; });
}

std::string halves(const float* values, uint64_t count) {
  std::string bytes(count * sizeof(c10::Half), '\0');
  for (uint64_t i = 0; i < count; ++i) {
    const c10::Half half(values[i]);
    std::memcpy(bytes.data() + i * sizeof half, &half, sizeof half);
  }
  return bytes;
}

std::vector<float> floats(std::string_view bytes, bool half) {
  std::vector<float> values(bytes.size() / (half ? sizeof(c10::Half) : sizeof(float)));
  if (!half && !values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
  for (size_t i = 0; half && i < values.size(); ++i) {
    c10::Half one;
    std::memcpy(&one, bytes.data() + i * sizeof one, sizeof one);
    values[i] = one;
  }
  return values;
}

[[noreturn]] void damaged(Message cause) {
  throw Error(std::move(cause), {QT_TRANSLATE_NOOP("core",
                                                   "The file is damaged or not a file of weights. Use another "
                                                   "checkpoint, or copy the file again.")});
}

/// One tensor as the header describes it; offsets in bytes into the data section.
struct Entry {
  std::string name;
  std::vector<int64_t> shape;
  uint64_t begin = 0;
  uint64_t end = 0;
  bool half = false;
};

class Reader {
 public:
  explicit Reader(const fs::path& path) : path_(path.string()), bytes_(readFile(path)) {}

  TensorFile read() {
    splitSections();
    const json header = parseHeader();
    TensorFile file;
    std::vector<Entry> entries;
    for (const auto& [name, value] : header.items()) {
      if (name == kMetadata) {
        file.metadata = parseMetadata(value);
      } else {
        entries.push_back(parseEntry(name, value));
      }
    }
    checkCoverage(entries);
    checkHash(file.metadata);
    for (const Entry& entry : entries) {
      LoadedTensor& tensor = file.tensors[entry.name];
      tensor.shape = entry.shape;
      tensor.data = floats(data_.substr(entry.begin, entry.end - entry.begin), entry.half);
    }
    return file;
  }

 private:
  void splitSections() {
    if (bytes_.size() < kLengthBytes) {
      damaged({QT_TRANSLATE_NOOP("core", "%1 is cut short: it has %2 bytes."), {path_, std::to_string(bytes_.size())}});
    }
    uint64_t length = 0;
    std::memcpy(&length, bytes_.data(), kLengthBytes);
    if (length > bytes_.size() - kLengthBytes) {
      damaged({QT_TRANSLATE_NOOP("core", "%1 is cut short: its header should have %2 bytes, %3 are there."),
               {path_, std::to_string(length), std::to_string(bytes_.size() - kLengthBytes)}});
    }
    header_ = std::string_view(bytes_).substr(kLengthBytes, length);
    data_ = std::string_view(bytes_).substr(kLengthBytes + length);
  }

  json parseHeader() const {
    // A name that stands twice would silently win over the first: the parser's events show it, its result does not.
    std::set<std::string> names;
    bool twice = false;
    const auto watch = [&](int depth, json::parse_event_t event, json& parsed) {
      if (depth == 1 && event == json::parse_event_t::key) twice |= !names.insert(parsed.get<std::string>()).second;
      return true;
    };
    json header = json::parse(header_, watch, /*allow_exceptions=*/false);
    if (!header.is_object() || twice) {
      damaged({QT_TRANSLATE_NOOP("core", "%1 has no readable header."), {path_}});
    }
    return header;
  }

  std::map<std::string, std::string> parseMetadata(const json& value) const {
    std::map<std::string, std::string> metadata;
    const bool strings =
        value.is_object() && std::all_of(value.begin(), value.end(), [](const json& v) { return v.is_string(); });
    if (!strings) damaged({QT_TRANSLATE_NOOP("core", "%1 has notes (__metadata__) that are not texts."), {path_}});
    for (const auto& [key, text] : value.items()) metadata[key] = text.get<std::string>();
    return metadata;
  }

  Entry parseEntry(const std::string& name, const json& value) const {
    const auto unsignedNumbers = [&](const char* key) {
      return value.contains(key) && value[key].is_array() &&
             std::all_of(value[key].begin(), value[key].end(), [](const json& v) {
               return v.is_number_unsigned() && v.get<uint64_t>() <= uint64_t(INT64_MAX);
             });
    };
    if (!value.is_object() || !value.contains("dtype") || !value["dtype"].is_string() || !unsignedNumbers("shape") ||
        !unsignedNumbers("data_offsets") || value["data_offsets"].size() != 2) {
      damaged({QT_TRANSLATE_NOOP("core", "%1 does not describe the tensor %2 properly."), {path_, name}});
    }
    const std::string dtype = value["dtype"];
    const bool half = dtype == "F16";
    if (dtype != "F32" && !half) {
      throw Error({QT_TRANSLATE_NOOP("core", "%1 holds the tensor %2 as %3; only F32 and F16 can be read."),
                   {path_, name, dtype}},
                  {QT_TRANSLATE_NOOP("core", "Convert the weights to 32-bit floating point first.")});
    }
    Entry entry{name, value["shape"], value["data_offsets"][0], value["data_offsets"][1], half};
    const size_t size = half ? sizeof(c10::Half) : sizeof(float);
    const std::optional<uint64_t> count = elementCount(entry.shape);
    if (!count || entry.begin > entry.end || entry.end - entry.begin != *count * size) {
      damaged({QT_TRANSLATE_NOOP("core", "%1 gives the tensor %2 a shape that does not fit its data."), {path_, name}});
    }
    if (entry.end > data_.size()) {
      damaged({QT_TRANSLATE_NOOP("core", "%1 is cut short: the tensor %2 ends at byte %3 of the data, %4 are there."),
               {path_, name, std::to_string(entry.end), std::to_string(data_.size())}});
    }
    return entry;
  }

  /// The tensors must fill the data section without overlap and without gap, in whatever order.
  void checkCoverage(std::vector<Entry>& entries) const {
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
    uint64_t covered = 0;
    for (const Entry& entry : entries) {
      if (entry.begin < covered) {
        damaged({QT_TRANSLATE_NOOP("core", "%1: the tensor %2 overlaps another one."), {path_, entry.name}});
      }
      if (entry.begin > covered) {
        damaged({QT_TRANSLATE_NOOP("core", "%1: there is a gap before the tensor %2."), {path_, entry.name}});
      }
      covered = entry.end;
    }
    if (covered != data_.size()) {
      damaged({QT_TRANSLATE_NOOP("core", "%1 has %2 bytes that belong to no tensor."),
               {path_, std::to_string(data_.size() - covered)}});
    }
  }

  void checkHash(const std::map<std::string, std::string>& metadata) const {
    const auto hash = metadata.find(kHash);
    if (hash != metadata.end() && hash->second != sha256(data_.data(), data_.size())) {
      damaged({QT_TRANSLATE_NOOP("core", "%1 has changed since it was written: its SHA-256 does not match."), {path_}});
    }
  }

  std::string path_;
  std::string bytes_;
  std::string_view header_;
  std::string_view data_;
};

}  // namespace

void writeSafetensors(const fs::path& path, const std::vector<TensorView>& tensors,
                      const std::map<std::string, std::string>& metadata, Durable durable) {
  ordered_json entries = ordered_json::object();
  std::string data;
  for (const TensorView& tensor : tensors) {
    const std::optional<uint64_t> count = elementCount(tensor.shape);
    if (!count || tensor.name == kMetadata || entries.contains(tensor.name)) {
      throw std::invalid_argument("tensor " + tensor.name + " has a bad shape or its name stands twice");
    }
    const size_t begin = data.size();
    const bool half = tensor.half && fitsHalf(tensor.data, *count);
    if (half)
      data += halves(tensor.data, *count);
    else if (*count > 0)
      data.append(reinterpret_cast<const char*>(tensor.data), *count * sizeof(float));
    entries[tensor.name] = {
        {"dtype", half ? "F16" : "F32"}, {"shape", tensor.shape}, {"data_offsets", {begin, data.size()}}};
  }
  ordered_json notes(metadata);
  notes[kHash] = sha256(data.data(), data.size());
  ordered_json header = {{kMetadata, std::move(notes)}};
  header.update(entries);

  std::string text = header.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  text.resize((text.size() + 7) / 8 * 8, ' ');  // so that the floats are aligned where the file is mapped into memory
  const uint64_t length = text.size();
  std::string bytes(reinterpret_cast<const char*>(&length), kLengthBytes);
  bytes += text;
  bytes += data;
  writeFile(path, bytes, durable);
}

TensorFile readSafetensors(const fs::path& path) { return Reader(path).read(); }

}  // namespace sparring
