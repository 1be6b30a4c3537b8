// What was measured of what is shown, and which of its lanes is judged against which.
#include <algorithm>

#include "base/text.h"
#include "measure/examiner.h"
#include "shown/shown.h"

namespace sparring::ui {

Assessed Shown::assessment() const { return examiner_.assessment(); }
Assessed Shown::arriving() const { return examiner_.arriving(); }
Subject Shown::networks() const { return examiner_.subject(); }
Subject Shown::measuredNetworks() const { return examiner_.measured(); }

Assessed Shown::pinned() const {
  const auto* baseline = examiner_.baseline();
  return baseline ? baseline->assessment : Assessed();
}

std::vector<ComparedLane> Shown::lanes() const { return comparedLanesOf(assessment()); }

std::vector<ComparedLane> Shown::arrivingLanes() const { return comparedLanesOf(arriving()); }

std::vector<ComparedLane> Shown::baselines() const {
  std::vector<ComparedLane> list;
  if (const auto* pinned = examiner_.baseline()) {
    const QString run = QString::fromStdString(pinned->run.filename().string());
    const QString from = run.isEmpty() ? tr("Pinned") : run;
    list = comparedLanesOf(pinned->assessment, true,
                           tr("%1, step %2: ").arg(from, stepText(qint64(pinned->assessment->step))));
  }
  const auto judged = trained();
  for (ComparedLane& lane : lanes())
    if (judged && lane.id() != judged->id()) list.push_back(std::move(lane));
  return list;
}

std::optional<ComparedLane> Shown::trained() const {
  const auto list = lanes();
  if (list.empty()) return {};
  const auto chosen =
      std::ranges::find_if(list, [now = lane()](const ComparedLane& one) { return one.lane->lane == now; });
  return chosen == list.end() ? list.back() : *chosen;
}

std::optional<ComparedLane> Shown::baseline() const {
  const auto judged = trained();
  if (!judged) return {};
  const auto list = baselines();
  const auto chosen = std::ranges::find_if(list, [this](const ComparedLane& one) { return one.id() == baseline_; });
  if (chosen != list.end()) return *chosen;
  return usualBaseline(list, *judged);
}

void Shown::chooseBaseline(ComparedLane::Id id) {
  baseline_ = id;
  Q_EMIT changed(Lane);
}

}  // namespace sparring::ui
