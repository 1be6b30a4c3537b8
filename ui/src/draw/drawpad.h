// A sheet to draw on, with mouse or keyboard.
#pragma once

#include <QImage>
#include <QWidget>
#include <vector>

#include "sparring/pictures.h"

namespace sparring::ui {

/// Ink on paper, kSide by kSide. The left button draws, the right one erases. Arrow keys move a cursor (with Shift in
/// large steps), Space sets the pen down and lifts it.
class DrawPad : public QWidget {
  Q_OBJECT
 public:
  static constexpr int kSide = 280;

  explicit DrawPad(QWidget* parent = nullptr);

  void setErasing(bool erasing) { erasing_ = erasing; }
  void setThickness(int pixels) { thickness_ = pixels; }  ///< of the sheet's

  void clear();
  void undo();  ///< the last stroke, clearing or picture
  bool canUndo() const { return !before_.empty(); }
  bool blank() const;

  /// In grey, as large as it fits; what is not square stands in the middle. Dark on light is turned over.
  void setPicture(const Picture& picture);
  /// Dark ink on white.
  Picture picture() const;

  QSize sizeHint() const override;

 Q_SIGNALS:
  void drawn();  ///< by the user: a stroke has grown, or was taken back

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void remember();
  void stroke(QPointF to, bool erasing);
  QPointF onSheet(QPointF position) const;
  QRectF sheet() const;

  QImage ink_;  // Grayscale8: 255 is ink
  std::vector<QImage> before_;
  bool erasing_ = false, down_ = false, moved_ = false;
  int thickness_ = 20;
  QPointF last_, cursor_;
};

}  // namespace sparring::ui
