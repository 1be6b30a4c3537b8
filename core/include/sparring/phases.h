// Who learns in which phase of a training, and so which losses it measures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sparring/adversaries.h"
#include "sparring/event.h"
#include "sparring/metrics.h"

namespace sparring {

/// Those whose weights a step of a phase changes.
struct Learners {
  bool classifiers = false, generator = false, discriminator = false;
};
Learners learnersIn(Phase phase, const AdversaryInfo& opponent);

/// Of those, whose a step that was asked for by hand changes.
enum class Learning : uint8_t { All, Classifiers, Generator, Discriminator };
/// As an event has it: "generator"; empty for all.
const char* learningName(Learning who);

/// Whether steps of the phase measure the metric: a loss where the network that minimises it learns, gradients where
/// two losses pull at one, an accuracy always. Elsewhere a run has no points of it, and the last one before tells
/// nothing.
bool isMeasured(Metric metric, Phase phase, const AdversaryInfo& opponent);

/// The losses that some phase measures, in legend order: without a generator there is neither D nor G.
std::vector<Metric> lossesAgainst(const AdversaryInfo& opponent);

/// The one that phaseName() calls so; none for the name of another version.
std::optional<Phase> phaseNamed(const std::string& name);

}  // namespace sparring
