#include "sweep/parallelplot.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace sparring::ui {
namespace {

constexpr double kFaded = 0.13;    ///< opacity of the lines that a brush leaves out
constexpr double kKeyStep = 0.05;  ///< of an axis
constexpr double kFirstBrush = 0.25;
constexpr double kEnd = 0.3;  ///< heights of the font: so near to its end a brush is taken by it

}  // namespace

ParallelPlot::ParallelPlot(QWidget* parent)
    : QWidget(parent), drawing_(std::make_shared<ParallelDrawing>(axes_, more_, QSizeF(1, 1), font())) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumHeight(11 * fontMetrics().height());
  all_ = new LineLayer(this);
  few_ = new LineLayer(this);
  for (LineLayer* layer : {all_, few_}) connect(layer, &LineLayer::drawn, this, qOverload<>(&QWidget::update));
}

void ParallelPlot::setAxes(std::vector<ParallelAxis> axes, bool more, std::vector<QString> lines) {
  if (axes == axes_ && more == more_) return;
  const auto name = [](const ParallelAxis& axis) { return axis.name; };
  if (!std::ranges::equal(axes, axes_, {}, name, name) || lines != names_) {
    brushes_.assign(axes.size(), {});
    chosen_ = 0;
    all_->clear();
    few_->clear();
  }
  axes_ = std::move(axes);
  names_ = std::move(lines);
  more_ = more;
  hovered_.reset();
  renew();
}

void ParallelPlot::renew() {
  drawing_ = std::make_shared<ParallelDrawing>(axes_, more_, QSizeF(size()), font());
  all_->draw(
      size(), devicePixelRatioF(),
      {drawing_->lines(), [drawing = drawing_, tone = theme::tone(), opacity = opacity()](QPainter& p, size_t i) {
         drawing->paintLine(p, drawing->order()[i], tone, opacity, 1);
       }});
  kept_ = drawing_->within(brushes_);
  drawKept();
  select();
}

double ParallelPlot::opacity() const {
  return std::clamp(6 / std::sqrt(double(std::max<size_t>(1, drawing_->lines()))), 0.3, 0.9);
}

void ParallelPlot::drawKept() {
  if (!brushing()) return few_->clear();
  std::vector<size_t> lines;
  for (const size_t line : drawing_->order())
    if (kept_[line]) lines.push_back(line);
  const size_t count = lines.size();
  const double opacity = std::clamp(6 / std::sqrt(double(std::max<size_t>(1, count))), 0.35, 0.95);
  few_->draw(size(), devicePixelRatioF(),
             {count, [drawing = drawing_, tone = theme::tone(), opacity, lines = std::move(lines)](
                         QPainter& p, size_t i) { drawing->paintLine(p, lines[i], tone, opacity, 1); }});
}

/// What is told of the brushes follows them.
void ParallelPlot::select() {
  setAccessibleDescription(told());
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
  update();
}

void ParallelPlot::setMarked(std::optional<size_t> line) {
  if (line == marked_) return;
  marked_ = line;
  update();
}

bool ParallelPlot::brushing() const {
  return std::ranges::any_of(brushes_, [](const auto& brush) { return brush.has_value(); });
}

void ParallelPlot::setBrush(int axis, std::optional<Brush> brush) {
  if (brushes_[size_t(axis)] == brush) return;
  brushes_[size_t(axis)] = brush;
  const auto former = std::exchange(kept_, drawing_->within(brushes_));
  if (kept_ != former || few_->picture().isNull() || !brushing()) drawKept();
  select();
  Q_EMIT brushed();
}

void ParallelPlot::clearBrushes() {
  if (!brushing()) return;
  brushes_.assign(axes_.size(), {});
  kept_ = drawing_->within(brushes_);
  drawKept();
  select();
  Q_EMIT brushed();
}

QString ParallelPlot::axisText(int axis) const {
  const ParallelAxis& one = axes_[size_t(axis)];
  const auto& brush = brushes_[size_t(axis)];
  if (!brush) return one.name;
  const QString from = one.scale.text(one.scale.value(brush->from)), to = one.scale.text(one.scale.value(brush->to));
  return QStringLiteral("%1: %2–%3").arg(one.name, from, to);
}

QString ParallelPlot::told() const {
  QStringList lines;
  for (int i = 0; i < int(axes_.size()); ++i)
    if (brushes_[size_t(i)]) lines << axisText(i);
  if (hasFocus() && chosen_ < int(axes_.size())) lines.prepend(tr("Axis %1").arg(axisText(chosen_)));
  lines << tr("%1 of %2 runs").arg(stepText(std::ranges::count(kept_, true)), stepText(qint64(kept_.size())));
  return lines.join(u'\n');
}

void ParallelPlot::finish() {
  all_->finish();
  few_->finish();
}

void ParallelPlot::paintTo(QPaintDevice& device, QSize size, theme::Tone tone) const {
  QPainter painter(&device);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRect(QPoint(), size), theme::paper(tone));
  const ParallelDrawing drawing(axes_, more_, size, font());
  const bool some = brushing();
  for (const bool kept : {false, true})
    for (const size_t line : drawing.order())
      if (kept_[line] == kept)
        drawing.paintLine(painter, line, tone, kept || !some ? opacity() : kFaded * opacity(), 1);
  drawing.paintAxes(painter, tone, brushes_, -1);
}

Figure::Readout ParallelPlot::readout(size_t line) const {
  Figure::Readout readout{pointer_, names_[line], {}};
  for (const ParallelAxis& axis : axes_)
    if (std::isfinite(axis.values[line]))
      readout.rows.push_back(
          {axis.brief, axis.scale.text(axis.values[line]), drawing_->colour(line, theme::tone()), {}});
  return readout;
}

void ParallelPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme::paper());
  painter.setOpacity(brushing() ? kFaded : 1);
  if (!all_->picture().isNull()) painter.drawPixmap(0, 0, all_->picture());
  painter.setOpacity(1);
  if (!few_->picture().isNull()) painter.drawPixmap(0, 0, few_->picture());
  painter.setRenderHint(QPainter::Antialiasing);
  const double wide = std::max(2.0, 0.16 * drawing_->em());
  for (const auto& line : {marked_, hovered_})
    if (line && *line < drawing_->lines()) drawing_->paintLine(painter, *line, theme::tone(), 1, wide);
  drawing_->paintAxes(painter, theme::tone(), brushes_, hasFocus() ? chosen_ : -1);
  if (hovered_) paintReadout(painter, readout(*hovered_), size(), font(), theme::tone());
}

void ParallelPlot::resizeEvent(QResizeEvent*) { renew(); }

void ParallelPlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) renew();
}

void ParallelPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  hovered_.reset();
  const auto axis = drawing_->axisAt(event->position());
  if (!axis) {
    if (!drawing_->lineAt(event->position(), kept_)) clearBrushes();
    return;
  }
  chosen_ = *axis;
  const double at = drawing_->share(event->position().y());
  drag_ = Drag{*axis, Drag::Part::New, at, {at, at}, false};
  if (const auto& brush = brushes_[size_t(*axis)]) {
    const double end = kEnd * drawing_->em() / drawing_->rect().height();
    drag_->before = *brush;
    if (std::abs(at - brush->to) <= end)
      drag_->part = Drag::Part::Upper;
    else if (std::abs(at - brush->from) <= end)
      drag_->part = Drag::Part::Lower;
    else if (brush->holds(at))
      drag_->part = Drag::Part::Whole;
  }
  select();
}

void ParallelPlot::mouseMoveEvent(QMouseEvent* event) {
  pointer_ = event->position();
  if (drag_) return drag(drawing_->share(pointer_.y()));
  const auto axis = drawing_->axisAt(pointer_);
  setCursor(axis ? Qt::SizeVerCursor : Qt::ArrowCursor);
  const auto line = axis ? std::nullopt : drawing_->lineAt(pointer_, kept_);
  if (line == hovered_ && !line) return;
  hovered_ = line;
  update();
}

void ParallelPlot::drag(double share) {
  drag_->moved = drag_->moved || std::abs(share - drag_->from) * drawing_->rect().height() > 2;
  if (!drag_->moved) return;
  Brush brush = drag_->before;
  switch (drag_->part) {
    case Drag::Part::New:
      brush = {std::min(drag_->from, share), std::max(drag_->from, share)};
      break;
    case Drag::Part::Whole: {
      const double by = std::clamp(share - drag_->from, -brush.from, 1 - brush.to);
      brush = {brush.from + by, brush.to + by};
      break;
    }
    case Drag::Part::Upper:
      brush = {std::min(brush.from, share), std::max(brush.from, share)};
      break;
    case Drag::Part::Lower:
      brush = {std::min(brush.to, share), std::max(brush.to, share)};
      break;
  }
  setBrush(drag_->axis, brush);
}

void ParallelPlot::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !drag_) return QWidget::mouseReleaseEvent(event);
  const Drag ended = *std::exchange(drag_, {});
  if (!ended.moved) setBrush(ended.axis, {});
}

void ParallelPlot::mouseDoubleClickEvent(QMouseEvent* event) {
  if (drawing_->axisAt(event->position())) return mousePressEvent(event);
  if (const auto line = drawing_->lineAt(event->position(), kept_)) Q_EMIT runAsked(*line);
}

void ParallelPlot::leaveEvent(QEvent*) {
  hovered_.reset();
  update();
}

void ParallelPlot::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  select();
}

void ParallelPlot::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  select();
}

bool ParallelPlot::event(QEvent* event) {
  // Delete ends the brush, whatever else it does in the window.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
    event->accept();
    return true;
  }
  return QWidget::event(event);
}

void ParallelPlot::keyPressEvent(QKeyEvent* event) {
  const int last = int(axes_.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
      chosen_ = std::clamp(chosen_ + (event->key() == Qt::Key_Right ? 1 : -1), 0, std::max(0, last));
      return select();
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (last >= 0) moveByKey(event->key() == Qt::Key_Up ? 1 : -1, event->modifiers());
      return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      if (last >= 0) setBrush(chosen_, {});
      return;
    case Qt::Key_Escape:
      if (drag_ || brushing()) {
        drag_.reset();
        return clearBrushes();
      }
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void ParallelPlot::moveByKey(int direction, Qt::KeyboardModifiers modifiers) {
  const auto& scale = axes_[size_t(chosen_)].scale;
  const double step = direction * (scale.choices.isEmpty() ? kKeyStep : 1.0 / double(scale.choices.size()));
  const double wide = scale.choices.isEmpty() ? kFirstBrush : std::abs(step);
  auto brush = brushes_[size_t(chosen_)];
  if (!brush) {
    brush = direction > 0 ? Brush{1 - wide, 1} : Brush{0, wide};
  } else if (modifiers & Qt::ShiftModifier) {
    brush->to = std::clamp(brush->to + step, brush->from, 1.0);
  } else if (modifiers & Qt::ControlModifier) {
    brush->from = std::clamp(brush->from + step, 0.0, brush->to);
  } else {
    const double by = std::clamp(step, -brush->from, 1 - brush->to);
    brush = Brush{brush->from + by, brush->to + by};
  }
  setBrush(chosen_, brush);
}

}  // namespace sparring::ui
