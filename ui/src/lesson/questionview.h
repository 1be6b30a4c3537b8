// A lesson's question: choices, and what was right once it is answered.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "sparring/lesson.h"

class QAbstractButton;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sparring::ui {

class QuestionView : public QWidget {
  Q_OBJECT
 public:
  explicit QuestionView(QWidget* parent = nullptr);

  /// `answer`: the choices that were taken, where it was answered before.
  void show(const LessonStep::Question& question, const std::optional<std::vector<bool>>& answer);
  using QWidget::show;
  bool answered() const { return answered_; }
  void takeKeyboard();  ///< to the first choice, which is not taken by that

 Q_SIGNALS:
  void answerGiven(const std::vector<bool>& chosen);

 private:
  void answer();
  void reveal(const std::vector<bool>& chosen);
  std::vector<bool> chosen() const;

  LessonStep::Question question_;
  bool answered_ = false;
  QLabel* text_;
  QVBoxLayout* choices_;
  std::vector<QAbstractButton*> buttons_;
  std::vector<QLabel*> words_;  // beside them: a button cannot wrap its own
  QPushButton* check_;
  QLabel* why_;
};

}  // namespace sparring::ui
