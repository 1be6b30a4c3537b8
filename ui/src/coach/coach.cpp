#include "coach/coach.h"

#include <algorithm>
#include <utility>

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPause = 2s;       // a look costs milliseconds, of another thread
constexpr size_t kQualities = 2;  // that are enough for the rules

/// A case with what its spans point at.
struct Look {
  std::vector<MetricPoint> points;
  std::vector<Event> events;
  CoachCase run;
};

}  // namespace

Coach::Coach(Session& session, Shown& shown, QObject* parent)
    : QObject(parent), session_(session), shown_(shown), again_(kPause, [this] { look(); }) {
  connect(&shown, &Shown::changed, this, &Coach::read);
}

void Coach::read(Shown::What what) {
  if (what & Shown::Beginning) qualities_.clear();
  if (what & (Shown::Run | Shown::Beginning)) {
    seen_ = 0;
    hints_.clear();
    take({});
  }
  const std::vector<MetricPoint>& points = shown_.trace().points;
  seen_ = std::min(seen_, points.size());
  const bool tested = std::any_of(points.begin() + ptrdiff_t(seen_), points.end(),
                                  [](const MetricPoint& point) { return isAccuracy(point.metric); });
  seen_ = points.size();
  const bool ended = what & (Shown::News | Shown::Last) && (session_.now().broken || shown_.ended());
  if (tested || ended || what & (Shown::Run | Shown::Assessment)) again_.ask();
}

void Coach::addQuality(std::shared_ptr<const GeneratorQuality> quality) {
  qualities_.push_back(std::move(quality));
  if (qualities_.size() > kQualities) qualities_.pop_front();
  again_.ask();
}

void Coach::look() {
  if (!shown_.begun()) return;
  const Trace& trace = shown_.trace();
  const bool live = shown_.opened().empty();
  auto look = std::make_shared<Look>();
  look->points = trace.points;
  look->events = trace.events;
  look->run.params = paramsAfter(shown_.params(), trace.events);
  look->run.step = trace.last;
  look->run.stepsPerEpoch = trace.stepsPerEpoch;
  look->run.tested = trace.tested;
  look->run.over = shown_.ended();
  look->run.assessment = shown_.assessment();
  if (live) {
    look->run.totalSteps = session_.now().totalSteps;
    look->run.broken = session_.now().broken;
    look->run.qualities = {qualities_.begin(), qualities_.end()};
  }
  looking_.run(
      [look] {
        look->run.points = look->points;
        look->run.events = look->events;
        return hintsFor(look->run);
      },
      [this, folder = shown_.folder(), broken = look->run.broken](auto outcome) {
        if (!outcome.value || folder != shown_.folder()) return;
        take(std::move(*outcome.value));
        if (!broken) tell();  // what broke a training has its own notice
        Q_EMIT looked();
      });
}

// A card that somebody is about to click stays where it is.
void Coach::take(std::vector<Hint> hints) {
  for (Hint& hint : hints)
    if (const auto known = std::ranges::find(hints_, hint.key(), &Hint::key); known != hints_.end()) hint = *known;
  hints_ = std::move(hints);
  std::vector<Hint> now;
  for (const Hint& hint : hints_)
    if (!ofRun().quiet.contains(hint.key())) now.push_back(hint);
  const bool same = std::ranges::equal(now, shownHints_, {}, &Hint::key, &Hint::key);
  shownHints_ = std::move(now);
  if (!same) Q_EMIT changed();
}

void Coach::tell() {
  if (!shown_.opened().empty()) return;
  for (const Hint& hint : shownHints_)
    if (ofRun().told.insert(hint.key()).second)
      Q_EMIT noticed({Severity::Warning, hint.sign, hint.figures, "core", NoticeAction::ShowHints, hint.step});
}

void Coach::putOff(const Hint& hint) {
  ofRun().quiet.insert(hint.key());
  take(hints_);
}

}  // namespace sparring::ui
