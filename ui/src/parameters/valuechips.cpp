#include "parameters/valuechips.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

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
  add_ = chip(this);
  add_->setText(QStringLiteral("+"));
  row_->addWidget(add_);
  connect(add_, &QToolButton::clicked, this, &ValueChips::addAsked);
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
    row_->insertWidget(row_->count() - 1, button);
    chips_ << button;
  }
  refresh();
}

QSize ValueChips::minimumSizeHint() const { return add_->sizeHint(); }

void ValueChips::resizeEvent(QResizeEvent*) { fit(); }

// Those for which there is room: all values stand in the entry anyhow.
void ValueChips::fit() {
  int left = width() - add_->sizeHint().width();
  for (QToolButton* chip : chips_) {
    left -= chip->sizeHint().width() + row_->spacing();
    chip->setVisible(left >= 0);
  }
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
  add_->setAccessibleName(tr("%1: add a value").arg(name_));
  fit();
}

}  // namespace sparring::ui
