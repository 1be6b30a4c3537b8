// What the parts of one training step share.
#pragma once

#include <vector>

#include "adversary/dials.h"
#include "nn/network.h"
#include "sparring/event.h"
#include "sparring/images.h"
#include "sparring/params.h"

namespace sparring {

/// The K classifiers, one for each λ: copies of one network on the same batches against the same opponent.
struct Lanes {
  Network net;
  Trace trace;      ///< 2B rows
  at::Tensor loss;  ///< [2B, K]
  int64_t count() const { return net.copies(); }
};

/// The classifiers' opinions of some rows, and what becomes of them.
struct ClassifierPass {
  at::Tensor logits;   ///< [N, K·classes]
  at::Tensor labels;   ///< int32 [N, K]
  at::Tensor weight;   ///< [N, K]
  at::Tensor dlogits;  ///< [N, K·classes] to be weight · ∂loss/∂logits
  at::Tensor loss;     ///< [N, K] to be the loss of each row, unweighted

  ClassifierPass rows(int64_t first, int64_t n) const;
};

/// Buffers of one step, allocated once. B the batch size, P the pixels of an image.
struct Batch {
  at::Tensor x;       ///< [2B, P] in [0,1]: B original images, then B adversarial ones that all lanes share
  at::Tensor own;     ///< [B, K·P] each lane's adversarial images; undefined where they are shared or K = 1
  at::Tensor y;       ///< int32 [B] classes of the original images
  at::Tensor labels;  ///< int32 [2B, K]: y, then y_adv
  at::Tensor keep;    ///< [B, K] 1 where an adversarial sample counts, else 0
  at::Tensor weight;  ///< [2B, K] weight of each row in the classifiers' losses
  at::Tensor wanted;  ///< int32 [B] classes asked of a conditional generator
  at::Tensor wrong;   ///< int32 [B] offsets to a wrong class
  at::Tensor others;  ///< int32 [classes, offsets]: the class that stands at an offset from each

  int64_t size() const { return y.size(0); }
  at::Tensor original() const { return x.narrow(0, 0, size()); }
  /// [B, P]: the adversarial rows of x; the lanes' images where they have none of their own.
  at::Tensor shared() const { return x.narrow(0, size(), size()); }
  /// [B, P], or [B, K·P] where each lane has its own.
  at::Tensor adversarial() const { return own.defined() ? own : shared(); }
  at::Tensor originalLabels() const { return labels.narrow(0, 0, size()); }
  at::Tensor adversarialLabels() const { return labels.narrow(0, size(), size()); }
};

/// Handed to every part that takes a share in the step.
struct StepContext {
  const Params& params;
  const Dials& dials;
  Phase phase;
  int64_t step;  ///< steps done before this one
  Batch& batch;
  Lanes& lanes;
  at::Tensor sumD, sumG;  ///< float64 [1] to add this step's losses to
};

ClassLoss classLossOf(const Params& params);
/// The classifiers' loss towards the labels, by rows.
void classifierLoss(const Params& params, const ClassifierPass& pass);

}  // namespace sparring
