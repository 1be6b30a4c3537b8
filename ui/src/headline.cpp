#include "headline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sparring {

Headline::Headline(QWidget* parent) : QWidget(parent) {
  titleLabel_ = new QLabel(this);
  QFont bold = titleLabel_->font();
  bold.setWeight(QFont::DemiBold);
  titleLabel_->setFont(bold);
  textLabel_ = new QLabel(this);
  textLabel_->setWordWrap(true);
  button_ = new QPushButton(this);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(10, 4, 8, 2);
  layout->setSpacing(8);
  layout->addWidget(titleLabel_, 0, Qt::AlignTop);
  layout->addWidget(textLabel_, 1);
  layout->addWidget(button_);
  connect(button_, &QPushButton::clicked, this, &Headline::buttonClicked);
}

void Headline::show(const QString& title, const QString& text, const QString& details, const QString& button) {
  title_ = title;
  text_ = text;
  titleLabel_->setText(title);
  const QString tip = "<p>" + details.toHtmlEscaped() + "</p>";
  titleLabel_->setToolTip(tip);
  textLabel_->setToolTip(tip);
  textLabel_->setText(text);
  button_->setText(button);
  button_->setVisible(!button.isEmpty());
}

}  // namespace sparring
