// The page of the anatomy: who trains whom in the system that is set, live, and to be steered in place.
#pragma once

#include <optional>

#include "anatomy/anatomycanvas.h"
#include "shown/shown.h"
#include "sparring/phases.h"
#include "widgets/viewpage.h"

class QComboBox;
class QToolButton;

namespace sparring::ui {

class AnatomyView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  AnatomyView(Shown& shown, QWidget* parent);

  AnatomyCanvas& canvas() { return *canvas_; }
  QToolButton* stepButton(Learning who) const;
  QComboBox& pace() { return *pace_; }
  /// Whether the training runs: its images move.
  void setRunning(bool running, bool canStep);

 Q_SIGNALS:
  void edited(const QString& key, const QString& text, int slide);
  void revealAsked(const QString& key);
  void stepAsked(sparring::Learning who);
  void paceAsked(double stepsPerSecond);  ///< 0: as fast as can be

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeControls();
  void read(Shown::What what);
  void readSystem();
  void readValues();
  void readFigures();
  void readPictures();
  Phase phaseThen() const;
  QString figuresOf(const AnatomyPart& part) const;
  QString laneFigures() const;
  QString titleOf(const AnatomyPart& part) const;
  QStringList helpOf(const AnatomyPart& part) const;
  QImage image(double scale) const;
  void retranslate();

  Shown& shown_;
  Shown::What missed_;  // while it was hidden
  bool running_ = false, canStep_ = false;
  AnatomyCanvas* canvas_ = nullptr;
  std::vector<std::pair<Learning, QToolButton*>> steps_;
  QComboBox* pace_ = nullptr;
};

}  // namespace sparring::ui
