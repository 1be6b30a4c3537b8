// Training images in a shuffled order, epoch after epoch.
#pragma once

#include "batches/images.h"

namespace sparring {

class Batches {
 public:
  /// How an epoch gets its order. Anew: a function of (seed, epoch), so that steps may be loaded in any order. Onward:
  /// by shuffling the last epoch's further, so that they must be loaded one after another from 0.
  enum class Order { Anew, Onward };

  /// Batches of `batch` images; what is left over at an epoch's end is left out of it.
  Batches(ImageTensors images, int64_t batch, uint64_t seed, Order order);

  /// The images of a step into x [B,P] in [0,1], their classes into y int32 [B].
  void load(int64_t step, const at::Tensor& x, const at::Tensor& y);

  const ImageTensors& images() const { return images_; }
  int64_t size() const { return batch_; }
  int64_t perEpoch() const { return images_.count() / batch_; }

 private:
  void shuffle(int64_t epoch);

  ImageTensors images_;
  int64_t batch_;
  uint64_t seed_;
  Order order_;
  int64_t shuffled_ = -1;   ///< the epoch that the permutation belongs to
  at::Tensor permutation_;  ///< int64 [N], on the host
  at::Tensor index_;        ///< the same where the images are
};

}  // namespace sparring
