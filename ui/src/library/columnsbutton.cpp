#include "library/columnsbutton.h"

#include <QEvent>
#include <QMenu>
#include <algorithm>

#include "base/text.h"
#include "library/runcells.h"
#include "library/runstree.h"

namespace sparring::ui {

ColumnsButton::ColumnsButton(const RunsTree& model, QWidget* parent) : QToolButton(parent), model_(model) {
  setPopupMode(QToolButton::InstantPopup);
  menu_ = new QMenu(this);
  setMenu(menu_);
  connect(menu_, &QMenu::aboutToShow, this, &ColumnsButton::fill);
  retranslate();
}

void ColumnsButton::fill() {
  menu_->clear();
  QAction* usual = menu_->addAction(tr("What tells the runs apart"));
  usual->setCheckable(true);
  usual->setChecked(model_.usualColumns());
  connect(usual, &QAction::triggered, this, [this] { Q_EMIT columnsChosen({}); });
  menu_->addSeparator();
  QMenu* parameters = nullptr;
  for (const std::string& key : libraryKeys(model_.all())) {
    if (key == model_.columns().front()) continue;  // the name is always there
    QMenu* menu = menu_;
    if (isParameter(key)) {
      if (!parameters) parameters = menu_->addMenu(tr("Parameters"));
      const QString name = ui::group(paramRow(key));
      menu = parameters->findChild<QMenu*>(name, Qt::FindDirectChildrenOnly);
      if (!menu) {
        menu = parameters->addMenu(name);
        menu->setObjectName(name);
      }
    }
    QAction* one = menu->addAction(headOf(key, true));
    one->setCheckable(true);
    one->setChecked(std::ranges::find(model_.columns(), key) != model_.columns().end());
    connect(one, &QAction::triggered, this, [this, key](bool on) { toggle(key, on); });
  }
}

void ColumnsButton::toggle(const std::string& key, bool on) {
  std::vector<std::string> columns(model_.columns().begin() + 1, model_.columns().end());
  std::erase(columns, key);
  if (on) columns.push_back(key);
  if (columns.empty()) columns.push_back("started");
  Q_EMIT columnsChosen(columns);
}

void ColumnsButton::changeEvent(QEvent* event) {
  QToolButton::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ColumnsButton::retranslate() {
  setText(tr("Columns"));
  setToolTip(tr("Which parameters and figures the list shows"));
}

}  // namespace sparring::ui
