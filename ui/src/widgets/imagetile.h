// Small images and differences of images as crisp pictures.
#pragma once

#include <QFrame>
#include <QImage>
#include <QRectF>
#include <cstdint>
#include <optional>

#include "base/theme.h"
#include "sparring/images.h"

class QPainter;

namespace sparring::ui {

/// Image i: ink as ink on paper of the tone, a photograph as it is.
QImage tileImage(const Images& images, int64_t i, theme::Tone tone);

/// `values` of one image times `gain`. Of one channel -1 and below is pure blue, 0 paper, +1 and above pure red; three
/// channels brighten or darken a middle grey, each its own colour.
QImage differenceImage(const ImageKind& kind, const float* values, double gain, theme::Tone tone);

/// Draws the image into the middle of `rect`, as large as its shape allows. Enlarged to at least three screen pixels a
/// pixel it is drawn with hard edges, else smoothly: each looks best at its size.
void drawTile(QPainter& painter, const QImage& image, const QRectF& rect);

/// Width of a tile's frame: whole logical pixels, so that it is crisp.
double tileFrameWidth(double em);

/// A thin frame inside `rect`; `em` is the height of the font beside it.
void drawTileFrame(QPainter& painter, const QRectF& rect, const QColor& colour, double em);

/// The verdict on a tile: the frame in `colour`, and where it is wrong, for whoever cannot tell the colours apart, a
/// filled corner on top.
void drawVerdictFrame(QPainter& painter, const QRectF& rect, bool wrong, const QColor& colour, double em);

/// One picture, large, over everything, until a click or Escape.
class EnlargedTile : public QFrame {
  Q_OBJECT
 public:
  /// `picture` is shown as it is, `text` below it (may be rich). Deletes itself when closed. `pressed`: timestamp of
  /// the click that opens it.
  EnlargedTile(QWidget* parent, const QImage& picture, const QString& text, std::optional<quint64> pressed);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::optional<quint64> pressed_;
};

}  // namespace sparring::ui
