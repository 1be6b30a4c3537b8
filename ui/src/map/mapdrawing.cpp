#include "map/mapdrawing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace sparring::ui {
namespace {

// in heights of the font
constexpr double kTitle = 2.6, kPanelGap = 0.6, kSmallDot = 0.11, kDotReach = 0.9, kImageSide = 1.7, kTip = 0.42;
constexpr double kMarginInside = 0.06;  ///< of the field, around the bounds
constexpr int kImagesSeen = 160;        ///< in a panel: of so many the images themselves are drawn
constexpr double kOthers = 0.12;        ///< opacity beside those that are chosen
constexpr double kGround = 0.18;        ///< opacity of what is faint

double among(const std::vector<bool>& chosen, int image) {
  return chosen.empty() || chosen[size_t(image)] ? 1 : kOthers;
}

}  // namespace

void paintMapSign(QPainter& painter, QPointF at, double radius, bool right, const QColor& colour) {
  if (right) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(at, radius, radius);
  } else {
    const double arm = 1.25 * radius;
    painter.setPen(QPen(colour, 0.75 * radius, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at - QPointF(arm, arm), at + QPointF(arm, arm));
    painter.drawLine(at - QPointF(arm, -arm), at + QPointF(arm, -arm));
  }
}

MapDrawing::MapDrawing(const MapPicture& picture, const MapLook& look, QSizeF size, const QFont& font)
    : picture_(picture), font_(font), em_(QFontMetricsF(font).height()) {
  const auto panels = std::max<double>(double(picture.panels.size()), 1);
  const double gap = kPanelGap * em_, width = (size.width() - gap * (panels - 1)) / panels;
  for (int i = 0; i < panels; ++i)
    fields_.emplace_back(i * (width + gap), kTitle * em_, width, std::max(1.0, size.height() - kTitle * em_));
  const QRectF bounds = picture.bounds.isEmpty() ? QRectF(-1, -1, 2, 2) : picture.bounds;
  const double room = 1 - 2 * kMarginInside;
  scale_ = look.zoom * room * std::min(width / bounds.width(), fields_.front().height() / bounds.height());
  centre_ = bounds.center() + look.centre;
}

QPointF MapDrawing::toScreen(QPointF place, int panel) const {
  const QPointF off = (place - centre_) * scale_;
  return field(panel).center() + QPointF(off.x(), -off.y());
}

QPointF MapDrawing::fromScreen(QPointF at, int panel) const {
  const QPointF off = (at - field(panel).center()) / scale_;
  return centre_ + QPointF(off.x(), -off.y());
}

int MapDrawing::panelAt(QPointF at) const {
  for (size_t i = 0; i < picture_.panels.size(); ++i)
    if (fields_[i].contains(at)) return int(i);
  return -1;
}

double MapDrawing::dot() const { return kSmallDot * em_ * std::clamp(std::sqrt(scale_ * 4 / em_ / 10), 0.7, 1.6); }

bool MapDrawing::showsImages(int panel) const {
  if (!picture_.image) return false;
  int seen = 0;
  for (const auto& dot : picture_.panels[size_t(panel)].dots)
    if (!dot.faint && field(panel).contains(toScreen(dot.at, panel)) && ++seen > kImagesSeen) return false;
  return true;
}

void MapDrawing::paint(QPainter& painter, theme::Tone tone, const std::vector<bool>& chosen) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(font_);
  const QRectF all = fields_.front().united(fields_.back()).adjusted(0, -kTitle * em_, 0, 0);
  painter.fillRect(all, theme::paper(tone));
  for (size_t i = 0; i < picture_.panels.size(); ++i) paintPanel(painter, tone, int(i), chosen);
  painter.restore();
}

