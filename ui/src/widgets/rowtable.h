// What the tables of the window have in common.
#pragma once

class QTableView;

namespace sparring::ui {

/// Whole rows are chosen and nothing is edited; one Tab leaves the table; the context menu is its actions.
void showRows(QTableView& table);

}  // namespace sparring::ui
