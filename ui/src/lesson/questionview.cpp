#include "lesson/questionview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

#include "lesson/lessontext.h"

namespace sparring::ui {
namespace {

/// The words of a choice: a click on them is one on its button.
class ChoiceWords : public QLabel {
 public:
  ChoiceWords(const QString& text, QAbstractButton* button, QWidget* parent) : QLabel(text, parent), button_(button) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);  // beside its button, however many lines it has
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  }

 protected:
  void mousePressEvent(QMouseEvent*) override {}
  void mouseReleaseEvent(QMouseEvent*) override { button_->click(); }

 private:
  QAbstractButton* button_;
};

}  // namespace

QuestionView::QuestionView(QWidget* parent) : QWidget(parent) {
  text_ = new QLabel(this);
  text_->setTextFormat(Qt::RichText);
  text_->setWordWrap(true);
  QFont bold = text_->font();
  bold.setBold(true);
  text_->setFont(bold);
  choices_ = new QVBoxLayout;
  check_ = new QPushButton(this);
  check_->setObjectName("answer");
  check_->setAutoDefault(true);
  why_ = new QLabel(this);
  why_->setObjectName("why");
  why_->setTextFormat(Qt::RichText);
  why_->setWordWrap(true);
  why_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(text_);
  column->addLayout(choices_);
  column->addWidget(check_, 0, Qt::AlignLeft);
  column->addWidget(why_);
  connect(check_, &QPushButton::clicked, this, &QuestionView::answer);
}

void QuestionView::show(const LessonStep::Question& question, const std::optional<std::vector<bool>>& answer) {
  question_ = question;
  answered_ = false;
  while (QLayoutItem* row = choices_->takeAt(0)) delete row;
  for (auto* words : words_) delete words;
  for (auto* button : buttons_) delete button;
  words_.clear();
  buttons_.clear();
  text_->setText(lessonRich(question.text));
  const bool one = std::ranges::count(question.choices, true, &LessonStep::Choice::right) == 1;
  for (const LessonStep::Choice& choice : question.choices) {
    auto* button = one ? static_cast<QAbstractButton*>(new QRadioButton(this)) : new QCheckBox(this);
    auto* words = new ChoiceWords(lessonText(choice.text), button, this);
    button->setAccessibleName(lessonText(choice.text));
    connect(button, &QAbstractButton::toggled, this,
            [this] { check_->setEnabled(!answered_ && std::ranges::any_of(buttons_, &QAbstractButton::isChecked)); });
    auto* row = new QHBoxLayout;
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    choices_->addLayout(row);
    buttons_.push_back(button);
    words_.push_back(words);
  }
  for (size_t i = 1; i < buttons_.size(); ++i) setTabOrder(buttons_[i - 1], buttons_[i]);
  setTabOrder(buttons_.back(), check_);
  check_->setText(tr("Answer"));
  check_->setEnabled(false);
  check_->show();
  why_->hide();
  if (answer && answer->size() == buttons_.size()) reveal(*answer);
}

void QuestionView::takeKeyboard() {
  if (buttons_.empty()) return;
  buttons_.front()->show();  // its layout would do so later, and what is hidden takes no keyboard
  buttons_.front()->setFocus();
}

std::vector<bool> QuestionView::chosen() const {
  std::vector<bool> chosen;
  for (const auto* button : buttons_) chosen.push_back(button->isChecked());
  return chosen;
}

void QuestionView::answer() {
  const std::vector<bool> taken = chosen();
  reveal(taken);
  Q_EMIT answerGiven(taken);
}

// By sign and word, not by colour alone.
void QuestionView::reveal(const std::vector<bool>& chosen) {
  answered_ = true;
  bool allRight = true;
  for (size_t i = 0; i < buttons_.size(); ++i) {
    const LessonStep::Choice& choice = question_.choices[i];
    allRight = allRight && choice.right == chosen[i];
    const QString mark = choice.right ? QString::fromUtf8("✓ ") : chosen[i] ? QString::fromUtf8("✗ ") : QString();
    const QString words = mark + lessonText(choice.text);
    buttons_[i]->setChecked(chosen[i]);
    words_[i]->setText(words);
    buttons_[i]->setAccessibleName(choice.right ? tr("right: %1").arg(lessonText(choice.text)) : words);
    buttons_[i]->setEnabled(false);
  }
  check_->hide();
  why_->setText("<p><b>" + (allRight ? tr("Right.") : tr("Not quite.")) + "</b></p>" + lessonRich(question_.why));
  why_->show();
}

}  // namespace sparring::ui
