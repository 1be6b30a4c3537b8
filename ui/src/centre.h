// The pages in the centre of the window: curves, frontier.
#pragma once

#include <QTabWidget>

namespace sparring {

class CurvesView;
class FrontierView;

class Centre : public QTabWidget {
  Q_OBJECT
 public:
  enum Page { Curves, Frontier };

  explicit Centre(QWidget* parent = nullptr);

  CurvesView& curves() { return *curves_; }
  FrontierView& frontier() { return *frontier_; }

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
  int lanes_ = 1;
};

}  // namespace sparring
