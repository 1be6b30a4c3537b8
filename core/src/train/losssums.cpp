#include "train/losssums.h"

#include <ATen/ops/zeros.h>

#include <array>
#include <cmath>

#include "base/text.h"
#include "measure/weights.h"
#include "sparring/error.h"

namespace sparring {

namespace {

constexpr std::array kShared{Metric::D, Metric::G};
constexpr std::array kPerLane{Metric::L, Metric::LambdaLAdv, Metric::LTotal};
constexpr auto kLanesFrom = static_cast<int64_t>(kShared.size()), kOfALane = static_cast<int64_t>(kPerLane.size());

constexpr const char* kSums = "losses.sums";
constexpr const char* kGenerator = "losses.duel_steps";
constexpr const char* kDiscriminator = "losses.discriminator_steps";
constexpr const char* kClassifiers = "losses.classifier_steps";

int64_t placeOf(Metric loss, int64_t lane) {
  for (size_t i = 0; i < kShared.size(); ++i)
    if (kShared[i] == loss) return static_cast<int64_t>(i);
  int64_t i = 0;
  while (kPerLane[static_cast<size_t>(i)] != loss) ++i;
  return kLanesFrom + kOfALane * lane + i;
}

Metric lossAt(int64_t place) {
  if (place < kLanesFrom) return kShared[static_cast<size_t>(place)];
  return kPerLane[static_cast<size_t>((place - kLanesFrom) % kOfALane)];
}

}  // namespace

LossSums::LossSums(int64_t lanes, at::Device device)
    : lanes_(lanes),
      sums_(at::zeros({kLanesFrom + kOfALane * lanes}, at::TensorOptions().dtype(at::kDouble).device(device))) {}

at::Tensor LossSums::of(Metric loss, int64_t lane) const { return sums_.narrow(0, placeOf(loss, lane), 1); }

void LossSums::count(const Learners& learners) {
  classifierSteps_ += learners.classifiers;
  generatorSteps_ += learners.generator;
  discriminatorSteps_ += learners.discriminator;
}

std::vector<MetricPoint> LossSums::take(int64_t at) {
  std::vector<MetricPoint> points;
  const auto host = sums_.cpu();
  const auto add = [&](Metric loss, int64_t lane, int64_t steps) {
    const double sum = host.data_ptr<double>()[placeOf(loss, lane)];
    if (steps > 0) points.push_back({at, loss, static_cast<int16_t>(lane), sum / static_cast<double>(steps)});
  };
  for (int64_t k = 0; k < lanes_; ++k)
    for (const Metric loss : kPerLane) add(loss, k, classifierSteps_);
  add(Metric::D, 0, discriminatorSteps_);
  add(Metric::G, 0, generatorSteps_);
  sums_.zero_();
  classifierSteps_ = generatorSteps_ = discriminatorSteps_ = 0;
  return points;
}

std::optional<Metric> LossSums::notFinite() const {
  const auto host = sums_.cpu();
  for (int64_t i = 0; i < host.numel(); ++i)
    if (!std::isfinite(host.data_ptr<double>()[i])) return lossAt(i);
  return {};
}

std::map<std::string, std::string> LossSums::text() const {
  const auto host = sums_.cpu();
  std::vector<std::string> sums;
  for (int64_t i = 0; i < host.numel(); ++i) sums.push_back(numberText(host.data_ptr<double>()[i]));
  return {{kSums, joined(sums, ",")},
          {kGenerator, std::to_string(generatorSteps_)},
          {kDiscriminator, std::to_string(discriminatorSteps_)},
          {kClassifiers, std::to_string(classifierSteps_)}};
}

void LossSums::read(const std::map<std::string, std::string>& metadata) {
  const auto number = [&](const char* key) { return parseInteger(entryOf(metadata, key)).value_or(0); };
  const auto sums = splitList(entryOf(metadata, kSums));
  const auto host = at::zeros({sums_.numel()}, at::kDouble);
  for (int64_t i = 0; i < host.numel() && i < static_cast<int64_t>(sums.size()); ++i)
    host.data_ptr<double>()[i] = parseReal(sums[static_cast<size_t>(i)]).value_or(0);
  sums_.copy_(host);
  generatorSteps_ = number(kGenerator);
  // checkpoints from before there were duels without a discriminator say it once
  discriminatorSteps_ = metadata.contains(kDiscriminator) ? number(kDiscriminator) : generatorSteps_;
  classifierSteps_ = number(kClassifiers);
}

}  // namespace sparring
