// The map in the window: pointing, choosing, zooming.
#pragma once

#include <QPixmap>
#include <QPolygonF>
#include <QStringList>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

#include "map/mapdrawing.h"

namespace sparring::ui {

/// What is told of an image that is pointed at.
struct MapCard {
  std::vector<QImage> pictures;
  QStringList lines;
};

/// Dragging draws a line around images and chooses them, with Shift or Ctrl beside those that are; a click chooses one,
/// a double click or Enter opens it. The wheel, + and - zoom, the right or middle button moves the map, 0 shows all of
/// it. Arrow keys walk from image to image. Drawn anew only after a change, and only when it is seen.
class MapCanvas : public QWidget {
  Q_OBJECT
 public:
  explicit MapCanvas(QWidget* parent);

  /// `images`: how many there are. What is looked at, chosen and pointed at stays where there are as many.
  void setPicture(MapPicture picture, int images);
  void setCards(std::function<MapCard(int image)> cards) { cards_ = std::move(cards); }
  const MapPicture& picture() const { return picture_; }

  void setChosen(std::vector<int> images);  ///< ascending; emits nothing
  const std::vector<int>& chosen() const { return chosen_; }
  std::optional<int> pointed() const { return pointed_; }
  const MapLook& look() const { return look_; }
  void showAll();

  /// The image's dot in the first panel that has it.
  std::optional<QPointF> dotOf(int image) const;

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;

 Q_SIGNALS:
  void chosenChanged();        ///< by the user
  void imageAsked(int image);  ///< to be opened

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  MapDrawing drawing() const { return {picture_, look_, QSizeF(size()), font()}; }
  std::vector<bool> marks() const;
  void renew();
  void point(std::optional<int> image);
  void choose(std::vector<int> images, bool beside);
  void zoom(double factor, QPointF at);
  void walk(QPointF direction);
  void paintLasso(QPainter& painter) const;
  void paintCard(QPainter& painter) const;

  MapPicture picture_;
  int images_ = 0;
  MapLook look_;
  std::vector<int> chosen_;
  std::optional<int> pointed_;
  std::function<MapCard(int)> cards_;
  QPolygonF lasso_;  // empty: none is being drawn
  int lassoPanel_ = -1;
  std::optional<QPointF> dragged_;  // where the map is held
  QPixmap drawn_;                   // null: out of date
};

}  // namespace sparring::ui
