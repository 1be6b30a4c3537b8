#include "panels/scrubber.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/icons.h"
#include "base/text.h"
#include "widgets/valueslider.h"

namespace sparring::ui {
namespace {

// The slider's own units: runs are longer than it is wide.
constexpr int kPositions = 2000;

constexpr std::chrono::milliseconds kPlayed{400};  // what is made of a step's weights should be seen
constexpr int kPlayedSteps = 60;                   // of a run without evaluations

}  // namespace

Scrubber::Scrubber(QWidget* parent) : QWidget(parent) {
  slider_ = new ValueSlider(this);
  slider_->setMeaning(
      [this](int position) { return stepAt(position); },
      [this](double step) { return last_ > 0 ? int(std::lround(kPositions * step / double(last_))) : kPositions; });
  slider_->setRange(0, kPositions);
  slider_->setValue(kPositions);
  slider_->setSingleStep(kPositions / 200);
  slider_->setPageStep(kPositions / 20);
  slider_->installEventFilter(this);
  entry_ = new QSpinBox(this);
  entry_->setKeyboardTracking(false);  // a number that is half typed is no step
  entry_->setGroupSeparatorShown(true);
  entry_->setAlignment(Qt::AlignRight);
  entry_->setFocusPolicy(Qt::StrongFocus);
  connect(entry_, &QSpinBox::valueChanged, this, &Scrubber::go);
  live_ = new QToolButton(this);
  live_->setCheckable(true);
  live_->setChecked(true);
  live_->setIcon(icon(Glyph::Live));
  live_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  live_->setFocusPolicy(Qt::StrongFocus);
  marks_ = new StepMarks(this);
  marks_->setInset(style()->pixelMetric(QStyle::PM_SliderLength, nullptr, slider_) / 2);
  connect(marks_, &StepMarks::stepAsked, this, &Scrubber::go);
  player_ = new QToolButton(this);
  player_->setFocusPolicy(Qt::StrongFocus);
  connect(player_, &QToolButton::clicked, this, [this] { setPlaying(!playing()); });
  play_.setInterval(kPlayed);
  connect(&play_, &QTimer::timeout, this, &Scrubber::playOn);
  auto* way = new QVBoxLayout;
  way->setSpacing(0);
  way->addWidget(slider_);
  way->addWidget(marks_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(8, 2, 8, 4);
  layout->addWidget(player_);
  layout->addLayout(way, 1);
  layout->addWidget(entry_);
  layout->addWidget(live_);
  connect(slider_, &QSlider::valueChanged, this, &Scrubber::slide);
  connect(live_, &QToolButton::clicked, this, [this] {
    refresh();  // a click alone presses nothing
    Q_EMIT liveAsked();
  });
  retranslate();
}

void Scrubber::setLast(int64_t step) {
  last_ = step;
  if (step_ && *step_ > last_) step_.reset();
  refresh(step_ || !entry_->hasFocus());  // what is being typed there does not change
}

void Scrubber::setStep(std::optional<int64_t> step) {
  step_ = step;
  refresh();
}

void Scrubber::setPast(bool past) {
  past_ = past;
  refresh();
}

void Scrubber::setPlaying(bool playing) {
  if (playing && !step_) go(0);  // from the beginning
  if (playing)
    play_.start();
  else
    play_.stop();
  retranslate();
}

void Scrubber::playOn() {
  if (!step_) return setPlaying(false);  // it is at the end
  if (!jump(stops_().steps, true)) go(*step_ + std::max<int64_t>(last_ / kPlayedSteps, 1));
}

void Scrubber::slide(int position) {
  // the right end is the newest step, so that dragging there comes back to it
  step_.reset();
  if (position < kPositions) step_ = std::llround(stepAt(position));
  refresh();
  Q_EMIT scrubbed(step_);
}

bool Scrubber::eventFilter(QObject*, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return false;
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
      return jump(stops_().steps, false);
    case Qt::Key_Right:
      return jump(stops_().steps, true);
    case Qt::Key_PageDown:
      return jump(stops_().phases, false);
    case Qt::Key_PageUp:
      return jump(stops_().phases, true);
    default:
      return false;
  }
}

bool Scrubber::jump(const std::vector<int64_t>& stops, bool forward) {
  if (stops.empty()) return false;
  const int64_t now = step_.value_or(last_);
  if (forward) {
    const auto next = std::ranges::upper_bound(stops, now);
    go(next == stops.end() ? last_ : *next);
  } else {
    const auto next = std::ranges::lower_bound(stops, now);
    go(next == stops.begin() ? std::min(now, stops.front()) : *std::prev(next));
  }
  return true;
}

// The last step is the newest, which goes on.
void Scrubber::go(int64_t step) {
  step_.reset();
  if (step < last_) step_ = step;
  refresh();
  Q_EMIT scrubbed(step_);
}

double Scrubber::stepAt(int position) const { return double(position) / kPositions * double(last_); }

void Scrubber::refresh(bool tell) {
  const QSignalBlocker quiet(slider_), quietToo(entry_);
  marks_->setLast(last_);
  player_->setEnabled(last_ > 0);
  slider_->setEnabled(last_ > 0);
  entry_->setEnabled(last_ > 0);
  entry_->setMaximum(int(std::min<int64_t>(last_, std::numeric_limits<int>::max())));
  // while the user holds it, the slider is where the hand is
  if (!slider_->isSliderDown()) {
    slider_->setValue(step_ ? slider_->positionOf(double(*step_)) : kPositions);
  }
  if (tell) entry_->setValue(int(step_.value_or(last_)));
  live_->setChecked(live());
  live_->setEnabled(last_ > 0 || past_);
}

void Scrubber::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && live_) retranslate();
}

void Scrubber::retranslate() {
  slider_->setToolTip(
      tr("Moves every page to a past step. Left and Right: from evaluation to evaluation; Page Up and "
         "Page Down: by phase; Home and End: first and newest"));
  slider_->setAccessibleName(tr("Step shown"));
  player_->setIcon(icon(playing() ? Glyph::Pause : Glyph::Start));
  player_->setToolTip(playing() ? tr("Stop playing") : tr("Play the run from the step shown to its end"));
  player_->setAccessibleName(playing() ? tr("Stop playing") : tr("Play"));
  marks_->setAccessibleName(tr("Marks"));
  live_->setText(tr("Live"));
  live_->setToolTip(tr("Back to the training and its newest step"));
  entry_->setPrefix(tr("step") + u' ');
  entry_->setToolTip(tr("Type a step to go there"));
  entry_->setAccessibleName(tr("Step shown"));
  // room for long runs, so that growing numbers do not push the slider
  entry_->setMinimumWidth(entry_->fontMetrics().horizontalAdvance(entry_->prefix() + stepText(88888888)) +
                          2 * entry_->fontMetrics().height());
  refresh();
}

}  // namespace sparring::ui
