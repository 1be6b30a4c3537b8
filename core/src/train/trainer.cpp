#include "sparring/trainer.h"

#include <ATen/Context.h>

#include <atomic>
#include <thread>

#include "io/runwriter.h"
#include "networks/networks.h"
#include "sparring/run.h"
#include "sparring/version.h"
#include "train/experiment.h"
#include "train/failure.h"
#include "train/mailbox.h"
#include "train/opening.h"
#include "train/speedometer.h"
#include "train/stopwatch.h"

namespace sparring {

constexpr double kLongestRest = 1e6;       // seconds between two steps: more is beyond the clock
constexpr int64_t kClosestSnapshots = 50;  // steps: one takes some milliseconds

struct Trainer::Impl {
  Impl(Params params, std::shared_ptr<const Dataset> data, RunOptions options)
      : params_(std::move(params)), data_(std::move(data)), options_(std::move(options)) {
    edited_ = params_;
    mailbox_.publish([&](Update& u) {
      u.params = params_;
      u.folder = options_.fresh ? std::filesystem::path() : options_.folder;
      u.lanes = static_cast<int>(params_.lambda.size());
    });
    thread_ = std::jthread([this] { guarded(); });
  }

  ~Impl() { stop(); }

  void stop() {
    stopping_ = true;
    mailbox_.send({Command::Kind::Stop});
  }

  void edit(const std::string& key, const std::string& value) {
    // how many lanes a run that is still to be read has, the trainer's thread will tell
    edited_ = editedLive(edited_, key, value, !options_.resume);
    const ParamRow& row = paramRow(key);  // of an old key: that which took its place
    mailbox_.send({Command::Kind::Edit, row.key, paramText(edited_, row)});
  }

  // --- on the trainer's thread from here on

  void guarded() {
    try {
      run();
    } catch (const Error& error) {
      fail(error);
    } catch (const std::exception& error) {
      fail(failureOf(error, options_.resume || writer_.has_value()));
    }
  }

  void fail(const Error& error) {
    writer_.reset();
    mailbox_.publish([&](Update& u) {
      u.state = State::Failed;
      u.error = error;
    });
  }

  void run() {
    prepare();
    setState(State::Ready);
    bool running = false;
    while (true) {
      while (auto command = mailbox_.next(!running)) {
        if (command->kind == Command::Kind::Stop) return finishWith(State::Stopped);
        obey(*command, &running);
      }
      if (!running) continue;
      if (!advance())
        running = false;
      else if (pace_ > 0)
        dawdle();
    }
  }

  void dawdle() {
    watch_.stop();
    trained_.stop();
    mailbox_.restFor(std::chrono::duration<double>(std::min(1 / pace_, kLongestRest)));
    startWatches();
  }

  void obey(const Command& command, bool* running) {
    switch (command.kind) {
      case Command::Kind::Start:
        if (*running) return setState(State::Running);
        if (poisoned_) return;  // the error stays in the window
        if (done()) {
          clearError();
          finishAll();
          return;
        }
        *running = true;
        speed_.restart(experiment_->steps());
        startWatches();
        clearError();
        log(Event::Kind::Command, "start");
        return setState(State::Running);
      case Command::Kind::Pause:
        if (!*running) return;
        *running = false;
        log(Event::Kind::Command, "pause");
        return rest(State::Paused);
      case Command::Kind::Step:
        if (*running || poisoned_ || done()) return;
        clearError();
        log(Event::Kind::Command, "step", learningName(command.who));
        startWatches();
        if (advance(command.who)) rest(State::Paused);
        return;
      case Command::Kind::Edit:
        return applyEdit(command);
      case Command::Kind::Snapshot:
        return publishWeights();
      case Command::Kind::Pace:
        pace_ = command.pace;
        return;
      case Command::Kind::Stop:
        return;
    }
  }

  void publishWeights() {
    auto weights = experiment_->weights();
    mailbox_.publish([&](Update& u) { u.weights = std::move(weights); });
  }

