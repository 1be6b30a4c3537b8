#include "comparison.h"

#include <algorithm>

#include "examiner.h"
#include "text.h"

namespace sparring {
Comparison::Comparison(Examiner& examiner, QObject* parent) : QObject(parent), examiner_(examiner) {
  connect(&examiner, &Examiner::assessmentChanged, this, &Comparison::changed);
}

std::vector<Contender> Comparison::lanes() const { return contendersOf(examiner_.assessment()); }

std::vector<Contender> Comparison::arriving() const { return contendersOf(examiner_.arriving()); }

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
  const auto chosen = std::ranges::find_if(list, [this](const Contender& one) { return one.id() == baseline_; });
  if (chosen != list.end()) return *chosen;
  return usualBaseline(list, *judged);
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
