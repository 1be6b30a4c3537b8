// A picture of many lines, drawn a few milliseconds at a time so that the window never waits for it.
#pragma once

#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QTimer>
#include <functional>
#include <optional>

class QPainter;

namespace sparring::ui {

/// While it is drawn the former picture stays. One thread, the window's.
class LineLayer : public QObject {
  Q_OBJECT
 public:
  explicit LineLayer(QObject* parent);

  /// Lines 0 to `count` − 1, the last on top; `line` may be called until another picture of theirs is there.
  struct Lines {
    size_t count = 0;
    std::function<void(QPainter& painter, size_t i)> line;
  };
  /// `size` in logical pixels. One that is being drawn is drawn to its end first, unless it is of another size.
  void draw(QSize size, double ratio, Lines lines);
  void clear();

  bool busy() const { return timer_.isActive(); }
  void finish();  ///< waits for it
  const QPixmap& picture() const { return picture_; }

 Q_SIGNALS:
  void drawn();

 private:
  struct Work {
    QSize size;
    double ratio = 1;
    Lines lines;
  };
  void begin(Work work);
  void slice(qint64 milliseconds);

  std::optional<Work> next_;
  Work work_;
  size_t done_ = 0;
  QImage image_;
  QPixmap picture_;
  QTimer timer_;
};

}  // namespace sparring::ui
