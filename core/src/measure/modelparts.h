// What a Model is made of.
#pragma once

#include "adversary/adversary.h"
#include "adversary/duel.h"
#include "measure/weights.h"
#include "networks/state.h"

namespace sparring {

struct Model::Impl {
  Params params;
  int64_t step;
  ImageKind kind;
  at::Device device;
  Network lanes;
  std::unique_ptr<Adversary> adversary;
  std::vector<int> asked;  ///< the classes that it is asked for in turn
  std::string said;        ///< see Weights

  /// Views of all networks' weights.
  std::vector<NamedTensor> state();
  /// SHA-256 of them and of the parameters.
  std::string hash();
  std::vector<Network*> networks();

  /// Throws Error where the run has no generator that draws digits.
  Duel& duel() const;
  /// See Model::generate. On the calling thread's team; asks for `classes` in turn; `made` gets the number of images
  /// after every chunk and may throw to cancel.
  GeneratedSet generate(int64_t count, uint64_t seed, const std::vector<int32_t>& classes,
                        const std::function<void(int64_t)>& made = {}) const;
};

/// Throws Error where there is no such lane of so many.
void requireLane(int lane, int lanes);

/// Throws Error where images and networks do not go together.
void requireKind(const ImageKind& images, const ImageKind& networks);
/// Throws Error (Usage) where there is no such lane, or no such test image.
void requireImages(const std::vector<int64_t>& index, const ImageSet& test);

}  // namespace sparring
