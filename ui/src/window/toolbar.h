// The row of buttons on top: training, preset, device, figures, language and theme.
#pragma once

#include <QToolBar>

#include "sparring/trainer.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace sparring::ui {

class Actions;
class LiveText;

class ToolBar : public QToolBar {
  Q_OBJECT
 public:
  ToolBar(Actions& actions, QWidget* parent);

  void setPreset(const std::string& name);
  void setDevice(const std::string& device);
  void setFigures(const Update& update);

 Q_SIGNALS:
  void deviceChosen(const QString& device);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QToolButton* menuButton(class QMenu* menu);
  void retranslate();

  Actions& actions_;
  std::string preset_;
  Update figuresOf_;
  QToolButton* start_ = nullptr;
  QToolButton* presets_ = nullptr;
  QLabel* deviceLabel_ = nullptr;
  QComboBox* device_ = nullptr;
  LiveText* figures_ = nullptr;
  QToolButton* languages_ = nullptr;
  QToolButton* themes_ = nullptr;
};

}  // namespace sparring::ui
