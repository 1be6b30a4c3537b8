#include "compare/comparetable.h"

#include <QFont>
#include <QPainter>
#include <QPixmap>

#include "base/metrictext.h"
#include "base/text.h"
#include "base/theme.h"
#include "sparring/params.h"

namespace sparring::ui {
namespace {

constexpr int kBefore = 3;  ///< columns before the metrics, behind which the parameters stand: run, λ, step
constexpr int kMark = 12;   ///< pixels

QPixmap markOf(int row) {
  QPixmap mark(kMark, kMark);
  mark.fill(Qt::transparent);
  QPainter painter(&mark);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(QString::fromStdString(chartColour(size_t(row), theme::tone() == theme::Tone::Dark))));
  painter.drawEllipse(1, 1, kMark - 2, kMark - 2);
  return mark;
}

QString figureText(const ComparedFigure& figure, bool share) {
  if (!share) return localNumber(figure.value);
  using Kind = ComparedFigure::Kind;
  const QString sign = figure.kind == Kind::Better   ? QStringLiteral("▲ ")
                       : figure.kind == Kind::Worse  ? QStringLiteral("▼ ")
                       : figure.kind == Kind::Chance ? QStringLiteral("≈ ")
                                                     : QString();
  return QStringLiteral("%1%2 (%3–%4)")
      .arg(sign, percentText(figure.value), percentText(figure.low).chopped(2), percentText(figure.high).chopped(2));
}

}  // namespace

void CompareTable::setRuns(std::shared_ptr<const ComparedRuns> runs) {
  beginResetModel();
  runs_ = std::move(runs);
  endResetModel();
}

void CompareTable::retranslate() {
  beginResetModel();
  endResetModel();
}

int CompareTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !runs_ ? 0 : int(runs_->rows.size());
}

int CompareTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !runs_ ? 0 : kBefore + int(runs_->parameters.size() + runs_->metrics.size());
}

int CompareTable::metricOfColumn(int column) const {
  const int metric = column - kBefore;
  return metric < 0 || metric >= int(runs_->metrics.size()) ? -1 : metric;
}

QString CompareTable::shown(const ComparedRow& row, int column) const {
  if (column == 0) return QString::fromStdString(row.title);
  if (column == 1) return localNumber(row.lambda);
  if (column == 2) return stepText(row.step);
  const int metric = metricOfColumn(column);
  if (metric < 0) return QString::fromStdString(row.values[size_t(column - kBefore) - runs_->metrics.size()]);
  return figureText(row.figures[size_t(metric)], isAccuracy(runs_->metrics[size_t(metric)]));
}

QVariant CompareTable::colour(const ComparedFigure& figure) const {
  if (figure.kind == ComparedFigure::Kind::Better) return theme::good();
  if (figure.kind == ComparedFigure::Kind::Worse) return theme::bad();
  return {};
}

QVariant CompareTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !runs_) return {};
  const ComparedRow& row = runs_->rows[size_t(index.row())];
  const int metric = metricOfColumn(index.column());
  const bool baseline = size_t(index.row()) == runs_->baseline;
  switch (role) {
    case Qt::DisplayRole:
      if (index.column() == 0 && baseline) return tr("%1 (baseline)").arg(shown(row, 0));
      return shown(row, index.column());
    case Qt::DecorationRole:
      return index.column() == 0 ? QVariant(markOf(index.row())) : QVariant();
    case Qt::ForegroundRole:
      return metric < 0 ? QVariant() : colour(row.figures[size_t(metric)]);
    case Qt::FontRole: {
      QFont font;
      font.setBold(baseline);
      return font;
    }
    case Qt::TextAlignmentRole:
      return QVariant(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole:
      if (metric >= 0) return text(sentenceOf(*runs_, size_t(index.row()), size_t(metric)));
      return index.column() == 0 ? QString::fromStdString(row.runs.front().string()) : shown(row, index.column());
    default:
      return {};
  }
}

QVariant CompareTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || !runs_ || section >= columnCount()) return {};
  const int metric = metricOfColumn(section);
  if (role == Qt::TextAlignmentRole)
    return QVariant(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  if (section == 0) return tr("Run");
  if (section == 1) return QStringLiteral("λ");
  if (section == 2) return tr("Step");
  if (metric >= 0) {
    const std::string& key = runs_->metrics[size_t(metric)];
    return role == Qt::ToolTipRole ? metricLabel(key) : shortMetricLabel(key);
  }
  const ParamRow& row = paramRow(runs_->parameters[size_t(section - kBefore) - runs_->metrics.size()]);
  return role == Qt::ToolTipRole ? help(row) : label(row);
}

}  // namespace sparring::ui
