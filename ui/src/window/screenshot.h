// A picture of the window, taken by the program itself.
#pragma once

#include <QObject>
#include <QString>

namespace sparring::ui {

class MainWindow;

/// Starts the training, waits until it has done `steps` steps and its views have drawn them, writes the window as a PNG
/// and ends the program: with 0, or 1 where the picture could not be written or the training failed.
class Screenshot : public QObject {
  Q_OBJECT
 public:
  Screenshot(MainWindow& window, QString path, qint64 steps);

 private:
  void look();
  void take();

  MainWindow& window_;
  QString path_;
  qint64 steps_;
  bool started_ = false;
  bool taken_ = false;
};

}  // namespace sparring::ui