void MapDrawing::paintPanel(QPainter& painter, theme::Tone tone, int panel, const std::vector<bool>& chosen) const {
  const MapPanel& what = picture_.panels[size_t(panel)];
  const QRectF field = this->field(panel);
  painter.setPen(theme::ink(tone));
  QStringList lines = what.title.split(u'\n');
  for (QString& line : lines) line = QFontMetricsF(font_).elidedText(line, Qt::ElideRight, field.width() - em_);
  painter.drawText(QRectF(field.left() + 0.5 * em_, 0, field.width() - em_, kTitle * em_),
                   Qt::AlignVCenter | Qt::AlignLeft, lines.join(u'\n'));
  painter.save();
  painter.setClipRect(field);
  const bool images = showsImages(panel);
  const QRectF near = field.adjusted(-2 * em_, -2 * em_, 2 * em_, 2 * em_);
  const double radius = dot(), side = kImageSide * em_;
  for (const bool front : {false, true})  // what is chosen, or misread, lies above the others
    for (const auto& dot : what.dots) {
      const bool above = !dot.faint && (chosen.empty() ? !dot.right : bool(chosen[size_t(dot.image)]));
      const QPointF at = toScreen(dot.at, panel);
      if (above != front || !near.contains(at)) continue;
      const double opacity = among(chosen, dot.image) * (dot.faint ? kGround : what.arrows.empty() ? 0.85 : 0.5);
      const QColor colour =
          theme::faded(dot.faint ? theme::muted(tone) : picture_.groups.colour(dot.group, tone), opacity);
      if (!images || dot.faint) {
        paintMapSign(painter, at, radius, dot.right || dot.faint, colour);
        continue;
      }
      const QRectF tile(at.x() - side / 2, at.y() - side / 2, side, side);
      painter.setOpacity(among(chosen, dot.image));
      painter.setRenderHint(QPainter::SmoothPixmapTransform);
      painter.drawImage(tile, picture_.image(dot.image, picture_.groups.colour(dot.group, tone)));
      painter.setOpacity(1);
      if (!dot.right) paintMapSign(painter, tile.topRight() + QPointF(-radius, radius), radius, false, colour);
    }
  for (const auto& arrow : what.arrows) paintArrow(painter, tone, arrow, panel, among(chosen, arrow.image));
  if (!images) paintNames(painter, tone, panel);
  paintDoubt(painter, tone, panel);
  painter.restore();
  painter.setPen(QPen(theme::grid(tone), 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(field.adjusted(0.5, 0.5, -0.5, -0.5));
}

// A line that grows stronger towards its tip, which is a small triangle, or a cross where the image is misread there.
void MapDrawing::paintArrow(QPainter& painter, theme::Tone tone, const MapPanel::Arrow& arrow, int panel,
                            double opacity) const {
  const QPointF from = toScreen(arrow.from, panel), to = toScreen(arrow.to, panel), way = to - from;
  const double length = std::hypot(way.x(), way.y());
  const QColor colour = theme::faded(picture_.groups.colour(arrow.group, tone), opacity * (arrow.right ? 0.6 : 0.9));
  if (length > 1) {
    painter.setPen(QPen(theme::faded(colour, colour.alphaF() * 0.75), 0.08 * em_));
    painter.drawLine(from, to);
  }
  if (!arrow.right) return paintMapSign(painter, to, dot(), false, colour);
  const double tip = std::min(kTip * em_, length);
  if (tip < 2) return;
  const QPointF along = way / length, across(-along.y(), along.x());
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawPolygon(
      QPolygonF{to, to - along * tip + across * (0.35 * tip), to - along * tip - across * (0.35 * tip)});
}

void MapDrawing::paintNames(QPainter& painter, theme::Tone tone, int panel) const {
  QFont bold = font_;
  bold.setBold(true);
  const QFontMetricsF metrics(bold);
  for (const auto& name : picture_.panels[size_t(panel)].names) {
    const double width = metrics.horizontalAdvance(name.text);
    QPainterPath letters;
    letters.addText(toScreen(name.at, panel) + QPointF(-width / 2, (metrics.ascent() - metrics.descent()) / 2), bold,
                    name.text);
    painter.strokePath(
        letters, QPen(theme::faded(theme::paper(tone), 0.9), 0.3 * em_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(letters, theme::ink(tone));
  }
}

// A ring as large as what a placed point may be off, in a corner.
void MapDrawing::paintDoubt(QPainter& painter, theme::Tone tone, int panel) const {
  const double radius = picture_.panels[size_t(panel)].doubt * scale_;
  const QRectF field = this->field(panel);
  if (!(radius > 0) || radius > field.width() / 6) return;
  const double width = QFontMetricsF(font_).horizontalAdvance(picture_.doubt) + 2.4 * radius + em_;
  const double height = std::max(2 * radius, em_) + 0.5 * em_;
  if (width > field.width()) return;
  const QRectF box(field.left() + 1, field.bottom() - height - 1, width, height);
  painter.fillRect(box, theme::faded(theme::paper(tone), 0.85));
  painter.setPen(QPen(theme::muted(tone), 1.2));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(QPointF(box.left() + radius + 0.4 * em_, box.center().y()), radius, radius);
  painter.drawText(box.adjusted(2 * radius + 0.8 * em_, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, picture_.doubt);
}

void MapDrawing::paintMark(QPainter& painter, theme::Tone tone, int image) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (size_t p = 0; p < picture_.panels.size(); ++p) {
    const int panel = int(p);
    painter.setClipRect(field(panel));
    const double ring = 2.4 * dot();
    painter.setBrush(Qt::NoBrush);
    const auto mark = [&](QPointF at) {
      painter.setPen(QPen(theme::paper(tone), 0.3 * em_));
      painter.drawEllipse(at, ring, ring);
      painter.setPen(QPen(theme::ink(tone), 0.13 * em_));
      painter.drawEllipse(at, ring, ring);
    };
    for (const auto& dot : picture_.panels[p].dots)
      if (dot.image == image && !dot.faint) mark(toScreen(dot.at, panel));
    for (const auto& arrow : picture_.panels[p].arrows)
      if (arrow.image == image) {
        painter.setPen(QPen(theme::ink(tone), 0.13 * em_));
        painter.drawLine(toScreen(arrow.from, panel), toScreen(arrow.to, panel));
        mark(toScreen(arrow.to, panel));
      }
  }
  painter.restore();
}

std::optional<int> MapDrawing::imageAt(QPointF at) const {
  const int panel = panelAt(at);
  if (panel < 0) return {};
  std::optional<int> nearest;
  double least = kDotReach * em_;
  const auto look = [&](QPointF place, int image) {
    const QPointF off = toScreen(place, panel) - at;
    if (const double apart = std::hypot(off.x(), off.y()); apart < least) {
      least = apart;
      nearest = image;
    }
  };
  for (const auto& dot : picture_.panels[size_t(panel)].dots)
    if (!dot.faint) look(dot.at, dot.image);
  for (const auto& arrow : picture_.panels[size_t(panel)].arrows) look(arrow.to, arrow.image);
  return nearest;
}

std::vector<int> MapDrawing::imagesWithin(const QPolygonF& shape, int panel) const {
  std::vector<int> images;
  const auto look = [&](QPointF place, int image) {
    if (shape.containsPoint(toScreen(place, panel), Qt::OddEvenFill)) images.push_back(image);
  };
  for (const auto& dot : picture_.panels[size_t(panel)].dots)
    if (!dot.faint) look(dot.at, dot.image);
  for (const auto& arrow : picture_.panels[size_t(panel)].arrows) look(arrow.to, arrow.image);
  std::ranges::sort(images);
  const auto twice = std::ranges::unique(images);
  images.erase(twice.begin(), twice.end());
  return images;
}

}  // namespace sparring::ui
