#include "measure/comparedlane.h"

#include <algorithm>

#include "base/text.h"

namespace sparring::ui {

std::vector<ComparedLane> comparedLanesOf(const Assessed& assessment, bool pinned, const QString& prefix) {
  std::vector<ComparedLane> list;
  if (!assessment) return list;
  for (const LaneAssessment& lane : assessment->lanes)
    list.push_back({assessment, &lane, pinned, prefix + lambdaName(lane.lambda)});
  std::ranges::stable_sort(list, {}, [](const ComparedLane& one) { return one.lane->lambda; });
  return list;
}

bool sameClassifier(const ComparedLane& a, const ComparedLane& b) {
  return a.lane->lane == b.lane->lane && a.of->model == b.of->model;
}

std::optional<ComparedLane> usualBaseline(const std::vector<ComparedLane>& candidates, const ComparedLane& trained) {
  const auto first = [&](auto fits) -> std::optional<ComparedLane> {
    const auto one = std::ranges::find_if(candidates, fits);
    return one == candidates.end() ? std::nullopt : std::optional(*one);
  };
  const auto pinned = [&](const ComparedLane& one) { return one.pinned && !sameClassifier(one, trained); };
  if (auto same = first([&](const auto& one) { return pinned(one) && one.lane->lambda == trained.lane->lambda; }))
    return same;
  if (auto other = first(pinned)) return other;
  return first([&](const ComparedLane& one) { return one.lane->lambda == 0 && one.id() != trained.id(); });
}

Compared comparedByItself(const Assessed& assessment) {
  Compared compared{comparedLanesOf(assessment), {}, {}};
  if (compared.lanes.empty()) return compared;
  compared.trained = compared.lanes.back();
  compared.baseline = usualBaseline(compared.lanes, *compared.trained);
  return compared;
}

}  // namespace sparring::ui
