// Robustness measured: accuracy against the strength of an attack, or under corruptions level by level.
#pragma once

#include <string>

#include "robustness/corruptionfigure.h"
#include "robustness/strengthfigure.h"
#include "widgets/figureview.h"
#include "widgets/viewpage.h"

class QButtonGroup;
class QToolButton;

namespace sparring::ui {

class ComparisonBar;
class Shown;

class RobustView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit RobustView(Shown& shown, QWidget* parent = nullptr);

  /// "pgd"; "corruptions" for the bars.
  void choose(const std::string& name);
  const std::string& chosen() const { return chosen_; }

  QByteArray saveState() const override;
  void restoreState(const QByteArray& state) override;

  QString words() const override;

  FigureView& figure() { return *figure_; }
  QToolButton* chip(const std::string& name) const;  ///< null where there is no such attack

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void addExports();
  void makeChips();
  void refresh();
  std::unique_ptr<Figure> make(QSizeF size, const QFont& font, theme::Tone tone) const;
  StrengthContent strengths() const;
  std::optional<CorruptionContent> corruptions() const;
  QString outdatedNote() const;
  void setHelp();
  void copyPicture();
  void level();
  void retranslate();

  Shown& shown_;
  std::string chosen_;
  QWidget* chips_ = nullptr;
  QButtonGroup* choice_ = nullptr;
  ComparisonBar* compared_ = nullptr;
  FigureView* figure_ = nullptr;
  QAction* copyPicture_ = nullptr;
  QAction* exportPicture_ = nullptr;
};

}  // namespace sparring::ui