  void applyEdit(const Command& command) {
    const std::string before = paramText(experiment_->params(), paramRow(command.key));
    if (before == command.value) return;
    try {
      experiment_->edit(command.key, command.value);
    } catch (const Error& error) {  // only a run resumed a moment ago can refuse here what edit() let through
      return warn(error.cause());
    }
    // before the event: who reads of the edit must see it done
    mailbox_.publish([&](Update& u) { u.params = experiment_->params(); });
    log(Event::Kind::Edit, command.key, command.value);
  }

  void prepare() {
    std::optional<Reopened> left;
    if (options_.resume) {
      left = reopenRun(options_.folder, *data_);
      params_ = left->params;
      if (length() == RunLength()) {
        options_.steps = left->length.steps;
        options_.epochs = left->length.epochs;
      }
      options_.replay = left->replay;
    } else if (options_.fork) {
      left = openFork(*options_.fork, params_, *data_);
    }
    validate(params_);
    requireReplayable();
    const auto device = resolveDevice(params_.device);
    const int threads = ops::setThreads(static_cast<int>(params_.threads));
    experiment_ = std::make_unique<Experiment>(params_, data_, device);
    schedule_.emplace(params_, experiment_->stepsPerEpoch(), options_.steps, options_.epochs);
    std::vector<std::string> anew;
    if (options_.resume)
      goOn(*left);
    else if (left)
      anew = branchOff(*left);
    phase_ = schedule_->phaseAt(experiment_->steps());
    const std::string where = device.is_cuda() ? "cuda" : "cpu";
    mailbox_.publish([&](Update& u) {
      u.params = params_;
      u.lanes = experiment_->laneCount();
      u.device = where;
      u.threads = threads;
      u.totalSteps = schedule_->totalSteps();
      u.stepsPerEpoch = schedule_->stepsPerEpoch();
      u.step = u.firstStep = experiment_->steps();
      u.phase = phase_;
    });
    if (!options_.resume && !options_.folder.empty()) begin(where, threads);
    for (const std::string& network : anew)
      warn({QT_TRANSLATE_NOOP("core", "The network \"%1\" does not fit the run this one is a fork of: it begins anew."),
            {network}});
    if (left) {
      if (left->skipped) warn(left->skipped->cause());
      // killed between the last step of a phase and the note of the next
      if (left->phase != phaseName(phase_)) log(Event::Kind::Phase, phaseName(phase_));
      if (evaluationDue()) {
        evaluate();
        savedAt_ = -1;  // the checkpoint here says that it is still to come
      } else {
        showPairs();
      }
    } else {
      log(Event::Kind::Phase, phaseName(phase_));
      evaluate();
    }
    look(true);
  }

  void goOn(const Reopened& left) {
    experiment_->restore(left.checkpoint);
    requireStepsAhead();
    evaluated_ = left.evaluated;
    writer_.emplace(RunWriter::resume(options_.folder, experiment_->steps(), length()));
    savedAt_ = experiment_->steps();
  }

  std::vector<std::string> branchOff(const Reopened& left) {
    auto anew = experiment_->adopt(left.checkpoint, left.lambdas);
    requireStepsAhead();
    if (done())
      throw Error({QT_TRANSLATE_NOOP("core", "A fork at step %1 would have nothing to train: the run ends there."),
                   {std::to_string(experiment_->steps())}},
                  {QT_TRANSLATE_NOOP("core", "Ask for more steps or epochs, or fork an earlier step."), {}},
                  Error::Kind::Usage);
    evaluated_ = left.evaluated;
    return anew;
  }

  void requireReplayable() const {
    Params then = params_;
    for (const PlannedEdit& edit : options_.replay) then = editedLive(then, edit.key, edit.value);
  }

