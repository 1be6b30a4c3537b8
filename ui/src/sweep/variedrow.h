// One line of what a sweep varies: which parameter, over what, and what is wrong with that.
#pragma once

#include <QWidget>
#include <optional>
#include <string>

#include "sparring/params.h"
#include "sparring/sweep.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sparring::ui {

class InvalidFrame;

/// Checked while one types.
class VariedRow : public QWidget {
  Q_OBJECT
 public:
  /// `key`: the parameter it begins with; one that is not offered is added.
  VariedRow(const std::string& key, const Params& wished, QWidget* parent);

  std::string key() const;
  QString values() const;  ///< as typed
  void setValues(const QString& values);
  /// The values that a proposal is made of, and beside which the parameter plays a part or not.
  void setWished(const Params& wished);

  const std::optional<Variation>& variation() const { return variation_; }  ///< none: not valid
  QString problem() const;                                                  ///< empty where it is valid

  QComboBox& parameter() { return *parameter_; }
  QLineEdit& entry() { return *entry_; }
  QToolButton& removal() { return *removal_; }

  /// Something that the parameter may take, made of its value now: "0.0001..0.01:log:5", "32..128:3", "fgsm,pgd".
  static QString proposed(const ParamRow& row, const Params& wished);
  /// Whether a sweep is offered to vary it: a setting of the experiment, and no text.
  static bool offered(const ParamRow& row);

 Q_SIGNALS:
  void changed();
  void removeAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill(const std::string& key);
  void check();
  void retranslate();

  Params wished_;
  std::optional<Variation> variation_;
  QString proposal_;  // what stood there before the user wrote
  QComboBox* parameter_ = nullptr;
  QLineEdit* entry_ = nullptr;
  QToolButton* removal_ = nullptr;
  QLabel* words_ = nullptr;
  InvalidFrame* frame_ = nullptr;
};

}  // namespace sparring::ui
