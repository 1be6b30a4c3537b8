#include "session/session.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/heaps.h"

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

// A pull without news costs next to nothing; what is drawn keeps a pace of its own.
constexpr auto kPull = 16ms;
constexpr auto kRebuildDelay = 400ms;
constexpr size_t kLeastPictures = 30;

const Preset& presetOr(const std::string& name, const Preset& fallback) {
  const auto& all = presets();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& preset) { return preset.name == name; });
  return found == all.end() ? fallback : *found;
}

}  // namespace

Session::Session(std::filesystem::path runs, QObject* parent) : QObject(parent), runs_(std::move(runs)) {
  pull_.setInterval(kPull);
  pull_.setTimerType(Qt::PreciseTimer);
  connect(&pull_, &QTimer::timeout, this, &Session::tick);
  rebuild_.setInterval(kRebuildDelay);
  rebuild_.setSingleShot(true);
  connect(&rebuild_, &QTimer::timeout, this, &Session::makePreview);
  connect(&data_, &DataKeeper::loaded, this, &Session::onData);
  connect(&data_, &DataKeeper::failed, this, &Session::onNoData);
  connect(&data_, &DataKeeper::noticed, this, &Session::noticed);
}

Session::~Session() = default;

void Session::leave() { trainer_.reset(); }

void Session::open(const Params& params, const std::string& preset) {
  params_ = running_ = params;
  preset_ = preset;
  history_.clear();
  data_.load(params_.data);
  pull_.start();
  Q_EMIT paramsChanged();
}

const Preset& Session::preset() const { return presetOr(preset_, presets().front()); }

const Preset& Session::begunPreset() const { return presetOr(begunPreset_, presets().front()); }

bool Session::active() const {
  return begun_ && (now_.state == State::Preparing || now_.state == State::Ready || now_.state == State::Running ||
                    now_.state == State::Paused);
}

bool Session::running() const { return begun_ && now_.state == State::Running; }

void Session::setParam(const std::string& key, const std::string& text, int slide) {
  Params params = params_;
  sparring::setParam(params, key, text);
  change(wished(), {std::move(params), preset_, fork_}, key, slide);
}

void Session::setParams(const Params& params, const std::string& preset) { change(wished(), {params, preset}); }

// The push makes them the wished ones.
void Session::change(WishedSettings from, WishedSettings to, const std::string& key, int slide) {
  if (from == to) return;
  history_.push(new SettingsChange([this](const auto& settings, const auto& only) { take(settings, only); },
                                   std::move(from), std::move(to), key, slide));
}

void Session::take(const WishedSettings& settings, const std::string& key) {
  params_ = settings.params;
  preset_ = settings.preset;
  fork_ = settings.fork;
  const bool all = key.empty();
  if (active() && all) {
    std::set<std::string> waiting;
    for (const auto& row : paramTable())
      if (differs(row)) waiting.insert(row.key);
    setWaiting(std::move(waiting));
  } else if (active()) {
    queueOrWait(key, paramText(params_, paramRow(key)));
  } else if (!begun_ && (all || paramRow(key).apply == Apply::Restart)) {
    renewPreview();
  }
  Q_EMIT paramsChanged();
}

// The running training names its data as they are; what was asked for may still have to be fetched.
bool Session::differs(const ParamRow& row) const {
  Params asked = running_;
  asked.data = askedData_;
  return paramText(params_, row) != paramText(asked, row);
}

void Session::queueOrWait(const std::string& key, const std::string& text) {
  const ParamRow& row = paramRow(key);
  auto waiting = waiting_;
  bool waits = row.apply == Apply::Restart;
  if (!waits) {
    try {
      trainer_->edit(key, text);
    } catch (const Error&) {
      waits = true;  // valid, but not for a training under way: another number of lanes, say
    }
  }
  if (waits && differs(row))
    waiting.insert(key);
  else
    waiting.erase(key);
  setWaiting(std::move(waiting));
}

void Session::setWaiting(std::set<std::string> waiting) {
  if (waiting == waiting_) return;
  waiting_ = std::move(waiting);
  Q_EMIT waitingChanged();
}

void Session::guarded(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    Q_EMIT noticed(Notice::of(error, now_.step));
  }
}

void Session::makeTrainer(const RunOptions& options) {
  rebuild_.stop();
  trainer_.reset();  // joins before the next one claims the processor
  const size_t kept = std::max<size_t>(kLeastPictures, Timeline<PairSets>::kUsual / params_.lambda.size());
  samples_ = Timeline<SampleGrids>(kept);
  pairs_ = Timeline<PairSets>(kept);
  now_ = {};
  askedData_ = params_.data;
  running_ = params_;
  begunPreset_ = preset_;
  if (data_.standIn()) running_.data = data_.data()->name;  // the record tells what was trained on
  now_.params = running_;
  shownError_.clear();
  if (begun_) trimHeaps();  // a preview is renewed too often for that
  trainer_ = std::make_unique<Trainer>(running_, data_.data(), options);
  Q_EMIT runChanged();
  setWaiting({});
}

