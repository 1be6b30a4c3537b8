#include "parameters/parametergroup.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "parameters/parameterfield.h"

namespace sparring::ui {

ParameterGroup::ParameterGroup(std::string name, QWidget* parent) : QWidget(parent), name_(std::move(name)) {
  header_ = new QToolButton(this);
  header_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  header_->setAutoRaise(true);
  header_->setFocusPolicy(Qt::StrongFocus);
  header_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  QFont bold = header_->font();
  bold.setWeight(QFont::DemiBold);
  header_->setFont(bold);
  body_ = new QWidget(this);
  rows_ = new QVBoxLayout(body_);
  rows_->setContentsMargins(8, 2, 0, 6);
  rows_->setSpacing(2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(header_);
  layout->addWidget(body_);
  connect(header_, &QToolButton::clicked, this, [this] { setFolded(!folded_); });
  updateBody();
}

void ParameterGroup::add(ParameterField* field) {
  fields_.push_back(field);
  rows_->addWidget(field);
}

void ParameterGroup::setFolded(bool folded) {
  folded_ = folded;
  updateBody();
}

int ParameterGroup::filter(const QString& words) {
  filter_ = words;
  int shown = 0;
  for (auto* field : fields_) {
    const bool matches = words.isEmpty() ? field->matters() : field->matches(words);
    field->setVisible(matches);
    shown += matches;
  }
  setVisible(shown > 0);
  updateBody();
  return shown;
}

void ParameterGroup::setTitle(const QString& title) {
  header_->setText(title);
  header_->setAccessibleName(title);
}

void ParameterGroup::updateBody() {
  const bool open = !folded_ || !filter_.isEmpty();
  header_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
  body_->setVisible(open);
}

}  // namespace sparring::ui
