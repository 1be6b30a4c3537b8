#include "lesson/lessonview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "lesson/lessonfigures.h"
#include "lesson/lessontext.h"
#include "lesson/questionview.h"
#include "shown/shown.h"

namespace sparring::ui {
namespace {

QLabel* wrapped(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::RichText);
  label->setWordWrap(true);
  label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  return label;
}

}  // namespace

LessonView::LessonView(Shown& shown, QWidget* parent)
    : QWidget(parent), shown_(shown), told_(Throttle::kReadable, [this] { tell(); }) {
  title_ = wrapped(this);
  bar_ = new QProgressBar(this);
  bar_->setTextVisible(false);
  bar_->setFixedHeight(fontMetrics().height() / 3);
  auto* page = new QWidget;
  text_ = wrapped(page);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  start_ = new QPushButton(page);
  start_->setObjectName("start lesson's run");
  question_ = new QuestionView(page);
  auto* inside = new QVBoxLayout(page);
  inside->setContentsMargins(0, 0, 4, 0);
  inside->addWidget(text_);
  inside->addWidget(start_, 0, Qt::AlignLeft);
  inside->addWidget(question_);
  inside->addStretch(1);
  scroll_ = new QScrollArea(this);
  scroll_->setWidget(page);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  waiting_ = wrapped(this);
  waiting_->setTextFormat(Qt::PlainText);
  waiting_->setObjectName("condition");
  back_ = new QPushButton(this);
  back_->setObjectName("back");
  next_ = new QPushButton(this);
  next_->setObjectName("next");
  leave_ = new QPushButton(this);
  leave_->setObjectName("leave");
  for (auto* button : {back_, next_, leave_, start_}) button->setAutoDefault(true);  // Enter presses them
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(back_);
  buttons->addWidget(next_);
  buttons->addStretch(1);
  buttons->addWidget(leave_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 6, 8, 8);
  column->addWidget(title_);
  column->addWidget(bar_);
  column->addWidget(scroll_, 1);
  column->addWidget(waiting_);
  column->addLayout(buttons);
  connect(start_, &QPushButton::clicked, this, [this] {
    next_->setFocus();
    Q_EMIT startAsked(now());
  });
  connect(question_, &QuestionView::answerGiven, this, [this](const std::vector<bool>& chosen) {
    answers_[at_] = chosen;
    tell();
    next_->setFocus();
  });
  connect(back_, &QPushButton::clicked, this, [this] { go(at_ - 1); });
  connect(next_, &QPushButton::clicked, this, &LessonView::next);
  connect(leave_, &QPushButton::clicked, this, &LessonView::leave);
  connect(&shown, &Shown::changed, this, [this](Shown::What what) {
    const auto figures = Shown::Run | Shown::News | Shown::Last | Shown::Wishes | Shown::Assessment;
    if (condition_ && !met_ && isVisible() && what & figures) told_.ask();
  });
}

void LessonView::open(const Lesson& lesson, size_t step) {
  lesson_ = lesson;
  answers_.clear();
  go(step < lesson.steps.size() ? step : 0);
}

void LessonView::leave() {
  lesson_.reset();
  condition_.reset();
  Q_EMIT left();
}

bool LessonView::done() const { return met_ && (!now().question || question_->answered()); }

QString LessonView::conditionText() const { return waiting_->isHidden() ? QString() : waiting_->text(); }

void LessonView::go(size_t step) {
  at_ = step;
  condition_.reset();
  if (!now().wait.empty()) condition_ = Condition::parse(now().wait);
  met_ = !condition_;
  showStep();
  Q_EMIT progressed(QString::fromStdString(lesson_->id), static_cast<int>(at_), false);
  Q_EMIT stepShown(now());
  takeKeyboard();
}

// Enter is never a way past what the step asks for.
void LessonView::takeKeyboard() {
  if (now().question && !question_->answered()) return question_->takeKeyboard();
  (now().hasSettings() && !met_ ? start_ : next_)->setFocus();
}

void LessonView::next() {
  if (at_ + 1 < lesson_->steps.size()) return go(at_ + 1);
  Q_EMIT progressed(QString::fromStdString(lesson_->id), static_cast<int>(at_), true);
  leave();
}

void LessonView::showStep() {
  const int of = static_cast<int>(lesson_->steps.size()), number = static_cast<int>(at_) + 1;
  const QString place = tr("step %1 of %2").arg(number).arg(of);
  title_->setText("<b>" + lessonText(lesson_->title).toHtmlEscaped() + "</b>" +
                  (of > 1 ? " &nbsp; " + place : QString()));
  bar_->setRange(0, of);
  bar_->setValue(number);
  bar_->setAccessibleName(place);
  bar_->setVisible(of > 1);
  text_->setText(lessonRich(now().text));
  start_->setVisible(now().hasSettings());
  if (now().hasSettings()) {
    start_->setText(startText(now()).replace("&", "&&"));
    start_->setToolTip("<p>" + tr("Begins a new run with: %1").arg(settingsText(now())).toHtmlEscaped() + "</p>");
  }
  question_->setVisible(now().question.has_value());
  if (now().question) {
    const auto answer = answers_.find(at_);
    question_->show(*now().question, answer == answers_.end() ? std::nullopt : std::optional(answer->second));
  }
  waiting_->setVisible(condition_.has_value());
  back_->setText(tr("Back"));
  back_->setEnabled(at_ > 0);
  back_->setVisible(of > 1);
  leave_->setText(tr("Leave"));
  leave_->setToolTip(tr("Close the lesson (Esc); it goes on here next time"));
  scroll_->verticalScrollBar()->setValue(0);
  tell();
}

void LessonView::tell() {
  if (!lesson_) return;
  if (condition_ && !met_) {
    const auto standing = condition_->standing(lessonFiguresOf(shown_));
    met_ = standing.met();
    const QString sign = QString::fromUtf8(met_ ? "✓ " : "… ");
    if (const QString words = sign + standingText(*condition_, standing); words != waiting_->text())
      waiting_->setText(words);
  }
  const bool last = at_ + 1 == lesson_->steps.size();
  next_->setText(last ? tr("Finish") : done() ? tr("Next") : tr("Skip"));
}

void LessonView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && lesson_) {
    const bool met = met_;
    met_ = !condition_;
    showStep();
    met_ = met_ || met;
    tell();
  }
}

void LessonView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && lesson_) return leave();
  QWidget::keyPressEvent(event);
}

}  // namespace sparring::ui
