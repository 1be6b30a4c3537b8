// The pages in the centre of the window: curves, frontier, errors, gallery, generator.
#pragma once

#include <QTabWidget>

namespace sparring {

class CurvesView;
class ErrorsView;
class FrontierView;
class GalleryView;
class GeneratorView;

class Centre : public QTabWidget {
  Q_OBJECT
 public:
  enum Page { Curves, Frontier, Errors, Gallery, Generator };

  explicit Centre(QWidget* parent = nullptr);

  CurvesView& curves() { return *curves_; }
  FrontierView& frontier() { return *frontier_; }
  ErrorsView& errors() { return *errors_; }
  GalleryView& gallery() { return *gallery_; }
  GeneratorView& generator() { return *generator_; }

  void showPage(Page page);  ///< with the keyboard on it

  /// The page and what the user set on the frontier's, for the window's settings.
  QByteArray saveState() const;
  void restoreState(const QByteArray& state);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  CurvesView* curves_ = nullptr;
  FrontierView* frontier_ = nullptr;
  ErrorsView* errors_ = nullptr;
  GalleryView* gallery_ = nullptr;
  GeneratorView* generator_ = nullptr;
  int lanes_ = 1;
};

}  // namespace sparring
