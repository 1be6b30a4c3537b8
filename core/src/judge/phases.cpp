#include "sparring/phases.h"

#include <algorithm>
#include <array>

namespace sparring {

namespace {

constexpr std::array kPhases{Phase::Teacher, Phase::Pretrain, Phase::Gan, Phase::Joint};

}  // namespace

const char* phaseName(Phase phase) {
  switch (phase) {
    case Phase::Teacher:
      return "teacher";
    case Phase::Pretrain:
      return "pretrain";
    case Phase::Gan:
      return "gan";
    case Phase::Joint:
      return "joint";
  }
  return "";
}

const char* phaseLabel(Phase phase) {
  switch (phase) {
    case Phase::Teacher:
      return QT_TRANSLATE_NOOP("phases", "teacher");
    case Phase::Pretrain:
      return QT_TRANSLATE_NOOP("phases", "pretrain");
    case Phase::Gan:
      return QT_TRANSLATE_NOOP("phases", "duel");
    case Phase::Joint:
      return QT_TRANSLATE_NOOP("phases", "joint");
  }
  return "";
}

const char* learningName(Learning who) {
  switch (who) {
    case Learning::All:
      return "";
    case Learning::Classifiers:
      return "classifiers";
    case Learning::Generator:
      return "generator";
    case Learning::Discriminator:
      return "discriminator";
  }
  return "";
}

std::optional<Phase> phaseNamed(const std::string& name) {
  for (const Phase phase : kPhases)
    if (name == phaseName(phase)) return phase;
  return {};
}

Learners learnersIn(Phase phase, const AdversaryInfo& opponent) {
  const bool duel = opponent.usesGenerator && (phase == Phase::Gan || phase == Phase::Joint);
  const bool judged = opponent.usesDiscriminator && !(phase == Phase::Joint && opponent.discriminatorRests);
  return {.classifiers = phase == Phase::Pretrain || phase == Phase::Joint,
          .generator = duel,
          .discriminator = duel && judged};
}

bool isMeasured(Metric metric, Phase phase, const AdversaryInfo& opponent) {
  const Learners learners = learnersIn(phase, opponent);
  switch (metric) {
    case Metric::L:
    case Metric::LambdaLAdv:
    case Metric::LTotal:
      return learners.classifiers;
    case Metric::GradientRatio:
    case Metric::GradientCosine:
      return phase == Phase::Joint && opponent.makesSamples();
    case Metric::D:
      return learners.discriminator;
    case Metric::G:
      return learners.generator;
    default:
      return true;
  }
}

std::vector<Metric> lossesAgainst(const AdversaryInfo& opponent) {
  std::vector<Metric> losses;
  for (const MetricRow& row : metricTable())
    if (isLoss(row.metric) &&
        std::ranges::any_of(kPhases, [&](Phase phase) { return isMeasured(row.metric, phase, opponent); }))
      losses.push_back(row.metric);
  return losses;
}

}  // namespace sparring
