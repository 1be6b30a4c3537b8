// What the parts of one training step share.
#pragma once

#include <vector>

#include "engine/mlp.h"
#include "sparring/params.h"

namespace sparring {

/// One classifier and the weight of its adversarial loss. All lanes see the same batches.
struct Lane {
  double lambda;
  Mlp net;
  Trace trace;         ///< 2B rows
  at::Tensor rowLoss;  ///< [2B]
};

/// Buffers of one step, allocated once. B the batch size, P the pixels of an image.
struct Batch {
  at::Tensor x;       ///< [2B,P] in [0,1]: B original images, then B adversarial ones
  at::Tensor labels;  ///< int32 [2B]: y, then y_adv
  at::Tensor keep;    ///< [B] 1 where an adversarial sample counts, else 0
  at::Tensor weight;  ///< [2B] weight of each row in the classifier's loss
  at::Tensor index;   ///< int64 [B] rows of the training set in this step (a view of the epoch's permutation)
  at::Tensor wanted;  ///< int32 [B] classes asked of a conditional generator (a view of the epoch's draw)
  at::Tensor wrong;   ///< int32 [B] offsets 1..9 to a wrong class (likewise)

  int64_t size() const { return keep.size(0); }
  at::Tensor original() const { return x.narrow(0, 0, size()); }
  at::Tensor adversarial() const { return x.narrow(0, size(), size()); }
  at::Tensor originalLabels() const { return labels.narrow(0, 0, size()); }
  at::Tensor adversarialLabels() const { return labels.narrow(0, size(), size()); }
};

struct TrainingSet {
  at::Tensor pixels;  ///< uint8 [N,P]
  at::Tensor labels;  ///< int32 [N]
  int64_t count() const { return pixels.size(0); }
  int64_t imageSize() const { return pixels.size(1); }
};

/// Handed to every part that takes a share in the step.
struct StepContext {
  const Params& params;
  int64_t step;  ///< steps done before this one
  const TrainingSet& data;
  Batch& batch;
  std::vector<Lane>& lanes;
  at::Tensor sumD, sumG;  ///< float64 scalars to add this step's losses to
};

ClassLoss classLossOf(const Params& params);

}  // namespace sparring
