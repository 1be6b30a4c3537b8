// What was measured of a run's models, as text, and kept beside the run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sparring/model.h"

namespace sparring {

/// For people and programs: every share with its accuracy and interval, the checks in English.
std::string assessmentToJson(const Assessment& assessment);
/// The checks are made anew from the figures. Throws Error: not such a text, figures that cannot be.
Assessment assessmentFromJson(const std::string& text);

/// What RUN/evaluations holds for this very model, these data and this suite, and this version of the attacks; nothing
/// where there is no such file, or a damaged one. Any thread.
std::optional<Assessment> storedAssessment(const std::filesystem::path& run, const Model& model, const Dataset& data,
                                           const Suite& suite);

/// That, or else Model::assess, its result written there whole or not at all. A folder that cannot be written only
/// means that the next one measures again. Throws Error as Model::assess does.
Assessment assessCached(const std::filesystem::path& run, const Model& model, const Dataset& data, const Suite& suite,
                        const AssessmentWatch& watch = {});

/// Model::outcomes, kept in RUN/evaluations like what assessCached() measures: found there, or measured and written.
Outcomes outcomesCached(const std::filesystem::path& run, const Model& model, const Dataset& data,
                        const std::optional<AttackSpec>& attack, int64_t limit, uint64_t seed,
                        const std::function<bool(int64_t done, int64_t total)>& progress = {});

}  // namespace sparring
