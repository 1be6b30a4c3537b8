#include "sweep/linelayer.h"

#include <QElapsedTimer>
#include <QPainter>
#include <limits>
#include <utility>

namespace sparring::ui {
namespace {

constexpr qint64 kSlice = 4;         ///< milliseconds: what a frame of 60 a second leaves beside the rest
constexpr size_t kBetweenLooks = 8;  ///< lines

}  // namespace

LineLayer::LineLayer(QObject* parent) : QObject(parent) {
  timer_.setInterval(0);
  connect(&timer_, &QTimer::timeout, this, [this] { slice(kSlice); });
}

void LineLayer::draw(QSize size, double ratio, Lines lines) {
  Work work{size, ratio, std::move(lines)};
  if (busy() && work.size == work_.size && work.ratio == work_.ratio)
    next_ = std::move(work);
  else
    begin(std::move(work));
}

void LineLayer::begin(Work work) {
  next_.reset();
  work_ = std::move(work);
  done_ = 0;
  image_ = QImage((QSizeF(work_.size) * work_.ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image_.setDevicePixelRatio(work_.ratio);
  image_.fill(Qt::transparent);
  timer_.start();
}

void LineLayer::clear() {
  timer_.stop();
  next_.reset();
  picture_ = {};
}

void LineLayer::finish() {
  while (busy()) slice(std::numeric_limits<qint64>::max());
}

void LineLayer::slice(qint64 milliseconds) {
  QElapsedTimer since;
  since.start();
  if (!image_.isNull()) {
    QPainter painter(&image_);
    painter.setRenderHint(QPainter::Antialiasing);
    while (done_ < work_.lines.count && since.elapsed() < milliseconds)
      for (size_t i = 0; i < kBetweenLooks && done_ < work_.lines.count; ++i) work_.lines.line(painter, done_++);
    if (done_ < work_.lines.count) return;
  }
  timer_.stop();
  picture_ = QPixmap::fromImage(image_);
  Q_EMIT drawn();
  if (next_) begin(*std::exchange(next_, {}));
}

}  // namespace sparring::ui
