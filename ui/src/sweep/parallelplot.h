// Parallel coordinates in the window: brushes select lines, by the mouse or by keys.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

#include "sweep/linelayer.h"
#include "sweep/paralleldrawing.h"
#include "widgets/figure.h"

namespace sparring::ui {

/// A drag on an axis selects a stretch of it; of several all must hold. A drag of a brush moves it, one of its ends
/// that end. A click on an axis ends its brush, one beside all axes and Escape end all. Left and Right choose an axis,
/// Up and Down move its brush or begin one, with Shift its upper and with Ctrl its lower end, Delete ends it. A double
/// click on a line asks for its run.
class ParallelPlot : public QWidget {
  Q_OBJECT
 public:
  explicit ParallelPlot(QWidget* parent);

  /// Brushes stay where the axes are the same ones. The last gives the colours; `more`: the higher the better there.
  void setAxes(std::vector<ParallelAxis> axes, bool more, std::vector<QString> lines);
  void setMarked(std::optional<size_t> line);  ///< drawn over the others

  const Brushes& brushes() const { return brushes_; }
  void setBrush(int axis, std::optional<Brush> brush);
  void clearBrushes();
  bool brushing() const;                                   ///< there is one
  const std::vector<bool>& kept() const { return kept_; }  ///< by line, all where there is none
  QString told() const;                                    ///< brushes and how many lines they leave

  const ParallelDrawing& drawing() const { return *drawing_; }
  void finish();  ///< waits until all is drawn
  void paintTo(QPaintDevice& device, QSize size, theme::Tone tone) const;

 Q_SIGNALS:
  void brushed();
  void runAsked(size_t line);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Drag {
    int axis = 0;
    enum class Part { New, Whole, Upper, Lower } part = Part::New;
    double from = 0;  // the share where it began
    Brush before;
    bool moved = false;
  };
  void renew();
  void select();
  void drawKept();
  void drag(double share);
  void moveByKey(int direction, Qt::KeyboardModifiers modifiers);
  double opacity() const;
  QString axisText(int axis) const;
  Figure::Readout readout(size_t line) const;

  std::vector<ParallelAxis> axes_;
  std::vector<QString> names_;
  bool more_ = true;
  Brushes brushes_;
  std::vector<bool> kept_;
  std::shared_ptr<const ParallelDrawing> drawing_;
  LineLayer* all_ = nullptr;
  LineLayer* few_ = nullptr;
  std::optional<Drag> drag_;
  std::optional<size_t> hovered_, marked_;
  QPointF pointer_;
  int chosen_ = 0;
};

}  // namespace sparring::ui
