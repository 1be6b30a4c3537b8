#include "draw/sliceview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

constexpr double kLeastShare = 0.015;  // of the plane, that a class must hold for its name to be written there
constexpr int kKeySteps = 32;          // of the arrow keys from side to side

/// A colour for each class; beyond the lines' number they come again, which their names in the picture tell apart.
QColor classColour(int c, theme::Tone tone) {
  const QColor colour = theme::line(c % theme::kLines, tone);
  return c < theme::kLines ? colour : theme::mix(colour, theme::muted(tone), 0.5);
}

}  // namespace

SliceView::SliceView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
}

void SliceView::setSlice(std::shared_ptr<const Slice> slice, const ImageKind& kind, double epsilon, double lambda) {
  slice_ = std::move(slice);
  kind_ = kind;
  epsilon_ = epsilon;
  lambda_ = lambda;
  old_ = false;
  if (!slice_ || (place_ && (place_->x() >= slice_->side || place_->y() >= slice_->side))) place_.reset();
  setAccessibleName(tr("Decision slice, %1").arg(lambdaName(lambda)));
  setAccessibleDescription(readout());
  update();
}

void SliceView::setOld() {
  old_ = true;
  update();
}

QSize SliceView::sizeHint() const { return QSize(11, 11) * fontMetrics().height(); }

QRectF SliceView::square() const {
  const double side = std::min(width(), height());
  return QRectF(0, 0, side, side);
}

QString SliceView::readout() const {
  if (!slice_ || !place_) return {};
  const size_t at = size_t(place_->y()) * size_t(slice_->side) + size_t(place_->x());
  return tr("%1, %2 at %3 along the attack, %4 across it")
      .arg(className(kind_, slice_->predicted[at]), percentText(double(slice_->confidence[at]), 0),
           QLocale().toString(slice_->at(place_->x()), 'f', 3), QLocale().toString(-slice_->at(place_->y()), 'f', 3));
}

void SliceView::paint(QPainter& painter, QRectF square, theme::Tone tone) const {
  const double em = fontMetrics().height();
  if (!slice_) {
    painter.fillRect(square, theme::paper(tone));
    return;
  }
  const int side = slice_->side;
  QImage image(side, side, QImage::Format_RGB32);
  for (int row = 0; row < side; ++row) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
    for (int column = 0; column < side; ++column) {
      const size_t at = size_t(row * side + column);
      line[column] = theme::mix(theme::paper(tone), classColour(slice_->predicted[at], tone),
                                0.15 + 0.7 * double(slice_->confidence[at]))
                         .rgb();
    }
  }
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter.drawImage(square, image);
  painter.save();
  painter.setClipRect(square);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto toPixel = square.width() / (2 * slice_->extent);
  QPolygonF box;
  for (int degree = 0; degree < std::ssize(slice_->reach); ++degree) {
    const double angle = degree * std::numbers::pi / 180, r = epsilon_ * double(slice_->reach[size_t(degree)]);
    box << square.center() + QPointF(std::cos(angle), -std::sin(angle)) * r * toPixel;
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme::paper(tone), std::max(3.0, 0.25 * em)));
  painter.drawPolygon(box);
  painter.setPen(QPen(theme::ink(tone), std::max(1.0, 0.1 * em), Qt::DashLine));
  painter.drawPolygon(box);
  // x in the middle, x_adv at the end of the arrow
  painter.setPen(QPen(theme::ink(tone), std::max(1.0, 0.1 * em)));
  painter.drawLine(square.center(), square.center() + QPointF(epsilon_ * toPixel, 0));
  painter.setBrush(theme::ink(tone));
  painter.drawEllipse(square.center(), 0.2 * em, 0.2 * em);
  painter.restore();
  paintNames(painter, square, tone);
  drawTileFrame(painter, square, theme::grid(tone), em);
}

