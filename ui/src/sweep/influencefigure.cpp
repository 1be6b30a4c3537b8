#include "sweep/influencefigure.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "sparring/params.h"

namespace sparring::ui {
namespace {

QString decimals(double value) { return QLocale().toString(value, 'f', 2); }

bool byChance(const Influence& influence) {
  return influence.order ? influence.order->withinChance() : !influence.groups || influence.groups->withinChance();
}

}  // namespace

QString influenceText(const Influence& influence, bool more) {
  const auto said = [](const char* text) { return QCoreApplication::translate("sweeps", text); };
  if (influence.order) {
    const RankCorrelation& order = *influence.order;
    const QString words = order.withinChance()      ? said(QT_TRANSLATE_NOOP("sweeps", "Within chance"))
                          : (order.rho > 0) == more ? said(QT_TRANSLATE_NOOP("sweeps", "The higher the better"))
                                                    : said(QT_TRANSLATE_NOOP("sweeps", "The lower the better"));
    return QCoreApplication::translate("sweeps", "%1: ρ = %2 (%3 to %4), %5 combinations")
        .arg(words, decimals(order.rho), decimals(order.low), decimals(order.high), stepText(qint64(order.count)));
  }
  if (influence.groups) {
    const GroupSpread& groups = *influence.groups;
    return QCoreApplication::translate("sweeps", "%1: η² = %2, of which chance makes up to %3, %4 combinations")
        .arg(groups.withinChance() ? said(QT_TRANSLATE_NOOP("sweeps", "Within chance"))
                                   : said(QT_TRANSLATE_NOOP("sweeps", "The choice makes a difference")),
             decimals(groups.eta2), decimals(groups.chance), stepText(qint64(groups.count)));
  }
  return said(QT_TRANSLATE_NOOP("sweeps", "Too few runs to tell"));
}

InfluenceFigure::InfluenceFigure(QString title, std::vector<Influence> influences, bool more, QSizeF size,
                                 const QFont& font)
    : title_(std::move(title)),
      influences_(std::move(influences)),
      more_(more),
      size_(size),
      font_(font),
      em_(QFontMetricsF(font).height()) {
  names_ = 0;
  for (const Influence& one : influences_)
    names_ = std::max(names_, QFontMetricsF(font_).horizontalAdvance(label(paramRow(one.key))));
  names_ = std::min(names_, 0.36 * size.width());
  rect_ = QRectF(names_ + 1.4 * em_, 2.4 * em_, std::max(1.0, size.width() - names_ - 2.6 * em_),
                 std::max(1.0, size.height() - 4.6 * em_));
}

double InfluenceFigure::x(double value) const { return rect_.left() + (value + 1) / 2 * rect_.width(); }

QRectF InfluenceFigure::rowOf(int place) const {
  const double height = std::min(rect_.height() / double(influences_.size()), 3.4 * em_);
  return {0, rect_.top() + place * height, size_.width(), height};
}

void InfluenceFigure::paint(QPainter& painter, theme::Tone tone) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(QPointF(), size_), theme::paper(tone));
  QFont bold = font_;
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(theme::ink(tone));
  const QRectF head(em_ / 2, 0.2 * em_, size_.width() - em_, 1.6 * em_);
  painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(bold).elidedText(title_, Qt::ElideRight, head.width()));
  painter.setFont(font_);
  const double bottom = influences_.empty() ? rect_.bottom() : rowOf(places() - 1).bottom();
  for (const double tick : {-1.0, -0.5, 0.0, 0.5, 1.0}) {
    painter.setPen(QPen(tick == 0 ? theme::muted(tone) : theme::grid(tone), 1));
    painter.drawLine(QPointF(x(tick), rect_.top()), QPointF(x(tick), bottom));
    painter.setPen(theme::muted(tone));
    painter.drawText(QRectF(x(tick) - 2 * em_, bottom + 0.1 * em_, 4 * em_, 1.3 * em_), Qt::AlignCenter,
                     QLocale().toString(tick, 'g', 2));
  }
  painter.setPen(theme::muted(tone));
  painter.drawText(QRectF(0.6 * em_, bottom + 0.1 * em_, x(-1) - 1.6 * em_, 1.3 * em_),
                   Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("ρ, η²"));
  for (int i = 0; i < places(); ++i) paintRow(painter, i, tone);
}

void InfluenceFigure::paintRow(QPainter& painter, int place, theme::Tone tone) const {
  const Influence& one = influences_[size_t(place)];
  const QRectF row = rowOf(place);
  const bool chance = byChance(one);
  const bool twoLines = row.height() > 2.4 * em_;
  const double middle = twoLines ? row.top() + 0.85 * em_ : row.center().y();
  const QRectF name(0.6 * em_, middle - 0.7 * em_, names_ + 0.2 * em_, 1.4 * em_);
  painter.setPen(chance ? theme::muted(tone) : theme::ink(tone));
  painter.drawText(name, Qt::AlignRight | Qt::AlignVCenter,
                   QFontMetricsF(font_).elidedText(label(paramRow(one.key)), Qt::ElideRight, name.width()));
  const double value = one.order ? one.order->rho : one.groups ? one.groups->eta2 : 0;
  const bool better = one.order && (one.order->rho > 0) == more_;
  const QColor colour = chance       ? theme::mix(theme::grid(tone), theme::muted(tone), 0.4)
                        : one.groups ? theme::accent(tone)
                                     : theme::lane(better ? 3 : 1, 5, tone);
  const QRectF bar(QPointF(std::min(x(0), x(value)), middle - 0.42 * em_),
                   QPointF(std::max(x(0), x(value)), middle + 0.42 * em_));
  painter.fillRect(bar, colour);
  painter.setPen(QPen(theme::ink(tone), 1.4));
  if (one.order) {
    painter.drawLine(QPointF(x(one.order->low), middle), QPointF(x(one.order->high), middle));
    for (const double end : {one.order->low, one.order->high})
      painter.drawLine(QPointF(x(end), middle - 0.25 * em_), QPointF(x(end), middle + 0.25 * em_));
  } else if (one.groups) {
    painter.setPen(QPen(theme::ink(tone), 1.4, Qt::DotLine));
    painter.drawLine(QPointF(x(one.groups->chance), middle - 0.6 * em_),
                     QPointF(x(one.groups->chance), middle + 0.6 * em_));
  }
  if (!twoLines) return;
  painter.setPen(theme::muted(tone));
  const QRectF words(rect_.left(), middle + 0.5 * em_, rect_.width() + em_, 1.3 * em_);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(font_).elidedText(influenceText(one, more_), Qt::ElideRight, words.width()));
}

std::optional<int> InfluenceFigure::placeAt(QPointF at) const {
  for (int i = 0; i < places(); ++i)
    if (rowOf(i).contains(at)) return i;
  return {};
}

Figure::Readout InfluenceFigure::readout(int place, theme::Tone tone) const {
  const Influence& one = influences_[size_t(place)];
  Readout readout{{x(0), rowOf(place).center().y()}, label(paramRow(one.key)), {}};
  const QStringList parts = influenceText(one, more_).split(QStringLiteral(": "));
  readout.rows.push_back({parts[0],
                          parts.size() > 1 ? parts[1] : QString(),
                          byChance(one) ? theme::muted(tone) : theme::accent(tone),
                          {}});
  return readout;
}

}  // namespace sparring::ui
