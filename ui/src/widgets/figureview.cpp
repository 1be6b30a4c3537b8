#include "widgets/figureview.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace sparring::ui {

FigureView::FigureView(Maker maker, QWidget* parent) : QWidget(parent), maker_(std::move(maker)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumHeight(10 * fontMetrics().height());
}

void FigureView::renew() {
  figure_ = make(size(), theme::tone());
  if (!figure_ || (place_ && *place_ >= figure_->places())) setPlace({});
  drawn_ = {};
  update();
}

QString FigureView::readout() const {
  return figure_ && place_ ? figure_->readout(*place_, theme::tone()).text() : QString();
}

void FigureView::setPlace(std::optional<int> place) {
  if (place == place_) return;
  place_ = place;
  setAccessibleDescription(readout());
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
  update();
}

void FigureView::paintTo(QPaintDevice& device, QSize size, theme::Tone tone) const {
  QPainter painter(&device);
  if (const auto figure = make(size, tone))
    figure->paint(painter, tone);
  else
    painter.fillRect(QRect(QPoint(), size), theme::paper(tone));
}

QImage FigureView::picture(QSize size, double scale, theme::Tone tone) const {
  QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  paintTo(image, size, tone);
  return image;
}

void FigureView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (!figure_) {
    painter.fillRect(rect(), theme::paper());
    return;
  }
  if (drawn_.isNull() || drawn_.devicePixelRatio() != devicePixelRatioF()) {
    drawn_ = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
    drawn_.setDevicePixelRatio(devicePixelRatioF());
    QPainter drawer(&drawn_);
    figure_->paint(drawer, theme::tone());
  }
  painter.drawPixmap(0, 0, drawn_);
  if (place_) paintReadout(painter, figure_->readout(*place_, theme::tone()), size(), font(), theme::tone());
}

void FigureView::resizeEvent(QResizeEvent*) { renew(); }

void FigureView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
      event->type() == QEvent::LanguageChange)
    renew();
}

void FigureView::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  if (step != 0 && figure_ && figure_->places() > 0)
    setPlace(place_ ? std::clamp(*place_ + step, 0, figure_->places() - 1) : step > 0 ? 0 : figure_->places() - 1);
  else if (event->key() == Qt::Key_Escape && place_)
    setPlace({});
  else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && place_)
    Q_EMIT activated(*place_);
  else
    QWidget::keyPressEvent(event);
}

void FigureView::focusOutEvent(QFocusEvent* event) {
  setPlace({});
  QWidget::focusOutEvent(event);
}

void FigureView::mouseMoveEvent(QMouseEvent* event) {
  if (figure_) setPlace(figure_->placeAt(event->position()));
}

void FigureView::mouseReleaseEvent(QMouseEvent* event) {
  const auto place = figure_ ? figure_->placeAt(event->position()) : std::nullopt;
  if (event->button() == Qt::LeftButton && place) Q_EMIT activated(*place);
}

void FigureView::leaveEvent(QEvent*) { setPlace({}); }

}  // namespace sparring::ui
