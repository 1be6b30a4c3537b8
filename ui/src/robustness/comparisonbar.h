// Two choices in a row: which classifier is judged, and against which.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace sparring::ui {

class Comparison;
class Examiner;

class ComparisonBar : public QWidget {
  Q_OBJECT
 public:
  /// Both must outlive the bar.
  ComparisonBar(Comparison& comparison, Examiner& examiner, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  void retranslate();

  Comparison& comparison_;
  Examiner& examiner_;
  QLabel* trainedLabel_ = nullptr;
  QLabel* baselineLabel_ = nullptr;
  QComboBox* trained_ = nullptr;   // data: lane
  QComboBox* baseline_ = nullptr;  // data: lane, shifted by one and negative where pinned
  QToolButton* pin_ = nullptr;
};

}  // namespace sparring::ui
