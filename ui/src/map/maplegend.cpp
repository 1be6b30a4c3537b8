#include "map/maplegend.h"

#include <QPainter>
#include <QSignalBlocker>

#include "base/text.h"
#include "map/mapdrawing.h"

namespace sparring::ui {
namespace {

constexpr int kGroupRole = Qt::UserRole, kNameRole = Qt::UserRole + 1;

/// A disc, a cross, or where the group has both a disc before a cross.
QIcon signOf(const MapGroups& groups, int group, int side, double ratio) {
  QPixmap pixmap((QSizeF(2 * side, side) * ratio).toSize());
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor colour = groups.colour(group, theme::tone());
  const double radius = 0.28 * side;
  const auto reads = groups.reads(group);
  const bool both = reads == MapGroups::Reads::Either;
  if (both || reads == MapGroups::Reads::Rightly)
    paintMapSign(painter, {both ? 0.5 * side : 1.0 * side, 0.5 * side}, radius, true, colour);
  if (both || reads == MapGroups::Reads::Wrongly)
    paintMapSign(painter, {both ? 1.5 * side : 1.0 * side, 0.5 * side}, 0.75 * radius, false, colour);
  return pixmap;
}

}  // namespace

MapLegend::MapLegend(QWidget* parent) : QListWidget(parent) {
  setSelectionMode(ExtendedSelection);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTextElideMode(Qt::ElideRight);
  connect(this, &QListWidget::itemSelectionChanged, this, [this] { Q_EMIT groupsChosen(chosenGroups()); });
}

std::vector<int> MapLegend::chosenGroups() const {
  std::vector<int> groups;
  for (int i = 0; i < count(); ++i)
    if (item(i)->isSelected()) groups.push_back(item(i)->data(kGroupRole).toInt());
  return groups;
}

void MapLegend::setRows(const MapGroups& groups, const std::vector<Row>& rows) {
  const QSignalBlocker quiet(this);
  const int side = fontMetrics().height();
  setIconSize({2 * side, side});
  std::vector<Row> there;
  for (const Row& row : rows)
    if (row.count > 0) there.push_back(row);
  const bool same = count() == int(there.size());
  if (!same) clear();
  for (size_t i = 0; i < there.size(); ++i) {
    const Row& row = there[i];
    if (!same) addItem(QString());
    QListWidgetItem* line = item(int(i));
    if (line->data(kGroupRole) != row.group || line->data(kNameRole) != groups.name(row.group))
      line->setSelected(false);
    line->setData(kGroupRole, row.group);
    line->setData(kNameRole, groups.name(row.group));
    line->setIcon(signOf(groups, row.group, side, devicePixelRatioF()));
    const bool told = row.misread > 0 && groups.reads(row.group) == MapGroups::Reads::Either;
    line->setText(
        told ? tr("%1 · %2, %3 misread").arg(groups.name(row.group), stepText(row.count), stepText(row.misread))
             : tr("%1 · %2").arg(groups.name(row.group), stepText(row.count)));
    line->setToolTip(line->text());
  }
}

void MapLegend::clearChoice() {
  const QSignalBlocker quiet(this);
  clearSelection();
}

}  // namespace sparring::ui
