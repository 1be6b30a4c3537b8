// The quantities a run is described by. Losses and how their gradients stand to each other are rows of a table; of
// accuracies there is one for every attack that a run measures, so that another one is a word in `evaluate.attacks` and
// no line of code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sparring/attack.h"

namespace sparring {

/// A number for a quantity. Those after Clean are accuracies under attack: accuracyUnder() gives them out, one for an
/// attack with its settings, good as long as the process lives. Files hold keys, not numbers.
enum class Metric : uint32_t {
  L,              ///< classifier loss on original samples
  LambdaLAdv,     ///< lambda times the loss on adversarial samples
  LTotal,         ///< the sum that is minimised
  D,              ///< discriminator loss
  G,              ///< generator loss
  GradientRatio,  ///< ‖λ∇L_adv‖ / ‖∇L‖ over the classifier's parameters, on the batch of one step; above 0
  GradientCosine,  ///< of the angle between these two, in [-1,1]
  Clean,           ///< accuracy on test images, in [0,1]; what follows are accuracies too
};

struct MetricRow {
  enum class Unit : uint8_t {
    Loss,
    Share,   ///< in [0,1]: an accuracy
    Number,  ///< neither: no better the higher or the lower it is
  };
  /// What its line tells of; a theme has a colour for each.
  enum class Role : uint8_t { Original, Adversarial, Sum, Discriminator, Generator, Corrupted };
  Metric metric;
  std::string key;    ///< "L", "lambda_L_adv", "L_total", "D", "G", "gradient.ratio", "gradient.cosine", "clean"; an
                      ///< attack's as written: "fgsm:eps=0.1"
  std::string label;  ///< symbols, not translated, except "Clean accuracy" (context "metrics"); an attack's is its key
  Unit unit;
  Role role;
  bool perLane;                           ///< one value a classifier lane
  std::optional<AttackSpec> attack = {};  ///< that the accuracy is measured under; none: no attack
};

/// Those that need no attack, in legend order: losses, gradients, the clean accuracy.
const std::vector<MetricRow>& metricTable();

/// The accuracy under an attack: the same number for the same settings. Any thread.
Metric accuracyUnder(const AttackSpec& attack);

/// Any thread; the row stays where it is. A number that nobody gave out has none: std::out_of_range.
const MetricRow& metricRow(Metric metric);

constexpr bool isAccuracy(Metric metric) { return metric >= Metric::Clean; }
constexpr bool isLoss(Metric metric) { return metric <= Metric::G; }

/// What an evaluation measures, in its order: the clean accuracy, then one for each attack.
std::vector<Metric> accuraciesUnder(const std::vector<AttackSpec>& attacks);
/// The same of a list as `evaluate.attacks` has it. Throws as parseAttacks() does.
std::vector<Metric> accuraciesUnder(const std::string& attacks);

/// The attack that stands for robustness where there is room for one: the first that sees the gradient, else the first;
/// Clean where none is measured.
Metric mainAttackOf(const std::vector<Metric>& accuracies);

/// Whether `among` holds an accuracy under the same attack with other settings.
bool hasNamesake(Metric metric, const std::vector<Metric>& among);

/// What a metric is called beside others: an attack that is alone of its name by the name ("fgsm"), else with its
/// settings ("fgsm:eps=0.1"). Nobody else has that key.
std::string metricKey(Metric metric, const std::vector<Metric>& among);

/// The one of that key, or nothing. An attack that is not among them is told from the key alone.
std::optional<Metric> metricOf(const std::string& key, const std::vector<Metric>& among);

/// Whether that is the key of an accuracy, whoever measures it: "clean", "pgd", "pgd:eps=0.1".
bool isAccuracy(const std::string& key);

/// One value at one step. Losses are means over the steps since the previous point of the same series; gradients are
/// those of the step itself.
struct MetricPoint {
  int64_t step = 0;
  Metric metric = Metric::L;
  int16_t lane = 0;
  double value = 0;

  bool operator==(const MetricPoint&) const = default;
};

}  // namespace sparring
