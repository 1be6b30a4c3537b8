// What a Model tells of itself on test images: the evaluator's verdicts, put together, and pictures.
#include <algorithm>
#include <cmath>
#include <map>

#include "judge/masking.h"
#include "measure/modelparts.h"
#include "measure/own.h"
#include "measure/pictures.h"

namespace sparring {

namespace {

// Who was right on clean images, where not, and how surely.
void lookAtClean(const ImageSet& test, const Verdicts& verdicts, int64_t column, LaneAssessment& lane) {
  const int64_t lanes = verdicts.lanes, n = verdicts.count();
  std::array<double, 10> confidence{};
  lane.clean = verdicts.right(column, test);
  const auto classes = static_cast<size_t>(test.kind.classes);
  lane.confusion.assign(classes, std::vector<int64_t>(classes, 0));
  for (int64_t i = 0; i < n; ++i) {
    const auto at = static_cast<size_t>(i * lanes + column);
    const auto label = test.labels[static_cast<size_t>(verdicts.images[static_cast<size_t>(i)])];
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

void requireKind(const ImageKind& images, const ImageKind& networks) {
  if (images.fits(networks)) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "The data are images of %1 in %2 classes, the run's networks are made for %3 in %4."),
       {sizeText(images), std::to_string(images.classes), sizeText(networks), std::to_string(networks.classes)}},
      {QT_TRANSLATE_NOOP("core", "Evaluate with the data the run was trained on."), {}});
}

void requireLane(int lane, int lanes) {
  if (lane >= 0 && lane < lanes) return;
  throw Error({QT_TRANSLATE_NOOP("core", "There is no lane %1."), {std::to_string(lane)}},
              {QT_TRANSLATE_NOOP("core", "The run has lanes 0 to %1."), {std::to_string(lanes - 1)}},
              Error::Kind::Usage);
}

void requireImages(const std::vector<int64_t>& index, const ImageSet& test) {
  for (const int64_t i : index)
    if (i < 0 || i >= test.count())
      throw Error({QT_TRANSLATE_NOOP("core", "There is no test image %1."), {std::to_string(i)}},
                  {QT_TRANSLATE_NOOP("core", "The test set has images 0 to %1."), {std::to_string(test.count() - 1)}},
                  Error::Kind::Usage);
}

namespace {

// Measures one suite: the evaluator's verdicts, lane by lane, curve by curve.
class Assessor {
 public:
  Assessor(const Dataset& data, const Network& net, const Suite& suite, const AssessmentWatch& watch)
      : test_(data.test), evaluator_(data, net.options().device()), net_(net), suite_(suite), watch_(watch) {
    total_ = imagesOf({}) * (suite.own ? 1 + kOwnPasses : 1);
    for (const auto& probe : suite.probes)
      for (size_t i = 0; i < probe.strengths.size(); ++i) total_ += imagesOf(probe) * passesOf(probe.attack);
  }

  /// `own`: the run's adversary, where it can be asked; called with the lane's place in the network.
  void measure(Assessment& result, const std::optional<LaneAttack>& own) {
    const auto clean = verdicts(nullptr, suite_.limit, 1);
    result.count = clean.count();
    for (auto& lane : result.lanes) lookAtClean(test_, clean, place(lane), lane);
    for (const auto& probe : suite_.probes) {
      if (watch_.partial) watch_.partial(result);
      for (auto& lane : result.lanes) lane.curves.push_back({probe.attack, probe.key, {}});
      for (const double strength : probe.strengths) point(probe, strength, result);
    }
    if (own) {
      if (watch_.partial) watch_.partial(result);
      const auto found = evaluator_.verdicts(net_, *own, true, suite_.limit, suite_.seed, progress(kOwnPasses));
      done_ += found.count() * kOwnPasses;
      for (auto& lane : result.lanes) lane.own = found.right(place(lane), test_);
    }
    for (auto& lane : result.lanes) lane.checks = maskingChecks(lane);
    if (watch_.progress) watch_.progress(total_, total_);
  }

 private:
  static constexpr int64_t kOwnPasses = 10;  // a guess, for the progress alone

  int64_t imagesOf(const Probe& probe) const { return evaluator_.imagesFor(limitOf(probe)); }
  int64_t limitOf(const Probe& probe) const {
    if (probe.limit == 0 || suite_.limit == 0) return std::max(probe.limit, suite_.limit);
    return std::min(probe.limit, suite_.limit);
  }
  // of one lane measured alone the network is a copy
  int64_t place(const LaneAssessment& lane) const { return net_.copies() == 1 ? 0 : lane.lane; }

  Evaluator::Progress progress(int64_t passes) const {
    return [this, passes](int64_t done, int64_t) {
      return !watch_.progress || watch_.progress(done_ + done * passes, total_);
    };
  }

  Verdicts verdicts(const AttackSpec* attack, int64_t limit, int64_t passes) {
    auto found = evaluator_.verdicts(net_, attack, limit, suite_.seed, progress(passes));
    done_ += found.count() * passes;
    return found;
  }

