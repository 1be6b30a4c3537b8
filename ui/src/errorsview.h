// Where a classifier errs on clean test images, which digits these are, and how far its confidence can be believed.
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

#include "sparring/assessment.h"
#include "sparring/data.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace sparring {

class CalibrationPlot;
class ConfusionMap;
class DigitTiles;
class LanePicker;
class ViewHeader;

class ErrorsView : public QWidget {
  Q_OBJECT
 public:
  explicit ErrorsView(QWidget* parent = nullptr);

  using QWidget::show;
  /// `data`: what was assessed. Null shows a line on how to get there.
  void show(std::shared_ptr<const Assessment> assessment, std::shared_ptr<const Dataset> data);

  QImage picture(double scale) const;
  QString csv() const;  ///< true class, verdict, count: a line a cell
  QString caption() const;

  ConfusionMap& map() { return *map_; }
  CalibrationPlot& calibration() { return *calibration_; }
  DigitTiles& digits() { return *digits_; }
  LanePicker& lanes() { return *lanes_; }

 Q_SIGNALS:
  void failed(const QString& message);  ///< an export could not be written: cause and hint

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeContent();
  QWidget* makeCalibration();
  QWidget* makeDigits();
  void retranslate();
  void refresh();
  void openCell(int cell);  ///< -1: no cell
  void showDigits();
  const LaneAssessment* lane() const;

  std::shared_ptr<const Assessment> assessment_;
  std::shared_ptr<const Dataset> data_;
  int cell_ = -1;  // whose digits are shown; -1: all that were misread
  ViewHeader* header_ = nullptr;
  LanePicker* lanes_ = nullptr;
  QStackedWidget* pages_ = nullptr;  // empty | content
  QLabel* empty_ = nullptr;
  ConfusionMap* map_ = nullptr;
  CalibrationPlot* calibration_ = nullptr;
  QLabel* words_ = nullptr;
  QLabel* title_ = nullptr;
  QToolButton* back_ = nullptr;
  DigitTiles* digits_ = nullptr;
};

}  // namespace sparring
