#include "widgets/strengthslider.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "base/attacktext.h"
#include "widgets/valueslider.h"

namespace sparring::ui {
namespace {

constexpr int kPositions = 100;
constexpr int kDecimals = 3;

/// Beyond the last level of the evaluation there is nothing to be seen.
double mostOf(const AttackInfo& attack) {
  const auto& levels = attack.suite.strengths;
  return levels.empty() ? attack.strength().max : *std::ranges::max_element(levels);
}

}  // namespace

StrengthSlider::StrengthSlider(QWidget* parent) : QWidget(parent) {
  symbol_ = new QLabel(this);
  slider_ = new ValueSlider(this);
  slider_->setMeaning([this](int position) { return most_ * position / kPositions; },
                      [this](double value) { return int(std::lround(kPositions * value / most_)); });
  slider_->setRange(0, kPositions);
  slider_->setPageStep(10);
  figure_ = new QDoubleSpinBox(this);
  figure_->setKeyboardTracking(false);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(symbol_);
  row->addWidget(slider_, 1);
  row->addWidget(figure_);
  connect(slider_, &QSlider::valueChanged, this, [this](int position) { setStrength(slider_->valueAt(position)); });
  connect(figure_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    const QSignalBlocker quiet(slider_);
    slider_->setValue(slider_->positionOf(value));
    Q_EMIT strengthChanged(value);
  });
}

void StrengthSlider::setAttack(const std::string& name) {
  const QSignalBlocker quietSlider(slider_), quietFigure(figure_);
  const AttackInfo& attack = attackInfo(name);
  const auto& value = attack.strength();
  most_ = mostOf(attack);
  figure_->setDecimals(value.whole ? 0 : kDecimals);
  figure_->setRange(0, most_);
  figure_->setSingleStep(value.whole ? 1 : most_ / 50);
  symbol_->setText(symbol(value));
  slider_->setAccessibleName(symbol(value));
  figure_->setAccessibleName(symbol(value));
  figure_->setValue(value.standard);
  slider_->setValue(slider_->positionOf(figure_->value()));
}

double StrengthSlider::strength() const { return figure_->value(); }

void StrengthSlider::setStrength(double strength) { figure_->setValue(strength); }

}  // namespace sparring::ui