bool Session::beginRun() {
  if (!dataReady()) return false;
  guarded([this] {
    validate(params_);
    RunOptions options;
    options.preset = preset().name;
    options.folder = datedRunFolder(runs_, options.preset);
    options.fresh = true;
    const auto fork = std::exchange(fork_, {});
    if (fork) {
      options.fork = fork->origin;
      options.steps = fork->past->config.length.steps;
      options.epochs = fork->past->config.length.epochs;
    }
    begun_ = true;  // first: who draws the new run asks whether it is one
    makeTrainer(options);
    if (fork) {
      auto past = std::make_shared<RunRecord>(*fork->past);
      for (Event& edit : editsBetween(fork->then, params_, fork->origin.step)) past->events.push_back(std::move(edit));
      Q_EMIT resumed(past);
    }
  });
  return active();
}

void Session::start() {
  startWanted_ = false;
  if (active()) {
    trainer_->start();
  } else if (beginRun()) {
    trainer_->start();
  } else {
    startWanted_ = data_.loading();
  }
}

void Session::fork(const std::filesystem::path& run, int64_t step, const std::vector<std::string>& settings) {
  struct Found {
    ForkPoint point;
    std::shared_ptr<RunRecord> past;
  };
  reader_.run(
      [run, step] {
        RunRecord record = readRun(run);
        const auto& kept = record.checkpoints;  // none: forkPoint() says so
        ForkPoint point = forkPoint(run, kept.empty() ? std::nullopt : std::optional(lastUpTo(kept, step)));
        auto past = std::make_shared<RunRecord>(withPast(std::move(record), run));
        past->checkpoints = {point.origin.step};  // what comes after is not its past
        return Found{std::move(point), std::move(past)};
      },
      [this, settings](auto outcome) {
        if (outcome.error) {
          Q_EMIT noticed(Notice::of(*outcome.error));
          return;
        }
        const auto& [point, past] = *outcome.value;
        Params params = onMachineOf(params_, point.params);
        for (const std::string& setting : settings) sparring::setParam(params, setting);
        change(wished(), {params, point.config.preset, WishedFork{point.origin, point.params, past}});
        Q_EMIT forkWished();
      });
}

void Session::pause() {
  startWanted_ = false;
  if (trainer_) trainer_->pause();
}

void Session::toggle() {
  if (running() || startWanted_)
    pause();
  else
    start();
}

void Session::singleStep(Learning who) {
  stepWanted_.reset();
  if (running()) return;
  const bool ready = active() || beginRun();
  if (ready && now_.state != State::Preparing)
    trainer_->singleStep(who);
  else
    stepWanted_ = ready || data_.loading() ? std::optional(who) : std::nullopt;
}

void Session::setPace(double stepsPerSecond) {
  pace_ = stepsPerSecond;
  if (trainer_) trainer_->setPace(pace_);
}

void Session::stop() {
  startWanted_ = false;
  stepWanted_.reset();
  if (begun_) trainer_->stop();
}

void Session::snapshot() {
  if (trainer_) trainer_->snapshot();
}

void Session::reset() {
  startWanted_ = false;
  stepWanted_.reset();
  begun_ = false;
  trainer_.reset();
  if (dataReady()) makePreview();
}

void Session::newRun() {
  reset();
  start();
}

void Session::tick() {
  if (!trainer_) return;
  auto update = trainer_->take();
  if (!update) return;
  const State before = now_.state;
  running_ = update->params;
  if (adoptParams_ && update->state != State::Preparing) {
    adoptParams_ = false;
    askedData_ = running_.data;
    setParams(running_, preset_);
  }
  if (!update->samples.empty()) samples_.add(update->samples.front()->step, update->samples);
  if (!update->pairs.empty()) pairs_.add(update->pairs.front()->step, update->pairs);
  now_ = *update;
  now_.points.clear();
  now_.events.clear();
  report(*update);
  Q_EMIT updated(*update);
  if (before != now_.state || !update->events.empty())
    figures_.now();
  else
    figures_.ask();
  if (begun_ && before != now_.state && !active()) {
    setWaiting({});
    Q_EMIT runFinished();
  }
  if (stepWanted_ && now_.state == State::Ready) singleStep(*stepWanted_);
}

void Session::report(const Update& update) {
  for (const auto& event : update.events)
    if (event.kind == Event::Kind::Warning)
      Q_EMIT noticed({Severity::Warning, event.message, {}, "core", NoticeAction::None, event.step});
  const std::string error = update.error ? update.error->what() : "";
  if (error == shownError_) return;
  shownError_ = error;
  if (update.error) Q_EMIT noticed(Notice::of(*update.error, update.step));
}

}  // namespace sparring::ui
