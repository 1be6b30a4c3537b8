// Runs, lanes or seeds' means beside each other: which is better under what, beyond chance.
#pragma once

#include <QPointer>

#include "compare/comparetable.h"
#include "widgets/viewpage.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace sparring::ui {

class FigureView;
class RunComparison;
class Shown;

class CompareView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit CompareView(Shown& shown, QWidget* parent = nullptr);

  QString words() const override;

  QTableView& table() { return *table_; }
  QComboBox& choice() { return *choice_; }
  QLineEdit& metrics() { return *metrics_; }
  QPushButton& lanes() { return *lanes_; }
  FigureView& figure() { return *figure_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeControls();
  QWidget* makeTable();
  void addExports();
  void refresh();
  void showProgress();
  void fillChoice();
  void showChoice();
  void showPictures();
  void readMetrics();
  void compareLanes();
  void retranslate();

  Shown& shown_;
  RunComparison& comparison_;
  CompareTable model_;
  QComboBox* choice_ = nullptr;
  QComboBox* along_ = nullptr;
  QLineEdit* metrics_ = nullptr;
  QLabel* metricsName_ = nullptr;
  QPushButton* lanes_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QWidget* tablePage_ = nullptr;
  QTableView* table_ = nullptr;
  QLabel* verdicts_ = nullptr;
  FigureView* figure_ = nullptr;
  QWidget* picturesPage_ = nullptr;
  QVBoxLayout* pictures_ = nullptr;
  QAction* baseline_ = nullptr;
  QAction* remove_ = nullptr;
};

}  // namespace sparring::ui
