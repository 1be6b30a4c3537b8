// The networks of one moment, as plain values.
#pragma once

#include <map>
#include <string>

#include "io/safetensors.h"
#include "sparring/model.h"

namespace sparring {

struct Weights {
  Params params;
  int64_t step = 0;
  ImageKind kind;            ///< of the images they read and draw
  std::vector<int> classes;  ///< those that occur in the training set; empty: not known, so all
  TensorFile file;           ///< by PyTorch's names; may hold optimisers too
  std::string said;          ///< the parameters as a checkpoint holds them: what was measured of it goes by this
};

/// Those of a checkpoint of a run that began with `began`. Throws Error: it does not say what it must.
std::shared_ptr<const Weights> weightsOf(TensorFile file, const Params& began);

/// What a file of weights says under `key`. Throws Error: nothing.
const std::string& entryOf(const std::map<std::string, std::string>& metadata, const std::string& key);

/// What a file of weights says of the images it is for, beside what it says of itself; and back. Versions before knew
/// square grey images of ten classes only, by their "side": it is written for these still. Throws Error: nothing there,
/// or no such kind.
void describeKind(const ImageKind& kind, std::map<std::string, std::string>& metadata);
ImageKind kindOf(const std::map<std::string, std::string>& metadata);

/// Where a checkpoint's metadata say which classes occur, and how: "0,1,2".
inline constexpr const char* kPresentClasses = "classes.present";
std::string classesText(const std::vector<int>& classes);
/// And back; empty where nothing is said. Throws Error: no list of classes of such images.
std::vector<int> classesIn(const std::map<std::string, std::string>& metadata, const ImageKind& kind);

}  // namespace sparring
