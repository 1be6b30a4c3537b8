#include <QElapsedTimer>
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "curves/plotview_impl.h"

namespace sparring::ui {
namespace {

// Shares of the range that are free to the right of the newest step while it is followed. An axis that starts at 0
// grows in leaps: it can be read, and a curve that has no new points need not be drawn.
constexpr double kMargin = 0.02;
constexpr double kLeastMargin = 0.01;
constexpr double kLeap = 0.05;
constexpr double kWidestMargin = 0.1;

// Curves under way are drawn so often that drawing takes this share of the window's thread, within what looks smooth.
constexpr double kShare = 0.05;
constexpr std::chrono::milliseconds kQuickest{16}, kSlowest{25};

// A logarithmic axis does not follow a loss below this, or below this share of the greatest: λ·L_adv goes to nothing,
// and the curves of all others would share the upper edge.
constexpr double kFloor = 1e-4, kFloorShare = 1e-2;
constexpr double kBesideInk = 0.75, kBesideWidth = 1.1;  ///< of another run's curves
constexpr double kReach = 0.6;                           ///< of the mouse, in heights of the font
constexpr double kRoomAbove = 0.03;                      ///< above 100 %, as a share of it: a line there is whole
constexpr double kLeastRatio = 0.1, kMostRatio = 10;  ///< always in sight: between these, two gradients balance

}  // namespace

PlotView::Impl::Impl(PlotView* view, Kind kind, const SeriesStore& store)
    : view(view), kind(kind), store(store), pace(kQuickest, [this] { schedule(); }) {}

bool PlotView::Impl::followNewest() {
  if (!following) return false;
  const double last = lastStep();
  const PlotRange before = steps;
  if (steps.from > 0) {
    const double width = steps.width(), to = last + kMargin * width;
    steps = {std::max(0.0, to - width), to};
  } else if (last <= 0) {
    steps = {0, kEmptySteps};
  } else if (last > (1 - kLeastMargin) * steps.to || last < (1 - kWidestMargin) * steps.to) {
    steps = {0, last * (1 + kLeap)};
  }
  return steps != before;
}

double PlotView::Impl::lastStep() const {
  return std::max(store.lastStep(), beside && legend->showsBeside() ? beside->lastStep() : 0);
}

/// Queues one refresh however many changes come in before it.
void PlotView::Impl::schedule() {
  dirty = true;
  if (pending || !view->isVisible()) return;
  pending = true;
  QMetaObject::invokeMethod(
      view, [this] { refresh(); }, Qt::QueuedConnection);
}

void PlotView::Impl::schedulePaced() {
  dirty = true;
  if (view->isVisible()) pace.ask();
}

void PlotView::Impl::refresh() {
  pending = false;
  if (!view->isVisible()) return;
  dirty = false;
  QElapsedTimer cost;
  cost.start();
  draw(canvas->size(), theme::tone());
  canvas->replot();
  const std::chrono::milliseconds pause(qint64(double(cost.nsecsElapsed()) / 1e6 / kShare));
  pace.setPause(std::clamp(pause, kQuickest, kSlowest));
}

void PlotView::Impl::draw(QSize size, theme::Tone tone) {
  const int buckets = size.width();
  std::vector<PlotCanvas::Curve> shown = curves(buckets, tone, false);
  if (beside && legend->showsBeside()) {  // below its own
    std::vector<PlotCanvas::Curve> others = besideCurves(buckets, tone);
    shown.insert(shown.begin(), others.begin(), others.end());
  }
  if (fitValues) fitTo(shown);
  if (store.smoothing() > 0 && lanes == 1) {  // what is smoothed away stays faintly visible below
    std::vector<PlotCanvas::Curve> faint = curves(buckets, tone, true);
    shown.insert(shown.begin(), faint.begin(), faint.end());
  }
  canvas->setTone(tone);
  canvas->setScale(scale());
  canvas->setBlank(empty());
  canvas->setRanges(steps.from, steps.to, values.from, values.to);
  canvas->setCurves(shown);
}

std::vector<SeriesKey> PlotView::Impl::visibleKeys() const {
  std::vector<SeriesKey> keys;
  for (const Metric metric : metrics())
    for (int lane = 0; lane < (metricRow(metric).perLane ? lanes : 1); ++lane)
      if (legend->shows(metric, lane) && store.has({metric, lane})) keys.push_back({metric, lane});
  return keys;
}

std::vector<Metric> PlotView::Impl::metricsAt(QPointF place) const {
  const double reach = kReach * view->fontMetrics().height(), step = canvas->frame().step(place.x());
  std::vector<Metric> found;
  for (const SeriesKey key : visibleKeys()) {
    const auto point = store.at(key, step, SeriesStore::Curve::Smoothed);
    if (!point || std::abs(canvas->toY(point->value) - place.y()) > reach) continue;
    if (found.empty() || found.back() != key.metric) found.push_back(key.metric);
  }
  return found;
}

std::vector<PlotCanvas::Curve> PlotView::Impl::curves(int buckets, theme::Tone tone, bool raw) const {
  const std::vector<SeriesKey> keys = visibleKeys();
  std::vector<PlotCanvas::Curve> result;
  // the first of the legend above all others; sums lie widest and lowest, so that their parts are seen on them
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    const LineLook look = legend->look(key->metric, key->lane);
    PlotCanvas::Curve curve;
    curve.points = store.view(*key, steps.from, steps.to, std::max(50, buckets),
                              raw ? SeriesStore::Curve::Raw : SeriesStore::Curve::Smoothed);
    curve.colour = raw ? theme::mix(theme::paper(tone), look.in(tone), 0.22) : look.in(tone);
    curve.dash = look.dash;
    curve.width = raw ? 1.0 : key->metric == Metric::LTotal && lanes == 1 ? 3.2 : 1.7;
    result.push_back(std::move(curve));
  }
  if (lanes == 1)
    std::stable_partition(result.begin(), result.end(), [](const auto& curve) { return curve.width > 2; });
  return result;
}

