// What the trainer is doing, in words and figures, at the foot of the window.
#pragma once

#include <QColor>
#include <QWidget>

#include "sparring/trainer.h"

class QLabel;

namespace sparring::ui {

class LiveText;
class PhaseBar;

class StatusLine : public QWidget {
  Q_OBJECT
 public:
  explicit StatusLine(QWidget* parent = nullptr);
  /// `begun`: a training was started; otherwise only the plan is shown. `loading`: the data are on their way. `broken`:
  /// there are none.
  void show(const Update& update, bool begun, bool loading, bool broken);
  /// A run that is looked at instead, by its name, at a step; the training that goes on behind it is still told. Empty:
  /// none.
  void setPast(const QString& run, int64_t step);
  using QWidget::show;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  void showDot(const QColor& colour);

  Update update_;
  bool begun_ = false;
  bool loading_ = true;
  bool broken_ = false;
  QString past_;
  int64_t pastStep_ = 0;
  QColor dotColour_;
  QLabel* dot_ = nullptr;
  QLabel* looking_ = nullptr;
  QLabel* state_ = nullptr;
  PhaseBar* phases_ = nullptr;
  LiveText* speed_ = nullptr;
  LiveText* left_ = nullptr;
  QLabel* device_ = nullptr;
};

/// "1:05" or "2:03:10"; empty for 0.
QString durationText(double seconds);

}  // namespace sparring::ui
