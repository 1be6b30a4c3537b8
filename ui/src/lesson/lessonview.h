// A lesson as it is taken: one step at a time, its question, what it waits for.
#pragma once

#include <QWidget>
#include <map>
#include <optional>
#include <vector>

#include "base/throttle.h"
#include "sparring/lesson.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace sparring::ui {

class QuestionView;
class Shown;

class LessonView : public QWidget {
  Q_OBJECT
 public:
  /// `shown` must outlive all calls: conditions are held against it.
  explicit LessonView(Shown& shown, QWidget* parent = nullptr);

  /// Opens it at a step (from 0; one that is not there is the first).
  void open(const Lesson& lesson, size_t step = 0);
  /// Nothing is shown any longer. Emits left().
  void leave();

  const std::optional<Lesson>& lesson() const { return lesson_; }
  const LessonStep& now() const { return lesson_->steps[at_]; }  ///< of a lesson that is taken
  size_t step() const { return at_; }
  bool done() const;  ///< what this step waits for has come, and its question is answered
  QString conditionText() const;

 Q_SIGNALS:
  void stepShown(const sparring::LessonStep& step);   ///< page and pointer are to follow
  void startAsked(const sparring::LessonStep& step);  ///< a run with the step's settings
  void progressed(const QString& id, int step, bool finished);
  void left();

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void go(size_t step);
  void next();
  void takeKeyboard();
  void showStep();
  void tell();  ///< the condition, as it stands, and what the buttons say

  Shown& shown_;
  std::optional<Lesson> lesson_;
  size_t at_ = 0;
  std::map<size_t, std::vector<bool>> answers_;  // by step
  std::optional<Condition> condition_;
  bool met_ = true;  // once it was: what has been seen stays seen
  Throttle told_;

  QLabel* title_;
  QProgressBar* bar_;
  QScrollArea* scroll_;
  QLabel* text_;
  QPushButton* start_;
  QuestionView* question_;
  QLabel* waiting_;
  QPushButton* back_;
  QPushButton* next_;
  QPushButton* leave_;
};

}  // namespace sparring::ui
