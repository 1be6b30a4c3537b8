#include "curves/plotview.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "curves/plotmouse.h"
#include "curves/plotview_impl.h"

namespace sparring::ui {

namespace {

std::vector<Metric> metricsOf(PlotView::Kind kind) {
  switch (kind) {
    case PlotView::Kind::Accuracy:
      return accuraciesUnder(Params{}.evaluateAttacks);
    case PlotView::Kind::Ratio:
      return {Metric::GradientRatio};
    case PlotView::Kind::Cosine:
      return {Metric::GradientCosine};
    case PlotView::Kind::Loss:
      break;
  }
  std::vector<Metric> losses;
  for (const MetricRow& row : metricTable())
    if (isLoss(row.metric)) losses.push_back(row.metric);
  return losses;
}

QString titleOf(PlotView::Kind kind) {
  switch (kind) {
    case PlotView::Kind::Loss:
      return PlotView::tr("Losses");
    case PlotView::Kind::Accuracy:
      return PlotView::tr("Test accuracy");
    case PlotView::Kind::Ratio:
      return PlotView::tr("Gradients: ratio");
    case PlotView::Kind::Cosine:
      return PlotView::tr("Gradients: cosine");
  }
  return {};
}

bool shows(PlotView::Kind kind, Metric metric) {
  switch (kind) {
    case PlotView::Kind::Loss:
      return isLoss(metric);
    case PlotView::Kind::Accuracy:
      return isAccuracy(metric);
    case PlotView::Kind::Ratio:
      return metric == Metric::GradientRatio;
    case PlotView::Kind::Cosine:
      return metric == Metric::GradientCosine;
  }
  return false;
}

}  // namespace

PlotView::PlotView(Kind kind, const SeriesStore& store, QWidget* parent)
    : QWidget(parent), impl_(std::make_unique<Impl>(this, kind, store)) {
  setFocusPolicy(Qt::StrongFocus);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  impl_->title = new QLabel(this);
  impl_->legend = new PlotLegend(metricsOf(kind), this);
  impl_->canvas = new PlotCanvas(impl_->marks, this);
  impl_->overlay = new PlotOverlay(impl_->canvas);
  auto* header = new QHBoxLayout;
  header->addWidget(impl_->title, 0, Qt::AlignTop);
  // the title stands on the line of the legend's first row
  impl_->title->setContentsMargins(0, fontMetrics().height() / 5, 0, 0);
  header->addWidget(impl_->legend, 1);
  const int pad = fontMetrics().height() / 3;
  header->setContentsMargins(2 * pad, pad, pad, 0);
  header->setSpacing(3 * pad);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(header);
  layout->addWidget(impl_->canvas, 1);
  new PlotMouse(this, impl_->canvas);
  connect(impl_->legend, &PlotLegend::changed, this, &PlotView::dataChanged);  // the run beside may reach further
  connect(impl_->canvas, &PlotCanvas::laidOut, this, [this] { impl_->updateOverlay(); });
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  impl_->title->setFont(bold);
  setMinimumHeight(9 * fontMetrics().height());
  retranslate();
}

PlotView::~PlotView() = default;

void PlotView::retranslate() {
  const QString title = titleOf(impl_->kind);
  impl_->title->setText(title);
  setAccessibleName(title);
  setAccessibleDescription(
      tr("Arrow keys pan, plus and minus zoom, Home shows everything, F follows the newest step."));
  impl_->legend->setLanes(impl_->lambdas);
  impl_->schedule();
}

void PlotView::setLanes(const std::vector<double>& lambdas) {
  impl_->lambdas = lambdas.empty() ? std::vector<double>{1.0} : lambdas;
  impl_->lanes = int(impl_->lambdas.size());
  impl_->legend->setLanes(impl_->lambdas);
  impl_->schedule();
}

void PlotView::setMetrics(std::vector<Metric> metrics) {
  if (metrics == impl_->metrics()) return;
  impl_->legend->setMetrics(std::move(metrics));
  impl_->schedule();
}

void PlotView::setBeside(const SeriesStore* store, int64_t from, const QString& run) {
  impl_->beside = store;
  impl_->besideFrom = double(from);
  impl_->legend->setBeside(store ? run : QString());
  dataChanged();
}

void PlotView::dataChanged() {
  impl_->followNewest();
  impl_->schedule();
}

void PlotView::pointsAdded(const std::vector<MetricPoint>& points) {
  const bool own = std::any_of(points.begin(), points.end(),
                               [this](const MetricPoint& point) { return shows(impl_->kind, point.metric); });
  if (impl_->followNewest() || own) impl_->schedulePaced();
}

void PlotView::setLogScale(bool on) {
  if (on == impl_->log || impl_->kind != Kind::Loss) return;
  impl_->log = on;
  impl_->fitValues = true;
  impl_->schedule();
  Q_EMIT logScaleChanged(on);
}

bool PlotView::logScale() const { return impl_->logarithmic(); }

void PlotView::setFollow(bool on) {
  if (on == impl_->following) return;
  impl_->following = on;
  if (on) dataChanged();
  Q_EMIT rangeChanged(impl_->steps, on);
}

bool PlotView::follow() const { return impl_->following; }

void PlotView::fit() {
  impl_->fitValues = true;
  impl_->steps.from = 0;
  impl_->following = true;
  dataChanged();
  Q_EMIT rangeChanged(impl_->steps, true);
}

PlotRange PlotView::range() const { return impl_->steps; }

void PlotView::setRange(PlotRange range, bool follow) {
  if (range == impl_->steps && follow == impl_->following) return;
  impl_->steps = range;
  impl_->following = follow;
  impl_->schedule();
}

PlotRange PlotView::valueRange() const { return impl_->values; }

void PlotView::zoomSteps(double x, double factor) {
  const double centre = impl_->canvas->frame().step(x - impl_->canvas->x());
  const PlotRange& now = impl_->steps;
  impl_->moveTo(impl_->limited({centre + (now.from - centre) * factor, centre + (now.to - centre) * factor}), false);
}

void PlotView::zoomValues(double y, double factor) {
  const double top = impl_->canvas->frame().rect.top(), bottom = impl_->canvas->frame().rect.bottom();
  const double centre = std::clamp(y - impl_->canvas->y(), top, bottom);
  // in pixels, so that a logarithmic axis zooms evenly
  const PlotRange zoomed{impl_->canvas->toValue(centre + (bottom - centre) * factor),
                         impl_->canvas->toValue(centre + (top - centre) * factor)};
  if (!std::isfinite(zoomed.from) || !std::isfinite(zoomed.to) || !(zoomed.width() > 0)) return;
  impl_->values = zoomed;
  impl_->fitValues = false;
  impl_->schedule();
}

void PlotView::pan(QPointF by) {
  const PlotFrame frame = impl_->canvas->frame();
  if (by.x() != 0) {
    const double shift = -by.x() / frame.rect.width() * impl_->steps.width();
    impl_->moveTo(impl_->limited({impl_->steps.from + shift, impl_->steps.to + shift}), false);
  }
  if (by.y() != 0 && !impl_->fitValues) {  // values move only once they are no longer fitted
    impl_->values = {impl_->canvas->toValue(frame.rect.bottom() - by.y()),
                     impl_->canvas->toValue(frame.rect.top() - by.y())};
    impl_->schedule();
  }
}

void PlotView::hoverAt(std::optional<double> x) {
  std::optional<double> step;
  if (x) {
    const PlotFrame frame = impl_->canvas->frame();
    const double inside = *x - impl_->canvas->x();
    if (inside >= frame.rect.left() && inside <= frame.rect.right()) step = frame.step(inside);
  }
  setHover(step);
  Q_EMIT hovered(step);
}

void PlotView::setHover(std::optional<double> step) {
  impl_->hoverStep = step;
  impl_->updateHover();
}

void PlotView::dragScrub(double x) {
  const double step = impl_->canvas->frame().step(x - impl_->canvas->x());
  const auto whole = int64_t(std::llround(std::clamp(step, 0.0, impl_->store.lastStep())));
  setScrub(whole);
  Q_EMIT scrubbed(whole);
}

std::optional<double> PlotView::scrubX() const {
  if (!impl_->overlay->scrub()) return {};
  return impl_->canvas->frame().x(*impl_->overlay->scrub()) + impl_->canvas->x();
}

void PlotView::setScrub(std::optional<int64_t> step) {
  impl_->overlay->setScrub(step ? std::optional<double>(double(*step)) : std::nullopt);
}

bool PlotView::isMetricVisible(Metric metric) const {
  const LegendButton* button = impl_->legend->button(metric);
  return button && button->isChecked();
}

void PlotView::setMetricVisible(Metric metric, bool visible) {
  if (LegendButton* button = impl_->legend->button(metric)) button->setChecked(visible);
}

PlotLegend& PlotView::legend() { return *impl_->legend; }

PlotMarks& PlotView::marks() { return impl_->marks; }

void PlotView::marksChanged() { impl_->schedule(); }

bool PlotView::empty() const { return impl_->empty(); }

void PlotView::setEmptyText(const QString& text) {
  if (text == impl_->emptyText) return;
  impl_->emptyText = text;
  impl_->schedule();
}

QRect PlotView::plotRect() const {
  return impl_->canvas->frame().rect.toAlignedRect().translated(impl_->canvas->pos());
}

void PlotView::paintTo(QPaintDevice& device, QSize size, theme::Tone tone) {
  const double em = fontMetrics().height();
  double headerHeight = 0;
  {
    QImage probe(1, 1, QImage::Format_ARGB32_Premultiplied);  // how many lines will the legend need?
    QPainter measure(&probe);
    measure.setFont(font());
    const double titleWidth = QFontMetricsF(impl_->title->font()).horizontalAdvance(impl_->title->text());
    headerHeight = impl_->legend->paint(measure, {}, size.width() - titleWidth - 3 * em, tone) + 0.6 * em;
  }
  const QRect area(0, int(headerHeight), size.width(), size.height() - int(headerHeight));
  impl_->draw(area.size(), tone);
  impl_->canvas->paintTo(device, area, [&](QPainter& painter) {
    painter.fillRect(QRect(QPoint(), size), theme::paper(tone));
    const QFontMetricsF bold(impl_->title->font());
    painter.setFont(impl_->title->font());
    painter.setPen(theme::ink(tone));
    painter.drawText(QPointF(0.7 * em, 0.4 * em + 0.7 * em + 0.35 * bold.ascent()), impl_->title->text());
    painter.setFont(font());
    const double left = bold.horizontalAdvance(impl_->title->text()) + 2 * em;
    impl_->legend->paint(painter, QPointF(left, 0.4 * em), size.width() - left - em, tone);
  });
  impl_->draw(impl_->canvas->size(), theme::tone());
  impl_->schedule();
}

QImage PlotView::picture(QSize size, double scale, theme::Tone tone) {
  QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  image.fill(theme::paper(tone));
  paintTo(image, size, tone);
  return image;
}

void PlotView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) impl_->schedule();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PlotView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (impl_->dirty) impl_->schedule();
}

