// Robustness measured: accuracy against the strength of an attack, or under corruptions level by level.
#pragma once

#include <QWidget>
#include <string>

#include "figureview.h"

class QButtonGroup;
class QToolButton;

namespace sparring {

class Comparison;
class ComparisonBar;
class Examiner;

class RobustView : public QWidget {
  Q_OBJECT
 public:
  /// Both must outlive the view.
  RobustView(Examiner& examiner, Comparison& comparison, QWidget* parent = nullptr);

  /// "pgd"; "corruptions" for the bars.
  void choose(const std::string& name);
  const std::string& chosen() const { return chosen_; }

  QByteArray saveState() const;  ///< what the user set here, for the window's settings
  void restoreState(const QByteArray& state);

  void exportPicture();         ///< asks where to
  void exportTable();           ///< likewise, as CSV
  QString explanation() const;  ///< what "?" tells

  FigureView& figure() { return *figure_; }
  QToolButton* chip(const std::string& name) const;  ///< null where there is no such attack

 Q_SIGNALS:
  void failed(const QString& message);  ///< an export could not be written: cause and hint

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeControls();
  void makeChips();
  void refresh();
  std::unique_ptr<Figure> make(QSizeF size, const QFont& font, theme::Tone tone) const;
  bool measured(const std::string& attack) const;
  void copyPicture();
  void retranslate();

  Examiner& examiner_;
  Comparison& comparison_;
  std::string chosen_;
  QWidget* chips_ = nullptr;
  QButtonGroup* choice_ = nullptr;
  ComparisonBar* compared_ = nullptr;
  FigureView* figure_ = nullptr;
  QToolButton* why_ = nullptr;
  QToolButton* export_ = nullptr;
  QAction* copyPicture_ = nullptr;
};

}  // namespace sparring
