// A ring around a part of the window, to show where to look. It moves no layout and takes no click.
#pragma once

#include <QPointer>
#include <QRect>
#include <QTimer>
#include <QWidget>

namespace sparring::ui {

/// Follows what it points at, ten times a second, while that is in sight.
class PointAt : public QWidget {
  Q_OBJECT
 public:
  /// `window`: over whose contents it lies.
  explicit PointAt(QWidget* window);

  /// `part`: of the target, in its coordinates; empty: all of it. Null takes the ring away.
  void point(QWidget* target, const QRect& part = {});
  QWidget* target() const { return target_; }
  /// What it is drawn around, in the window's coordinates; empty where the target is out of sight.
  QRect around() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void follow();

  QPointer<QWidget> target_;
  QRect part_;
  QTimer timer_;
};

}  // namespace sparring::ui
