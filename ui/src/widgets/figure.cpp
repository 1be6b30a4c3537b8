#include "widgets/figure.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QStringList>
#include <algorithm>

#include "base/text.h"

namespace sparring::ui {
namespace {

constexpr double kHeadRoom = 1.8;  ///< in heights of the font
constexpr double kLegendLine = 1.35;

}  // namespace

QString shareText(const Share& share) {
  const auto [low, high] = share.interval();
  const auto percent = [](double value) { return QLocale().toString(100 * value, 'f', 1); };
  return QStringLiteral("%1 (%2–%3)").arg(percentText(share.value()), percent(low), percent(high));
}

QString Figure::Readout::text() const {
  QStringList lines{title};
  for (const Row& row : rows) lines << row.name + QStringLiteral(": ") + row.value;
  return lines.join(u'\n');
}

void paintReadout(QPainter& painter, const Figure::Readout& readout, QSizeF size, const QFont& font, theme::Tone tone) {
  const QFontMetricsF metrics(font);
  const double em = metrics.height(), pad = 0.5 * em, line = 1.2 * em, dot = 0.28 * em;
  double names = 0, values = 0;
  for (const auto& row : readout.rows) {
    names = std::max(names, metrics.horizontalAdvance(row.name));
    values = std::max(values, metrics.horizontalAdvance(row.value));
  }
  const double width = std::max(metrics.horizontalAdvance(readout.title), names + values + 4 * dot + em);
  QRectF box(0, 0, width + 2 * pad, double(readout.rows.size() + 1) * line + pad);
  const bool left = readout.at.x() > 0.5 * size.width();
  box.moveLeft(std::clamp(left ? readout.at.x() - em - box.width() : readout.at.x() + em, 0.0,
                          std::max(0.0, size.width() - box.width())));
  box.moveTop(std::clamp(readout.at.y() - 0.5 * box.height(), 0.0, std::max(0.0, size.height() - box.height())));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(font);
  painter.setPen(QPen(theme::ink(tone), 0.1 * em));
  for (const auto& row : readout.rows) {
    painter.setBrush(row.colour);
    if (row.mark) painter.drawEllipse(*row.mark, 1.3 * dot, 1.3 * dot);
  }
  painter.setPen(QPen(theme::mix(theme::paper(tone), theme::ink(tone), 0.2), 1));
  painter.setBrush(
      theme::faded(theme::mix(theme::paper(tone), theme::ink(tone), tone == theme::Tone::Dark ? 0.07 : 0), 0.96));
  painter.drawRoundedRect(box, 0.5 * pad, 0.5 * pad);
  QRectF row(box.left() + pad, box.top() + 0.5 * pad, width, line);
  painter.setPen(theme::ink(tone));
  painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft, readout.title);
  for (const auto& [name, value, colour, mark] : readout.rows) {
    row.translate(0, line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(row.left() + dot, row.center().y()), dot, dot);
    painter.setPen(theme::muted(tone));
    painter.drawText(row.adjusted(4 * dot, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, name);
    painter.setPen(theme::ink(tone));
    painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, value);
  }
}

PercentFrame::PercentFrame(Head head, QSizeF size, const QFont& font, double below)
    : head_(std::move(head)), size_(size), font_(font), em_(QFontMetricsF(font).height()) {
  const double left = QFontMetricsF(font_).horizontalAdvance(percentText(1, 0)) + 0.9 * em_;
  double top = 0;
  placeLegend(&top);
  rect_ = QRectF(QPointF(left, top + 0.4 * em_), QPointF(size.width() - em_, size.height() - below * em_));
}

double PercentFrame::legendWidth(const LegendEntry& entry) const {
  return QFontMetricsF(font_).horizontalAdvance(entry.name) + 2.9 * em_;
}

