// Which classes a step asks of a conditional generator, and which wrong ones.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace sparring {

class WantedClasses {
 public:
  /// Drawn from `present` alone, the classes that occur in the training set; of `classes` that a classifier tells
  /// apart. `perEpoch` steps of `batch` images.
  WantedClasses(std::vector<int> present, int classes, int64_t batch, int64_t perEpoch, uint64_t seed,
                at::Device device);

  /// Of a step: int32 [B] classes into `wanted`, and offsets >= 1 to a wrong class, see table(), into `wrong`.
  void load(int64_t step, const at::Tensor& wanted, const at::Tensor& wrong);

  /// int32 [classes, offsets]: row y holds y itself and then, one offset after another, the other classes that occur.
  const at::Tensor& table() const { return table_; }

 private:
  void draw(int64_t epoch);

  std::vector<int> present_;
  int64_t offsets_;  ///< classes that a wrong one is drawn from, the right one with them
  int64_t batch_, perEpoch_;
  uint64_t seed_;
  at::Device device_;
  at::Tensor table_;
  int64_t drawn_ = -1;         ///< the epoch of what follows
  at::Tensor wanted_, wrong_;  ///< int32 [perEpoch·B]
};

}  // namespace sparring
