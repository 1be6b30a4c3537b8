#include "comparison.h"

#include <algorithm>

#include "text.h"

namespace sparring {
namespace {

std::vector<Contender> contendersOf(const Assessed& assessment, bool pinned, const QString& prefix) {
  std::vector<Contender> list;
  if (!assessment) return list;
  for (const LaneAssessment& lane : assessment->lanes)
    list.push_back({assessment, &lane, pinned, prefix + QStringLiteral("λ = %1").arg(numberText(lane.lambda))});
  std::ranges::stable_sort(list, {}, [](const Contender& one) { return one.lane->lambda; });
  return list;
}

}  // namespace

Comparison::Comparison(Examiner& examiner, QObject* parent) : QObject(parent), examiner_(examiner) {
  connect(&examiner, &Examiner::assessmentChanged, this, &Comparison::changed);
}

std::vector<Contender> Comparison::lanes() const { return contendersOf(examiner_.assessment(), false, {}); }

std::vector<Contender> Comparison::baselines() const {
  std::vector<Contender> list;
  if (const auto* pinned = examiner_.baseline()) {
    const QString run = QString::fromStdString(pinned->run.filename().string());
    const QString from = run.isEmpty() ? tr("Pinned") : run;
    list = contendersOf(pinned->assessment, true,
                        tr("%1, step %2: ").arg(from, stepText(qint64(pinned->assessment->step))));
  }
  const auto judged = trained();
  for (Contender& lane : lanes())
    if (judged && lane.id() != judged->id()) list.push_back(std::move(lane));
  return list;
}

std::optional<Contender> Comparison::trained() const {
  const auto list = lanes();
  if (list.empty()) return {};
  const auto chosen = std::ranges::find_if(list, [this](const Contender& one) { return one.lane->lane == trained_; });
  return chosen == list.end() ? list.back() : *chosen;
}

std::optional<Contender> Comparison::baseline() const {
  const auto judged = trained();
  if (!judged) return {};
  const auto list = baselines();
  const auto found = [&](auto fits) -> std::optional<Contender> {
    const auto one = std::ranges::find_if(list, fits);
    return one == list.end() ? std::nullopt : std::optional(*one);
  };
  if (auto chosen = found([&](const Contender& one) { return one.id() == baseline_; })) return chosen;
  if (auto same = found([&](const Contender& one) { return one.pinned && one.lane->lambda == judged->lane->lambda; }))
    return same;
  if (auto pinned = found([](const Contender& one) { return one.pinned; })) return pinned;
  return found([](const Contender& one) { return one.lane->lambda == 0; });
}

void Comparison::chooseTrained(int lane) {
  trained_ = lane;
  Q_EMIT changed();
}

void Comparison::chooseBaseline(Contender::Id id) {
  baseline_ = id;
  Q_EMIT changed();
}

}  // namespace sparring
