#include "measure/examiner.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/job.h"
#include "session/session.h"
#include "sparring/evaluations.h"
#include "sparring/run.h"

namespace sparring::ui {
namespace {

constexpr std::chrono::milliseconds kRests{300};
constexpr qint64 kFreshens = 5000;  // milliseconds that whoever draws networks has for them, at least
constexpr int64_t kYoung = 50;      // steps

/// Networks change the less the older they are: whoever draws them has work with the first, and later ever more seldom.
bool outdated(const Subject& present, int64_t step) {
  if (!present.model) return true;
  const int64_t then = present.model->step();
  return step > then + std::max(kYoung, then / 2);
}

bool evaluated(const Update& update) {
  return std::ranges::any_of(update.points, [](const MetricPoint& point) { return isAccuracy(point.metric); });
}

bool sameMeasure(const Assessment& a, const Assessment& b) {
  const auto same = [](const Curve& one, const Curve& other) {
    return one.attack == other.attack && one.points.size() == other.points.size();
  };
  return a.count == b.count && std::ranges::equal(a.lanes.front().curves, b.lanes.front().curves, same);
}

}  // namespace

Examiner::Examiner(Session& session, QObject* parent, Follow follow) : QObject(parent), session_(session) {
  if (follow == Follow::Training) {
    connect(&session, &Session::updated, this, &Examiner::onUpdate);
    connect(&session, &Session::runChanged, this, &Examiner::onRunChanged);
    connect(&session, &Session::runFinished, this, &Examiner::onRunFinished);
    connect(&due_, &QTimer::timeout, this, [this] {
      if (session_.running()) askTraining(Wish::Quick);
    });
  }
  connect(&measurement_, &Measurement::progressed, this, &Examiner::onProgress);
  connect(&reference_, &Measurement::progressed, this, &Examiner::progressChanged);
  connect(&looking_, &Measurement::progressed, this, &Examiner::progressChanged);
  rests_.setSingleShot(true);
  rests_.setInterval(kRests);
  connect(&rests_, &QTimer::timeout, this, &Examiner::look);
  setCadence({});
}

void Examiner::setCadence(Cadence cadence) {
  cadence_ = cadence;
  due_.setInterval(std::chrono::seconds(cadence.seconds));
  if (cadence.when == Cadence::When::Seconds)
    due_.start();
  else
    due_.stop();
  Q_EMIT cadenceChanged();
}

void Examiner::setRun(const std::filesystem::path& run) {
  if (run == run_ && (run.empty() || shown())) return;
  run_ = run;
  read_ = {};
  forgetLooked();
  // of another run everything is kept in its folder
  std::erase_if(histories_, [this](const auto& one) { return !one.first.empty() && one.first != run_; });
  if (!run_.empty() && !shown()) recall(run_);
  Q_EMIT assessmentChanged();
  Q_EMIT progressChanged();
}

// Nobody asked for it, so a run that cannot be read is no complaint here: measuring it is one. What was never measured
// is measured now, as a training is at its end, unless that is not wanted or something else is under way.
void Examiner::recall(const std::filesystem::path& run) {
  struct Kept {
    Suite suite;
    bool full = false;
    Measurement::Result result;
  };
  memory_.run(
      [subject = checkpointOf(run)] {
        stepBack();
        Kept kept{.result = {subject(), nullptr}};
        const Subject& read = kept.result.subject;
        for (const bool full : {true, false}) {
          kept.suite = full ? Suite::full() : endSuite();
          kept.full = full;
          if (const auto stored = storedAssessment(read.run, *read.model, *read.data, kept.suite)) {
            kept.result.assessment = std::make_shared<const Assessment>(*stored);
            break;
          }
        }
        return kept;
      },
      [this, run](Outcome<Kept> outcome) {
        if (!outcome.value || run != run_ || shown()) return;
        auto& [suite, full, result] = *outcome.value;
        read_ = result.subject;
        if (result.assessment)
          accept(run, suite, full, std::move(result));
        else if (cadence_.when != Cadence::When::Never && !measurement_.busy())
          start([subject = result.subject] { return subject; }, run, Wish::Quick, suite);
        if (!shown()) Q_EMIT assessmentChanged();  // there are networks, before anything was measured of them
        Q_EMIT progressChanged();
      });
}

void Examiner::setUntil(std::optional<int64_t> step) {
  const Assessed before = assessment();
  const bool back = !step && looked_;
  until_ = step;
  if (step)
    rests_.start();
  else
    forgetLooked();
  if (back || assessment() != before) Q_EMIT assessmentChanged();
}

void Examiner::forgetLooked() {
  rests_.stop();
  looker_.drop();
  looking_.cancel();
  looked_.reset();
}

void Examiner::look() {
  const auto folder = run_.empty() ? session_.now().folder : run_;
  if (folder.empty() || !until_) return;
  const auto there = looked_ ? std::optional(looked_->model->step()) : std::nullopt;
  looker_.run(
      [folder, data = session_.data().known(), step = until_, there]() -> std::optional<Subject> {
        stepBack();
        const auto found = lookAt(lookSteps(folder), step);
        if (!found || found->step == there) return {};
        return readSubject(found->run, data, found->step);
      },
      [this](Outcome<std::optional<Subject>> outcome) {  // nobody asked for it: what cannot be read is no complaint
        if (!outcome.value || !*outcome.value) return;
        looked_ = std::move(*outcome.value);
        measureLooked(*looked_);
        Q_EMIT assessmentChanged();
      });
}

/// As a training is measured at its end, where that step is not measured yet and measuring is wanted at all.
void Examiner::measureLooked(const Subject& subject) {
  const History* history = shown();
  const Assessed* known = history ? history->assessments.at(subject.model->step()) : nullptr;
  if (cadence_.when == Cadence::When::Never || (known && (*known)->step == subject.model->step())) return;
  looking_.start([subject] { return subject; }, withThreads(endSuite()),
                 [this, run = run_](Outcome<Measurement::Result> outcome) {
                   if (outcome.error)
                     complain(*outcome.error);
                   else if (run == run_)
                     histories_[run].assessments.place(outcome.value->assessment->step, outcome.value->assessment);
                   Q_EMIT assessmentChanged();
                   Q_EMIT progressChanged();
                 });
  Q_EMIT progressChanged();
}

bool Examiner::canMeasure() const {
  return !run_.empty() || (session_.begun() && session_.now().state != State::Failed && data_);
}

void Examiner::measureQuick() { measure(Wish::Quick); }
void Examiner::measureAll() { measure(Wish::Full); }

void Examiner::measure(Wish wish) {
  if (!canMeasure()) return;
  if (run_.empty() && session_.active())
    askTraining(wish);
  else
    measureEnd(run_, wish);
  Q_EMIT progressChanged();
}

// The networks come with a later update. What has been asked for by hand goes before what is due.
void Examiner::askTraining(Wish wish) {
  if (wish == Wish::Quick && (measurement_.busy() || wish_ == Wish::Full)) return;
  wish_ = wish;
  session_.snapshot();
}

void Examiner::setWatched(bool watched) {
  watched_ = watched;
  askNetworks(session_.now().step);
}

// A measurement that waits for the networks goes before.
void Examiner::askNetworks(int64_t step) {
  const bool live = run_.empty() && !until_ && session_.begun() && session_.active();
  if (!watched_ || !live || wish_ != Wish::None || freshener_.busy()) return;
  if (fresh_.model && !freshened_.hasExpired(kFreshens)) return;
  if (outdated(subject(), step)) askTraining(Wish::Look);
}

void Examiner::takeNetworks() {
  freshener_.run(
      [weights = seen_, data = data_] {
        stepBack();
        return Subject{std::make_shared<const Model>(*weights), data};
      },
      [this](Outcome<Subject> outcome) {  // nobody asked for it: the measurement complains of the same
        if (!outcome.value) return;
        fresh_ = std::move(*outcome.value);
        freshened_.start();
        Q_EMIT networksChanged();
      });
}

void Examiner::measureEnd(const std::filesystem::path& run, Wish wish) {
  const auto folder = run.empty() ? session_.now().folder : run;
  start(checkpointOf(folder), run, wish, wish == Wish::Full ? Suite::full() : endSuite());
}

std::function<Subject()> Examiner::checkpointOf(const std::filesystem::path& run) const {
  return [run, data = session_.data().known()] { return readSubject(run, data); };
}

// Beside a training one core is enough; afterwards all are free.
Suite Examiner::withThreads(Suite suite) const {
  suite.threads = session_.running() ? 1 : 0;
  return suite;
}

void Examiner::start(std::function<Subject()> subject, const std::filesystem::path& run, Wish wish,
                     const Suite& suite) {
  measured_ = run;
  full_ = wish == Wish::Full;
  measurement_.start(std::move(subject), withThreads(suite), [this, run, suite](Outcome<Measurement::Result> outcome) {
    if (outcome.error)
      complain(*outcome.error);
    else
      accept(run, suite, full_, std::move(*outcome.value));
    if (std::exchange(endDue_, false) && !knowsTheEnd()) measureEnd({}, Wish::Quick);
    Q_EMIT progressChanged();
  });
  Q_EMIT progressChanged();
}

void Examiner::accept(const std::filesystem::path& run, const Suite& suite, bool full, Measurement::Result result) {
  if (!run.empty() && run != run_) return;  // its folder keeps it
  History& history = histories_[run];
  history.assessments.add(result.assessment->step, result.assessment);
  history.newest = std::move(result.subject);
  history.suite = suite;
  history.full = full;
  if (full && run == run_) matchBaseline(history);
  if (run == run_) Q_EMIT assessmentChanged();
}

void Examiner::cancel() {
  wish_ = Wish::None;
  endDue_ = false;
  measurement_.cancel();
  reference_.cancel();
  looking_.cancel();
  Q_EMIT assessmentChanged();  // what has arrived is dropped
  Q_EMIT progressChanged();
}

void Examiner::onUpdate(const Update& update) {
  if (!session_.begun()) return;  // nobody asked for a verdict on what is there for show
  if (update.weights && update.weights != seen_) {
    seen_ = update.weights;
    const Wish wish = std::exchange(wish_, Wish::None);
    if (wish == Wish::Look)
      takeNetworks();
    else if (wish != Wish::None)
      start(
          [weights = seen_, data = data_] {
            return Subject{std::make_shared<const Model>(*weights), data};
          },
          {}, wish, wish == Wish::Full ? Suite::full() : Suite::quick());
  }
  if (cadence_.when == Cadence::When::Evaluations && session_.running() && evaluated(update)) askTraining(Wish::Quick);
  askNetworks(update.step);
}

void Examiner::onRunChanged() {
  if (measurement_.busy() && measured_.empty()) measurement_.cancel();
  wish_ = Wish::None;
  endDue_ = false;
  seen_.reset();
  freshener_.drop();
  fresh_ = {};
  if (run_.empty()) forgetLooked();
  histories_.erase(std::filesystem::path());
  data_ = session_.data().data();
  if (cadence_.when == Cadence::When::Seconds) due_.start();  // counted from the beginning
  Q_EMIT assessmentChanged();
  Q_EMIT progressChanged();
}

void Examiner::onRunFinished() {
  wish_ = Wish::None;
  if (session_.now().state == State::Failed || session_.now().folder.empty()) return;
  if (measurement_.busy() && full_)
    endDue_ = true;
  else if (!knowsTheEnd())
    measureEnd({}, Wish::Quick);
}

// Fewer attacks must not take the place of all of them, measured while the training was paused where it now ends.
bool Examiner::knowsTheEnd() const {
  const auto found = histories_.find(std::filesystem::path());
  if (found == histories_.end() || !found->second.full) return false;
  return (*found->second.assessments.at(std::numeric_limits<int64_t>::max()))->step == session_.now().step;
}

void Examiner::onProgress() {
  if (const Assessed partial = measurement_.partial(); full_ && partial != told_) {
    told_ = partial;
    if (measured_ == run_) Q_EMIT assessmentChanged();
  }
  Q_EMIT progressChanged();
}

const Examiner::History* Examiner::shown() const {
  const auto found = histories_.find(run_);
  return found == histories_.end() ? nullptr : &found->second;
}

Assessed Examiner::assessment() const {
  const History* history = shown();
  if (!history || history->assessments.empty()) return {};
  const Assessed* found = history->assessments.at(until_.value_or(std::numeric_limits<int64_t>::max()));
  return found ? *found : Assessed();
}

Assessed Examiner::arriving() const {
  return full_ && !until_ && measured_ == run_ ? measurement_.partial() : Assessed();
}

Subject Examiner::subject() const {
  const Subject known = measured();
  const bool newer = run_.empty() && !(until_ && looked_) && fresh_.model &&
                     (!known.model || known.model->step() < fresh_.model->step());
  return newer ? fresh_ : known;
}

Subject Examiner::measured() const {
  if (until_ && looked_) return *looked_;
  const History* history = shown();
  return history ? history->newest : read_;
}

Examiner::Work Examiner::work() const {
  if (measurement_.busy()) return measured_ == run_ ? Work::Shown : Work::Other;
  if (looking_.busy()) return Work::Shown;
  return reference_.busy() ? Work::Baseline : Work::None;
}

Measurement::Progress Examiner::progress() const {
  if (measurement_.busy()) return measurement_.progress();
  return looking_.busy() ? looking_.progress() : reference_.progress();
}

const Examiner::Baseline* Examiner::baseline() const {
  if (!baseline_) return nullptr;
  const Subject present = subject();
  const bool sameImages =
      !present.data || !baseline_->subject.data || present.data->sha256 == baseline_->subject.data->sha256;
  return sameImages ? &*baseline_ : nullptr;
}

void Examiner::pin() {
  const Assessed present = assessment();
  if (!present) return;
  Subject of = measured();
  if (of.model && of.model->step() != present->step) of.model.reset();
  reference_.cancel();
  baseline_ = Baseline{run_.empty() ? session_.now().folder : run_, of, present};
  Q_EMIT assessmentChanged();
}

void Examiner::compareWith(const std::filesystem::path& run) {
  const History* present = shown();
  measureBaseline(checkpointOf(run), run, present ? present->suite : endSuite());
}

void Examiner::measureBaseline(std::function<Subject()> subject, const std::filesystem::path& run, const Suite& suite) {
  reference_.start(std::move(subject), withThreads(suite), [this, run](Outcome<Measurement::Result> outcome) {
    if (outcome.error) {
      complain(*outcome.error);
    } else {
      baseline_ = Baseline{run, outcome.value->subject, outcome.value->assessment};
      Q_EMIT assessmentChanged();
      if (!baseline()) complainOfImages(*baseline_);
    }
    Q_EMIT progressChanged();
  });
  Q_EMIT progressChanged();
}

// A baseline that knows fewer attacks, or more images, is measured again.
void Examiner::matchBaseline(const History& present) {
  const Baseline* known = baseline();
  const Assessed* newest = present.assessments.at(std::numeric_limits<int64_t>::max());
  if (!known || !known->subject.model || sameMeasure(*known->assessment, **newest)) return;
  measureBaseline([subject = known->subject] { return subject; }, known->run, present.suite);
}

void Examiner::unpin() {
  reference_.cancel();
  baseline_.reset();
  Q_EMIT assessmentChanged();
  Q_EMIT progressChanged();
}

void Examiner::complain(const Error& error) { Q_EMIT failed(Notice::of(error)); }

void Examiner::complainOfImages(const Baseline& baseline) {
  Q_EMIT failed({Severity::Warning,
                 {QT_TRANSLATE_NOOP("notices", "%1 was measured on other images (%2): its figures cannot be compared."),
                  {baseline.run.filename().string(), baseline.subject.data->name}},
                 {QT_TRANSLATE_NOOP("notices", "Compare runs that were trained on the same data.")}});
}

}  // namespace sparring::ui
