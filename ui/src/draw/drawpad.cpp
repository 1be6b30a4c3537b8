#include "draw/drawpad.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "base/theme.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

constexpr size_t kMostUndo = 40;
constexpr double kSmallStep = 7, kLargeStep = 28;  // of the keyboard's cursor, in pixels of the sheet
constexpr double kEm = 11;                         // side of the sheet in heights of the font

QImage emptySheet() {
  QImage image(DrawPad::kSide, DrawPad::kSide, QImage::Format_Grayscale8);
  image.fill(0);
  return image;
}

}  // namespace

DrawPad::DrawPad(QWidget* parent) : QWidget(parent), ink_(emptySheet()), cursor_(kSide / 2.0, kSide / 2.0) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DrawPad::sizeHint() const { return QSizeF(kEm, kEm).toSize() * fontMetrics().height(); }

QRectF DrawPad::sheet() const {
  const double side = std::min(width(), height());
  return QRectF((width() - side) / 2, (height() - side) / 2, side, side);
}

QPointF DrawPad::onSheet(QPointF position) const {
  const QRectF place = sheet();
  return (position - place.topLeft()) * kSide / place.width();
}

bool DrawPad::blank() const { return ink_ == emptySheet(); }

void DrawPad::remember() {
  before_.push_back(ink_);
  if (before_.size() > kMostUndo) before_.erase(before_.begin());
}

void DrawPad::clear() {
  remember();
  ink_ = emptySheet();
  update();
  Q_EMIT drawn();
}

void DrawPad::undo() {
  if (before_.empty()) return;
  ink_ = before_.back();
  before_.pop_back();
  update();
  Q_EMIT drawn();
}

void DrawPad::setPicture(const Picture& picture) {
  remember();
  const bool coloured = picture.channels == 3;
  const QImage whole = QImage(picture.pixels.data(), picture.width, picture.height, picture.width * picture.channels,
                              coloured ? QImage::Format_RGB888 : QImage::Format_Grayscale8)
                           .convertToFormat(QImage::Format_Grayscale8);
  const auto smooth =
      picture.width > kSide || picture.height > kSide ? Qt::SmoothTransformation : Qt::FastTransformation;
  QImage fitting = whole.scaled(kSide, kSide, Qt::KeepAspectRatio, smooth).convertToFormat(QImage::Format_Grayscale8);
  if (qGray(fitting.pixel(0, 0)) > 127) fitting.invertPixels();
  ink_ = emptySheet();
  QPainter painter(&ink_);
  painter.drawImage((kSide - fitting.width()) / 2, (kSide - fitting.height()) / 2, fitting);
  painter.end();
  update();
}

Picture DrawPad::picture() const {
  Picture picture{kSide, kSide, 1, {}};
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) picture.pixels.push_back(uint8_t(255 - ink_.constScanLine(y)[x]));
  return picture;
}

void DrawPad::stroke(QPointF to, bool erasing) {
  QPainter painter(&ink_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(erasing ? Qt::black : Qt::white, thickness_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (to == last_)
    painter.drawPoint(to);
  else
    painter.drawLine(last_, to);
  painter.end();
  last_ = to;
  update();
  Q_EMIT drawn();
}

void DrawPad::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton) return;
  remember();
  last_ = cursor_ = onSheet(event->position());
  stroke(last_, erasing_ || event->button() == Qt::RightButton);
}

void DrawPad::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & (Qt::LeftButton | Qt::RightButton))) return;
  cursor_ = onSheet(event->position());
  stroke(cursor_, erasing_ || (event->buttons() & Qt::RightButton));
}

void DrawPad::mouseReleaseEvent(QMouseEvent*) { down_ = false; }

// While it has the keyboard, the window's own meaning of these keys (Space begins a run) must wait.
bool DrawPad::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = !(key->modifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && (key->key() == Qt::Key_Space || (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down))) {
      event->accept();
      return true;
    }
  }
  return QWidget::event(event);
}

void DrawPad::keyPressEvent(QKeyEvent* event) {
  const double step = event->modifiers() & Qt::ShiftModifier ? kLargeStep : kSmallStep;
  QPointF by;
  switch (event->key()) {
    case Qt::Key_Left:
      by = {-step, 0};
      break;
    case Qt::Key_Right:
      by = {step, 0};
      break;
    case Qt::Key_Up:
      by = {0, -step};
      break;
    case Qt::Key_Down:
      by = {0, step};
      break;
    case Qt::Key_Space:
      down_ = !down_;
      if (down_) {
        remember();
        last_ = cursor_;
        stroke(cursor_, erasing_);
      }
      update();
      return;
    default:
      QWidget::keyPressEvent(event);
      return;
  }
  cursor_ = {std::clamp(cursor_.x() + by.x(), 0.0, double(kSide)),
             std::clamp(cursor_.y() + by.y(), 0.0, double(kSide))};
  if (down_) stroke(cursor_, erasing_);
  update();
}

void DrawPad::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void DrawPad::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  down_ = false;
  update();
}

void DrawPad::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRectF place = sheet();
  const Images shown{{.height = kSide, .width = kSide},
                     std::vector<uint8_t>(ink_.constBits(), ink_.constBits() + ink_.sizeInBytes())};
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(place, tileImage(shown, 0, theme::tone()));
  const double em = fontMetrics().height();
  drawTileFrame(painter, place, hasFocus() ? theme::accent() : theme::grid(), em);
  if (!hasFocus()) return;
  const QPointF at = place.topLeft() + cursor_ * place.width() / kSide;
  const double arm = 0.4 * em;
  painter.setPen(QPen(down_ ? theme::bad() : theme::accent(), std::max(1.0, em / 10)));
  painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0));
  painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm));
}

}  // namespace sparring::ui
