#include "robustness/verdicttext.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "base/attacktext.h"
#include "base/text.h"
#include "widgets/verdictmarks.h"

namespace sparring::ui {
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
      if (finding.against.kind == Against::Kind::Attack)
        words.replace(QString::fromStdString(finding.against.text()), findingTitle(finding, trained));
    argument = words.toStdString();
  }
  return message;
}

}  // namespace

QString findingTitle(const Finding& finding, const LaneAssessment& trained) {
  const auto& [kind, attack] = finding.against;
  if (kind == Against::Kind::Clean) return VerdictText::tr("Clean images");
  if (kind == Against::Kind::Own) return QCoreApplication::translate("attacks", "the opponent of training");
  const Curve* curve = trained.curve(attack.name);
  const auto strength = attack.values.find(curve ? curve->key : std::string());
  if (strength == attack.values.end()) return attackName(attack.name);
  return attackAt(attack.name, strength->first, strength->second);
}

QString findingKind(const Finding& finding) {
  const bool clean = finding.against.kind == Against::Kind::Clean;
  if (clean && finding.kind == Finding::Kind::Cost) return VerdictText::tr("Cost");
  if (clean && finding.kind == Finding::Kind::Equal) return VerdictText::tr("No cost");
  return markText(markOf(finding.kind));
}

QString findingSentence(const Finding& finding, const LaneAssessment& trained) {
  return text(inWords(finding.sentence, {finding}, trained));
}

QString findingFigures(const Finding& finding) {
  return percentText(finding.baseline.value()) + QStringLiteral(" → ") + percentText(finding.trained.value());
}

QString findingDifference(const Finding& finding) {
  return VerdictText::tr("%1 (%2 to %3)").arg(points(finding.difference), points(finding.low), points(finding.high));
}

QString verdictSentence(const std::vector<Finding>& findings, const LaneAssessment& trained) {
  return text(inWords(verdictOf(findings), findings, trained));
}

}  // namespace sparring::ui
