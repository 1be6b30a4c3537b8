// The pictures that are shown of an opponent and of its lanes, while they train or of a checkpoint. They train nothing.
#pragma once

#include <memory>

#include "adversary/adversary.h"
#include "measure/evaluator.h"

namespace sparring {

/// Which classes a grid of samples has a row for, and how many columns: every class as long as they are few, else some
/// spread evenly over all of them; about a hundred images at most.
struct GridPlan {
  std::vector<int> classes;
  int64_t columns;
  int64_t count() const { return static_cast<int64_t>(classes.size()) * columns; }
};
GridPlan gridOf(const std::vector<int>& present);

class Pictures {
 public:
  /// `data` must outlive it.
  Pictures(const Params& params, const Dataset& data, at::Device device);

  /// What is looked at, as it is now.
  struct Subject {
    const Params& params;
    int64_t step;
    Adversary& adversary;
    const Network& lanes;
    const Dials& dials;
  };
  SampleGrids samples(const Subject& subject) const;
  /// Made against each lane by the evaluation's main attack: mainAttackOf().
  PairSets pairs(const Subject& subject, Evaluator& evaluator) const;

 private:
  struct Made {
    at::Tensor images;   ///< [n,P] in [0,1]
    at::Tensor classes;  ///< int32 [n]
  };
  /// The first test images.
  Made real() const;
  /// What the generator of lane k makes of them.
  Made changed(const Subject& subject, int64_t k, const Made& real) const;
  std::shared_ptr<const SampleGrid> judged(const Subject& subject, int64_t k, const Made& made) const;

  const Dataset& data_;
  at::Device device_;
  GridPlan drawn_, changed_;
  at::Tensor latents_, classes_;  ///< of what is drawn, fixed for the whole run: [n,latent], int32 [n]
};

}  // namespace sparring
