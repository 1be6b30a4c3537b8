#include "window/stage.h"

#include <QLocale>
#include <algorithm>

#include "base/text.h"
#include "curves/curvesview.h"
#include "digits/pairsview.h"
#include "digits/pictureloader.h"
#include "digits/sampleview.h"
#include "frontier/evaluations.h"
#include "frontier/frontierview.h"
#include "measure/examiner.h"
#include "panels/messagespanel.h"
#include "panels/scrubber.h"
#include "session/session.h"

namespace sparring::ui {
namespace {

constexpr int kRealPerClass = 10, kMostReal = 100;
// A longer label would hide the curve: the key is shorter.
constexpr int kLongestMarker = 12;

QString markerText(const Event& event) {
  QString name = QString::fromStdString(event.key);
  try {
    const QString full = label(paramRow(event.key));
    if (full.size() <= kLongestMarker) name = full;
  } catch (const Error&) {  // a run of another version: its key will do
  }
  return name + " " + QString::fromStdString(event.value);
}

/// Test images, class after class: a row each, or of more than ten classes as many of each as there is room for.
ImageSet someOfEach(const ImageSet& set) {
  ImageSet some{{set.kind, {}}, {}};
  const int perClass = std::max(1, std::min(kRealPerClass, kMostReal / set.kind.classes));
  for (int c = 0; c < set.kind.classes; ++c) {
    int found = 0;
    for (size_t i = 0; i < set.labels.size() && found < perClass; ++i) {
      if (set.labels[i] != c) continue;
      some.add(set, int64_t(i));
      some.labels.push_back(set.labels[i]);
      ++found;
    }
  }
  return some;
}

}  // namespace

Stage::Stage(Session& session, Views views, QObject* parent) : QObject(parent), source_(session), views_(views) {
  connect(&session, &Session::runChanged, this, &Stage::onRunChanged);
  connect(&session, &Session::resumed, this, [this](const auto& record) { onResumed(*record); });
  connect(&session, &Session::updated, this, &Stage::onUpdate);
  connect(&session, &Session::figuresChanged, this, &Stage::followLive);
  connect(&session.data(), &DataKeeper::loaded, this, &Stage::onData);
  connect(&views_.scrubber, &Scrubber::scrubbed, this, &Stage::scrub);
  connect(&views_.curves, &CurvesView::scrubbed, this, [this](qint64 step) {
    views_.scrubber.setStep(step);
    scrub(step);
  });
}

std::filesystem::path Stage::folder() const { return opened_.empty() ? source_.now().folder : opened_; }

const Params& Stage::params() const {
  if (!opened_.empty()) return openedParams_;
  return source_.begun() ? source_.now().params : source_.params();
}

void Stage::onRunChanged() {
  session_ = {};
  session_.lambdas = source_.params().lambda;
  if (source_.begun()) {  // who starts a training wants to see it
    reader_.drop();
    opened_.clear();
  }
  if (opened_.empty()) {
    draw(session_);
    Q_EMIT shown();
  }
}

void Stage::onResumed(const RunRecord& record) {
  const int64_t from = record.checkpoints.empty() ? 0 : record.checkpoints.back();
  for (const auto& point : record.points)
    if (point.step <= from) session_.points.push_back(point);
  for (const auto& event : record.events)
    if (event.step <= from) session_.events.push_back(event);
  session_.last = from;
  opened_.clear();
  draw(session_);
  Q_EMIT shown();
}

void Stage::onUpdate(const Update& update) {
  if (!source_.begun()) return;  // the preview's first figures are not part of any run
  session_.points.insert(session_.points.end(), update.points.begin(), update.points.end());
  session_.events.insert(session_.events.end(), update.events.begin(), update.events.end());
  session_.last = update.step;
  const bool otherLambdas = update.state != State::Preparing && update.params.lambda != session_.lambdas;
  if (otherLambdas) session_.lambdas = update.params.lambda;
  if (!opened_.empty()) return;
  if (update.phase == Phase::Teacher)
    views_.curves.lossPlot().setEmptyText(tr("The teacher learns first. The losses appear after it."));
  if (otherLambdas) {
    views_.curves.setLanes(session_.lambdas);
    views_.frontier.setLanes(session_.lambdas);
  }
  if (!update.points.empty()) {
    views_.curves.append(update.points);
    views_.frontier.append(update.points);
  }
  for (const auto& event : update.events) mark(event);
}

void Stage::followLive() {
  if (!source_.begun() || !opened_.empty()) return;
  views_.scrubber.setLast(session_.last);
  if (views_.scrubber.live()) showPictures({});
}

void Stage::onData() {
  const auto data = source_.data().data();
  views_.samples.showReal(someOfEach(data->test), QString::fromStdString(data->name));
  showPictures(views_.scrubber.step());
}

void Stage::draw(const Trace& trace) {
  if (!source_.begun()) views_.curves.lossPlot().setEmptyText(tr("Press Start: the losses appear here."));
  views_.curves.clear();
  views_.curves.setLanes(trace.lambdas);
  views_.curves.append(trace.points);
  views_.frontier.clear();
  views_.frontier.setLanes(trace.lambdas);
  views_.frontier.append(trace.points);
  for (const auto& event : trace.events) mark(event);
  views_.examiner.setRun(opened_);
  views_.examiner.setUntil({});
  views_.scrubber.setStep({});
  views_.scrubber.setLast(trace.last);
  showPictures({});
}

void Stage::mark(const Event& event) {
  if (event.kind == Event::Kind::Edit)
    views_.curves.addMarker(event.step, event.key, markerText(event),
                            tr("Step %1: %2").arg(stepText(event.step), eventText(event)));
  else if (event.kind == Event::Kind::Phase)
    views_.curves.addPhase(event.step, phaseLabel(event.key));
}

void Stage::scrub(std::optional<int64_t> step) {
  views_.curves.setScrub(step);
  views_.frontier.setScrub(step);
  views_.examiner.setUntil(step);
  showPictures(step);
}

void Stage::showPictures(std::optional<int64_t> step) {
  const int64_t at = step.value_or(trace().last);
  if (opened_.empty()) {
    const auto* samples = source_.begun() ? source_.samples().at(at) : nullptr;
    const auto* pairs = source_.begun() ? source_.pairs().at(at) : nullptr;
    views_.samples.show(samples ? *samples : nullptr);
    views_.pairs.setPast(false);
    views_.pairs.show(pairs ? *pairs : nullptr);
    return;
  }
  const auto after = std::upper_bound(openedSamples_.begin(), openedSamples_.end(), at);
  views_.pairs.setPast(true);
  views_.pairs.show(nullptr);
  if (openedSamples_.empty()) {
    views_.samples.show(nullptr);
    return;
  }
  const int64_t picture = after == openedSamples_.begin() ? *after : *std::prev(after);
  views_.samples.show(loadSamples(samplesPath(opened_, picture), picture));
}

void Stage::openRun(const std::filesystem::path& run) {
  if (source_.begun() && run == source_.now().folder) {
    backToSession();
    return;
  }
  reader_.run([run] { return std::make_shared<RunRecord>(readRun(run)); },
              [this, run](auto outcome) {
                if (outcome.error) {
                  Q_EMIT noticed(Notice::of(*outcome.error));
                  return;
                }
                RunRecord& record = **outcome.value;
                opened_ = run;
                openedParams_ = record.config.params;
                openedSamples_ = std::move(record.samples);
                openedTrace_ = {lambdasOf(record.config.params, record.events), std::move(record.points),
                                std::move(record.events), 0};
                for (const auto& point : openedTrace_.points)
                  openedTrace_.last = std::max(openedTrace_.last, point.step);
                if (!record.checkpoints.empty())
                  openedTrace_.last = std::max(openedTrace_.last, record.checkpoints.back());
                draw(openedTrace_);
                Q_EMIT shown();
              });
}

void Stage::backToSession() {
  reader_.drop();
  opened_.clear();
  draw(session_);
  Q_EMIT shown();
}

void Stage::redraw() {
  const auto step = views_.scrubber.step();
  draw(trace());
  if (!step) return;
  views_.scrubber.setStep(step);
  scrub(step);
}

}  // namespace sparring::ui
