// Metrics in words for people. What is called by its name alone stands alone of its name: see metricKey().
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "sparring/metrics.h"

namespace sparring::ui {

/// "λ·L_adv", "Clean accuracy", "Accuracy under FGSM", and beside another FGSM "Accuracy under FGSM, ε = 0.3".
QString label(Metric metric, const std::vector<Metric>& among = {});
/// The same by its key.
QString metricLabel(const std::string& key);

/// An accuracy at the head of a column: "Clean", "FGSM", "FGSM, ε = 0.3".
QString shortLabel(Metric metric, const std::vector<Metric>& among = {});
QString shortMetricLabel(const std::string& key);

/// An attack within a sentence: "noise", "FGSM", "FGSM, ε = 0.3".
QString nameWithin(const std::string& key);

/// What is measured, a sentence; an attack with its settings.
QString meaning(Metric metric);

/// "PGD (ε = 0.1, 5 steps)".
QString attackInFull(const AttackSpec& attack);

}  // namespace sparring::ui
