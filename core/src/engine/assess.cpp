// Model::assess and Model::gallery: the evaluator's verdicts, put together.
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>

#include "engine/modelparts.h"
#include "text.h"

namespace sparring {

namespace {

// Who was right on clean images, where not, and how surely.
void lookAtClean(const ImageSet& test, const Verdicts& verdicts, LaneAssessment& lane) {
  const int64_t lanes = verdicts.lanes, n = verdicts.count();
  std::array<double, 10> confidence{};
  lane.clean = verdicts.right(lane.lane, test);
  for (int64_t i = 0; i < n; ++i) {
    const auto at = static_cast<size_t>(i * lanes + lane.lane);
    const auto label = test.labels[static_cast<size_t>(i)];
    const auto verdict = static_cast<uint8_t>(verdicts.predicted[at]);
    lane.verdicts.push_back(verdict);
    ++lane.confusion[label][verdict];
    const auto bin = static_cast<size_t>(std::clamp(std::ceil(10 * verdicts.confidence[at]) - 1, 0.0f, 9.0f));
    auto& [share, mean] = lane.calibration.bins[bin];
    ++share.count;
    share.right += verdict == label;
    confidence[bin] += verdicts.confidence[at];
  }
  for (size_t i = 0; i < confidence.size(); ++i) {
    auto& bin = lane.calibration.bins[i];
    if (bin.share.count > 0) bin.confidence = confidence[i] / static_cast<double>(bin.share.count);
  }
}

}  // namespace

void requireSide(int64_t images, int64_t networks) {
  if (images == networks) return;
  throw Error({QT_TRANSLATE_NOOP("core", "The test images have side %1, the run's networks %2."),
               {std::to_string(images), std::to_string(networks)}},
              {QT_TRANSLATE_NOOP("core", "Evaluate with the data the run was trained on."), {}});
}

Assessment Model::assess(const Dataset& data, const Suite& suite, const AssessmentWatch& watch) const {
  const auto& test = data.test;
  requireSide(test.side, impl_->side);
  ops::setThreads(suite.threads);
  Evaluator evaluator(test, at::Device(at::kCPU));
  const auto& net = impl_->lanes;

  Assessment result;
  result.step = impl_->step;
  result.model = impl_->hash();
  result.count = evaluator.imagesFor(suite.limit);
  result.seed = suite.seed;
  int64_t before = 0, total = result.count;
  for (const auto& probe : suite.probes) total += result.count * static_cast<int64_t>(probe.strengths.size());
  const auto verdicts = [&](const AttackSpec* attack) {
    auto found = evaluator.verdicts(net, attack, suite.limit, suite.seed, [&](int64_t done, int64_t) {
      return !watch.progress || watch.progress(before + done, total);
    });
    before += result.count;
    return found;
  };

  const auto clean = verdicts(nullptr);
  for (int k = 0; k < lanes(); ++k) {
    LaneAssessment lane;
    lane.lane = k;
    lane.lambda = impl_->params.lambda[static_cast<size_t>(k)];
    lookAtClean(test, clean, lane);
    result.lanes.push_back(std::move(lane));
  }
  for (const auto& probe : suite.probes) {
    if (watch.partial) watch.partial(result);
    for (auto& lane : result.lanes) lane.curves.push_back({probe.attack, probe.key, {}});
    for (const double strength : probe.strengths) {
      AttackSpec attack = probe.attack;
      attack.values[probe.key] = strength;
      const auto found = verdicts(&attack);
      for (auto& lane : result.lanes) {
        lane.curves.back().attack = attack;
        lane.curves.back().points.push_back({strength, found.right(lane.lane, test)});
      }
    }
  }
  if (watch.progress) watch.progress(total, total);
  return result;
}

Gallery Model::gallery(const ImageSet& test, const AttackSpec& attack, const std::vector<int64_t>& index,
                       uint64_t seed) const {
  requireSide(test.side, impl_->side);
  for (const int64_t i : index)
    if (i < 0 || i >= test.count)
      throw Error({QT_TRANSLATE_NOOP("core", "There is no test image %1."), {std::to_string(i)}},
                  {QT_TRANSLATE_NOOP("core", "The test set has images 0 to %1."), {std::to_string(test.count - 1)}},
                  Error::Kind::Usage);
  ops::setThreads(1);
  return Evaluator(test, at::Device(at::kCPU)).gallery(impl_->lanes, attack, index, seed);
}

}  // namespace sparring