// The verdict in words, where most of its places are: no class is told by its colour alone.
void SliceView::paintNames(QPainter& painter, const QRectF& square, theme::Tone tone) const {
  const int side = slice_->side;
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  painter.setFont(bold);
  for (int c = 0; c < kind_.classes; ++c) {
    double count = 0, x = 0, y = 0;
    for (size_t i = 0; i < slice_->predicted.size(); ++i)
      if (slice_->predicted[i] == c) ++count, x += double(int(i) % side), y += double(int(i) / side);
    if (count < kLeastShare * side * side) continue;
    // the place of this class that is nearest to the middle of them
    QPointF best;
    double least = INFINITY;
    for (size_t i = 0; i < slice_->predicted.size(); ++i) {
      if (slice_->predicted[i] != c) continue;
      const double dx = double(int(i) % side) - x / count, dy = double(int(i) / side) - y / count;
      if (dx * dx + dy * dy < least)
        least = dx * dx + dy * dy, best = QPointF(int(i) % side + 0.5, int(i) / side + 0.5);
    }
    const QString name = className(kind_, c);
    const QFontMetricsF metrics(bold);
    QRectF label(QPointF(), QSizeF(metrics.horizontalAdvance(name) + 0.5 * metrics.height(), metrics.height()));
    label.moveCenter(square.topLeft() + best * square.width() / side + QPointF(0, -0.7 * metrics.height()));
    label.moveLeft(
        std::clamp(label.left(), square.left() + 2, std::max(square.left() + 2, square.right() - label.width() - 2)));
    label.moveTop(std::clamp(label.top(), square.top() + 2, square.bottom() - label.height() - 2));
    painter.fillRect(label, theme::faded(theme::paper(tone), 0.8));
    painter.setPen(theme::ink(tone));
    painter.drawText(label, Qt::AlignCenter, name);
  }
}

void SliceView::paintEvent(QPaintEvent*) {
  constexpr double kFaint = 0.35;
  QPainter painter(this);
  painter.setOpacity(old_ ? kFaint : 1);
  paint(painter, square(), theme::tone());
  painter.setOpacity(1);
  if (hasFocus()) drawTileFrame(painter, square(), theme::accent(), fontMetrics().height());
  if (!slice_ || !place_) return;
  const double cell = square().width() / slice_->side;
  const QPointF at((place_->x() + 0.5) * cell, (place_->y() + 0.5) * cell);
  painter.setPen(QPen(theme::ink(), 1));
  painter.drawLine(QPointF(at.x(), 0), QPointF(at.x(), square().bottom()));
  painter.drawLine(QPointF(0, at.y()), QPointF(square().right(), at.y()));
}

void SliceView::setPlace(std::optional<QPoint> place) {
  if (place == place_) return;
  place_ = place;
  setAccessibleDescription(readout());
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
  update();
  if (!place_ || !slice_) return QToolTip::hideText();
  const double cell = square().width() / slice_->side;
  QToolTip::showText(mapToGlobal((QPointF(*place_) * cell).toPoint() + QPoint(12, 12)), readout(), this);
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
  if (!slice_ || !square().contains(event->position())) return setPlace({});
  const double cell = square().width() / slice_->side;
  setPlace(QPoint(std::min(slice_->side - 1, int(event->position().x() / cell)),
                  std::min(slice_->side - 1, int(event->position().y() / cell))));
}

void SliceView::leaveEvent(QEvent*) { setPlace({}); }
void SliceView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  setPlace({});
}

void SliceView::keyPressEvent(QKeyEvent* event) {
  QPoint by;
  switch (event->key()) {
    case Qt::Key_Left:
      by = {-1, 0};
      break;
    case Qt::Key_Right:
      by = {1, 0};
      break;
    case Qt::Key_Up:
      by = {0, -1};
      break;
    case Qt::Key_Down:
      by = {0, 1};
      break;
    default:
      return QWidget::keyPressEvent(event);
  }
  if (!slice_) return;
  const int side = slice_->side;
  const QPoint from = place_.value_or(QPoint(side / 2, side / 2)), to = from + by * std::max(1, side / kKeySteps);
  setPlace(QPoint(std::clamp(to.x(), 0, side - 1), std::clamp(to.y(), 0, side - 1)));
}

void SliceView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) update();
}

}  // namespace sparring::ui
