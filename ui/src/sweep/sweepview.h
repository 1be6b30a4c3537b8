// Sweeps: what is asked of one, its runs as they go on, and what they came to.
#pragma once

#include <filesystem>
#include <optional>

#include "base/background.h"
#include "sweep/sweepreader.h"
#include "sweep/sweeptraining.h"
#include "widgets/viewpage.h"

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace sparring::ui {

class Shown;
class SweepForm;
class SweepViews;

class SweepView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view, whose end waits for that of the sweep: see ~SweepTraining().
  explicit SweepView(Shown& shown, QWidget* parent = nullptr);

  QString words() const override;
  QByteArray saveState() const override;
  void restoreState(const QByteArray& state) override;

  /// What trains the runs; at first SweepTraining::usualProgram().
  void setProgram(std::filesystem::path program) { program_ = std::move(program); }
  void choose(const std::filesystem::path& sweep);  ///< empty: a new one
  void vary(const std::string& key);                ///< in a new one

  SweepForm& form() { return *form_; }
  SweepViews& views() { return *views_; }
  SweepTraining& training() { return training_; }
  const SweepReader& reader() const { return reader_; }
  QComboBox& sweeps() { return *sweeps_; }
  QComboBox& look() { return *look_; }
  QPushButton& starting() { return *start_; }
  QPushButton& stopping() { return *stop_; }
  QPushButton& unbrushing() { return *unbrush_; }
  QString status() const;

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeControls();
  void makeHeader();
  void addExports();
  void connectViews();
  void list();
  void fillSweeps();
  void fillQuantities();
  void fillBudgets();
  void useQuantities();
  void useBudget();
  void onTraining();
  void onContents();
  void start();
  void begin(const std::filesystem::path& folder, std::function<SweepFolder()> open);
  void openRun(size_t run);
  void compareBest();
  void showChoice();
  void refresh();
  QString statusText() const;
  void retranslate();

  Shown& shown_;
  std::filesystem::path program_ = SweepTraining::usualProgram();
  std::filesystem::path chosen_;  // empty: a new sweep
  std::vector<std::filesystem::path> there_;
  QComboBox* look_ = nullptr;
  QComboBox* across_ = nullptr;
  QComboBox* upwards_ = nullptr;
  QComboBox* budget_ = nullptr;
  QComboBox* sweeps_ = nullptr;
  QPushButton* start_ = nullptr;
  QPushButton* stop_ = nullptr;
  QPushButton* unbrush_ = nullptr;
  QLabel* status_ = nullptr;
  QScrollArea* formPage_ = nullptr;
  SweepForm* form_ = nullptr;
  SweepViews* views_ = nullptr;
  SweepReader reader_;
  Background lister_;
  SweepTraining training_;
};

}  // namespace sparring::ui
