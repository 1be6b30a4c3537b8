#include "parameters/valuechips.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <numeric>

namespace sparring::ui {
namespace {

QToolButton* chip(QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

ValueChips::ValueChips(QWidget* parent) : QWidget(parent) {
  row_ = new QHBoxLayout(this);
  row_->setContentsMargins(0, 0, 0, 0);
  row_->setSpacing(fontMetrics().height() / 6);
  row_->addStretch(1);
  rest_ = chip(this);
  rest_->setText(QStringLiteral("…"));
  rest_->setPopupMode(QToolButton::InstantPopup);
  rest_->setMenu(new QMenu(rest_));
  rest_->hide();
  row_->addWidget(rest_);
  add_ = chip(this);
  add_->setText(QStringLiteral("+"));
  row_->addWidget(add_);
  connect(add_, &QToolButton::clicked, this, &ValueChips::addAsked);
  connect(rest_->menu(), &QMenu::aboutToShow, this, &ValueChips::fillRest);
  refresh();
}

void ValueChips::setName(const QString& name) {
  name_ = name;
  refresh();
}

void ValueChips::setValues(const QStringList& values) {
  if (values == values_) return;
  values_ = values;
  qDeleteAll(chips_);
  chips_.clear();
  for (int i = 0; values_.size() > 1 && i < int(values_.size()); ++i) {
    auto* button = chip(this);
    connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT removed(i); });
    row_->insertWidget(row_->indexOf(rest_), button);
    chips_ << button;
  }
  refresh();
}

QSize ValueChips::minimumSizeHint() const {
  return {add_->sizeHint().width() + row_->spacing() + rest_->sizeHint().width(), add_->sizeHint().height()};
}

void ValueChips::resizeEvent(QResizeEvent*) { fit(); }

void ValueChips::fit() {
  const auto needs = [this](int width, const QToolButton* chip) {
    return width + chip->sizeHint().width() + row_->spacing();
  };
  int left = width() - add_->sizeHint().width();
  const bool all = std::accumulate(chips_.begin(), chips_.end(), 0, needs) <= left;
  if (!all) left -= needs(0, rest_);
  for (QToolButton* chip : chips_) {
    left -= needs(0, chip);
    chip->setVisible(left >= 0);
  }
  rest_->setHidden(all);
}

void ValueChips::fillRest() {
  QMenu* menu = rest_->menu();
  menu->clear();
  for (int i = 0; i < chips_.size(); ++i)
    if (!chips_[i]->isVisible())
      connect(menu->addAction(chips_[i]->toolTip()), &QAction::triggered, chips_[i], &QToolButton::click);
}

void ValueChips::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) refresh();
}

void ValueChips::refresh() {
  for (int i = 0; i < chips_.size(); ++i) {
    chips_[i]->setText(values_[i] + QStringLiteral(" ✕"));
    chips_[i]->setToolTip(tr("Take %1 = %2 out of the list").arg(name_, values_[i]));
    chips_[i]->setAccessibleName(chips_[i]->toolTip());
  }
  add_->setToolTip(tr("Add a value: one classifier is trained for each, on the same batches"));
  rest_->setToolTip(tr("The other values"));
  rest_->setAccessibleName(tr("%1: the other values").arg(name_));
  add_->setAccessibleName(tr("%1: add a value").arg(name_));
  fit();
}

}  // namespace sparring::ui
