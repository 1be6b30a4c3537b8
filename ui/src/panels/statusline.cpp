#include "panels/statusline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <cmath>

#include "base/text.h"
#include "base/theme.h"
#include "panels/phasebar.h"
#include "widgets/livetext.h"

namespace sparring::ui {
namespace {

constexpr int kDot = 10;

QColor stateColour(State state) {
  switch (state) {
    case State::Running:
      return theme::good();
    case State::Failed:
      return theme::bad();
    case State::Paused:
      return theme::warning();
    case State::Finished:
      return theme::accent();
    default:
      return theme::muted();
  }
}

QPixmap dot(const QColor& colour, qreal ratio) {
  QPixmap pixmap(QSize(kDot, kDot) * ratio);
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawEllipse(1, 1, kDot - 2, kDot - 2);
  return pixmap;
}

}  // namespace

QString durationText(double seconds) {
  if (!(seconds > 0)) return {};
  const auto whole = static_cast<qint64>(std::ceil(seconds));
  const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, '0'); };
  if (whole >= 3600)
    return QString("%1:%2:%3").arg(QString::number(whole / 3600), two(whole / 60 % 60), two(whole % 60));
  return QString("%1:%2").arg(QString::number(whole / 60), two(whole % 60));
}

StatusLine::StatusLine(QWidget* parent) : QWidget(parent) {
  dot_ = new QLabel(this);
  looking_ = new QLabel(this);
  state_ = new QLabel(this);
  phases_ = new PhaseBar(this);
  speed_ = new LiveText(this);
  left_ = new LiveText(this);
  device_ = new QLabel(this);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(8, 2, 8, 2);
  layout->setSpacing(8);
  layout->addWidget(looking_);
  layout->addWidget(dot_);
  layout->addWidget(state_);
  layout->addSpacing(6);
  layout->addWidget(phases_, 1);
  layout->addSpacing(6);
  layout->addWidget(speed_);
  layout->addWidget(left_);
  layout->addWidget(device_);
  refresh();
}

void StatusLine::show(const Update& update, bool begun, bool loading, bool broken) {
  update_ = update;
  begun_ = begun;
  loading_ = loading;
  broken_ = broken && !begun;
  refresh();
}

void StatusLine::setPast(const QString& run, int64_t step) {
  if (run == past_ && step == pastStep_) return;
  past_ = run;
  pastStep_ = step;
  refresh();
}

void StatusLine::refresh() {
  const State state = update_.state;
  const bool moves = begun_ && (state == State::Running || state == State::Paused || state == State::Preparing);
  const bool behind = !past_.isEmpty();
  looking_->setText(moves ? tr("Looking at %1, step %2. Behind it:").arg(past_, stepText(pastStep_))
                          : tr("Looking at %1, step %2").arg(past_, stepText(pastStep_)));
  looking_->setVisible(behind);
  static_cast<QHBoxLayout*>(layout())->setStretchFactor(looking_, behind && !moves ? 1 : 0);
  for (QWidget* widget : {static_cast<QWidget*>(dot_), static_cast<QWidget*>(state_), static_cast<QWidget*>(phases_)})
    widget->setVisible(!behind || moves);
  QString words = loading_ ? tr("loading the data") : broken_ ? tr("no data") : label(state);
  if (begun_ && (state == State::Running || state == State::Paused))
    words += QString::fromUtf8(" · ") + label(update_.phase);
  state_->setText(words);
  showDot(loading_ || broken_ ? theme::muted() : stateColour(state));
  phases_->show(update_);
  const bool moving = state == State::Running && update_.stepsPerSecond > 0;
  const QLocale locale;
  speed_->setText(moving ? tr("%1 steps/s · %2 samples/s")
                               .arg(locale.toString(update_.stepsPerSecond, 'f', update_.stepsPerSecond < 10 ? 1 : 0),
                                    locale.toString(update_.samplesPerSecond, 'f', 0))
                         : QString());
  speed_->setVisible(moving);
  const QString left = moving ? durationText(update_.secondsLeft) : QString();
  left_->setText(left.isEmpty() ? QString() : tr("%1 left").arg(left));
  left_->setVisible(!left.isEmpty());
  if (update_.device.empty())
    device_->clear();
  else if (update_.device == "cpu")
    device_->setText(tr("CPU, threads: %1").arg(update_.threads));
  else
    device_->setText(QString::fromStdString(update_.device).toUpper());
  device_->setToolTip(tr("What the training runs on"));
}

void StatusLine::showDot(const QColor& colour) {
  if (colour == dotColour_) return;  // a label is laid out anew for every picture
  dotColour_ = colour;
  dot_->setPixmap(dot(colour, devicePixelRatioF()));
}

void StatusLine::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (device_ && (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)) refresh();
}

}  // namespace sparring::ui
