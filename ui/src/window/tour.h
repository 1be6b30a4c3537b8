// A short tour of the window: a bubble at each of its parts.
#pragma once

#include <QFrame>
#include <QRect>
#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace sparring::ui {

class PointAt;

/// Where a bubble points, and what it says; asked when its turn comes, so that it is in the window's language.
struct TourStop {
  std::function<QWidget*()> target;
  std::function<QRect(QWidget*)> part;  ///< of it; null: all
  std::function<QString()> words;
};

/// Takes neither clicks nor keys from the window beside it; Esc ends it from anywhere.
class Tour : public QFrame {
  Q_OBJECT
 public:
  Tour(std::vector<TourStop> stops, PointAt& pointer, QWidget* window);

  void begin();
  void end();
  bool running() const { return at_ >= 0; }
  QString words() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void go(int stop);
  void place();
  void retell();

  std::vector<TourStop> stops_;
  PointAt& pointer_;
  int at_ = -1;
  QLabel* text_;
  QLabel* count_;
  QPushButton* next_;
  QPushButton* skip_;
};

}  // namespace sparring::ui
