#include "export/exportrun.h"

#include <QFileInfo>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <chrono>
#include <utility>

#include "base/text.h"
#include "sparring/animation.h"

namespace sparring::ui {
namespace {

// How often it is asked whether what a step shows has come: a picture is no slower for it, and the window is idle
// between.
constexpr std::chrono::milliseconds kLook{15};

// The strip below a frame: which step, and how far through the run that is.
void drawStrip(QPainter& painter, QRectF strip, const QString& words, double share, theme::Tone tone) {
  painter.fillRect(strip, theme::panel(tone));
  const double bar = strip.height() / 12;
  painter.fillRect(QRectF(strip.topLeft(), QSizeF(strip.width() * share, bar)), theme::accent(tone));
  QFont font = QGuiApplication::font();
  font.setPixelSize(int(strip.height() * 0.5));
  painter.setFont(font);
  painter.setPen(theme::ink(tone));
  const double pad = strip.height() * 0.4;
  painter.drawText(strip.adjusted(pad, bar, -pad, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
}

// All frames are as large as the first: a picture that has become larger is fitted in.
QImage frameOf(const QImage& picture, QSize canvas, double strip, const QString& words, double share,
               theme::Tone tone) {
  QImage frame(canvas, QImage::Format_RGBA8888);
  frame.fill(theme::paper(tone));
  QPainter painter(&frame);
  painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::TextAntialiasing);
  QSizeF size = picture.size();
  const QSizeF room(canvas.width(), canvas.height() - strip);
  if (size.width() > room.width() || size.height() > room.height()) size.scale(room, Qt::KeepAspectRatio);
  painter.drawImage(QRectF(QPointF(), size), picture, QRectF(QPointF(), QSizeF(picture.size())));
  drawStrip(painter, QRectF(0, room.height(), room.width(), strip), words, share, tone);
  return frame;
}

}  // namespace

ExportRun::ExportRun(Shown& shown, std::vector<ExportOrder> orders, QObject* parent)
    : QObject(parent), shown_(shown), orders_(std::move(orders)) {
  for (const ExportOrder& one : orders_) total_ += one.row.item.frame ? int(one.steps.size()) : 1;
  look_.setInterval(kLook);
  connect(&look_, &QTimer::timeout, this, &ExportRun::proceed);
  connect(&shown_, &Shown::changed, this, [this](Shown::What what) {
    if (!busy() || !(what & Shown::Run)) return;
    moved_ = false;  // its steps are another run's
    cancel();
  });
}

ExportRun::~ExportRun() { cancel(); }

void ExportRun::start() {
  before_ = shown_.step();
  look_.start();
  begin();
}

void ExportRun::cancel() {
  if (busy()) end();
}

void ExportRun::begin() {
  if (at_ == orders_.size()) return end();
  order().row.bring();
  tell();
  if (!order().row.item.frame) return goBack();
  try {
    writer_ = std::make_shared<AnimationWriter>(order().path.toStdString(),
                                                animationFormatOf(order().path.toStdString()), order().framesPerSecond);
  } catch (const Error& error) {
    return end(error);
  }
  canvas_ = {};
  goTo(0);
}

void ExportRun::goTo(size_t frame) {
  frame_ = frame;
  if (frame_ == order().steps.size()) return;
  const int64_t step = order().steps[frame_];
  moved_ = true;
  shown_.setStep(step < shown_.trace().last ? std::optional(step) : std::nullopt);
}

void ExportRun::proceed() {
  if (coder_.busy()) return;
  if (writer_ && frame_ == order().steps.size()) {
    encode([](AnimationWriter& writer) { writer.finish(); }, [this] { finished(); });
  } else if (order().row.ready()) {
    writer_ ? takeFrame() : writeItem();
  }
}

void ExportRun::writeItem() {
  try {
    order().row.item.write(order().path, order().scale);
  } catch (const Error& error) {
    return end(error);
  }
  ++done_;
  finished();
}

// While it is encoded, what the next step shows is already made.
void ExportRun::takeFrame() {
  const int64_t last = shown_.trace().last, step = shown_.step().value_or(last);
  const QImage picture = order().row.item.frame(order().scale);
  ++done_;
  if (!picture.isNull()) {
    const double strip = 2 * QFontMetricsF(QGuiApplication::font()).height() * order().scale;
    if (canvas_.isEmpty()) canvas_ = picture.size() + QSize(0, int(strip));
    QString words = tr("step %1 of %2").arg(stepText(step), stepText(last));
    if (const auto run = shown_.folder().filename(); !run.empty())
      words = QString::fromStdString(run.string()) + QStringLiteral(" · ") + words;
    const QImage frame =
        frameOf(picture, canvas_, strip, words, last > 0 ? double(step) / double(last) : 0, order().row.tone);
    encode(
        [frame](AnimationWriter& writer) {
          writer.add(frame.width(), frame.height(), {frame.constBits(), size_t(frame.sizeInBytes())});
        },
        [] {});
  }
  goTo(frame_ + 1);
  tell();
}

template <class Work, class Done>
void ExportRun::encode(Work work, Done done) {
  coder_.run(
      [writer = writer_, work = std::move(work)] {
        work(*writer);
        return true;
      },
      [this, done = std::move(done)](Outcome<bool> outcome) {
        if (outcome.error)
          end(outcome.error);
        else
          done();
      });
}

void ExportRun::finished() {
  writer_.reset();
  written_ << order().path;
  ++at_;
  begin();
}

void ExportRun::end(const std::optional<Error>& problem) {
  look_.stop();
  coder_.drop();
  writer_.reset();
  goBack();
  Q_EMIT ended(written_, problem);
}

void ExportRun::goBack() {
  if (std::exchange(moved_, false)) shown_.setStep(before_);
}

void ExportRun::tell() { Q_EMIT progressed(done_, total_, QFileInfo(order().path).fileName()); }

}  // namespace sparring::ui
