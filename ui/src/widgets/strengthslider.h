// The strength of an attack: its symbol, a slider, and the figure.
#pragma once

#include <QWidget>

#include "sparring/attack.h"

class QDoubleSpinBox;
class QLabel;

namespace sparring::ui {

class ValueSlider;

class StrengthSlider : public QWidget {
  Q_OBJECT
 public:
  explicit StrengthSlider(QWidget* parent = nullptr);

  /// Takes range, symbol and a usual value from the attack. Emits nothing.
  void setAttack(const std::string& name);

  double strength() const;
  double most() const { return most_; }
  void setStrength(double strength);  ///< emits strengthChanged() where it is another one

  ValueSlider& slider() { return *slider_; }

 Q_SIGNALS:
  void strengthChanged(double strength);

 private:
  double most_ = 1;
  QLabel* symbol_ = nullptr;
  ValueSlider* slider_ = nullptr;
  QDoubleSpinBox* figure_ = nullptr;
};

}  // namespace sparring::ui
