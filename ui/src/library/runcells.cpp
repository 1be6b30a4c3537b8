#include "library/runcells.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "base/metrictext.h"
#include "base/text.h"
#include "sparring/presets.h"

namespace sparring::ui {
namespace {

struct CellText {
  Q_DECLARE_TR_FUNCTIONS(runs)
};

constexpr qsizetype kMostLambdas = 3;
constexpr char kNone[] = "–";

struct OwnHead {
  const char* key;
  const char* head;
};
constexpr OwnHead kHeads[] = {
    {"name", QT_TRANSLATE_NOOP("runs", "Name")},         {"started", QT_TRANSLATE_NOOP("runs", "Started")},
    {"preset", QT_TRANSLATE_NOOP("runs", "Preset")},     {"steps", QT_TRANSLATE_NOOP("runs", "Steps")},
    {"star", QT_TRANSLATE_NOOP("runs", "Star")},         {"tag", QT_TRANSLATE_NOOP("runs", "Tags")},
    {"note", QT_TRANSLATE_NOOP("runs", "Note")},         {"sweep", QT_TRANSLATE_NOOP("runs", "Sweep")},
    {"parent", QT_TRANSLATE_NOOP("runs", "Fork of")},    {"folder", QT_TRANSLATE_NOOP("runs", "Folder")},
    {"training", QT_TRANSLATE_NOOP("runs", "Training")}, {"broken", QT_TRANSLATE_NOOP("runs", "Broken")},
};

QString startedText(const std::string& iso) {
  const QDateTime time = QDateTime::fromString(QString::fromStdString(iso), Qt::ISODate);
  if (!time.isValid()) return QString::fromStdString(iso);
  const QDateTime local = time.toLocalTime();
  const QDate today = QDate::currentDate();
  if (local.date() == today) return local.toString("HH:mm:ss");
  return local.toString(local.date().year() == today.year() ? "MM-dd HH:mm" : "yyyy-MM-dd");
}

QStringList valuesOf(const std::vector<double>& list) {
  QStringList values;
  for (const double value : list) values << localNumber(value);
  return values;
}

/// A long list would push the figures out of sight: its ends and its length.
QString listText(const std::vector<double>& list) {
  const QStringList values = valuesOf(list);
  if (values.size() <= kMostLambdas) return values.join(QStringLiteral(", "));
  return QStringLiteral("%1…%2 (%3)").arg(values.first(), values.last()).arg(values.size());
}

/// λ of the lane whose figures the row has; nothing where there is but one.
std::optional<double> lambdaOf(const LibraryRun& run) {
  const auto& lambdas = run.params.lambda;
  if (lambdas.size() < 2 || run.lane >= std::ssize(lambdas)) return {};
  return lambdas[size_t(run.lane)];
}

/// Whose figures the row has, and what edits have made of it.
QString lambdaText(const LibraryRun& run) {
  const auto& now = run.params.lambda;
  if (const auto lambda = lambdaOf(run)) return CellText::tr("%1 of %2").arg(localNumber(*lambda), listText(now));
  if (run.began != now && !run.began.empty()) return listText(run.began) + QString::fromUtf8(" → ") + listText(now);
  return listText(now);
}

QString lambdaTip(const LibraryRun& run) {
  if (const auto lambda = lambdaOf(run))
    return CellText::tr("The figures are those of λ = %1, the most robust of %2.")
        .arg(localNumber(*lambda), valuesOf(run.params.lambda).join(QStringLiteral(", ")));
  return lambdaText(run);
}

QString parameterText(const LibraryRun& run, const ParamRow& row) {
  const std::string value = paramText(run.params, row);
  for (const Choice& choice : row.choices)
    if (choice.value == value) return label(choice);
  return QString::fromStdString(value);
}

QString figureText(const LibraryRun& run, const std::string& key) {
  const auto* figure = figureOf(run, key);
  if (!figure || !figure->value) return QString::fromUtf8(kNone);
  return isAccuracy(figure->metric) ? percentText(*figure->value) : localNumber(*figure->value);
}

QString flagText(const RunValue& value) { return value.empty() ? QString() : QString::fromUtf8("✓"); }

}  // namespace

QString presetTitle(const std::string& name) {
  for (const auto& preset : presets())
    if (preset.name == name) return QString::fromStdString(preset.title.in(QLocale().name().toStdString()));
  return QString::fromStdString(name);
}

QString headOf(const std::string& key, bool inFull) {
  for (const OwnHead& own : kHeads)
    if (key == own.key) return CellText::tr(own.head);
  if (key == "lambda" && !inFull) return QString::fromUtf8("λ");
  if (isParameter(key)) return label(paramRow(key));
  return inFull ? metricLabel(key) : shortMetricLabel(key);
}

QString cellText(const LibraryRun& run, const std::string& key) {
  if (key == "name") return QString::fromStdString(run.title());
  if (run.problem && key == "preset") return text(*run.problem);
  const RunValue value = valueOf(run, key);
  if (key == "star" || key == "training" || key == "broken") return flagText(value);
  if (run.problem) return key == "folder" ? QString::fromStdString(value.text) : QString();
  if (key == "started") return startedText(run.started);
  if (key == "preset") return presetTitle(run.preset);
  if (key == "steps") return stepText(run.lastStep);
  if (key == "lambda") return lambdaText(run);
  if (isParameter(key)) return parameterText(run, paramRow(key));
  if (isFigure(key)) return figureText(run, key);
  return QString::fromStdString(value.text);
}

QString cellTip(const LibraryRun& run, const std::string& key) {
  QStringList lines;
  if (run.problem) lines << text(*run.problem);
  if (run.labelsProblem) lines << text(*run.labelsProblem);
  if (key == "name" && !run.labels.note.empty()) lines << QString::fromStdString(run.labels.note);
  if (key == "name" && !run.labels.tags.empty()) lines << QString::fromStdString(valueOf(run, "tag").text);
  const auto* figure = figureOf(run, key);
  const bool accuracy = figure && isAccuracy(figure->metric);
  if (accuracy && figure->metric != Metric::Clean) lines << meaning(figure->metric);
  const QString whole = key == "lambda" ? lambdaTip(run) : cellText(run, key);
  lines << (accuracy && figure->value && run.tested > 0
                ? CellText::tr("%1 of %2 test images").arg(whole, stepText(run.tested))
                : whole);
  lines << QString::fromStdString(run.folder.string());
  lines.removeDuplicates();
  return lines.join(u'\n');
}

bool isRightAligned(const std::string& key) {
  if (key == "steps" || isFigure(key)) return true;
  if (!isParameter(key) || key == "lambda") return false;
  const Member member = paramRow(key).member;
  return std::holds_alternative<int64_t Params::*>(member) || std::holds_alternative<double Params::*>(member);
}

}  // namespace sparring::ui