  void begin(const std::string& device, int threads) {
    RunConfig config{version(), options_.preset, data_->name, data_->sha256, device,
                     threads,   nowIso(),        params_,     length(),      data_->test.count()};
    if (options_.fork) config.parent = Origin{besides(options_.fork->run, options_.folder), options_.fork->step};
    config.replay = options_.replay;
    const auto first = [this](RunWriter& writer) { saveTo(writer); };  // without a checkpoint it could not be resumed
    writer_.emplace(RunWriter::create(options_.folder, config, first, options_.fresh ? Naming::Fresh : Naming::Exact));
    mailbox_.publish([&](Update& u) { u.folder = writer_->folder(); });
  }

  RunLength length() const { return {options_.steps, options_.epochs}; }

  void requireStepsAhead() const {
    if (experiment_->steps() <= schedule_->totalSteps()) return;
    throw Error({QT_TRANSLATE_NOOP("core", "The run is at step %1 already, beyond the %2 that were asked for."),
                 {std::to_string(experiment_->steps()), std::to_string(schedule_->totalSteps())}},
                {QT_TRANSLATE_NOOP("core", "Ask for more steps or epochs, counted from the run's beginning."), {}},
                Error::Kind::Usage);
  }

  bool done() const { return experiment_->steps() >= schedule_->totalSteps(); }

  bool evaluationDue() const {
    const int64_t every = experiment_->params().evaluateEvery;
    return every > 0 && experiment_->steps() % every == 0 && evaluated_ < experiment_->steps();
  }

  /// Of the step to come: it is measured where an evaluation follows it.
  bool gradientsDue() const {
    const int64_t every = experiment_->params().evaluateEvery, next = experiment_->steps() + 1;
    return every > 0 ? next % every == 0 : next == schedule_->totalSteps();
  }

  bool every(int64_t steps) const { return steps > 0 && experiment_->steps() % steps == 0; }

  // One step and what is due after it. False when training rests now, its state being published.
  bool advance(Learning who = Learning::All) {
    if (done()) return finishAll();
    try {
      replayEdits();
      enter(schedule_->phaseAt(experiment_->steps()));
      const double share = schedule_->shareAt(experiment_->steps());
      if (who == Learning::All)
        experiment_->step(phase_, share, gradientsDue());
      else
        experiment_->step(phase_, share, who);
      if (!lossesAreSound()) return false;
      if (auto gradients = experiment_->takeGradients(); !gradients.empty()) record(std::move(gradients));
      if (every(experiment_->params().metricsEvery)) record(experiment_->takeLosses());
      if (evaluationDue()) evaluate();
      look(false);
      if (every(experiment_->params().checkpointEvery)) save();
      if (writer_ && every(snapshotSpacing())) writeSnapshot();
    } catch (const Error& error) {  // a full disk, most likely: what is unsaved is kept and tried again
      publishProgress();
      return restWith(error);
    }
    publishProgress();
    return done() ? finishAll() : true;
  }

  // One that a resumed run has made already changes nothing the second time.
  void replayEdits() {
    for (const PlannedEdit& edit : options_.replay)
      if (edit.step == experiment_->steps()) applyEdit({Command::Kind::Edit, edit.key, edit.value});
  }

  // The checkpoint of a phase's end is kept: after the note of it, which a resumed run must not lose.
  void enter(Phase phase) {
    if (phase == phase_) return;
    phase_ = phase;
    log(Event::Kind::Phase, phaseName(phase_));
    if (experiment_->params().checkpointEvery > 0) save();
  }

  bool finishAll() {
    try {
      // who wanted no tests on the way has one figure at the end, not that of the beginning
      if (experiment_->params().evaluateEvery == 0 && evaluated_ < experiment_->steps()) evaluate();
      save();
      writePicture();
      writer_.reset();  // nothing more is written: others may have the run
      rest(State::Finished);
    } catch (const Error& error) {
      restWith(error);
    }
    return false;
  }

  // Reading a card's losses would wait for it at every step, so there only when they are read anyway.
  bool lossesAreSound() {
    if (!experiment_->device().is_cuda() || every(experiment_->params().metricsEvery)) {
      if (const auto bad = experiment_->notFinite()) {
        publishProgress();
        return restWith(poisoned({QT_TRANSLATE_NOOP("core", "The loss %1 is no longer a finite number, at step %2."),
                                  {metricRow(*bad).key, std::to_string(experiment_->steps())}}));
      }
    }
    return true;
  }

