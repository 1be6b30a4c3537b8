#include "train/schedule.h"

#include <algorithm>

#include "sparring/adversaries.h"

namespace sparring {

const char* stateName(State state) {
  switch (state) {
    case State::Preparing:
      return QT_TRANSLATE_NOOP("states", "preparing");
    case State::Ready:
      return QT_TRANSLATE_NOOP("states", "ready");
    case State::Running:
      return QT_TRANSLATE_NOOP("states", "running");
    case State::Paused:
      return QT_TRANSLATE_NOOP("states", "paused");
    case State::Finished:
      return QT_TRANSLATE_NOOP("states", "finished");
    case State::Stopped:
      return QT_TRANSLATE_NOOP("states", "stopped");
    case State::Failed:
      return QT_TRANSLATE_NOOP("states", "failed");
  }
  return "";
}

Schedule::Schedule(const Params& params, int64_t stepsPerEpoch, std::optional<int64_t> steps,
                   std::optional<int64_t> epochs)
    : stepsPerEpoch_(stepsPerEpoch) {
  int64_t end = 0;
  const auto add = [&](Phase phase, int64_t epochs) {
    if (epochs > 0) parts_.push_back({phase, end += epochs * stepsPerEpoch});
  };
  if (needsTeacher(params)) add(Phase::Teacher, params.epochsTeacher);
  add(Phase::Pretrain, params.epochsPretrain);
  if (adversaryInfo(params.adversary).usesGenerator) add(Phase::Gan, params.epochsGan);
  add(Phase::Joint, params.epochsJoint);
  if (parts_.empty()) parts_.push_back({Phase::Pretrain, 0});
  total_ = steps ? *steps : (epochs ? *epochs * stepsPerEpoch : end);
}

Phase Schedule::phaseAt(int64_t stepsDone) const {
  for (const auto& part : parts_)
    if (stepsDone < part.end) return part.phase;
  return parts_.back().phase;
}

Schedule::Span Schedule::spanAt(int64_t stepsDone) const {
  int64_t begin = 0;
  for (const auto& part : parts_) {
    const bool last = &part == &parts_.back();
    const int64_t end = last && total_ > begin ? total_ : part.end;  // the last takes what the run's length leaves it
    if (stepsDone < end) return {begin, end};
    begin = end;
  }
  return {begin, begin};
}

double Schedule::shareAt(int64_t stepsDone) const {
  const auto [begin, end] = spanAt(stepsDone);
  return stepsDone < end ? static_cast<double>(stepsDone - begin) / static_cast<double>(end - begin) : 1;
}

int64_t Schedule::endAt(int64_t stepsDone) const { return std::min(spanAt(stepsDone).end, total_); }

}  // namespace sparring
