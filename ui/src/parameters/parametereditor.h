// The widgets that a parameter's value is typed, dragged or chosen with. They speak text, as setParam takes it.
#pragma once

#include <QAbstractSpinBox>
#include <QVariant>
#include <QWidget>
#include <optional>

#include "parameters/slidermap.h"
#include "sparring/params.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace sparring::ui {

class InvalidFrame;
class ValueChips;
class ValueSlider;

class ParameterEditor : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  virtual QString text() const = 0;
  virtual void setText(const QString& text) = 0;  ///< emits nothing
  virtual void setMarked(bool invalid) = 0;       ///< a red frame around what was typed
  virtual void setNames(const QString& accessibleName, const QString& toolTip) = 0;
  virtual void retranslate() {}
  /// A value that is only looked at: it can be read and copied.
  virtual void setReadOnly(bool on) { setDisabled(on); }
  /// What was typed has been taken: an entry has nothing of its own left to undo.
  virtual void settle() {}
  /// What stands beside the parameter's name; null for nothing.
  virtual QWidget* aside() const { return nullptr; }
  /// Which pull of the slider is under way, counted from 1; 0: none.
  virtual int slide() const { return 0; }

 Q_SIGNALS:
  void changed();    ///< while typing: worth checking
  void committed();  ///< Enter, focus left, slider moved, chosen: worth applying
};

/// The editor that fits a row: slider and entry, choice, check box, or text.
ParameterEditor* makeEditor(const ParamRow& row, QWidget* parent);

/// An entry with arrows that keeps whatever was typed.
class NumberEntry : public QAbstractSpinBox {
  Q_OBJECT
  // what screen readers ask a spin box for
  Q_PROPERTY(QVariant value READ told)
  Q_PROPERTY(double minimum READ minimum)
  Q_PROPERTY(double maximum READ maximum)
 public:
  NumberEntry(const SliderMap& map, bool whole, QWidget* parent);
  void stepBy(int steps) override;
  QValidator::State validate(QString&, int&) const override { return QValidator::Acceptable; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }
  QString shown() const;
  void setShown(const QString& text);
  void setNumber(double value);
  std::optional<double> number() const;  ///< nothing where it is a list or no number
  QLineEdit* edit() const { return lineEdit(); }
  double minimum() const { return map_.value(0); }
  double maximum() const { return map_.value(SliderMap::kPositions); }
  QVariant told() const;  ///< the number, or the text where it is none

 Q_SIGNALS:
  void typed();
  void stepped();

 protected:
  StepEnabled stepEnabled() const override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  const SliderMap& map_;
  bool whole_;
};

/// A number, or a list of numbers whose slider rests while there are several.
class NumberEditor : public ParameterEditor {
  Q_OBJECT
 public:
  NumberEditor(const Range& range, bool whole, bool list, QWidget* parent);
  QString text() const override;
  void setText(const QString& text) override;
  void setMarked(bool invalid) override;
  void setNames(const QString& accessibleName, const QString& toolTip) override;
  void settle() override;
  int slide() const override;
  QWidget* aside() const override;
  void setReadOnly(bool on) override;

 private:
  void slideTo(int position);
  void placeSlider();
  void remove(int index);
  void askForMore();

  SliderMap map_;
  int slides_ = 0;
  bool readOnly_ = false;
  ValueSlider* slider_ = nullptr;
  NumberEntry* entry_ = nullptr;
  InvalidFrame* frame_ = nullptr;
  ValueChips* chips_ = nullptr;  // of a list
};

class ChoiceEditor : public ParameterEditor {
  Q_OBJECT
 public:
  ChoiceEditor(const ParamRow& row, QWidget* parent);
  QString text() const override;
  void setText(const QString& text) override;
  void setMarked(bool) override {}
  void setNames(const QString& accessibleName, const QString& toolTip) override;
  void retranslate() override;

 private:
  const ParamRow& row_;
  QComboBox* box_ = nullptr;
};

class CheckEditor : public ParameterEditor {
  Q_OBJECT
 public:
  explicit CheckEditor(QWidget* parent);
  QString text() const override;
  void setText(const QString& text) override;
  void setMarked(bool) override {}
  void setNames(const QString& accessibleName, const QString& toolTip) override;

 private:
  QCheckBox* box_ = nullptr;
};

class TextEditor : public ParameterEditor {
  Q_OBJECT
 public:
  /// `folder`: with a button that offers the data sets known by name, and browses for a folder.
  TextEditor(bool folder, QWidget* parent);
  QString text() const override;
  void setText(const QString& text) override;
  void setMarked(bool invalid) override;
  void setNames(const QString& accessibleName, const QString& toolTip) override;
  void retranslate() override;
  void settle() override;
  void setReadOnly(bool on) override;

 private:
  void offer();
  void browse();
  void choose(const QString& text);

  QLineEdit* edit_ = nullptr;
  InvalidFrame* frame_ = nullptr;
  QToolButton* browse_ = nullptr;
  QMenu* sets_ = nullptr;
};

}  // namespace sparring::ui
