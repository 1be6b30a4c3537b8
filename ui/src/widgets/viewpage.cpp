#include "widgets/viewpage.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "widgets/viewheader.h"

namespace sparring::ui {

ViewPage::ViewPage(QWidget* parent) : QWidget(parent) {
  header_ = new ViewHeader(this);
  connect(header_, &ViewHeader::exportAsked, this, &ViewPage::exportAsked);
  stack_ = new QStackedWidget(this);
  words_ = new QLabel(stack_);
  words_->setAlignment(Qt::AlignCenter);
  words_->setWordWrap(true);
  words_->setMargin(2 * fontMetrics().height());
  words_->setForegroundRole(QPalette::PlaceholderText);
  words_->setBackgroundRole(QPalette::Base);
  words_->setAutoFillBackground(true);
  words_->setFocusPolicy(Qt::TabFocus);  // for screen readers, and so that a key that opens the page finds it
  stack_->addWidget(words_);
  rows_ = new QVBoxLayout(this);
  const int gap = fontMetrics().height() / 4;
  setMargin(gap);
  rows_->setSpacing(gap);
  rows_->addWidget(header_);
  rows_->addWidget(stack_, 1);
  setFocusProxy(words_);
}

void ViewPage::setStanding(const QString& standing) {
  standing_ = standing;
  words_->setText(words());
}

const std::vector<ExportItem>& ViewPage::exports() const { return header_->exports(); }

void ViewPage::setMargin(int margin) { rows_->setContentsMargins(margin, margin, margin, margin); }

void ViewPage::addRow(QWidget* row) { rows_->insertWidget(rows_->count() - 1, row); }

void ViewPage::addContent(QWidget* content) { stack_->addWidget(content); }

void ViewPage::showContent(QWidget* content) {
  stack_->setCurrentWidget(content);
  setFocusProxy(content);
}

void ViewPage::showWords() {
  words_->setText(words());
  showContent(words_);
}

QSize ViewPage::contentSize() const { return stack_->size(); }

bool ViewPage::shows(const QWidget* content) const { return stack_->currentWidget() == content; }

}  // namespace sparring::ui
