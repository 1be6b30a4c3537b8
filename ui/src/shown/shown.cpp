#include "shown/shown.h"

#include <algorithm>
#include <utility>

#include "base/job.h"
#include "base/text.h"
#include "measure/examiner.h"
#include "session/session.h"

namespace sparring::ui {
namespace {

constexpr std::chrono::seconds kFollow{1};

template <class Picture>
std::shared_ptr<const Picture> ofLane(const std::vector<std::shared_ptr<const Picture>>& lanes, int lane) {
  return lane < std::ssize(lanes) ? lanes[size_t(lane)] : nullptr;
}

}  // namespace

Shown::Shown(Session& session, Examiner& examiner, QObject* parent, Follow follow)
    : QObject(parent),
      source_(session),
      examiner_(examiner),
      follow_(follow),
      comparison_(session),
      again_(kFollow, [this] { readAgain(); }) {
  connect(&grown_, &QFileSystemWatcher::fileChanged, this, [this] { again_.ask(); });
  if (follow == Follow::Training) {
    connect(&session, &Session::runChanged, this, &Shown::onRunChanged);
    connect(&session, &Session::resumed, this, [this](const auto& record) { onResumed(*record); });
    connect(&session, &Session::updated, this, &Shown::onUpdate);
    connect(&session, &Session::figuresChanged, this, &Shown::onFigures);
  }
  connect(&session, &Session::paramsChanged, this, [this] { Q_EMIT changed(Wishes); });
  connect(&session.data(), &DataKeeper::loaded, this, [this] { Q_EMIT changed(Data | Pictures); });
  connect(&examiner, &Examiner::assessmentChanged, this, &Shown::onAssessment);
  connect(&examiner, &Examiner::networksChanged, this, &Shown::onNetworks);
}

std::filesystem::path Shown::folder() const { return opened_.empty() ? source_.now().folder : opened_; }

bool Shown::begun() const { return !opened_.empty() || source_.begun(); }

bool Shown::ended() const { return !opened_.empty() || source_.ended(); }

Phase Shown::phase() const { return opened_.empty() ? source_.now().phase : Phase::Joint; }

const Params& Shown::params() const {
  if (!opened_.empty()) return past_.params;
  return source_.begun() ? source_.now().params : source_.params();
}

Params Shown::paramsThen() const {
  if (opened_.empty()) return params();
  return paramsAfter(past_.params, past_.trace.events, step_.value_or(past_.trace.last));
}

std::string Shown::preset() const {
  if (!opened_.empty()) return past_.preset;
  return source_.begun() ? source_.begunPreset().name : source_.preset().name;
}

const Params& Shown::wished() const { return source_.params(); }

std::string Shown::wishedPreset() const { return source_.preset().name; }

const std::filesystem::path& Shown::runsFolder() const { return source_.runs(); }

std::shared_ptr<const Dataset> Shown::data() const { return source_.data().data(); }

// The examiner first: who reads on Run finds its figures of this run.
void Shown::show() {
  step_.reset();
  follow();
  maker_.drop();
  pictured_.reset();
  made_ = {};
  makePictures();
  examiner_.setRun(opened_);
  examiner_.setUntil({});
  child_.clear();
  parent_.reset();
  Q_EMIT changed(Run | Step | Pictures | Kin);
  seekParent();
}

void Shown::onRunChanged() {
  session_ = {};
  session_.began = session_.lambdas = source_.params().lambda;
  session_.accuracies = accuraciesUnder(source_.params().evaluateAttacks);
  Q_EMIT changed(Beginning);
  if (source_.begun()) {  // who starts a training wants to see it
    reader_.drop();
    opened_.clear();
  }
  if (opened_.empty()) show();
}

void Shown::onResumed(const RunRecord& record) {
  session_ = traceToCheckpoint(record);
  session_.lambdas = source_.params().lambda;
  session_.accuracies = accuraciesUnder(source_.params().evaluateAttacks);
  opened_.clear();
  show();
}

void Shown::onUpdate(const Update& update) {
  if (!source_.begun()) return;  // the preview's first figures are not part of any run
  session_.points.insert(session_.points.end(), update.points.begin(), update.points.end());
  session_.events.insert(session_.events.end(), update.events.begin(), update.events.end());
  session_.last = update.step;
  session_.stepsPerEpoch = update.stepsPerEpoch;
  if (update.state != State::Preparing) {
    session_.lambdas = update.params.lambda;
    session_.accuracies = accuraciesUnder(update.params.evaluateAttacks);
    if (const auto now = data()) session_.tested = evenPartSize(now->test.count(), update.params.evaluateLimit);
  }
  if (!opened_.empty()) return;
  Q_EMIT changed(News);
  seekParent();  // the training has a folder only now
}

void Shown::onFigures() {
  if (!source_.begun() || !opened_.empty()) return;
  Q_EMIT changed(step_ ? What(Last) : Last | Pictures);
}

void Shown::onAssessment() {
  const auto model = networks().model;
  const bool others = model != model_;
  model_ = model;
  Q_EMIT changed(others ? Assessment | Networks : What(Assessment));
}

void Shown::onNetworks() {
  const auto model = networks().model;
  if (std::exchange(model_, model) != model) Q_EMIT changed(Networks);
}

void Shown::setStep(std::optional<int64_t> step) {
  step_ = step;
  examiner_.setUntil(step);
  makePictures();
  Q_EMIT changed(Step | Pictures);
}

int Shown::lane() const {
  const auto& lambdas = trace().lambdas;
  return lane_ && *lane_ < std::ssize(lambdas) ? *lane_ : usualLane(lambdas);
}

void Shown::chooseLane(int lane) {
  lane_ = lane;
  Q_EMIT changed(Lane);
}

QString Shown::laneName(int lane) const {
  const auto& lambdas = trace().lambdas;
  if (lambdas.size() < 2 || lane < 0 || lane >= std::ssize(lambdas)) return {};
  return lambdaName(lambdas[size_t(lane)]);
}

std::shared_ptr<const SampleGrid> Shown::samples() const {
  if (!opened_.empty()) return ofLane(made_.samples, lane());
  const auto* found = source_.begun() ? source_.samples().at(step_.value_or(session_.last)) : nullptr;
  return found ? ofLane(*found, lane()) : nullptr;
}

std::shared_ptr<const PairSet> Shown::pairs() const {
  if (!opened_.empty()) return ofLane(made_.pairs, lane());
  const auto* found = source_.begun() ? source_.pairs().at(step_.value_or(session_.last)) : nullptr;
  return found ? ofLane(*found, lane()) : nullptr;
}

// Of the last weights not after the step looked at, off the window's thread.
void Shown::makePictures() {
  const auto look = opened_.empty() ? std::nullopt : lookAt(past_.looks, step_);
  if (!look || look->step == pictured_) return;
  pictured_ = look->step;
  pictureProblem_.reset();
  maker_.run(
      [look = *look, data = source_.data().known()] {
        stepBack();
        const Subject subject = readSubject(look.run, data, look.step);
        return subject.model->pictures(*subject.data);
      },
      [this](auto outcome) {
        pictureProblem_ = outcome.error;
        made_ = outcome.error ? LanePictures() : std::move(*outcome.value);
        Q_EMIT changed(Pictures);
      });
}

bool Shown::settled() const { return !picturing() && examiner_.settled(); }

void Shown::seekParent() {
  const auto run = begun() ? folder() : std::filesystem::path();
  if (run == child_) return;
  child_ = run;
  genealogist_.run([run] { return parentOfRun(run); },
                   [this, run](auto outcome) {
                     if (run != child_ || !outcome.value) return;
                     parent_ = std::move(*outcome.value);
                     if (parent_) Q_EMIT changed(Kin);
                   });
}

std::optional<Shown::KeptSamples> Shown::keptSamples() const {
  if (opened_.empty() || past_.samples.empty()) return {};
  const int64_t step = lastUpTo(past_.samples, step_.value_or(past_.trace.last));
  return KeptSamples{samplesPath(opened_, step), step};
}

void Shown::openRun(const std::filesystem::path& run) {
  if (follow_ == Follow::Training && source_.begun() && run == source_.now().folder) {
    backToSession();
    return;
  }
  reader_.run([run] { return readPast(run); },
              [this, run](auto outcome) {
                if (outcome.error) {
                  Q_EMIT noticed(Notice::of(*outcome.error));
                  return;
                }
                opened_ = run;
                past_ = std::move(*outcome.value);
                show();
                if (past_.warning) Q_EMIT noticed({Severity::Warning, *past_.warning, {}, "core"});
              });
}

void Shown::follow() {
  if (!grown_.files().isEmpty()) grown_.removePaths(grown_.files());
  if (!opened_.empty()) grown_.addPath(QString::fromStdString((opened_ / "metrics.csv").string()));
}

void Shown::readAgain() {
  if (opened_.empty() || reader_.busy()) return;
  reader_.run([run = opened_] { return readPast(run); },
              [this, run = opened_](auto outcome) {
                if (outcome.error || run != opened_) return;
                const size_t before = past_.trace.points.size();
                past_ = std::move(*outcome.value);
                makePictures();
                const bool longer = past_.trace.points.size() >= before;  // shorter: taken up again from a checkpoint
                if (longer)
                  Q_EMIT changed(step_ ? News | Last : News | Last | Pictures);
                else
                  show();
              });
}

Shown::Past Shown::readPast(const std::filesystem::path& run) {
  RunRecord record = withPast(readRun(run), run);
  Past past;
  past.params = record.config.params;
  past.preset = record.config.preset;
  past.looks = lookSteps(run);
  past.warning = warningOf(record.config, run);
  past.samples = std::move(record.samples);
  past.trace = traceOf(std::move(record));
  return past;
}

void Shown::backToSession() {
  reader_.drop();
  if (opened_.empty()) return setStep({});
  opened_.clear();
  show();
}

}  // namespace sparring::ui
