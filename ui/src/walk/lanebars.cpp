#include "walk/lanebars.h"

#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

constexpr int kMostGroups = 20, kLikeliest = 10;
constexpr double kClassName = 1.2, kFigureRoom = 1.0;  ///< heights of the font, below and above
constexpr double kFigureFrom = 0.1;                    ///< smaller shares have no figure

QFont figureFont(QFont font) {
  font.setPointSizeF(0.78 * font.pointSizeF());
  return font;
}

}  // namespace

LaneBars::LaneBars(QWidget* parent) : TileArea(parent) {}

void LaneBars::setOpinions(const ImageKind& kind, const std::vector<double>& lambdas, const Opinions& opinions,
                           size_t i, int lane) {
  kind_ = kind;
  lambdas_ = lambdas;
  classes_.resize(size_t(opinions.classes));
  std::iota(classes_.begin(), classes_.end(), 0);
  if (opinions.classes > kMostGroups) {
    const float* p = opinions.of(i, lane);
    std::ranges::partial_sort(classes_, classes_.begin() + kLikeliest, std::greater(), [p](int c) { return p[c]; });
    classes_.resize(kLikeliest);
  }
  values_.clear();
  for (const int c : classes_) {
    values_.emplace_back();
    for (int k = 0; k < opinions.lanes; ++k) values_.back().push_back(double(opinions.of(i, k)[c]));
  }
  contentChanged();
}

QSize LaneBars::sizeHint() const { return QSize(16, 8) * fontMetrics().height(); }
QSize LaneBars::minimumSizeHint() const { return QSize(9, 5) * fontMetrics().height(); }

std::vector<QRectF> LaneBars::place(QSizeF size) const {
  std::vector<QRectF> groups;
  if (classes_.empty()) return groups;
  const double em = fontMetrics().height(), width = size.width() / double(classes_.size());
  for (size_t i = 0; i < classes_.size(); ++i)
    groups.emplace_back(std::floor(double(i) * width), 0, std::floor(width), size.height() - 0.1 * em);
  return groups;
}

QString LaneBars::describe(int index) const {
  QStringList lines{className(kind_, classes_[size_t(index)])};
  for (size_t k = 0; k < values_[size_t(index)].size(); ++k) {
    const QString share = percentText(values_[size_t(index)][k]);
    lines << (lambdas_.size() > 1 ? QStringLiteral("%1: %2").arg(lambdaName(lambdas_[k]), share) : share);
  }
  return lines.join(u'\n');
}

void LaneBars::enlarge(int index) {
  const QRect group = tileRect(index).toRect();
  QToolTip::showText(mapToGlobal(group.center()), describe(index), this, group);
}

void LaneBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const double em = fontMetrics().height();
  const theme::Tone tone = theme::tone();
  painter.setFont(figureFont(font()));
  const QFontMetricsF metrics(painter.font());
  for (size_t i = 0; i < classes_.size(); ++i) {
    const QRectF group = tileRect(int(i));
    const double bottom = group.bottom() - kClassName * em, top = group.top() + kFigureRoom * em;
    const double gap = std::round(0.12 * group.width()), width = group.width() - 2 * gap;
    const int lanes = int(values_[i].size());
    painter.fillRect(QRectF(group.left() + gap, top, width, bottom - top),
                     theme::mix(theme::paper(), theme::muted(), 0.08));
    double highest = 0;
    for (int k = 0; k < lanes; ++k) {
      const double share = std::clamp(values_[i][size_t(k)], 0.0, 1.0), high = std::round(share * (bottom - top));
      highest = std::max(highest, share);
      const double left = group.left() + gap + std::round(width * k / lanes),
                   right = group.left() + gap + std::round(width * (k + 1) / lanes);
      painter.fillRect(QRectF(left, bottom - high, std::max(1.0, right - left), high),
                       lanes > 1 ? theme::lane(k, lanes, tone) : theme::accent(tone));
    }
    painter.fillRect(QRectF(group.left() + gap, bottom, width, 1), theme::muted());
    painter.setPen(theme::ink());
    const QString figure = QString::number(int(std::lround(100 * highest)));
    if (highest >= kFigureFrom)
      painter.drawText(QRectF(group.left() - gap, bottom - highest * (bottom - top) - kFigureRoom * em,
                              group.width() + 2 * gap, kFigureRoom * em),
                       Qt::AlignCenter, figure);
    painter.setPen(theme::muted());
    painter.drawText(QRectF(group.left(), bottom, group.width(), kClassName * em), Qt::AlignCenter,
                     metrics.elidedText(className(kind_, classes_[i]), Qt::ElideRight, group.width()));
  }
  if (hasFocus() && current() >= 0) drawTileFrame(painter, tileRect(current()), theme::accent(), em);
}

}  // namespace sparring::ui
