// A training run on its own thread: commands in, snapshots out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sparring/data.h"
#include "sparring/error.h"
#include "sparring/event.h"
#include "sparring/metrics.h"
#include "sparring/model.h"
#include "sparring/params.h"
#include "sparring/phases.h"
#include "sparring/pictures.h"
#include "sparring/run.h"

namespace sparring {

/// A run's length, where asked for, is kept with it: a resumed one goes on to it unless another is given.
struct RunOptions {
  std::filesystem::path folder;     ///< where the run is written; empty: nowhere
  std::string preset;               ///< noted in config.json; may be empty
  bool resume = false;              ///< continue the run in `folder` from its last checkpoint (its parameters count)
  std::optional<int64_t> steps;     ///< end after that many steps in all, phases counted
  std::optional<int64_t> epochs;    ///< the same in epochs; the last phase of non-zero length stretches to fill it
  std::optional<Origin> fork = {};  ///< begin with the networks of that run's checkpoint, at its step
  std::vector<PlannedEdit> replay = {};  ///< edits to be made on the way, steps ascending
  bool fresh = false;                    ///< where `folder` is taken, a counter is appended to its name
};

/// Everything new since the previous take(). Plain values; the pictures are shared and immutable.
struct Update {
  State state = State::Preparing;
  Phase phase = Phase::Pretrain;
  int64_t step = 0;        ///< steps done
  int64_t firstStep = 0;   ///< where this trainer began: 0, or the checkpoint a resumed run went on from
  int64_t totalSteps = 0;  ///< where the run will end
  int64_t stepsPerEpoch = 0;
  double stepsPerSecond = 0;
  double samplesPerSecond = 0;
  double secondsRunning = 0;  ///< time spent in State::Running since this trainer was made
  double secondsLeft = 0;     ///< estimate; 0 when unknown
  std::string device;         ///< what it really runs on: "cpu" or "cuda"
  int threads = 0;
  int lanes = 1;
  Params params;                           ///< as they are now, edits applied
  std::vector<MetricPoint> points;         ///< every point since the last take, none lost
  std::vector<Event> events;               ///< likewise
  SampleGrids samples;                     ///< the latest, empty if none yet or no generator
  PairSets pairs;                          ///< the latest, empty if none yet
  std::shared_ptr<const Weights> weights;  ///< of the last snapshot(), null if none yet
  std::optional<Error> error;              ///< why it is Paused or Failed
  bool broken = false;                     ///< a loss or a weight is no longer finite: nothing more comes of it
  std::filesystem::path folder;            ///< the run's folder, empty if none yet
};

/// All calls are safe from any one thread other than the trainer's own, and return at once unless said otherwise.
class Trainer {
 public:
  /// Starts the thread in State::Preparing; it goes on to Ready by itself. Nothing that can fail happens in the
  /// constructor: errors arrive as State::Failed. `params` are ignored where options.resume.
  Trainer(Params params, std::shared_ptr<const Dataset> data, RunOptions options = {});

  /// Asks the thread to stop and joins it (under 100 ms, plus the time to write a checkpoint where there is a folder).
  ~Trainer();
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  void start();  ///< Ready or Paused -> Running; remembered if still Preparing
  void pause();  ///< Running -> Paused at the next step boundary
  /// Ready or Paused -> one step -> Paused. Where only one is to learn, the others' weights and moments stay as they
  /// were; the step counts, and is logged with the name of the one. Whoever learns nothing in the phase changes
  /// nothing.
  void singleStep(Learning who = Learning::All);
  /// At most so many steps a second, for whoever wants to watch; 0: as many as the machine makes. Takes effect at once
  /// and changes no figure.
  void setPace(double stepsPerSecond);
  void stop();  ///< -> Stopped after writing a checkpoint; whatever is running answers within 100 ms

  /// Asks for the networks as they are at the next step boundary; they arrive as Update::weights. Looking at them
  /// elsewhere changes nothing here.
  void snapshot();

  /// Queues an edit of a parameter with Apply::Live. Takes effect at the next step boundary, is logged with its step.
  /// Throws Error (Usage): unknown key, bad value, or a parameter that needs a restart.
  void edit(const std::string& key, const std::string& value);

  /// What is new since the last take, or nothing. Never blocks for longer than a copy.
  std::optional<Update> take();

  /// Blocks until the state is one in which nothing moves by itself: Ready, Paused, Finished, Stopped or Failed.
  void wait();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Nothing more comes of it.
constexpr bool isOver(State state) {
  return state == State::Finished || state == State::Stopped || state == State::Failed;
}

/// Starts the trainer and takes what it tells, `each` time there is news, until it is over. Where `stopped` says so, or
/// where it rests on an error and there is nobody to decide, it is stopped. Returns the last update; throws what it
/// failed with.
Update follow(Trainer& trainer, const std::function<void(const Update&)>& each, const std::function<bool()>& stopped);

/// What a fork of the run in `run` begins with where nothing is changed.
struct ForkPoint {
  Origin origin;     ///< `run` absolute
  RunConfig config;  ///< the run's
  Params params;     ///< as they were at that step
};
/// At its checkpoint of `step`, or at its last. Throws Error: no run, no such checkpoint (naming those there are).
ForkPoint forkPoint(const std::filesystem::path& run, std::optional<int64_t> step = {});

/// "cpu", and "cuda" where this build and machine have it.
std::vector<std::string> availableDevices();

}  // namespace sparring
