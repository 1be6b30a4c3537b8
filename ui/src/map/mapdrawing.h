// What one or two maps beside each other look like. Plain painting, no widget.
#pragma once

#include <QFont>
#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "map/mapgroups.h"

class QPainter;

namespace sparring::ui {

/// Places are in spreads of the clean images, upwards as in a plot. Images are known by their number among those of the
/// map.
struct MapPanel {
  struct Dot {
    QPointF at;
    int image = 0;
    int group = 0;
    bool right = true;
    bool faint = false;  ///< a ground to see the others on
  };
  struct Arrow {
    QPointF from, to;
    int image = 0;
    int group = 0;
    bool right = true;  ///< at its tip
  };
  struct Name {
    QPointF at;
    QString text;
    int group = 0;
  };
  QString title;
  std::vector<Dot> dots;
  std::vector<Arrow> arrows;
  std::vector<Name> names;
  double doubt = 0;  ///< see placingError(); 0: places are exact
};

struct MapPicture {
  MapGroups groups{MapColouring::Class, {}};
  std::vector<MapPanel> panels;
  QRectF bounds;                                              ///< of everything that is to be seen at first
  QString doubt;                                              ///< what the ring in the corner says
  std::function<QImage(int image, const QColor& ink)> image;  ///< on nothing; ink in that colour
};

/// What part of the map is looked at; the same in all panels.
struct MapLook {
  QPointF centre;
  double zoom = 1;  ///< 1: the bounds fill the panel
  bool operator==(const MapLook&) const = default;
};

class MapDrawing {
 public:
  /// `picture` must outlive the drawing.
  MapDrawing(const MapPicture& picture, const MapLook& look, QSizeF size, const QFont& font);

  /// `chosen`: by image; empty: none is, and all are drawn alike.
  void paint(QPainter& painter, theme::Tone tone, const std::vector<bool>& chosen) const;
  /// The image that is pointed at: its places and its way in every panel.
  void paintMark(QPainter& painter, theme::Tone tone, int image) const;

  int panelAt(QPointF at) const;  ///< -1: beside all
  QRectF field(int panel) const { return fields_[size_t(panel)]; }
  QPointF toScreen(QPointF place, int panel) const;
  QPointF fromScreen(QPointF at, int panel) const;
  double pixelsPerUnit() const { return scale_; }

  /// The image whose dot or tip is nearest, within reach.
  std::optional<int> imageAt(QPointF at) const;
  /// All whose dot or tip lies within, ascending.
  std::vector<int> imagesWithin(const QPolygonF& shape, int panel) const;

 private:
  void paintPanel(QPainter& painter, theme::Tone tone, int panel, const std::vector<bool>& chosen) const;
  void paintArrow(QPainter& painter, theme::Tone tone, const MapPanel::Arrow& arrow, int panel, double opacity) const;
  void paintNames(QPainter& painter, theme::Tone tone, int panel) const;
  void paintDoubt(QPainter& painter, theme::Tone tone, int panel) const;
  bool showsImages(int panel) const;
  double dot() const;

  const MapPicture& picture_;
  QFont font_;
  double em_;
  std::vector<QRectF> fields_;
  double scale_ = 1;
  QPointF centre_;
};

/// A disc or a cross: how a point that is read rightly or misread is drawn. `radius` in pixels.
void paintMapSign(QPainter& painter, QPointF at, double radius, bool right, const QColor& colour);

}  // namespace sparring::ui
