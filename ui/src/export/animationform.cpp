#include "export/animationform.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "sparring/animation.h"

namespace sparring::ui {
namespace {

constexpr int kUsualFrames = 40, kMostFrames = 1000;
constexpr double kUsualSpeed = 8;

QLabel* named(const QString& text, QWidget* of, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setBuddy(of);
  return label;
}

}  // namespace

AnimationForm::AnimationForm(int64_t last, std::vector<int64_t> evaluations, QWidget* parent)
    : QWidget(parent), evaluations_(std::move(evaluations)) {
  const int most = int(std::min<int64_t>(last, std::numeric_limits<int>::max()));
  for (QSpinBox** box : {&from_, &to_}) {
    *box = new QSpinBox(this);
    (*box)->setRange(0, most);
    (*box)->setGroupSeparatorShown(true);
    (*box)->setAlignment(Qt::AlignRight);
  }
  from_->setAccessibleName(tr("First step"));
  to_->setAccessibleName(tr("Last step"));
  to_->setValue(most);
  spacing_ = new QComboBox(this);
  spacing_->addItem(tr("frames, evenly spread"));
  spacing_->addItem(tr("evaluations apart"));
  spacing_->setAccessibleName(tr("How frames are chosen"));
  count_ = new QSpinBox(this);
  count_->setRange(1, kMostFrames);
  count_->setValue(std::clamp(most + 1, 1, kUsualFrames));
  count_->setAccessibleName(tr("Number"));
  speed_ = new QDoubleSpinBox(this);
  speed_->setDecimals(1);
  speed_->setRange(kSlowestAnimation, kFastestAnimation);
  speed_->setValue(kUsualSpeed);
  length_ = new QLabel(this);
  length_->setForegroundRole(QPalette::PlaceholderText);
  connect(spacing_, &QComboBox::currentIndexChanged, this, [this](int spacing) {
    count_->setValue(spacing == Every ? 1 : kUsualFrames);
    tell();
  });
  for (QSpinBox* box : {from_, to_, count_}) connect(box, &QSpinBox::valueChanged, this, &AnimationForm::tell);
  connect(speed_, &QDoubleSpinBox::valueChanged, this, &AnimationForm::tell);
  auto* first = new QHBoxLayout;
  first->addWidget(named(tr("&Steps"), from_, this));
  first->addWidget(from_);
  first->addWidget(named(tr("to"), to_, this));
  first->addWidget(to_);
  first->addSpacing(fontMetrics().height());
  first->addWidget(count_);
  first->addWidget(spacing_);
  first->addStretch(1);
  auto* second = new QHBoxLayout;
  second->addWidget(named(tr("Frames a secon&d"), speed_, this));
  second->addWidget(speed_);
  second->addSpacing(fontMetrics().height());
  second->addWidget(length_, 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addLayout(first);
  rows->addLayout(second);
  tell();
}

std::vector<int64_t> AnimationForm::steps() const {
  const int64_t from = std::min(from_->value(), to_->value()), to = std::max(from_->value(), to_->value());
  std::vector<int64_t> steps;
  if (spacing_->currentIndex() == Every) {
    const auto begin = std::ranges::lower_bound(evaluations_, from), end = std::ranges::upper_bound(evaluations_, to);
    for (auto i = begin; i < end; i += std::min<int64_t>(count_->value(), end - i)) steps.push_back(*i);
    return steps;
  }
  const int64_t count = std::min<int64_t>(count_->value(), to - from + 1);
  for (int64_t i = 0; i < count; ++i)
    steps.push_back(count == 1 ? to : from + std::llround(double(i) * double(to - from) / double(count - 1)));
  return steps;
}

double AnimationForm::framesPerSecond() const { return speed_->value(); }

void AnimationForm::tell() {
  const size_t frames = steps().size();
  length_->setText(frames == 0 ? tr("No frame: the run was not measured between these steps.")
                               : tr("%1 frames, %2 s")
                                     .arg(QLocale().toString(qulonglong(frames)),
                                          QLocale().toString(double(frames) / framesPerSecond(), 'f', 1)));
  Q_EMIT changed();
}

}  // namespace sparring::ui
