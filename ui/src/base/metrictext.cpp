#include "base/metrictext.h"

#include <QCoreApplication>

#include "base/attacktext.h"
#include "base/text.h"

namespace sparring::ui {
namespace {

const MetricRow* fixedRow(const std::string& key) {
  for (const MetricRow& row : metricTable())
    if (row.key == key) return &row;
  return nullptr;
}

/// A name alone, or name and settings.
QString attackOf(const std::string& key) { return key.find(':') == key.npos ? attackName(key) : attackLabel(key); }

QString meaningOfLoss(Metric metric) {
  switch (metric) {
    case Metric::L:
      return QCoreApplication::translate("metrics", "Classifier loss on original samples");
    case Metric::LambdaLAdv:
      return QCoreApplication::translate("metrics", "λ times the classifier loss on adversarial samples");
    case Metric::LTotal:
      return QCoreApplication::translate("metrics", "The sum the classifier minimises: L + λ·L_adv");
    case Metric::D:
      return QCoreApplication::translate("metrics", "Discriminator loss: telling real digits from generated ones");
    case Metric::G:
      return QCoreApplication::translate("metrics", "Generator loss: passing for real");
    case Metric::GradientRatio:
      return QCoreApplication::translate(
          "metrics", "How many times as long the gradient of λ·L_adv is as that of L, by the classifier's parameters");
    case Metric::GradientCosine:
      return QCoreApplication::translate(
          "metrics", "Whether both gradients pull the same way: 1 alike, 0 across, −1 against each other");
    case Metric::Clean:
      return QCoreApplication::translate("metrics", "Accuracy on untouched test images");
  }
  return {};
}

}  // namespace

QString nameWithin(const std::string& key) {
  return key == "noise" ? QCoreApplication::translate("metrics", "noise") : attackOf(key);
}

QString metricLabel(const std::string& key) {
  if (const MetricRow* row = fixedRow(key))
    return isAccuracy(row->metric) ? QCoreApplication::translate("metrics", row->label.c_str())
                                   : QString::fromStdString(row->label);
  return QCoreApplication::translate("metrics", "Accuracy under %1").arg(nameWithin(key));
}

QString label(Metric metric, const std::vector<Metric>& among) { return metricLabel(metricKey(metric, among)); }

QString shortMetricLabel(const std::string& key) {
  if (key == metricRow(Metric::Clean).key) return QCoreApplication::translate("metrics", "Clean");
  if (key == "noise") return QCoreApplication::translate("metrics", "Noise");
  return fixedRow(key) ? metricLabel(key) : attackOf(key);
}

QString shortLabel(Metric metric, const std::vector<Metric>& among) {
  return shortMetricLabel(metricKey(metric, among));
}

QString attackInFull(const AttackSpec& attack) {
  const std::string& key = attackInfo(attack.name).strength().key;
  QString settings =
      QStringLiteral("%1\u00a0=\u00a0%2").arg(strengthSymbol(attack.name, key), localNumber(attack.values.at(key)));
  if (const QString others = attackSettings(attack, key); !others.isEmpty()) settings += QStringLiteral(", ") + others;
  return QStringLiteral("%1 (%2)").arg(attackName(attack.name), settings);
}

QString meaning(Metric metric) {
  const auto& attack = metricRow(metric).attack;
  if (!attack) return meaningOfLoss(metric);
  const QString name = attackInFull(*attack);
  switch (attackInfo(attack->name).knows) {
    case AttackInfo::Knows::Nothing:
      return QCoreApplication::translate("metrics", "Accuracy on test images under %1").arg(name);
    case AttackInfo::Knows::Substitute:
      return QCoreApplication::translate("metrics",
                                         "Accuracy on test images under %1, built against another classifier")
          .arg(name);
    default:
      return QCoreApplication::translate("metrics",
                                         "Accuracy on test images under %1, built against this very classifier")
          .arg(name);
  }
}

}  // namespace sparring::ui
