#include "lesson/lessontext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "base/text.h"

namespace sparring::ui {
namespace {

struct LessonWords {
  Q_DECLARE_TR_FUNCTIONS(LessonWords)
};

QString numberOf(const Condition& condition, double number) {
  if (condition.share()) return percentText(number);
  if (condition.subject() == Condition::Subject::Step) return stepText(static_cast<qint64>(number));
  return localNumber(number);
}

QString nameOf(const Condition& condition) {
  const QString key = QString::fromStdString(condition.key());
  QString name = key;
  if (condition.subject() == Condition::Subject::Parameter) name = label(paramRow(condition.key()));
  if (condition.share()) name = key == "clean" ? LessonWords::tr("clean accuracy") : attackLabel(key.toStdString());
  if (const auto lambda = condition.lambda()) name += QStringLiteral(" [%1]").arg(lambdaName(*lambda));
  return name;
}

/// As in the file, but with the signs that a reader knows.
QString writtenText(const Condition& condition) {
  return QString::fromStdString(condition.text())
      .replace(">=", QString::fromUtf8("≥"))
      .replace("<=", QString::fromUtf8("≤"));
}

QString waitingText(const Condition& condition, const Condition::Standing& standing) {
  using Subject = Condition::Subject;
  switch (condition.subject()) {
    case Subject::Finished:
      return LessonWords::tr("waiting: until the run has ended");
    case Subject::Step:
      return LessonWords::tr("waiting: step %1 of %2")
          .arg(numberOf(condition, *standing.now), numberOf(condition, condition.limit()));
    case Subject::Phase:
      return LessonWords::tr("waiting: the phase \"%1\" is to come; now: %2")
          .arg(label(*condition.phase()), label(static_cast<Phase>(static_cast<int>(*standing.now))));
    case Subject::Parameter:
      return LessonWords::tr("waiting for you: %1").arg(writtenText(condition));
    case Subject::Lanes:
    case Subject::Figure:
      return LessonWords::tr("waiting: %1 is %2, awaited: %3")
          .arg(condition.subject() == Subject::Lanes ? LessonWords::tr("the number of classifiers") : nameOf(condition),
               numberOf(condition, *standing.now), writtenText(condition));
  }
  return {};
}

}  // namespace

QString lessonText(const LocalText& text) { return QString::fromStdString(text.in(QLocale().name().toStdString())); }

QString lessonRich(const LocalText& text) {
  return QString::fromStdString(lessonHtml(text.in(QLocale().name().toStdString())));
}

QString standingText(const Condition& condition, const Condition::Standing& standing) {
  using State = Condition::Standing::State;
  switch (standing.state) {
    case State::Met:
      return LessonWords::tr("done: %1").arg(writtenText(condition));
    case State::NoRun:
      return LessonWords::tr("waiting: nothing has been started yet");
    case State::NoLane:
      return LessonWords::tr("waiting: this run has no classifier with %1").arg(lambdaName(*condition.lambda()));
    case State::Unknown:
      return LessonWords::tr("waiting: %1 has not been measured yet").arg(nameOf(condition));
    case State::Waiting:
      return waitingText(condition, standing);
  }
  return {};
}

QString settingsText(const LessonStep& step) {
  QStringList parts;
  if (!step.preset.empty()) parts << LessonWords::tr("preset %1").arg(QString::fromStdString(step.preset));
  for (const std::string& setting : step.settings) parts << QString::fromStdString(setting);
  return parts.join(", ");
}

QString startText(const LessonStep& step) {
  if (step.preset.empty()) return LessonWords::tr("Start with these settings");
  // a preset that is changed is another training than its title says
  if (!step.settings.empty()) return LessonWords::tr("Start the training");
  return LessonWords::tr("Start \"%1\"").arg(lessonText(preset(step.preset).title));
}

}  // namespace sparring::ui
