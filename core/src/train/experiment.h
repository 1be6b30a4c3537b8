// The step program: networks, opponent and data of one run, advanced one step at a time. Knows no threads and no files.
#pragma once

#include <memory>
#include <optional>

#include "adversary/adversary.h"
#include "batches/batches.h"
#include "batches/wanted.h"
#include "measure/evaluator.h"
#include "measure/pictures.h"
#include "measure/weights.h"
#include "networks/sound.h"
#include "networks/state.h"
#include "sparring/metrics.h"
#include "sparring/phases.h"
#include "train/gradientmeter.h"
#include "train/losssums.h"
#include "train/program.h"
#include "train/schedule.h"

namespace sparring {

class Experiment {
 public:
  /// Throws Error: parameters that do not go together, a batch larger than the training set, no such device.
  Experiment(const Params& params, std::shared_ptr<const Dataset> data, at::Device device);

  const Params& params() const { return params_; }
  at::Device device() const { return device_; }
  int64_t steps() const { return steps_; }
  int64_t stepsPerEpoch() const { return batches_.perEpoch(); }
  int64_t imageSize() const { return batches_.images().imageSize(); }
  int laneCount() const { return static_cast<int>(lanes_.count()); }

  /// One step of `phase`, of which the share `done` in [0,1] is over. No waiting for a device, no allocation on the
  /// processor. With `gradients` the step is measured as well, where both losses are in it: see takeGradients().
  void step(Phase phase, double done = 0, bool gradients = false);
  /// A step in which the weights and moments of all but `who` stay as they were.
  void step(Phase phase, double done, Learning who);

  /// Takes over an edit of a live parameter between two steps. Throws Error (Usage), also where a λ list would change
  /// its length.
  void edit(const std::string& key, const std::string& value);

  /// Means of the losses since the last call, as points of the present step; then starts anew.
  std::vector<MetricPoint> takeLosses() { return losses_.take(steps_); }
  /// How the gradients of the two losses stood to each other at the last step that was to be measured; once. Of lanes
  /// with λ > 0.
  std::vector<MetricPoint> takeGradients() { return meter_.take(steps_, params_.lambda); }
  /// The first loss that is not finite in what has been summed since takeLosses(), if any.
  std::optional<Metric> notFinite() const { return losses_.notFinite(); }

  /// Accuracies of every lane on the test set: clean, then under each attack of `evaluate.attacks`.
  std::vector<MetricPoint> accuracies(const Evaluator::Progress& progress);
  /// See Pictures.
  SampleGrids samples() { return pictures_.samples(subject()); }
  PairSets pairs() { return pictures_.pairs(subject(), evaluator_); }

  /// Everything that a checkpoint holds, its tensors on the host. Good until the next step: on the processor they are
  /// the live ones.
  struct Checkpoint : HostTensors {
    std::map<std::string, std::string> metadata;  ///< step, params, sums of the losses under way
  };
  Checkpoint checkpoint();
  /// Its part that is enough to look at this step: the networks without their optimisers.
  Checkpoint snapshot();
  /// Throws Error: the networks give no finite numbers any more.
  void requireSound() { sparring::requireSound(networks(), steps_); }
  /// The networks as they are now, without optimisers: a copy.
  std::shared_ptr<const Weights> weights();
  /// Throws Error: a tensor is missing or has another shape.
  void restore(const TensorFile& file);
  /// Takes over what it can of another run's checkpoint, whose lanes were of `lambdas`: as many lanes go on each for
  /// itself, else each with the networks of the nearest λ. Returns the names of the networks that do not fit and begin
  /// anew.
  std::vector<std::string> adopt(const TensorFile& file, const std::vector<double>& lambdas);

  Lanes& lanes() { return lanes_; }
  const Dials& dials() const { return dials_; }
  Adversary& adversary() { return *adversary_; }
  Batch& batch() { return batch_; }

 private:
  Checkpoint described(Checkpoint result) const;  ///< with its step, parameters and kind of images
  void makeBatch();
  void makeOwnSamples();
  void changeAdversary();
  void loadBatch();
  void trainClassifiers(StepContext& context, bool against, bool gradients);
  void weigh(bool against);
  void addLosses(const ClassifierPass& pass, bool against);
  Pictures::Subject subject() { return {params_, steps_, *adversary_, lanes_.net, dials_}; }
  std::vector<Network*> networks();

  Params params_;
  const AdversaryInfo* opponent_;
  std::shared_ptr<const Dataset> source_;
  at::Device device_;
  Batches batches_;
  WantedClasses wanted_;
  Evaluator evaluator_;
  Pictures pictures_;
  Batch batch_;
  Lanes lanes_;
  Dials dials_;
  std::unique_ptr<Adversary> adversary_;
  at::Tensor ones_;  ///< [B]
  LossSums losses_;
  GradientMeter meter_;
  Program program_;
  int64_t steps_ = 0;
};

}  // namespace sparring