void PlotView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  impl_->schedule();
}

// Of the curves under the mouse; with the menu key of all that are in sight.
void PlotView::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const Metric metric : byKey ? impl_->metrics() : impl_->metricsAt(event->pos() - impl_->canvas->pos()))
    if (isMetricVisible(metric))
      menu->addAction(tr("Hide %1").arg(impl_->legend->name(metric)), this,
                      [this, metric] { setMetricVisible(metric, false); });
  if (impl_->legend->hidesAny()) menu->addAction(tr("Show all curves"), impl_->legend, &PlotLegend::showAll);
  if (!menu->isEmpty()) menu->addSeparator();
  Q_EMIT menuOpens(*menu);
  menu->popup(byKey ? mapToGlobal(plotRect().center()) : event->globalPos());
}

void PlotView::keyPressEvent(QKeyEvent* event) {
  const QPointF centre = QRectF(plotRect()).center();
  const double tenth = 0.1 * plotRect().width();
  switch (event->key()) {
    case Qt::Key_Left:
      return pan({tenth, 0});
    case Qt::Key_Right:
      return pan({-tenth, 0});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoomSteps(centre.x(), 0.8);
    case Qt::Key_Minus:
      return zoomSteps(centre.x(), 1.25);
    case Qt::Key_Home:
    case Qt::Key_0:
      return fit();
    case Qt::Key_F:
      return setFollow(!follow());
    case Qt::Key_L:
      return setLogScale(!logScale());
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