  // From here on nothing is saved or measured.
  Error poisoned(const Message& what) {
    poisoned_ = true;
    mailbox_.publish([](Update& u) { u.broken = true; });
    if (!writer_)
      return Error(what, {QT_TRANSLATE_NOOP("core", "Begin a new run with a lower learning rate or λ."), {}});
    return Error(what,
                 {QT_TRANSLATE_NOOP("core",
                                    "The last good checkpoint is of step %1. Begin a new run with a lower learning "
                                    "rate or λ."),
                  {std::to_string(savedAt_)}});
  }

  // Losses are those from before a step's update: what that did is seen here.
  void requireSound() {
    try {
      experiment_->requireSound();
    } catch (const Error& error) {
      throw poisoned(error.cause());
    }
  }

  void record(std::vector<MetricPoint> points) {
    if (writer_) writer_->metrics(points, phase_, schedule_->stepsPerEpoch());
    mailbox_.publish([&](Update& u) { u.points.insert(u.points.end(), points.begin(), points.end()); });
  }

  void evaluate() {
    requireSound();
    const bool going = trained_.going();
    trained_.stop();
    try {
      auto points = experiment_->accuracies([&](int64_t, int64_t) { return !stopping_; });
      evaluated_ = experiment_->steps();
      record(std::move(points));
      if (writer_) writer_->trained(experiment_->steps(), trained_.seconds(), false);
      showPairs();
    } catch (const Cancelled&) {
      // a stop came in between; the checkpoint says that this evaluation is still due
    }
    if (going) trained_.start();
  }

  void showPairs() {
    auto pairs = experiment_->pairs();
    mailbox_.publish([&](Update& u) { u.pairs = std::move(pairs); });
  }

  void look(bool now) {
    const bool due = now || every(experiment_->params().samplesEvery);
    const bool toDisk = writer_ && (now || every(schedule_->stepsPerEpoch()));
    if (!due && !toDisk) return;
    show(due, toDisk);
  }

  void show(bool due, bool toDisk) {
    const auto grids = experiment_->samples();
    if (grids.empty()) return;
    if (due) mailbox_.publish([&](Update& u) { u.samples = grids; });
    if (toDisk) writer_->samples(*grids[static_cast<size_t>(usualLane(experiment_->params().lambda))]);
  }

  void writePicture() {
    if (writer_) show(true, true);
  }

  void save() {
    if (!writer_ || poisoned_ || savedAt_ == experiment_->steps()) return;
    requireSound();
    saveTo(*writer_);
  }

  void saveTo(RunWriter& writer) {
    auto checkpoint = experiment_->checkpoint();
    checkpoint.metadata["evaluated"] = std::to_string(evaluated_);
    writer.trained(experiment_->steps(), trained_.seconds(), true);
    writer.checkpoint(experiment_->steps(), checkpoint.views(), checkpoint.metadata);
    savedAt_ = experiment_->steps();
  }

  /// 0: none. By itself so that about as many as are kept are spread over the run, but no closer than costs nothing.
  int64_t snapshotSpacing() const {
    const Params& params = experiment_->params();
    if (params.snapshotKeep == 0 || params.snapshotEvery > 0) return params.snapshotKeep > 0 ? params.snapshotEvery : 0;
    return std::max((schedule_->totalSteps() + params.snapshotKeep - 1) / params.snapshotKeep, kClosestSnapshots);
  }

  void writeSnapshot() {
    if (poisoned_ || savedAt_ == experiment_->steps()) return;
    requireSound();
    const auto snapshot = experiment_->snapshot();
    writer_->snapshot(experiment_->steps(), snapshot.views(), snapshot.metadata, experiment_->params().snapshotKeep);
  }

  void finishWith(State state) {
    log(Event::Kind::Command, "stop");
    save();
    writer_.reset();
    rest(state);
  }

