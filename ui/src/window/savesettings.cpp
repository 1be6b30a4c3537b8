#include "window/savesettings.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sparring::ui {

SaveSettings::SaveSettings(const QString& page, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Save settings"));
  auto* words = new QLabel(tr("A note for whoever opens them (optional): what to do, what to find out."), this);
  words->setWordWrap(true);
  note_ = new QPlainTextEdit(this);
  note_->setObjectName("note");
  note_->setTabChangesFocus(true);
  note_->setAccessibleName(tr("Note"));
  note_->setToolTip(tr("**bold**, *italic*, `code`; an empty line ends a paragraph"));
  words->setBuddy(note_);
  page_ = new QCheckBox(tr("Open the page \"%1\" with them").arg(page), this);
  page_->setObjectName("page");
  auto* buttons = new QDialogButtonBox(this);
  buttons->addButton(tr("Save…"), QDialogButtonBox::AcceptRole)->setDefault(true);
  buttons->addButton(QDialogButtonBox::Cancel);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(words);
  column->addWidget(note_);
  column->addWidget(page_);
  column->addWidget(buttons);
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
  resize(26 * fontMetrics().height(), sizeHint().height());
}

QString SaveSettings::note() const { return note_->toPlainText().trimmed(); }

bool SaveSettings::withPage() const { return page_->isChecked(); }

}  // namespace sparring::ui
