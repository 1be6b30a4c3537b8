// Writes a lesson: its steps, each with its texts in both languages, settings, page, condition and question.
#pragma once

#include <QDialog>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sparring/lesson.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QTableWidget;

namespace sparring::ui {

class Shown;

class LessonEditor : public QDialog {
  Q_OBJECT
 public:
  /// What the editor needs of the window; all of it outlives the editor.
  struct Help {
    Shown* shown;                                   ///< settings to take, figures to test conditions on
    std::function<std::filesystem::path()> folder;  ///< where lessons are saved
    std::vector<std::string> pages;                 ///< ids
    std::function<std::string()> page;              ///< the page that is open
    std::function<void(const Lesson&)> check;       ///< throws where it names what the window has not
  };
  LessonEditor(Help help, QWidget* window);

  void setLesson(const Lesson& lesson);
  Lesson lesson();      ///< as it stands in the fields, valid or not
  void save();          ///< whole or not at all; what hinders it is said at the bottom
  void takeSettings();  ///< what is set in the window, into the step
  void takePage();
  void testCondition();
  QString said() const;  ///< at the bottom

 Q_SIGNALS:
  void previewAsked(const sparring::Lesson& lesson, int step);
  void written(const QString& path);

 private:
  /// One text in both languages.
  struct Pair {
    QPlainTextEdit *en, *zh;
  };
  QWidget* makeHead();
  QWidget* makeList();
  QWidget* makeStep();
  QWidget* makeQuestion();
  QWidget* makeButtons();
  Pair addPair(QFormLayout* form, const QString& label, const char* name, int lines);
  void addStep();
  void removeStep();
  void moveStep(int by);
  void keepStep();  ///< what is in the fields, into the step that is edited
  void showStep(int row);
  void listSteps();
  void nameStep(size_t i);
  void say(const QString& words);
  template <class Work>
  bool tried(Work work);

  Help help_;
  Lesson lesson_;
  int row_ = -1;  // the step in the fields
  QLineEdit *id_, *titleEn_, *titleZh_, *aboutEn_, *aboutZh_;
  QDoubleSpinBox* minutes_;
  QListWidget* steps_;
  Pair text_;
  QComboBox *preset_, *page_, *point_;
  QLineEdit* settings_;
  QLineEdit* wait_;
  QGroupBox* asks_;
  Pair question_, why_;
  QTableWidget* choices_;
  QLabel* said_;
};

}  // namespace sparring::ui
