// For the last row of a class room: the whole screen, large text, panels folded away, a ring at the mouse.
#pragma once

#include <QList>
#include <QMainWindow>
#include <QObject>
#include <QTimer>
#include <functional>

class QDockWidget;

namespace sparring::ui {

class Presentation : public QObject {
  Q_OBJECT
 public:
  /// `stays`: the panel that is not folded.
  Presentation(QMainWindow* window, QDockWidget* stays);

  bool on() const { return on_; }
  void setOn(bool on);  ///< off: everything is as it was before, to the last panel

 Q_SIGNALS:
  void changed(bool on);

 private:
  void begin();
  void end();
  void follow();

  QMainWindow* window_;
  QDockWidget* stays_;
  QWidget* ring_;
  QTimer timer_;
  bool on_ = false;
  QByteArray layout_, geometry_;
  Qt::WindowStates states_;
  int text_ = 0;  // percent
};

}  // namespace sparring::ui
