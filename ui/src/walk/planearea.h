// A plane of latents as a grid of generated images, and a place in it that mouse and keys move.
#pragma once

#include <QPixmap>
#include <QWidget>
#include <memory>
#include <optional>

#include "base/theme.h"
#include "walk/shading.h"

namespace sparring::ui {

/// Lengths are in cells; the origin is the middle of the area, y points up. Who listens moves the plane below.
class PlaneArea : public QWidget {
  Q_OBJECT
 public:
  explicit PlaneArea(QWidget* parent);

  struct Grid {
    int columns = 0, rows = 0;  ///< odd: there is a cell in the middle
    int count() const { return columns * rows; }
    /// The middle of cell i, row by row from the upper left.
    QPointF place(int i) const { return {i % columns - (columns - 1) / 2.0, (rows - 1) / 2.0 - i / columns}; }
    bool operator==(const Grid&) const = default;
  };
  Grid grid() const { return grid_; }  ///< as many cells as the area has room for

  /// A cell each; null: nothing to show.
  void setDrawn(std::shared_ptr<const DrawnImages> drawn, Grid grid);
  const DrawnImages* drawn() const { return drawn_.get(); }
  void setShading(const Shading& shading);
  const Shading& shading() const { return shading_; }

  QPointF place() const { return place_; }
  void setPlace(QPointF place);  ///< what lies outside is brought to the edge
  QPointF pixelOf(QPointF place) const;
  void setWords(const QString& words);  ///< of the image at that place, for screen readers

  /// Everything but the place.
  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void pointed(QPointF place);
  void moved(QPointF by);      ///< the middle is to be where this lies now
  void zoomed(double factor);  ///< above 1: less of the latents, larger
  void gridChanged();
  void endChosen(bool first);  ///< a morph is to begin or to end at place()
  void copyAsked();

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  static double cellIn(QSizeF size, Grid grid);
  QPointF placeAt(QPointF pixel) const;
  void centreHere();
  void step(QPointF by);
  void paintCell(QPainter& painter, size_t i, const QRectF& cell, theme::Tone tone) const;
  QRectF frameAt(QPointF place) const;

  Grid grid_, drawnGrid_;
  std::shared_ptr<const DrawnImages> drawn_;
  Shading shading_;
  QPointF place_;
  std::optional<QPointF> pressed_;  // where a drag has come to
  bool dragged_ = false;
  QPixmap cells_;  // null: out of date
};

}  // namespace sparring::ui