std::vector<PlotCanvas::Curve> PlotView::Impl::besideCurves(int buckets, theme::Tone tone) const {
  std::vector<PlotCanvas::Curve> result;
  for (const Metric metric : metrics())
    for (int lane = 0; lane < (metricRow(metric).perLane ? lanes : 1); ++lane) {
      const SeriesKey key{metric, lane};
      if (!legend->shows(metric, lane) || !beside->has(key) || steps.to < besideFrom) continue;
      const LineLook look = legend->besideLook(metric, lane);
      result.push_back({beside->view(key, std::max(steps.from, besideFrom), steps.to, std::max(50, buckets),
                                     SeriesStore::Curve::Smoothed),
                        theme::mix(theme::paper(tone), look.in(tone), kBesideInk), look.dash, kBesideWidth});
    }
  return result;
}

void PlotView::Impl::fitTo(const std::vector<PlotCanvas::Curve>& curves) {
  if (kind == Kind::Accuracy) {
    values = {0, 1 + kRoomAbove};
    return;
  }
  if (kind == Kind::Cosine) {
    values = {-1 - kRoomAbove, 1 + kRoomAbove};
    return;
  }
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const auto& curve : curves) {
    for (const SeriesPoint& point : curve.points) {
      if (point.step < steps.from || point.step > steps.to || (logarithmic() && point.value <= 0)) continue;
      low = std::min(low, point.value);
      high = std::max(high, point.value);
    }
  }
  if (kind == Kind::Ratio) {
    low = std::min(low, kLeastRatio);
    high = std::max(high, kMostRatio);
  }
  if (low > high) {
    values = logarithmic() ? PlotRange{1e-3, 1} : PlotRange{0, 1};
  } else if (logarithmic()) {
    low = std::max(low, std::min(kFloor, kFloorShare * high));
    const double margin = std::max(1.1, std::pow(high / low, 0.05));
    values = {low / margin, high * margin};
  } else {
    if (low > 0 && low < 0.6 * high) low = 0;  // losses read best from their floor
    const double span = std::max(high - low, 1e-9 + 0.02 * std::abs(high));
    values = {low == 0 ? 0 : low - 0.06 * span, high + 0.06 * span};
  }
}

PlotRange PlotView::Impl::limited(PlotRange range) const {
  const double last = std::max(lastStep(), kEmptySteps);
  const double width = std::clamp(range.width(), std::min(4.0, last), 1.2 * last);
  const double centre = 0.5 * (range.from + range.to);
  const double from = std::clamp(centre - 0.5 * width, 0.0, std::max(0.0, last - 0.2 * width));
  return {from, from + width};
}

void PlotView::Impl::moveTo(PlotRange range, bool follow) {
  if (range == steps && follow == following) return;
  steps = range;
  following = follow;
  schedule();
  Q_EMIT view->rangeChanged(steps, following);
}

