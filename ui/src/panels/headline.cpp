#include "panels/headline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sparring::ui {

Headline::Headline(QWidget* parent) : QWidget(parent) {
  textLabel_ = new QLabel(this);
  textLabel_->setWordWrap(true);
  button_ = new QPushButton(this);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(10, 4, 8, 2);
  layout->setSpacing(8);
  layout->addWidget(textLabel_, 1);
  layout->addWidget(button_);
  connect(button_, &QPushButton::clicked, this, &Headline::buttonClicked);
}

void Headline::show(const QString& title, const QString& text, const QString& details, const QString& button) {
  if (title == title_ && text == text_ && button == button_->text()) return;
  title_ = title;
  text_ = text;
  textLabel_->setText("<b>" + title.toHtmlEscaped() + "</b> &nbsp; " + text.toHtmlEscaped());
  textLabel_->setToolTip("<p>" + details.toHtmlEscaped() + "</p>");
  textLabel_->setAccessibleName(fullText());
  button_->setText(button);
  button_->setVisible(!button.isEmpty());
}

}  // namespace sparring::ui
