// The choice of a classifier lane, by its λ. Hidden where there is one only.
#pragma once

#include <QComboBox>
#include <vector>

namespace sparring::ui {

class LanePicker : public QComboBox {
  Q_OBJECT
 public:
  explicit LanePicker(QWidget* parent = nullptr);

  /// λ by lane. Keeps the lane chosen where it is still there.
  void setLambdas(const std::vector<double>& lambdas);
  void setLane(int lane);
  int lane() const;  ///< 0 before there are lanes

 Q_SIGNALS:
  void laneChosen(int lane);

 private:
  std::vector<double> lambdas_;
};

}  // namespace sparring::ui
