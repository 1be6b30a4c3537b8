// How good the generator's images are, beside what real ones reach.
#pragma once

#include <QImage>
#include <memory>

#include "shown/shown.h"
#include "sparring/quality.h"
#include "widgets/viewpage.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace sparring::ui {

class BarChart;
class DigitTiles;
class FigureCard;
class Qualities;

class GeneratorView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit GeneratorView(Shown& shown, QWidget* parent = nullptr);

  using QWidget::show;
  /// `full`: the last that was measured fully; it may be of an earlier step. Null: nothing was measured yet.
  void show(std::shared_ptr<const GeneratorQuality> quality, std::shared_ptr<const GeneratorQuality> full);
  /// Whether the run that is looked at trains a generator at all.
  void setGenerator(bool there);
  /// A full measurement is under way: `done` of `total`, 0 where that is not known yet.
  void showProgress(int64_t done, int64_t total);
  void endProgress();
  /// Whether "Measure all" has something to measure.
  void setMeasurable(bool measurable);

  QImage picture(double scale) const;
  QString csv() const;  ///< a line a figure
  QString caption() const;

  FigureCard& score() { return *score_; }
  FigureCard& agreement() { return *agreement_; }
  FigureCard& frechet() { return *frechet_; }
  FigureCard& memorisation() { return *memorisation_; }
  BarChart& classes() { return *classes_; }
  BarChart& neighbours() { return *neighbours_; }
  DigitTiles& nearest() { return *nearest_; }
  QPushButton& measure() { return *measure_; }
  QPushButton& cancel() { return *cancel_; }
  bool busy() const override;
  QString words() const override;
  QString tabTitle() const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeContent();
  QWidget* makeCards(QWidget* parent);
  void showCards();
  void showBars();
  void showNearest();
  void showChecks();
  void read();
  void refresh();
  void retranslate();
  void nameScore();

  Shown& shown_;
  Qualities* qualities_ = nullptr;
  std::shared_ptr<const GeneratorQuality> quality_;
  std::shared_ptr<const GeneratorQuality> full_;
  bool generator_ = true;
  QPushButton* measure_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QPushButton* cancel_ = nullptr;
  QWidget* content_ = nullptr;
  QWidget* figures_ = nullptr;  // the content, scrolled
  FigureCard* score_ = nullptr;
  FigureCard* agreement_ = nullptr;
  FigureCard* frechet_ = nullptr;
  FigureCard* memorisation_ = nullptr;
  BarChart* classes_ = nullptr;
  BarChart* neighbours_ = nullptr;
  QLabel* nearestTitle_ = nullptr;
  DigitTiles* nearest_ = nullptr;
  QVBoxLayout* checks_ = nullptr;
};

}  // namespace sparring::ui
