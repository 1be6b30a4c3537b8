// How often is measured, measure everything now, how far it is.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace sparring::ui {

class Examiner;

/// One row over a view of measurements.
class MeasureBar : public QWidget {
  Q_OBJECT
 public:
  /// `examiner` must outlive the bar.
  explicit MeasureBar(Examiner& examiner, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fillCadences();
  void refreshProgress();
  void refreshState();
  QString state() const;  ///< what is being measured, or what was
  void retranslate();

  Examiner& examiner_;
  QLabel* label_ = nullptr;
  QComboBox* cadence_ = nullptr;  // data: Cadence::name()
  QPushButton* all_ = nullptr;
  QLabel* state_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QPushButton* cancel_ = nullptr;
};

}  // namespace sparring::ui
