#include "verdicttext.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "attacktext.h"
#include "text.h"

namespace sparring {
namespace {

struct VerdictText {
  Q_DECLARE_TR_FUNCTIONS(verdict)
};

QString points(double difference) {
  QString text = QLocale().toString(100 * std::abs(difference), 'f', 1);
  return (difference < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

/// The core writes attacks as one types them.
Message inWords(Message message, const std::vector<Finding>& findings, const LaneAssessment& trained) {
  for (std::string& argument : message.args) {
    QString words = QString::fromStdString(argument);
    for (const Finding& finding : findings)
      if (!finding.attack.name.empty())
        words.replace(QString::fromStdString(finding.attack.text()), findingTitle(finding, trained));
    argument = words.toStdString();
  }
  return message;
}

}  // namespace

QString findingTitle(const Finding& finding, const LaneAssessment& trained) {
  if (finding.attack.name.empty()) return VerdictText::tr("Clean digits");
  const Curve* curve = trained.curve(finding.attack.name);
  const auto strength = finding.attack.values.find(curve ? curve->key : std::string());
  if (strength == finding.attack.values.end()) return attackName(finding.attack.name);
  return attackAt(finding.attack.name, strength->first, strength->second);
}

QString findingSentence(const Finding& finding, const LaneAssessment& trained) {
  return text(inWords(finding.sentence, {finding}, trained));
}

QString findingFigures(const Finding& finding) {
  return VerdictText::tr("%1 instead of %2")
      .arg(percentText(finding.trained.value()), percentText(finding.baseline.value()));
}

QString findingDifference(const Finding& finding) {
  return VerdictText::tr("%1 (%2 to %3)").arg(points(finding.difference), points(finding.low), points(finding.high));
}

QString verdictSentence(const std::vector<Finding>& findings, const LaneAssessment& trained) {
  return text(inWords(verdictOf(findings), findings, trained));
}

}  // namespace sparring
