#include "lesson/lessoneditor.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "base/text.h"
#include "lesson/lessonfigures.h"
#include "lesson/lessontext.h"
#include "shown/shown.h"

namespace sparring::ui {
namespace {

constexpr int kChoiceRows = 5;
constexpr double kMostMinutes = 600;
const char* const kPoints[] = {"start",      "preset",  "lanes", "pages", "scrubber",
                               "parameters", "samples", "pairs", "runs"};

std::string plain(const QPlainTextEdit* edit) { return edit->toPlainText().trimmed().toStdString(); }
std::string plain(const QLineEdit* edit) { return edit->text().trimmed().toStdString(); }

QPushButton* button(QWidget* parent, const QString& text, const char* name) {
  auto* button = new QPushButton(text, parent);
  button->setObjectName(name);
  button->setAutoDefault(false);
  return button;
}

QLineEdit* line(const QString& name, QWidget* parent) {
  auto* line = new QLineEdit(parent);
  line->setAccessibleName(name);
  line->setPlaceholderText(name);
  return line;
}

/// "key=value" apart by semicolons: a value may hold commas.
std::vector<std::string> settingsIn(const QString& text) {
  std::vector<std::string> settings;
  for (const QString& one : text.split(';', Qt::SkipEmptyParts))
    if (!one.trimmed().isEmpty()) settings.push_back(one.trimmed().toStdString());
  return settings;
}

QString settingsLine(const std::vector<std::string>& settings) {
  QStringList all;
  for (const std::string& one : settings) all << QString::fromStdString(one);
  return all.join("; ");
}

/// What has to be set over `base` to have `params`; the machine's own is left out.
std::vector<std::string> differences(const Params& params, const Params& base) {
  const Params there = onMachineOf(base, params);
  std::vector<std::string> settings;
  for (const ParamRow& row : paramTable())
    if (paramText(there, row) != paramText(base, row)) settings.push_back(row.key + "=" + paramText(there, row));
  return settings;
}

}  // namespace

LessonEditor::LessonEditor(Help help, QWidget* window) : QDialog(window), help_(std::move(help)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Write a lesson"));
  said_ = new QLabel(this);
  said_->setWordWrap(true);
  said_->setObjectName("said");
  said_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* middle = new QHBoxLayout;
  middle->addWidget(makeList(), 1);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(makeStep());
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  middle->addWidget(scroll, 3);
  auto* column = new QVBoxLayout(this);
  column->addWidget(makeHead());
  column->addLayout(middle, 1);
  column->addWidget(said_);
  column->addWidget(makeButtons());
  Lesson first;
  first.id = "my-lesson";
  first.steps = {LessonStep{}};
  setLesson(first);
  const int em = fontMetrics().height();
  resize(QSize(52 * em, 38 * em).boundedTo(window->size() * 0.95));
}

QWidget* LessonEditor::makeHead() {
  auto* head = new QWidget(this);
  auto* form = new QFormLayout(head);
  form->setContentsMargins(0, 0, 0, 0);
  const auto both = [&](const QString& label, QLineEdit*& en, QLineEdit*& zh) {
    en = line(tr("%1, English").arg(label), head);
    zh = line(tr("%1, Chinese").arg(label), head);
    auto* row = new QHBoxLayout;
    row->addWidget(en);
    row->addWidget(zh);
    form->addRow(label, row);
  };
  both(tr("Title"), titleEn_, titleZh_);
  both(tr("In a sentence"), aboutEn_, aboutZh_);
  id_ = line(tr("Name of the file"), head);
  id_->setObjectName("id");
  id_->setToolTip(tr("Small letters, digits and \"-\"; `sparring --lesson NAME` opens it"));
  minutes_ = new QDoubleSpinBox(head);
  minutes_->setRange(1, kMostMinutes);
  minutes_->setDecimals(0);
  minutes_->setAccessibleName(tr("Minutes"));
  auto* row = new QHBoxLayout;
  row->addWidget(id_, 1);
  row->addWidget(new QLabel(tr("Minutes"), head));
  row->addWidget(minutes_);
  form->addRow(tr("Name of the file"), row);
  titleEn_->setObjectName("title");
  return head;
}

QWidget* LessonEditor::makeList() {
  auto* part = new QWidget(this);
  steps_ = new QListWidget(part);
  steps_->setAccessibleName(tr("Steps"));
  auto* row = new QHBoxLayout;
  const auto add = [&](const QString& text, const QString& name, const char* object, auto work) {
    auto* one = button(part, text, object);
    one->setAccessibleName(name);
    one->setToolTip(name);
    one->setMaximumWidth(3 * fontMetrics().height());
    row->addWidget(one);
    connect(one, &QPushButton::clicked, this, work);
  };
  add("+", tr("Another step"), "add step", [this] { addStep(); });
  add(QString::fromUtf8("−"), tr("Remove the step"), "remove step", [this] { removeStep(); });
  add(QString::fromUtf8("↑"), tr("Earlier"), "earlier", [this] { moveStep(-1); });
  add(QString::fromUtf8("↓"), tr("Later"), "later", [this] { moveStep(1); });
  row->addStretch(1);
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(steps_, 1);
  column->addLayout(row);
  connect(steps_, &QListWidget::currentRowChanged, this, &LessonEditor::showStep);
  return part;
}

LessonEditor::Pair LessonEditor::addPair(QFormLayout* form, const QString& label, const char* name, int lines) {
  Pair pair{};
  auto* row = new QHBoxLayout;
  for (auto [edit, language] : {std::pair{&pair.en, tr("%1, English")}, std::pair{&pair.zh, tr("%1, Chinese")}}) {
    *edit = new QPlainTextEdit;
    (*edit)->setTabChangesFocus(true);
    (*edit)->setAccessibleName(language.arg(label));
    (*edit)->setPlaceholderText(language.arg(label));
    (*edit)->setFixedHeight(int((lines + 0.8) * fontMetrics().lineSpacing()));
    row->addWidget(*edit);
  }
  pair.en->setObjectName(name);
  form->addRow(label, row);
  return pair;
}

QWidget* LessonEditor::makeStep() {
  auto* part = new QWidget(this);
  auto* form = new QFormLayout(part);
  text_ = addPair(form, tr("Text"), "text", 5);
  text_.en->setToolTip(tr("**bold**, *italic*, `code`; an empty line ends a paragraph; lines with \"- \" are a list"));
  preset_ = new QComboBox(part);
  preset_->addItem(tr("none"), QString());
  for (const Preset& preset : presets())
    preset_->addItem(lessonText(preset.title), QString::fromStdString(preset.name));
  settings_ = line(tr("key=value; key=value"), part);
  settings_->setObjectName("settings");
  auto* take = button(part, tr("Take the present settings"), "take settings");
  connect(take, &QPushButton::clicked, this, &LessonEditor::takeSettings);
  form->addRow(tr("Preset"), preset_);
  auto* settingsRow = new QHBoxLayout;
  settingsRow->addWidget(settings_, 1);
  settingsRow->addWidget(take);
  form->addRow(tr("Settings"), settingsRow);
  page_ = new QComboBox(part);
  page_->addItem(tr("none"), QString());
  for (const std::string& id : help_.pages) page_->addItem(QString::fromStdString(id), QString::fromStdString(id));
  auto* takePageButton = button(part, tr("Take the present page"), "take page");
  connect(takePageButton, &QPushButton::clicked, this, &LessonEditor::takePage);
  auto* pageRow = new QHBoxLayout;
  pageRow->addWidget(page_, 1);
  pageRow->addWidget(takePageButton);
  form->addRow(tr("Page to show"), pageRow);
  point_ = new QComboBox(part);
  point_->setEditable(true);
  point_->addItem(QString());
  for (const char* name : kPoints) point_->addItem(name);
  for (const ParamRow& row : paramTable()) point_->addItem(QString::fromStdString(row.key));
  form->addRow(tr("Point at"), point_);
  wait_ = line(tr("step >= 500, phase = joint, finished, clean > 90 %"), part);
  wait_->setObjectName("wait");
  auto* test = button(part, tr("Test it now"), "test");
  connect(test, &QPushButton::clicked, this, &LessonEditor::testCondition);
  auto* waitRow = new QHBoxLayout;
  waitRow->addWidget(wait_, 1);
  waitRow->addWidget(test);
  form->addRow(tr("Wait for"), waitRow);
  for (auto [box, name] :
       {std::pair{preset_, tr("Preset")}, std::pair{page_, tr("Page to show")}, std::pair{point_, tr("Point at")}})
    box->setAccessibleName(name);
  form->addRow(makeQuestion());
  return part;
}

QWidget* LessonEditor::makeQuestion() {
  asks_ = new QGroupBox(tr("A question"), this);
  asks_->setCheckable(true);
  asks_->setObjectName("asks");
  auto* form = new QFormLayout(asks_);
  question_ = addPair(form, tr("Question"), "question", 2);
  choices_ = new QTableWidget(kChoiceRows, 3, asks_);
  choices_->setHorizontalHeaderLabels({tr("Right"), tr("English"), tr("Chinese")});
  choices_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  choices_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  choices_->verticalHeader()->hide();
  choices_->setTabKeyNavigation(false);
  choices_->setAccessibleName(tr("Choices"));
  choices_->setFixedHeight(int((kChoiceRows + 1.6) * 1.9 * fontMetrics().height()));
  form->addRow(tr("Choices"), choices_);
  why_ = addPair(form, tr("Explanation"), "why", 3);
  return asks_;
}

QWidget* LessonEditor::makeButtons() {
  auto* part = new QWidget(this);
  auto* row = new QHBoxLayout(part);
  row->setContentsMargins(0, 0, 0, 0);
  auto* from = button(part, tr("Begin with…"), "begin");
  auto* menu = new QMenu(from);
  connect(menu, &QMenu::aboutToShow, this, [this, menu] {
    menu->clear();
    const OwnLessons own = ownLessons(help_.folder());
    for (const auto* list : {&lessons(), &own.lessons}) {
      for (const Lesson& one : *list)
        connect(menu->addAction(lessonText(one.title).replace("&", "&&")), &QAction::triggered, this,
                [this, one] { setLesson(one); });
      menu->addSeparator();
    }
  });
  from->setMenu(menu);
  auto* preview = button(part, tr("Preview the step"), "preview");
  connect(preview, &QPushButton::clicked, this, [this] {
    tried([&] {
      const Lesson now = lessonFromJson(lessonToJson(lesson()), lesson().id);
      Q_EMIT previewAsked(now, std::max(row_, 0));
    });
  });
  auto* saves = button(part, tr("Save"), "save");
  connect(saves, &QPushButton::clicked, this, &LessonEditor::save);
  auto* close = button(part, tr("Close"), "close");
  connect(close, &QPushButton::clicked, this, &QDialog::close);
  row->addWidget(from);
  row->addStretch(1);
  for (auto* one : {preview, saves, close}) row->addWidget(one);
  return part;
}

template <class Work>
bool LessonEditor::tried(Work work) {
  try {
    work();
    return true;
  } catch (const Error& error) {
    say(text(error));
    return false;
  }
}

void LessonEditor::say(const QString& words) { said_->setText(words); }

QString LessonEditor::said() const { return said_->text(); }

// One of the program's is a beginning for one's own: it gets an id of its own.
void LessonEditor::setLesson(const Lesson& lesson) {
  lesson_ = lesson;
  if (findLesson(lessons(), lesson.id)) lesson_.id = "my-" + lesson.id;
  id_->setText(QString::fromStdString(lesson_.id));
  titleEn_->setText(QString::fromStdString(lesson.title.en));
  titleZh_->setText(QString::fromStdString(lesson.title.zh));
  aboutEn_->setText(QString::fromStdString(lesson.about.en));
  aboutZh_->setText(QString::fromStdString(lesson.about.zh));
  minutes_->setValue(lesson.minutes);
  row_ = -1;
  listSteps();
  steps_->setCurrentRow(0);
  say({});
}

Lesson LessonEditor::lesson() {
  keepStep();
  Lesson lesson = lesson_;
  lesson.id = plain(id_);
  lesson.title = {plain(titleEn_), plain(titleZh_)};
  lesson.about = {plain(aboutEn_), plain(aboutZh_)};
  lesson.minutes = minutes_->value();
  return lesson;
}

void LessonEditor::listSteps() {
  const QSignalBlocker quiet(steps_);
  steps_->clear();
  for (size_t i = 0; i < lesson_.steps.size(); ++i) {
    steps_->addItem(QString());
    nameStep(i);
  }
}

void LessonEditor::nameStep(size_t i) {
  const QString first = lessonText(lesson_.steps[i].text).section('\n', 0, 0).left(40);
  steps_->item(int(i))->setText(QString("%1  %2").arg(i + 1).arg(first.isEmpty() ? tr("(no text yet)") : first));
}

void LessonEditor::keepStep() {
  if (row_ < 0 || row_ >= int(lesson_.steps.size())) return;
  LessonStep& step = lesson_.steps[size_t(row_)];
  step.text = {plain(text_.en), plain(text_.zh)};
  nameStep(size_t(row_));
  step.preset = preset_->currentData().toString().toStdString();
  step.settings = settingsIn(settings_->text());
  step.page = page_->currentData().toString().toStdString();
  step.point = point_->currentText().trimmed().toStdString();
  step.wait = plain(wait_);
  step.question.reset();
  if (!asks_->isChecked()) return;
  LessonStep::Question question{{plain(question_.en), plain(question_.zh)}, {}, {plain(why_.en), plain(why_.zh)}};
  for (int i = 0; i < choices_->rowCount(); ++i) {
    const LocalText words{choices_->item(i, 1)->text().trimmed().toStdString(),
                          choices_->item(i, 2)->text().trimmed().toStdString()};
    if (words.en.empty() && words.zh.empty()) continue;
    question.choices.push_back({words, choices_->item(i, 0)->checkState() == Qt::Checked});
  }
  step.question = question;
}

void LessonEditor::showStep(int row) {
  keepStep();
  row_ = row;
  if (row < 0) return;
  const LessonStep& step = lesson_.steps[size_t(row)];
  const auto put = [](const Pair& pair, const LocalText& text) {
    pair.en->setPlainText(QString::fromStdString(text.en));
    pair.zh->setPlainText(QString::fromStdString(text.zh));
  };
  put(text_, step.text);
  preset_->setCurrentIndex(std::max(0, preset_->findData(QString::fromStdString(step.preset))));
  settings_->setText(settingsLine(step.settings));
  page_->setCurrentIndex(std::max(0, page_->findData(QString::fromStdString(step.page))));
  point_->setCurrentText(QString::fromStdString(step.point));
  wait_->setText(QString::fromStdString(step.wait));
  asks_->setChecked(step.question.has_value());
  const LessonStep::Question question = step.question.value_or(LessonStep::Question{});
  put(question_, question.text);
  put(why_, question.why);
  choices_->setRowCount(std::max(kChoiceRows, int(question.choices.size())));
  for (int i = 0; i < choices_->rowCount(); ++i) {
    const bool there = i < int(question.choices.size());
    const LessonStep::Choice choice = there ? question.choices[size_t(i)] : LessonStep::Choice{};
    auto* right = new QTableWidgetItem;
    right->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    right->setCheckState(choice.right ? Qt::Checked : Qt::Unchecked);
    choices_->setItem(i, 0, right);
    choices_->setItem(i, 1, new QTableWidgetItem(QString::fromStdString(choice.text.en)));
    choices_->setItem(i, 2, new QTableWidgetItem(QString::fromStdString(choice.text.zh)));
  }
}

void LessonEditor::addStep() {
  keepStep();
  const int at = row_ + 1;
  lesson_.steps.insert(lesson_.steps.begin() + at, LessonStep{});
  row_ = -1;
  listSteps();
  steps_->setCurrentRow(at);
  text_.en->setFocus();
}

void LessonEditor::removeStep() {
  if (lesson_.steps.size() < 2 || row_ < 0) return say(tr("A lesson has one step at least."));
  const int at = row_;
  lesson_.steps.erase(lesson_.steps.begin() + at);
  row_ = -1;
  listSteps();
  steps_->setCurrentRow(std::min(at, int(lesson_.steps.size()) - 1));
}

void LessonEditor::moveStep(int by) {
  keepStep();
  const int to = row_ + by;
  if (row_ < 0 || to < 0 || to >= int(lesson_.steps.size())) return;
  std::swap(lesson_.steps[size_t(row_)], lesson_.steps[size_t(to)]);
  row_ = -1;
  listSteps();
  steps_->setCurrentRow(to);
}

void LessonEditor::takeSettings() {
  const Params now = help_.shown->wished();
  const std::string name = help_.shown->wishedPreset();
  preset_->setCurrentIndex(std::max(0, preset_->findData(QString::fromStdString(name))));
  settings_->setText(settingsLine(differences(now, onMachineOf(now, preset(name).params))));
}

void LessonEditor::takePage() {
  page_->setCurrentIndex(std::max(0, page_->findData(QString::fromStdString(help_.page()))));
}

void LessonEditor::testCondition() {
  tried([&] {
    const Condition condition = Condition::parse(plain(wait_));
    say(standingText(condition, condition.standing(lessonFiguresOf(*help_.shown))));
  });
}

void LessonEditor::save() {
  tried([&] {
    const Lesson now = lesson();
    help_.check(lessonFromJson(lessonToJson(now), now.id));
    const QString path = QString::fromStdString(writeLesson(help_.folder(), now).string());
    say(tr("Written: %1").arg(path));
    Q_EMIT written(path);
  });
}

}  // namespace sparring::ui
