// How often a classifier is right, on clean images and under attack. Uses random streams and buffers of its own:
// looking never changes training.
#pragma once

#include <functional>

#include "engine/mlp.h"
#include "sparring/data.h"
#include "sparring/model.h"
#include "sparring/pictures.h"

namespace sparring {

/// Images of one chunk under attack, and buffers for it. K classifiers at once: copies of one network.
struct AttackContext {
  const Mlp& net;
  Trace& trace;       ///< at least as many rows as `x`
  at::Tensor x;       ///< [N,P] clean, in [0,1]
  at::Tensor labels;  ///< int32 [N,K]
  at::Tensor out;     ///< where the attacked images go: [N,K·P], or [N,P] where they do not depend on the classifier
  uint64_t seed;
  int64_t first;                      ///< index of the chunk's first image
  const std::function<void()>& rest;  ///< to be called every few milliseconds; throws where the evaluation is cancelled
};

/// One attack of the evaluation: a row of attackRegistry().
struct AttackRow {
  AttackInfo info;
  bool onModel;  ///< built against the classifier itself
  void (*run)(const AttackSpec& spec, const AttackContext& context);
};
const std::vector<AttackRow>& attackRegistry();
/// Throws Error (Usage) naming what is known.
const AttackRow& attackRow(const std::string& name);

class Evaluator {
 public:
  /// `test` must outlive the evaluator.
  Evaluator(const ImageSet& test, at::Device device);

  /// Called every few milliseconds with images done and in all; false ends with an Error ("cancelled").
  using Progress = std::function<bool(int64_t, int64_t)>;

  /// For each copy of the net, the share of the first `limit` test images (0: all) that it names rightly; `attack` null:
  /// clean.
  std::vector<double> accuracy(const Mlp& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                               const Progress& progress);

  /// The first test images of each class, `perClass` of each where there are as many, class after class.
  struct Examples {
    at::Tensor x;       ///< [n,P] in [0,1]
    at::Tensor labels;  ///< int32 [n]
  };
  Examples examples(int64_t perClass) const;

  /// The first image of each class and what `attack` makes of it, `perClass` times ten pairs.
  PairSet pairs(const Mlp& net, const AttackSpec& attack, int perClass, uint64_t seed, int64_t step);

  int64_t imagesFor(int64_t limit) const;

 private:
  const ImageSet& test_;
  at::Tensor pixels_, labels_;  ///< uint8 [N,P], int32 [N]
  at::Tensor index_;            ///< int64 [N] 0, 1, 2, …
};

/// Thrown (as an Error) when Progress said no.
class Cancelled : public Error {
 public:
  Cancelled();
};

}  // namespace sparring
