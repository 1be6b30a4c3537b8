// One check of the masking alarm or of a generator: its finding, and on a click what it means.
#pragma once

#include <QWidget>

#include "sparring/assessment.h"

class QLabel;
class QToolButton;

namespace sparring::ui {

class CheckRow : public QWidget {
  Q_OBJECT
 public:
  explicit CheckRow(const Check& check, QWidget* parent = nullptr);

  bool expanded() const;
  void setExpanded(bool on);

 Q_SIGNALS:
  void expandedChanged(bool on);

 private:
  QToolButton* title_ = nullptr;
  QLabel* meaning_ = nullptr;
};

}  // namespace sparring::ui
