// Which steps an animation shows, and how fast.
#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace sparring::ui {

class AnimationForm : public QWidget {
  Q_OBJECT
 public:
  /// Steps from 0 to `last`; `evaluations`: those at which the run was measured, ascending.
  AnimationForm(int64_t last, std::vector<int64_t> evaluations, QWidget* parent = nullptr);

  std::vector<int64_t> steps() const;  ///< ascending, each once
  double framesPerSecond() const;

  QSpinBox& from() { return *from_; }
  QSpinBox& to() { return *to_; }
  QSpinBox& count() { return *count_; }
  QComboBox& spacing() { return *spacing_; }
  QDoubleSpinBox& speed() { return *speed_; }

 Q_SIGNALS:
  void changed();

 private:
  /// How the frames lie between the two steps.
  enum Spacing { Evenly, Every };
  void tell();

  std::vector<int64_t> evaluations_;
  QSpinBox* from_ = nullptr;
  QSpinBox* to_ = nullptr;
  QComboBox* spacing_ = nullptr;
  QSpinBox* count_ = nullptr;
  QDoubleSpinBox* speed_ = nullptr;
  QLabel* length_ = nullptr;
};

}  // namespace sparring::ui
