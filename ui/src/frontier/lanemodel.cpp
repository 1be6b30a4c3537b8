#include "frontier/lanemodel.h"

#include <QFont>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QString>
#include <algorithm>
#include <cmath>

#include "base/metrictext.h"
#include "base/text.h"
#include "base/theme.h"

namespace sparring::ui {
namespace {

QPixmap drawnDot(const QColor& colour) {
  constexpr int kSide = 48;  // scaled down to the view's icons
  QPixmap pixmap(kSide, kSide);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme::paper(), 4));
  painter.setBrush(colour);
  painter.drawEllipse(QRectF(0, 0, kSide, kSide).adjusted(8, 8, -8, -8));
  return pixmap;
}

/// The lane's dot as in the frontier, with its ring, so that it is seen on a selected row too. The same picture every
/// time: Qt keeps what it scales down of each new one, up to 10 MB.
QIcon dot(const QColor& colour) {
  const QString key = QString("lane %1 %2").arg(colour.rgba()).arg(theme::paper().rgba());
  QPixmap pixmap;
  if (!QPixmapCache::find(key, &pixmap)) {
    pixmap = drawnDot(colour);
    QPixmapCache::insert(key, pixmap);
  }
  QIcon icon(pixmap);
  icon.addPixmap(pixmap, QIcon::Selected);  // else it is tinted
  return icon;
}

/// As it is shown: what looks the same is equally good.
double shown(double share) { return std::round(share * 1000); }

}  // namespace

LaneModel::LaneModel(const Evaluations& evaluations, QObject* parent)
    : QAbstractTableModel(parent),
      evaluations_(evaluations),
      lanes_(evaluations.byLambda()),
      metrics_(evaluations.accuracies()) {}

void LaneModel::refresh() {
  if (std::vector<int> lanes = evaluations_.byLambda(); lanes != lanes_ || metrics_ != evaluations_.accuracies()) {
    beginResetModel();
    lanes_ = std::move(lanes);
    metrics_ = evaluations_.accuracies();
    endResetModel();
  } else {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  }
}

void LaneModel::setUntil(std::optional<int64_t> step) {
  if (step == until_) return;
  until_ = step;
  refresh();
}

void LaneModel::retranslate() {
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  refresh();
}

int LaneModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(lanes_.size()); }
int LaneModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Clean + int(metrics_.size());
}

double LaneModel::value(int row, int column) const {
  const auto trail = evaluations_.trail(lane(row), until_);
  return trail.empty() ? Evaluation::kNone : trail.back().of(metric(column));
}

bool LaneModel::best(int row, int column) const {
  if (column == Lambda) return false;
  const double mine = shown(value(row, column));
  if (std::isnan(mine)) return false;
  bool beaten = false, beats = false;
  for (int other = 0; other < rowCount(); ++other) {
    const double theirs = shown(value(other, column));
    beaten |= theirs > mine;
    beats |= theirs < mine;
  }
  return beats && !beaten;
}

QString LaneModel::cell(int row, int column) const {
  if (column == Lambda) return localNumber(evaluations_.lambdas()[size_t(lane(row))]);
  const double share = value(row, column);
  return std::isnan(share) ? QStringLiteral("–") : percentText(share);
}

QVariant LaneModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const int row = index.row(), column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return cell(row, column);
    case BestRole:
      return best(row, column);
    case Qt::DecorationRole:
      return column == Lambda ? QVariant(dot(theme::lane(lane(row), evaluations_.lanes()))) : QVariant();
    case Qt::TextAlignmentRole:
      return QVariant((column == Lambda ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole: {
      QFont font;
      font.setBold(best(row, column));
      return font;
    }
    case Qt::ForegroundRole:
      return best(row, column) ? QVariant(theme::good()) : QVariant();
    case Qt::AccessibleTextRole:
      return best(row, column) ? tr("%1, the best").arg(cell(row, column)) : cell(row, column);
    default:
      return {};
  }
}

QVariant LaneModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant((section == Lambda ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole)
    return section == Lambda ? tr("The weight of L_adv in a classifier's loss") : metricLabel(key(section));
  if (role != Qt::DisplayRole) return {};
  return section == Lambda ? QStringLiteral("λ") : shortMetricLabel(key(section));
}

QString LaneModel::tsv(const std::vector<int>& rows) const {
  QString text = QStringLiteral("lambda");
  for (int column = Clean; column < columnCount(); ++column)
    text += QStringLiteral("\t%1 %").arg(QString::fromStdString(key(column)));
  text += u'\n';
  for (int row = 0; row < rowCount(); ++row) {
    if (!rows.empty() && std::find(rows.begin(), rows.end(), row) == rows.end()) continue;
    text += QString::number(evaluations_.lambdas()[size_t(lane(row))]);
    for (int column = Clean; column < columnCount(); ++column) {
      const double share = value(row, column);
      text += u'\t' + (std::isnan(share) ? QString() : QString::number(100 * share, 'f', 1));
    }
    text += u'\n';
  }
  return text;
}

}  // namespace sparring::ui
