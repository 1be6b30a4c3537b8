// The pages in the centre of the window: curves, frontier, robustness, verdict, errors, gallery, generator.
#pragma once

#include <QTabWidget>

namespace sparring::ui {

class Comparison;
class CurvesView;
class ErrorsView;
class Examiner;
class FrontierView;
class GalleryView;
class GeneratorView;
class RobustView;
class VerdictView;

class Pages : public QTabWidget {
  Q_OBJECT
 public:
  enum Page { Curves, Frontier, Robustness, Verdict, Errors, Gallery, Generator };

  /// `examiner` must outlive all calls.
  explicit Pages(Examiner& examiner, QWidget* parent = nullptr);

  CurvesView& curves() { return *curves_; }
  FrontierView& frontier() { return *frontier_; }
  RobustView& robustness() { return *robustness_; }
  VerdictView& verdict() { return *verdict_; }
  Comparison& comparison() { return *comparison_; }
  ErrorsView& errors() { return *errors_; }
  GalleryView& gallery() { return *gallery_; }
  GeneratorView& generator() { return *generator_; }

  void setStanding(const QString& standing);  ///< for the pages that have nothing to show yet
  void showPage(Page page);                   ///< with the keyboard on it

  /// The page and what the user set on the pages, for the window's settings.
  QByteArray saveState() const;
  void restoreState(const QByteArray& state);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  Comparison* comparison_ = nullptr;
  CurvesView* curves_ = nullptr;
  FrontierView* frontier_ = nullptr;
  RobustView* robustness_ = nullptr;
  VerdictView* verdict_ = nullptr;
  ErrorsView* errors_ = nullptr;
  GalleryView* gallery_ = nullptr;
  GeneratorView* generator_ = nullptr;
  int lanes_ = 1;
};

}  // namespace sparring::ui