bool PlotView::Impl::empty() const {
  return std::none_of(metrics().begin(), metrics().end(), [this](Metric metric) { return store.has({metric, 0}); });
}

void PlotView::Impl::updateOverlay() {
  PlotFrame frame = canvas->frame();
  overlay->setGeometry(canvas->rect());
  overlay->setFrame(frame);
  overlay->setEmptyText(empty() ? emptyText : QString());
  updateHover();
}

void PlotView::Impl::updateHover() {
  const PlotFrame frame = canvas->frame();
  const std::vector<SeriesKey> keys = visibleKeys();
  if (!hoverStep || *hoverStep < steps.from || *hoverStep > steps.to || keys.empty()) return overlay->setHover({});
  PlotOverlay::Hover hover;
  hover.step = std::min(std::round(*hoverStep), lastStep());
  hover.title = hoverTitle(hover.step);
  for (int lane = 0; lanes > 1 && lane < lanes; ++lane)
    if (legend->laneButton(lane)->isChecked())
      hover.heads.push_back({u"λ %1"_qs.arg(localNumber(lambdas[size_t(lane)])), theme::lane(lane, lanes)});
  for (const SeriesKey key : keys) {
    const LineLook look = legend->look(key.metric, key.lane);
    const bool ofLane = look.colour == LineLook::Colour::Lane;
    if (hover.rows.empty() || hover.rows.back().name != legend->name(key.metric))
      hover.rows.push_back({legend->name(key.metric), ofLane ? QColor() : look.in(theme::tone()), {}});
    hover.rows.back().cells.push_back(cellAt(key, hover.step));
  }
  for (const SeriesKey key : keys) {
    if (lanes > 1 || !beside || !legend->showsBeside() || hover.step < besideFrom) break;
    hover.rows.push_back({PlotView::tr("%1, parent").arg(legend->name(key.metric)),
                          legend->besideLook(key.metric, 0).in(theme::tone()),
                          {besideCellAt(key, hover.step)}});
  }
  hover.note = marks.markersAt(frame.x(hover.step), 0.5 * view->fontMetrics().height(), frame);
  overlay->setHover(std::move(hover));
}

/// The newest step not after `step` at which anything of this plot was recorded: what is told of `step` is of then.
std::optional<double> PlotView::Impl::recordedAt(double step) const {
  std::optional<double> newest;
  for (const Metric metric : metrics())
    for (int lane = 0; lane < lanes; ++lane)
      if (const auto point = store.at({metric, lane}, step, SeriesStore::Curve::Raw))
        newest = std::max(newest.value_or(0), point->step);
  return newest;
}

QString PlotView::Impl::hoverTitle(double step) const {
  const QString of = stepText(qint64(recordedAt(step).value_or(step)));
  return (kind == Kind::Loss ? PlotView::tr("step %1") : PlotView::tr("evaluated at step %1")).arg(of);
}

PlotOverlay::Cell PlotView::Impl::besideCellAt(SeriesKey key, double step) const {
  PlotOverlay::Cell cell{u"–"_qs, legend->besideLook(key.metric, key.lane).in(theme::tone()), {}};
  const auto point = beside->at(key, step, SeriesStore::Curve::Smoothed);
  if (!point || step > beside->lastStep()) return cell;
  cell.text = kind == Kind::Accuracy ? percentText(point->value) : localNumber(point->value);
  if (!logarithmic() || point->value > 0) cell.dot = QPointF(canvas->frame().x(point->step), canvas->toY(point->value));
  return cell;
}

PlotOverlay::Cell PlotView::Impl::cellAt(SeriesKey key, double step) const {
  PlotOverlay::Cell cell{u"–"_qs, legend->look(key.metric, key.lane).in(theme::tone()), {}};
  if (step > store.lastStep() && beside) return cell;  // so far only the run beside has come
  if (store.rests(key.metric, step)) cell.text = PlotView::tr("–, resting");
  const auto point = store.at(key, step, SeriesStore::Curve::Smoothed);
  if (!point || point->step < recordedAt(step)) return cell;
  cell.text = kind == Kind::Accuracy ? percentText(point->value) : localNumber(point->value);
  if (!logarithmic() || point->value > 0) cell.dot = QPointF(canvas->frame().x(point->step), canvas->toY(point->value));
  return cell;
}

}  // namespace sparring::ui
