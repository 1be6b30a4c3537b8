// The map's groups with their counts: a legend, and the way to choose images by keyboard.
#pragma once

#include <QListWidget>
#include <vector>

#include "map/mapgroups.h"

namespace sparring::ui {

class MapLegend : public QListWidget {
  Q_OBJECT
 public:
  explicit MapLegend(QWidget* parent);

  struct Row {
    int group = 0;
    int count = 0;
    int misread = 0;
  };
  /// Groups without images are left out. What is chosen stays where the rows are of the same groups.
  void setRows(const MapGroups& groups, const std::vector<Row>& rows);
  std::vector<int> chosenGroups() const;
  void clearChoice();  ///< emits nothing

 Q_SIGNALS:
  void groupsChosen(const std::vector<int>& groups);  ///< by the user; perhaps none
};

}  // namespace sparring::ui
