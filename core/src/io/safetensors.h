// The safetensors format: an 8-byte little-endian header length, a JSON header, raw little-endian data.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "io/file.h"

namespace sparring {

/// A float32 tensor to be written; `data` is borrowed until the call returns.
struct TensorView {
  std::string name;
  std::vector<int64_t> shape;
  const float* data = nullptr;
  bool half = false;  ///< to be written in half precision, where all its values are within that one's range
};

struct LoadedTensor {
  std::vector<int64_t> shape;
  std::vector<float> data;
};

struct TensorFile {
  std::map<std::string, LoadedTensor> tensors;
  std::map<std::string, std::string> metadata;
};

/// Writes whole or not at all, tensors in the given order, with "sha256" of the data section added to the metadata.
/// The same input gives the same bytes. Throws Error.
void writeSafetensors(const std::filesystem::path& path, const std::vector<TensorView>& tensors,
                      const std::map<std::string, std::string>& metadata, Durable durable = Durable::Yes);

/// Reads and checks everything before allocating by it: header length, JSON, dtype (F32, and F16 widened), shapes,
/// offsets that overlap, leave gaps or pass the end, sha256 where the metadata has one. Throws Error naming the file
/// and the fault.
TensorFile readSafetensors(const std::filesystem::path& path);

}  // namespace sparring