/// In lines, like words.
std::vector<QPointF> PercentFrame::placeLegend(double* bottom) const {
  std::vector<QPointF> places;
  QPointF at(0.7 * em_, kHeadRoom * em_);
  for (const LegendEntry& entry : head_.legend) {
    if (at.x() > em_ && at.x() + legendWidth(entry) > size_.width() - 0.7 * em_)
      at = {0.7 * em_, at.y() + kLegendLine * em_};
    places.push_back(at);
    at.rx() += legendWidth(entry);
  }
  *bottom = head_.legend.empty() ? kHeadRoom * em_ : at.y() + kLegendLine * em_;
  return places;
}

void PercentFrame::paint(QPainter& painter, theme::Tone tone) const {
  painter.setFont(font_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(QPointF(), size_), theme::paper(tone));
  paintHead(painter, tone);
  paintLegend(painter, tone);
  const int parts = rect_.height() > 12 * em_ ? 5 : 4;  // 20 or 25 % each
  for (int i = 0; i <= parts; ++i) {
    const double share = double(i) / parts;
    painter.setPen(QPen(theme::grid(tone), 1));
    painter.drawLine(QPointF(rect_.left(), y(share)), QPointF(rect_.right(), y(share)));
    painter.setPen(theme::muted(tone));
    painter.drawText(QRectF(0, y(share) - em_, rect_.left() - 0.4 * em_, 2 * em_), Qt::AlignVCenter | Qt::AlignRight,
                     percentText(share, 0));
  }
  painter.setPen(QPen(theme::faded(theme::muted(tone), 0.6), 1, Qt::DotLine));
  const double guess = y(1.0 / std::max(1, head_.classes));
  painter.drawLine(QPointF(rect_.left(), guess), QPointF(rect_.right(), guess));
}

void PercentFrame::paintHead(QPainter& painter, theme::Tone tone) const {
  QFont bold = font_;
  bold.setWeight(QFont::DemiBold);
  const QRectF line(0.7 * em_, 0.3 * em_, size_.width() - 1.6 * em_, 1.4 * em_);
  painter.setPen(theme::ink(tone));
  painter.setFont(bold);
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, head_.title);
  painter.setFont(font_);
  const double room = line.width() - QFontMetricsF(bold).horizontalAdvance(head_.title) - em_;
  painter.setPen(theme::muted(tone));
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight,
                   QFontMetricsF(font_).elidedText(head_.note, Qt::ElideRight, room));
}

void PercentFrame::paintLegend(QPainter& painter, theme::Tone tone) const {
  double bottom = 0;
  const std::vector<QPointF> places = placeLegend(&bottom);
  for (size_t i = 0; i < places.size(); ++i) {
    const LegendEntry& entry = head_.legend[i];
    const double middle = places[i].y() + 0.6 * em_;
    if (entry.sign == LegendEntry::Sign::Box) {
      painter.fillRect(QRectF(places[i].x() + 0.5 * em_, middle - 0.35 * em_, 0.8 * em_, 0.7 * em_), entry.colour);
    } else {
      painter.setPen(QPen(entry.colour, 0.14 * em_,
                          entry.sign == LegendEntry::Sign::Line ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap));
      painter.drawLine(QPointF(places[i].x(), middle), QPointF(places[i].x() + 1.4 * em_, middle));
    }
    painter.setPen(theme::ink(tone));
    painter.drawText(QRectF(places[i].x() + 1.7 * em_, middle - em_, legendWidth(entry), 2 * em_),
                     Qt::AlignVCenter | Qt::AlignLeft, entry.name);
  }
}

void PercentFrame::paintInterval(QPainter& painter, double x, const Share& share, double width,
                                 const QColor& colour) const {
  const auto [low, high] = share.interval();
  painter.setPen(QPen(colour, std::max(1.0, 0.07 * em_), Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(QPointF(x, y(low)), QPointF(x, y(high)));
  for (const double end : {low, high})
    painter.drawLine(QPointF(x - 0.5 * width, y(end)), QPointF(x + 0.5 * width, y(end)));
}

}  // namespace sparring::ui
