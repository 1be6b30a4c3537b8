// A slider whose positions stand for values.
#pragma once

#include <QSlider>
#include <functional>

namespace sparring::ui {

/// Screen readers are told the values, not the positions.
class ValueSlider : public QSlider {
  Q_OBJECT
 public:
  explicit ValueSlider(QWidget* parent = nullptr);  ///< horizontal

  /// What a position stands for, and back; both for all positions in the range.
  void setMeaning(std::function<double(int position)> valueAt, std::function<int(double value)> positionOf);
  double valueAt(int position) const { return valueAt_(position); }
  int positionOf(double value) const { return positionOf_(value); }

 private:
  std::function<double(int)> valueAt_;
  std::function<int(double)> positionOf_;
};

}  // namespace sparring::ui