  void log(Event::Kind kind, const std::string& key, const std::string& value = {}) {
    push({experiment_->steps(), kind, key, value, {}});
  }

  void warn(const Message& message) { push({experiment_->steps(), Event::Kind::Warning, {}, {}, message}); }

  void push(const Event& event) {
    mailbox_.publish([&](Update& u) { u.events.push_back(event); });
    try {
      if (writer_) writer_->event(event);
    } catch (const Error&) {
      // a full disk: the writer keeps the line; the next metrics or checkpoint report what is wrong
    }
  }

  void setState(State state) {
    mailbox_.publish([&](Update& u) { u.state = state; });
  }

  void clearError() {
    mailbox_.publish([&](Update& u) { u.error.reset(); });
  }

  void startWatches() {
    watch_.start();
    trained_.start();
  }

  void rest(State state) {
    publishProgress();
    watch_.stop();
    trained_.stop();
    mailbox_.publish([&](Update& u) {
      u.secondsRunning = watch_.seconds();
      u.secondsLeft = 0;
      u.state = state;
    });
  }

  bool restWith(const Error& error) {
    mailbox_.publish([&](Update& u) { u.error = error; });
    rest(State::Paused);
    return false;
  }

  void publishProgress() {
    const auto rate = speed_.reading(experiment_->steps());
    mailbox_.publish([&](Update& u) {
      u.step = experiment_->steps();
      u.phase = phase_;
      u.secondsRunning = watch_.seconds();
      if (!rate || *rate <= 0) return;
      u.stepsPerSecond = *rate;
      u.samplesPerSecond = *rate * static_cast<double>(experiment_->params().batch);
      u.secondsLeft = static_cast<double>(schedule_->totalSteps() - u.step) / *rate;
    });
  }

  Params params_;
  Params edited_;  ///< the faces' thread: parameters with all queued edits
  std::shared_ptr<const Dataset> data_;
  RunOptions options_;
  Mailbox mailbox_;
  std::atomic<bool> stopping_ = false;

  std::unique_ptr<Experiment> experiment_;
  std::optional<Schedule> schedule_;
  std::optional<RunWriter> writer_;
  Phase phase_ = Phase::Pretrain;
  int64_t evaluated_ = -1;  ///< step of the last evaluation
  int64_t savedAt_ = -1;    ///< step of the last checkpoint
  double pace_ = 0;         ///< steps a second; 0: no limit
  bool poisoned_ = false;   ///< a loss was not finite: the weights are of no use any more
  Speedometer speed_;
  Stopwatch watch_;
  Stopwatch trained_;    ///< without the tests on the way
  std::jthread thread_;  ///< last: ends before anything it uses
};

Trainer::Trainer(Params params, std::shared_ptr<const Dataset> data, RunOptions options)
    : impl_(std::make_unique<Impl>(std::move(params), std::move(data), std::move(options))) {}
Trainer::~Trainer() = default;

void Trainer::start() { impl_->mailbox_.send({Command::Kind::Start}); }
void Trainer::pause() { impl_->mailbox_.send({Command::Kind::Pause}); }
void Trainer::singleStep(Learning who) { impl_->mailbox_.send({.kind = Command::Kind::Step, .who = who}); }
void Trainer::setPace(double stepsPerSecond) {
  impl_->mailbox_.send({.kind = Command::Kind::Pace, .pace = stepsPerSecond});
}
void Trainer::stop() { impl_->stop(); }
void Trainer::snapshot() { impl_->mailbox_.send({Command::Kind::Snapshot}); }
void Trainer::edit(const std::string& key, const std::string& value) { impl_->edit(key, value); }
std::optional<Update> Trainer::take() { return impl_->mailbox_.take(); }
void Trainer::wait() { impl_->mailbox_.waitUntilResting(); }

std::vector<std::string> availableDevices() {
  std::vector<std::string> devices{"cpu"};
  if (at::globalContext().hasCUDA()) devices.push_back("cuda");
  return devices;
}

}  // namespace sparring
