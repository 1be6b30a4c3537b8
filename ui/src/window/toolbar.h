// The row of buttons on top: training, preset, device, figures, language and theme.
#pragma once

#include <QToolBar>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sparring/trainer.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace sparring::ui {

class Actions;
class LanePicker;
class LiveText;

class ToolBar : public QToolBar {
  Q_OBJECT
 public:
  ToolBar(Actions& actions, QWidget* parent);

  /// `shown`: of the run that is shown, empty where nothing has begun; `wished`: of what the next run begins with.
  void setPreset(const std::string& shown, const std::string& wished);
  void setDevice(const std::string& device);
  void setFigures(const Update& update);
  /// Of a run that is looked at instead.
  void setPast(int64_t step, int64_t last);
  /// The lanes to choose from, and the one that is shown. The choice is hidden where there is one only.
  void setLanes(const std::vector<double>& lambdas, int lane);
  LanePicker& lanes() { return *lanes_; }

 Q_SIGNALS:
  void deviceChosen(const QString& device);
  void laneChosen(int lane);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* menuButton(class QMenu* menu);
  void retranslate();
  void namePreset();
  void tellFigures();

  Actions& actions_;
  std::string shownPreset_, preset_;
  Update figuresOf_;
  std::optional<std::pair<int64_t, int64_t>> past_;  // step and last, of a run that is looked at
  QToolButton* start_ = nullptr;
  QToolButton* presets_ = nullptr;
  QLabel* lanesLabel_ = nullptr;
  LanePicker* lanes_ = nullptr;
  QAction* laneChoice_ = nullptr;
  QLabel* deviceLabel_ = nullptr;
  QComboBox* device_ = nullptr;
  LiveText* figures_ = nullptr;
  QToolButton* languages_ = nullptr;
  QToolButton* themes_ = nullptr;
};

}  // namespace sparring::ui
