// How often a classifier is right, on clean images and under attack. Uses random streams and buffers of its own:
// looking never changes training.
#pragma once

#include <functional>
#include <optional>

#include "attack/attack.h"
#include "batches/images.h"
#include "sparring/data.h"
#include "sparring/model.h"

namespace sparring {

/// An attack on copy k: what it makes of context.x goes to context.out.
using LaneAttack = std::function<void(int64_t k, const AttackContext& context)>;

/// What K classifiers take each of n test images for.
struct Verdicts {
  int64_t lanes = 1;
  std::vector<int64_t> images;     ///< [n] their numbers in the test set, ascending
  std::vector<int32_t> predicted;  ///< [n, K]
  std::vector<float> confidence;   ///< [n, K] softmax probability of that verdict

  int64_t count() const { return static_cast<int64_t>(images.size()); }
  /// Of the i-th of them, by the labels of the test set.
  bool isRight(int64_t i, int64_t lane, const ImageSet& test) const;
  Share right(int64_t lane, const ImageSet& test) const;
};

class Evaluator {
 public:
  /// `data` must outlive the evaluator. Its test images are what is looked at; its training images are needed for the
  /// separately trained classifier of transfer attacks, made or read when the first of them asks for it.
  Evaluator(const Dataset& data, at::Device device);

  /// Called every few milliseconds with images done and in all; false ends with an Error ("cancelled").
  using Progress = std::function<bool(int64_t, int64_t)>;

  /// Of every copy of the net on `limit` test images (0: all; see evenPart()) under `attack`; null: clean.
  Verdicts verdicts(const Network& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                    const Progress& progress);
  /// The same under any attack; `onModel`: each copy gets images of its own, in turn, else all look at the same.
  Verdicts verdicts(const Network& net, const LaneAttack& attack, bool onModel, int64_t limit, uint64_t seed,
                    const Progress& progress);
  /// For each copy, the share of them that it names rightly.
  std::vector<double> accuracy(const Network& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                               const Progress& progress);

  /// What `attack` makes of the test images `index`.
  Gallery gallery(const Network& net, const AttackSpec& attack, const std::vector<int64_t>& index, uint64_t seed);

  /// What one classifier makes of the test images `index`, clean (null) or under `attack`: see Model::features.
  Features features(const Network& net, const AttackSpec* attack, const std::vector<int64_t>& index, uint64_t seed,
                    const Progress& progress);

  int64_t imagesFor(int64_t limit) const;

 private:
  const Network& reference(const std::function<void()>& rest);

  const Dataset& data_;
  const ImageSet& test_;
  ImageTensors images_;
  std::optional<Network> reference_;
};

/// Images in [0,1] as bytes.
std::vector<uint8_t> bytesOf(const at::Tensor& images);

/// That a classifier's answer to this test image is none.
Error notFinite(int64_t image);

/// Thrown (as an Error) when Progress said no.
class Cancelled : public Error {
 public:
  Cancelled();
};

}  // namespace sparring
