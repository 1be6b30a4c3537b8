#include "base/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <iterator>

namespace sparring::ui {
namespace {

// Every glyph is drawn in a square of 24 x 24 units.
constexpr double kUnits = 24;

QPen stroke(const QColor& color, double width = 2) {
  return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void circleArrow(QPainter& p, const QColor& color, bool backwards) {
  p.save();
  if (backwards) {
    p.translate(kUnits, 0);
    p.scale(-1, 1);
  }
  p.setPen(stroke(color));
  p.setBrush(Qt::NoBrush);
  p.drawArc(QRectF(4.5, 4.5, 15, 15), 40 * 16, -290 * 16);
  QPainterPath head;
  head.moveTo(19.5, 3);
  head.lineTo(19.5, 9.5);
  head.lineTo(13, 9.5);
  p.drawPath(head);
  p.restore();
}

void notice(QPainter& p, const QColor& color, bool triangle) {
  p.setPen(stroke(color));
  p.setBrush(Qt::NoBrush);
  if (triangle)
    p.drawPolygon(QPolygonF{{12, 3.5}, {21.5, 20}, {2.5, 20}});
  else
    p.drawEllipse(QRectF(3, 3, 18, 18));
}

void mark(QPainter& p, double from, double to, double dot) {
  p.drawLine(QPointF(12, from), QPointF(12, to));
  p.drawPoint(QPointF(12, dot));
}

void letters(QPainter& p, const QColor& color) {
  QFont font = QGuiApplication::font();
  font.setPixelSize(13);
  font.setBold(true);
  p.setFont(font);
  p.setPen(color);
  p.drawText(QRectF(0, 1, 13, 14), Qt::AlignCenter, "A");
  p.setPen(stroke(color));
  p.drawText(QRectF(10, 8, 14, 16), Qt::AlignCenter, QString(QChar(0x6587)));
}

/// Strokes of the usual width, nothing filled.
void outline(QPainter& p, const QColor& color) {
  p.setPen(stroke(color));
  p.setBrush(Qt::NoBrush);
}

void start(QPainter& p, const QColor& color) {
  p.setPen(stroke(color));
  p.drawPolygon(QPolygonF{{7, 4.5}, {19, 12}, {7, 19.5}});
}

void pause(QPainter& p, const QColor&) {
  p.drawRoundedRect(QRectF(6, 4, 4.5, 16), 1.2, 1.2);
  p.drawRoundedRect(QRectF(13.5, 4, 4.5, 16), 1.2, 1.2);
}

void step(QPainter& p, const QColor& color) {
  p.drawRoundedRect(QRectF(4.5, 4, 4, 16), 1.2, 1.2);
  p.setPen(stroke(color, 1.6));
  p.drawPolygon(QPolygonF{{11.5, 5}, {20, 12}, {11.5, 19}});
}

void stop(QPainter& p, const QColor&) { p.drawRoundedRect(QRectF(5, 5, 14, 14), 2, 2); }

void undo(QPainter& p, const QColor& color) {
  outline(p, color);
  QPainterPath path;
  path.moveTo(9, 5);
  path.lineTo(4.5, 9.5);
  path.lineTo(9, 14);
  path.moveTo(4.5, 9.5);
  path.lineTo(14, 9.5);
  path.cubicTo(22, 9.5, 22, 19.5, 14, 19.5);
  path.lineTo(10, 19.5);
  p.drawPath(path);
}

void sliders(QPainter& p, const QColor& color) {
  p.setPen(stroke(color));
  const double knobs[] = {15, 8, 13};
  for (int row = 0; row < 3; ++row) {
    const double y = 6 + 6 * row;
    p.drawLine(QPointF(4, y), QPointF(20, y));
    p.drawEllipse(QPointF(knobs[row], y), 1.8, 1.8);
  }
}

void halfDisc(QPainter& p, const QColor& color) {
  outline(p, color);
  p.drawEllipse(QRectF(4, 4, 16, 16));
  p.setBrush(color);
  p.drawChord(QRectF(4, 4, 16, 16), 90 * 16, 180 * 16);
}

void lens(QPainter& p, const QColor& color) {
  outline(p, color);
  p.drawEllipse(QRectF(4, 4, 11, 11));
  p.drawLine(QPointF(13.5, 13.5), QPointF(20, 20));
}

void folder(QPainter& p, const QColor& color) {
  outline(p, color);
  p.drawPolygon(QPolygonF{{3, 19}, {3, 5}, {9.5, 5}, {11.5, 7.5}, {21, 7.5}, {21, 19}});
}

void info(QPainter& p, const QColor& color) {
  notice(p, color, false);
  mark(p, 11.5, 16.5, 7.8);
}

void warning(QPainter& p, const QColor& color) {
  notice(p, color, true);
  mark(p, 9.5, 13.5, 17);
}

void error(QPainter& p, const QColor& color) {
  notice(p, color, false);
  mark(p, 7.5, 12.5, 16.3);
}

void cross(QPainter& p, const QColor& color) {
  p.setPen(stroke(color));
  p.drawLine(QPointF(6, 6), QPointF(18, 18));
  p.drawLine(QPointF(18, 6), QPointF(6, 18));
}

void target(QPainter& p, const QColor& color) {
  p.drawEllipse(QPointF(12, 12), 4, 4);
  outline(p, color);
  p.drawEllipse(QPointF(12, 12), 8.5, 8.5);
}

void reset(QPainter& p, const QColor& color) { circleArrow(p, color, true); }
void restart(QPainter& p, const QColor& color) { circleArrow(p, color, false); }

/// The painter comes without a pen and with the colour as its brush.
using Draw = void (*)(QPainter&, const QColor&);

// In the order of the enumeration.
constexpr Draw kDraw[] = {start, pause,   step,   stop, reset,   sliders, letters, halfDisc, lens,
                          undo,  restart, folder, info, warning, error,   cross,   target};
static_assert(std::size(kDraw) == static_cast<size_t>(Glyph::Live) + 1);

void drawGlyph(QPainter& p, Glyph glyph, const QColor& color) {
  p.setPen(Qt::NoPen);
  p.setBrush(color);
  kDraw[static_cast<size_t>(glyph)](p, color);
}

class GlyphEngine : public QIconEngine {
 public:
  explicit GlyphEngine(Glyph glyph) : glyph_(glyph) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    painter->scale(rect.width() / kUnits, rect.height() / kUnits);
    drawGlyph(*painter, glyph_, QGuiApplication::palette().color(group, role));
    painter->restore();
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
  }

  QIconEngine* clone() const override { return new GlyphEngine(*this); }

 private:
  Glyph glyph_;
};

/// The duel in one picture: a blue and an orange half leaning against each other.
class ApplicationEngine : public QIconEngine {
 public:
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    painter->scale(rect.width() / kUnits, rect.height() / kUnits);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0x1f, 0x23, 0x2b));
    painter->drawRoundedRect(QRectF(0.5, 0.5, 23, 23), 5, 5);
    painter->setPen(stroke(QColor(0x4c, 0x9b, 0xe8), 3));
    painter->drawPolyline(QPolygonF{{5, 6}, {11, 12}, {5, 18}});
    painter->setPen(stroke(QColor(0xf2, 0x8e, 0x2b), 3));
    painter->drawPolyline(QPolygonF{{19, 6}, {13, 12}, {19, 18}});
    painter->restore();
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
  }

  QIconEngine* clone() const override { return new ApplicationEngine(*this); }
};

}  // namespace

QIcon icon(Glyph glyph) { return QIcon(new GlyphEngine(glyph)); }

QIcon applicationIcon() {
  QIcon icon(new ApplicationEngine);
  // window managers ask for pixmaps of given sizes
  QIcon result;
  for (int size : {16, 24, 32, 48, 64, 128, 256}) result.addPixmap(icon.pixmap(size));
  return result;
}

}  // namespace sparring::ui
