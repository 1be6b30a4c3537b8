#include "gallery/strengthslider.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <cmath>

#include "base/attacktext.h"
#include "gallery/galleryquery.h"
#include "sparring/assessment.h"

namespace sparring::ui {
namespace {

constexpr int kPositions = 100;

/// Beyond the last level of the evaluation there is nothing to be seen.
double mostOf(const std::string& name) {
  for (const Probe& probe : Suite::full().probes)
    if (probe.attack.name == name && !probe.strengths.empty())
      return *std::max_element(probe.strengths.begin(), probe.strengths.end());
  for (const AttackInfo& info : attacks())
    if (info.name == name && !info.values.empty()) return info.values.front().max;
  return 1;
}

}  // namespace

StrengthSlider::StrengthSlider(QWidget* parent) : QWidget(parent) {
  symbol_ = new QLabel(this);
  slider_ = new QSlider(Qt::Horizontal, this);
  slider_->setRange(0, kPositions);
  slider_->setPageStep(10);
  figure_ = new QDoubleSpinBox(this);
  figure_->setDecimals(3);
  figure_->setKeyboardTracking(false);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(symbol_);
  row->addWidget(slider_, 1);
  row->addWidget(figure_);
  connect(slider_, &QSlider::valueChanged, this, [this](int position) { setStrength(most_ * position / kPositions); });
  connect(figure_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    const QSignalBlocker quiet(slider_);
    slider_->setValue(int(std::lround(kPositions * value / most_)));
    Q_EMIT strengthChanged(value);
  });
}

void StrengthSlider::setAttack(const std::string& name) {
  const QSignalBlocker quietSlider(slider_), quietFigure(figure_);
  const std::string key = strengthKey(name);
  most_ = mostOf(name);
  figure_->setRange(0, most_);
  figure_->setSingleStep(most_ / 50);
  symbol_->setText(strengthSymbol(key));
  slider_->setAccessibleName(strengthSymbol(key));
  figure_->setAccessibleName(strengthSymbol(key));
  figure_->setValue(parseAttack(name).values.at(key));
  slider_->setValue(int(std::lround(kPositions * figure_->value() / most_)));
}

double StrengthSlider::strength() const { return figure_->value(); }

void StrengthSlider::setStrength(double strength) { figure_->setValue(strength); }

}  // namespace sparring::ui
