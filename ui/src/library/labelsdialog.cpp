#include "library/labelsdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace sparring::ui {

LabelsDialog::LabelsDialog(const QString& folder, const RunLabels& labels, const QStringList& tags, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Name and note of %1").arg(folder));
  auto* form = new QFormLayout(this);
  name_ = new QLineEdit(QString::fromStdString(labels.name), this);
  name_->setPlaceholderText(folder);
  QStringList own;
  for (const std::string& tag : labels.tags) own << QString::fromStdString(tag);
  tags_ = new QLineEdit(own.join(u' '), this);
  tags_->setPlaceholderText(tags.isEmpty() ? tr("words, apart by blanks") : tr("such as: %1").arg(tags.join(u' ')));
  note_ = new QPlainTextEdit(QString::fromStdString(labels.note), this);
  note_->setTabChangesFocus(true);
  star_ = new QCheckBox(tr("&Star"), this);
  star_->setChecked(labels.star);
  form->addRow(tr("&Name"), name_);
  form->addRow(tr("&Tags"), tags_);
  form->addRow(tr("N&ote"), note_);
  form->addRow(QString(), star_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  form->addRow(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  resize(28 * fontMetrics().height(), 18 * fontMetrics().height());
}

RunLabels LabelsDialog::labels() const {
  RunLabels labels{name_->text().trimmed().toStdString(), note_->toPlainText().toStdString(), star_->isChecked(), {}};
  static const QRegularExpression apart(QStringLiteral("[\\s,]+"));
  for (const QString& tag : tags_->text().split(apart, Qt::SkipEmptyParts)) labels.tags.push_back(tag.toStdString());
  return labels;
}

}  // namespace sparring::ui
