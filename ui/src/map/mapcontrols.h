// What of the map is chosen: the method, what is beside what, what colours tell, the attack and its strength.
#pragma once

#include <QJsonObject>
#include <QWidget>
#include <optional>
#include <utility>
#include <vector>

#include "map/mappanels.h"

class QComboBox;
class QLabel;

namespace sparring::ui {

class LanePicker;
class ValueSlider;

class MapControls : public QWidget {
  Q_OBJECT
 public:
  explicit MapControls(QWidget* parent);

  MapMethod method() const;
  MapBeside beside() const;
  MapColouring colouring() const;
  AttackSpec attack() const;  ///< at its usual strength
  const std::vector<double>& strengths() const { return strengths_; }
  std::optional<size_t> level() const;           ///< of the strengths; none: clean
  std::optional<AttackSpec> attackThen() const;  ///< at that strength
  QString levelText() const;                     ///< "ε = 0.1", "clean"
  /// By λ, from left to right, where `lane` is shown.
  std::vector<int> lanes(int lane) const;

  void setLambdas(const std::vector<double>& lambdas);  ///< by lane

  QJsonObject state() const;
  void restore(const QJsonObject& state);  ///< what cannot be read is passed over

  QComboBox& methodBox() { return *method_; }
  QComboBox& besideBox() { return *beside_; }
  QComboBox& colouringBox() { return *colouring_; }
  QComboBox& attackBox() { return *attack_; }
  ValueSlider& slider() { return *level_; }

 Q_SIGNALS:
  void measureAsked();  ///< what is to be measured is another
  void drawingAsked();  ///< what is drawn of it is another

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeSlider();
  void chooseAttack();
  void chooseBeside();
  void retranslate();
  std::vector<std::pair<QString, QComboBox*>> boxes() const;  ///< by the names they are kept under
  QString textOf(int position) const;

  std::vector<double> lambdas_, strengths_;
  QComboBox* method_ = nullptr;
  QComboBox* beside_ = nullptr;
  LanePicker* other_ = nullptr;
  QComboBox* colouring_ = nullptr;
  QComboBox* attack_ = nullptr;
  ValueSlider* level_ = nullptr;  // 0: clean, i: strengths_[i - 1]
  QLabel* strength_ = nullptr;
};

}  // namespace sparring::ui
