// What is asked of a sweep, as widgets: what varies, how the combinations are drawn, what counts, how long and where.
#pragma once

#include <QJsonObject>
#include <QTimer>
#include <QWidget>
#include <string>
#include <vector>

#include "base/background.h"
#include "base/job.h"
#include "sparring/params.h"
#include "sparring/sweep.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace sparring::ui {

class VariedRow;

/// Counts the runs and foretells their time off the window's thread.
class SweepForm : public QWidget {
  Q_OBJECT
 public:
  explicit SweepForm(QWidget* parent);

  /// What all runs start from.
  void setWished(const Params& wished, const std::string& preset);
  /// The specification as it stands. Throws Error (Usage): a line that is not valid, no such metric.
  SweepSpec spec() const;
  bool valid() const { return valid_; }  ///< as last counted

  void vary(const std::string& key);  ///< one more line; where it varies already that has the keyboard

  QJsonObject state() const;
  void setState(const QJsonObject& state);  ///< what cannot be read is passed over

  const std::vector<VariedRow*>& rows() const { return rows_; }
  QPushButton& addition() { return *add_; }
  QComboBox& strategy() { return *strategy_; }
  QSpinBox& runs() { return *runs_; }
  QSpinBox& seeds() { return *seeds_; }
  QSpinBox& halving() { return *halving_; }
  QSpinBox& length() { return *length_; }
  QComboBox& unit() { return *unit_; }
  QSpinBox& jobs() { return *jobs_; }
  QLineEdit& metric() { return *metric_; }
  QPushButton& forecast() { return *forecast_; }
  QString count() const;     ///< what is said of the number of runs, or what is wrong
  QString foretold() const;  ///< what the forecast says

 Q_SIGNALS:
  void changed();  ///< valid() may be another

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeRows();
  void makeFields();
  void addRow(const std::string& key, const QString& values = {});
  void removeRow(VariedRow* row);
  void edited();
  void countRuns();
  void foretell();
  void showFields();
  void retranslate();

  Params wished_;
  std::string preset_;
  std::vector<VariedRow*> rows_;
  bool valid_ = false;
  QTimer pause_;  // of the typing
  QLabel* varies_ = nullptr;
  QVBoxLayout* lines_ = nullptr;
  QPushButton* add_ = nullptr;
  QFormLayout* fields_ = nullptr;
  QComboBox* strategy_ = nullptr;
  QSpinBox* runs_ = nullptr;
  QSpinBox* seeds_ = nullptr;
  QLineEdit* metric_ = nullptr;
  QSpinBox* halving_ = nullptr;
  QWidget* lengthRow_ = nullptr;
  QSpinBox* length_ = nullptr;
  QComboBox* unit_ = nullptr;
  QSpinBox* jobs_ = nullptr;
  QComboBox* runner_ = nullptr;
  QLineEdit* partition_ = nullptr;
  QLineEdit* time_ = nullptr;
  QSpinBox* cpus_ = nullptr;
  QLabel* count_ = nullptr;
  QPushButton* forecast_ = nullptr;
  QLabel* foretold_ = nullptr;
  Background counter_;
  Job forecaster_;
};

}  // namespace sparring::ui
