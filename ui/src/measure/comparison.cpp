#include "measure/comparison.h"

#include <algorithm>

#include "base/text.h"
#include "measure/examiner.h"

namespace sparring::ui {
Comparison::Comparison(Examiner& examiner, QObject* parent) : QObject(parent), examiner_(examiner) {
  connect(&examiner, &Examiner::assessmentChanged, this, &Comparison::changed);
}

std::vector<ComparedLane> Comparison::lanes() const { return comparedLanesOf(examiner_.assessment()); }

std::vector<ComparedLane> Comparison::arriving() const { return comparedLanesOf(examiner_.arriving()); }

std::vector<ComparedLane> Comparison::baselines() const {
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

std::optional<ComparedLane> Comparison::trained() const {
  const auto list = lanes();
  if (list.empty()) return {};
  const auto chosen = std::ranges::find_if(list, [this](const ComparedLane& one) { return one.lane->lane == trained_; });
  return chosen == list.end() ? list.back() : *chosen;
}

std::optional<ComparedLane> Comparison::baseline() const {
  const auto judged = trained();
  if (!judged) return {};
  const auto list = baselines();
  const auto chosen = std::ranges::find_if(list, [this](const ComparedLane& one) { return one.id() == baseline_; });
  if (chosen != list.end()) return *chosen;
  return usualBaseline(list, *judged);
}

void Comparison::chooseTrained(int lane) {
  trained_ = lane;
  Q_EMIT changed();
}

void Comparison::chooseBaseline(ComparedLane::Id id) {
  baseline_ = id;
  Q_EMIT changed();
}

}  // namespace sparring::ui
