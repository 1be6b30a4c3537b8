// Two choices in a row: which classifier is judged, and against which.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace sparring::ui {

class Shown;

class ComparisonBar : public QWidget {
  Q_OBJECT
 public:
  /// `shown` must outlive the bar.
  explicit ComparisonBar(Shown& shown, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  void retranslate();

  Shown& shown_;
  QLabel* trainedLabel_ = nullptr;
  QLabel* baselineLabel_ = nullptr;
  QComboBox* trained_ = nullptr;   // data: lane
  QComboBox* baseline_ = nullptr;  // data: lane, shifted by one and negative where pinned
  QToolButton* pin_ = nullptr;
};

}  // namespace sparring::ui
