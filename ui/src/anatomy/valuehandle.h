// A number in the diagram: its name, to be pulled, and an entry.
#pragma once

#include <QWidget>
#include <optional>

#include "parameters/slidermap.h"
#include "sparring/params.h"

class QLabel;

namespace sparring::ui {

class InvalidFrame;
class NumberEntry;

/// Pulling the name sideways moves a single number along its range; typing, arrow keys and the wheel work as in the
/// panel. What is not valid is framed and told, and never handed on.
class ValueHandle : public QWidget {
  Q_OBJECT
 public:
  ValueHandle(const ParamRow& row, QWidget* parent);

  const ParamRow& row() const { return row_; }
  /// What is typed there stays while it has the keyboard. `readOnly`: of a run that is looked at.
  void setValue(const QString& text, bool readOnly);
  QString text() const;

 Q_SIGNALS:
  /// `slide`: which pull it is part of, counted from 1; 0: none.
  void edited(const QString& key, const QString& text, int slide);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void commit(int slide = 0);
  void pullTo(double x);
  void retranslate();

  const ParamRow& row_;
  SliderMap map_;
  QString value_;
  int pulls_ = 0;
  struct Pull {
    double from = 0;
    int position = 0;
  };
  std::optional<Pull> pull_;
  QLabel* name_ = nullptr;
  NumberEntry* entry_ = nullptr;
  InvalidFrame* frame_ = nullptr;
};

}  // namespace sparring::ui
