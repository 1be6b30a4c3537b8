// Where a classifier errs on clean test images, which images these are, and how far its confidence can be believed.
#pragma once

#include <QImage>
#include <memory>

#include "shown/shown.h"
#include "sparring/assessment.h"
#include "sparring/data.h"
#include "widgets/viewpage.h"

class QLabel;
class QToolButton;

namespace sparring::ui {

class CalibrationPlot;
class ConfusionMap;
class DigitTiles;

class ErrorsView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit ErrorsView(Shown& shown, QWidget* parent = nullptr);

  using QWidget::show;
  /// `data`: what was assessed; `lane`: whose errors. Null shows a line on how to get there.
  void show(std::shared_ptr<const Assessment> assessment, std::shared_ptr<const Dataset> data, int lane = 0);

  QImage picture(double scale) const;
  QString csv() const;  ///< true class, verdict, count: a line a cell
  QString caption() const;
  QString words() const override;

  ConfusionMap& map() { return *map_; }
  CalibrationPlot& calibration() { return *calibration_; }
  DigitTiles& digits() { return *digits_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeContent();
  QWidget* makeCalibration();
  QWidget* makeDigits();
  void retranslate();
  void refresh();
  void openCell(int cell);  ///< -1: no cell
  void showDigits();
  QString titleOf(int column) const;
  const LaneAssessment* lane() const;

  std::shared_ptr<const Assessment> assessment_;
  std::shared_ptr<const Dataset> data_;
  int lane_ = 0;
  int cell_ = -1;  // whose images are shown; -1: all that were misread
  QWidget* content_ = nullptr;
  ConfusionMap* map_ = nullptr;
  CalibrationPlot* calibration_ = nullptr;
  QLabel* belief_ = nullptr;  // whether confidence can be believed, in words
  QLabel* title_ = nullptr;
  QToolButton* back_ = nullptr;
  DigitTiles* digits_ = nullptr;
};

}  // namespace sparring::ui