  void point(const Probe& probe, double strength, Assessment& result) {
    AttackSpec attack = probe.attack;
    attack.values[probe.key] = strength;
    const auto found = verdicts(&attack, limitOf(probe), passesOf(attack));
    const auto knows = attackInfo(attack.name).knows;
    for (auto& lane : result.lanes) {
      auto& curve = lane.curves.back();
      curve.attack = attack;
      curve.points.push_back({strength, found.right(place(lane), test_)});
      auto& withstood = withstood_[{lane.lane, strength}];
      if (knows == AttackInfo::Knows::Gradient) withstand(found, place(lane), withstood);
      if (knows == AttackInfo::Knows::Logits || knows == AttackInfo::Knows::Substitute)
        curve.whiteBox.push_back(shareOf(withstood, found.images));
    }
  }

  void withstand(const Verdicts& found, int64_t lane, std::map<int64_t, bool>& withstood) const {
    for (int64_t i = 0; i < found.count(); ++i)
      withstood.try_emplace(found.images[static_cast<size_t>(i)], true).first->second &= found.isRight(i, lane, test_);
  }

  static Share shareOf(const std::map<int64_t, bool>& withstood, const std::vector<int64_t>& images) {
    Share share{0, static_cast<int64_t>(images.size())};
    for (const int64_t image : images) {
      const auto found = withstood.find(image);
      if (found == withstood.end()) return {};
      share.right += found->second;
    }
    return share;
  }

  const ImageSet& test_;
  Evaluator evaluator_;
  const Network& net_;
  const Suite& suite_;
  const AssessmentWatch& watch_;
  int64_t done_ = 0, total_ = 0;
  /// By lane and strength: for each image, whether it is named rightly under every attack that sees the gradient.
  std::map<std::pair<int, double>, std::map<int64_t, bool>> withstood_;
};

}  // namespace

Assessment Model::assess(const Dataset& data, const Suite& suite, const AssessmentWatch& watch) const {
  requireKind(data.test.kind, impl_->kind);
  const auto chosen = suite.lane;
  if (chosen) requireLane(*chosen, lanes());
  ops::setThreads(suite.threads);
  Assessment result;
  result.step = impl_->step;
  result.model = hash();
  result.seed = suite.seed;
  for (int k = chosen.value_or(0); k < (chosen ? *chosen + 1 : lanes()); ++k) result.lanes.emplace_back().lane = k;
  for (auto& lane : result.lanes) {
    lane.lambda = impl_->params.lambda[static_cast<size_t>(lane.lane)];
    lane.loss = impl_->params.lossClassifier;
  }
  std::optional<Network> alone;
  if (chosen) alone = impl_->lanes.copy(*chosen);
  const Network& net = chosen ? *alone : impl_->lanes;
  const Dials dials(impl_->params, impl_->device);
  auto own = suite.own ? ownAttack(impl_->params, *impl_->adversary, dials) : std::nullopt;
  if (own && chosen)  // alone in its network it is still that lane to its opponent
    own = [inner = *own, k = *chosen](int64_t, const AttackContext& context) { inner(k, context); };
  if (own)
    for (auto& lane : result.lanes) lane.opponent = opponentText(impl_->params);
  Assessor(data, net, suite, watch).measure(result, own);
  return result;
}

Outcomes Model::outcomes(const Dataset& data, const std::optional<AttackSpec>& attack, int64_t limit, uint64_t seed,
                         const std::function<bool(int64_t, int64_t)>& progress) const {
  requireKind(data.test.kind, impl_->kind);
  ops::setThreads(static_cast<int>(impl_->params.threads));
  Evaluator evaluator(data, impl_->device);
  const auto verdicts = evaluator.verdicts(impl_->lanes, attack ? &*attack : nullptr, limit, seed, progress);
  Outcomes outcomes;
  for (int64_t lane = 0; lane < verdicts.lanes; ++lane) {
    auto& right = outcomes.right.emplace_back(static_cast<size_t>(verdicts.count()));
    for (int64_t i = 0; i < verdicts.count(); ++i) right[static_cast<size_t>(i)] = verdicts.isRight(i, lane, data.test);
  }
  return outcomes;
}

Gallery Model::gallery(const Dataset& data, const AttackSpec& attack, const std::vector<int64_t>& index,
                       uint64_t seed) const {
  requireKind(data.test.kind, impl_->kind);
  requireImages(index, data.test);
  ops::setThreads(1);
  return Evaluator(data, impl_->device).gallery(impl_->lanes, attack, index, seed);
}

Gallery Model::gallery(const ImageSet& test, const AttackSpec& attack, const std::vector<int64_t>& index,
                       uint64_t seed) const {
  if (attackInfo(attack.name).knows == AttackInfo::Knows::Substitute)
    throw Error({QT_TRANSLATE_NOOP("core", "The attack %1 needs the training images: its substitute learns from them."),
                 {attack.name}},
                {}, Error::Kind::Usage);
  Dataset data;
  data.test = test;
  return gallery(data, attack, index, seed);
}

LanePictures Model::pictures(const Dataset& data) const {
  requireKind(data.test.kind, impl_->kind);
  ops::setThreads(1);
  const Dials dials(impl_->params, impl_->device);
  const Pictures pictures(impl_->params, data, impl_->device);
  const Pictures::Subject subject{impl_->params, impl_->step, *impl_->adversary, impl_->lanes, dials};
  Evaluator evaluator(data, impl_->device);
  return {pictures.samples(subject), pictures.pairs(subject, evaluator)};
}

}  // namespace sparring
