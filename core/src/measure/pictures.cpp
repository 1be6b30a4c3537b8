#include "measure/pictures.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>

#include "batches/images.h"
#include "sparring/metrics.h"
#include "sparring/model.h"

namespace sparring {

namespace {

constexpr size_t kMostRows = 20;
constexpr int64_t kMostColumns = 10, kMostImages = 100;
constexpr int64_t kPairsPerClass = 3, kMostPairs = 30;

at::Tensor onHost(const std::vector<int>& values) {
  auto tensor = at::empty({static_cast<int64_t>(values.size())}, at::kInt);
  std::ranges::copy(values, tensor.data_ptr<int32_t>());
  return tensor;
}

}  // namespace

GridPlan gridOf(const std::vector<int>& present) {
  GridPlan plan;
  const size_t rows = std::min(present.size(), kMostRows);
  for (size_t i = 0; i < rows; ++i) plan.classes.push_back(present[i * present.size() / rows]);
  plan.columns = std::clamp(kMostImages / static_cast<int64_t>(std::max<size_t>(1, rows)), int64_t(1), kMostColumns);
  return plan;
}

Pictures::Pictures(const Params& params, const Dataset& data, at::Device device)
    : data_(data),
      device_(device),
      drawn_(gridOf(presentClasses(data.train))),
      changed_(gridOf(presentClasses(data.test))) {
  for (const int c : changed_.classes)  // a row has images of one class
    changed_.columns = std::min(changed_.columns, std::ranges::count(data.test.labels, c));
  latents_ = at::empty({drawn_.count(), params.latent}, at::TensorOptions().dtype(at::kFloat).device(device));
  ops::normals(streamKey(static_cast<uint64_t>(params.seed), Stream::FixedLatent), 0, latents_);
  std::vector<int> classes;
  for (const int c : drawn_.classes) classes.insert(classes.end(), static_cast<size_t>(drawn_.columns), c);
  classes_ = onHost(classes).to(device);
}

Pictures::Made Pictures::real() const {
  auto chosen = firstOfEachClass(data_.test, changed_.classes, changed_.columns);
  std::vector<int> classes;
  for (const int64_t i : chosen) classes.push_back(data_.test.labels[static_cast<size_t>(i)]);
  const auto pixels = pixelsOf(data_.test),
             index = at::from_blob(chosen.data(), {static_cast<int64_t>(chosen.size())}, at::kLong);
  const auto x = at::empty({index.numel(), pixels.size(1)}, at::kFloat);
  ops::gather(pixels, index, 1.0f / 255, 0, x);
  return {x.to(device_), onHost(classes).to(device_)};
}

Pictures::Made Pictures::changed(const Subject& subject, int64_t k, const Made& real) const {
  const auto& changer = *subject.adversary.changer();
  return {changer.perturbed(subject.lanes.copy(k), k, subject.dials, real.images, real.classes), real.classes};
}

std::shared_ptr<const SampleGrid> Pictures::judged(const Subject& subject, int64_t k, const Made& made) const {
  const auto& opponent = adversaryInfo(subject.params.adversary);
  const int64_t n = made.images.size(0);
  const auto judge = subject.lanes.copy(k);
  auto trace = judge.makeTrace(n);
  auto predicted = at::empty({n}, made.images.options().dtype(at::kInt));
  auto confidence = at::empty({n}, made.images.options());
  ops::verdict(judge.forward(made.images, trace), predicted, confidence);

  auto grid = std::make_shared<SampleGrid>();
  grid->step = subject.step;
  grid->lane = static_cast<int>(k);
  grid->columns = static_cast<int>((opponent.perturbsSource ? changed_ : drawn_).columns);
  grid->perturbed = opponent.perturbsSource;
  const auto p = predicted.cpu(), c = confidence.cpu(), asked = made.classes.cpu();
  grid->images = {data_.kind(), bytesOf(made.images)};
  grid->predicted.assign(p.data_ptr<int32_t>(), p.data_ptr<int32_t>() + n);
  grid->confidence.assign(c.data_ptr<float>(), c.data_ptr<float>() + n);
  if (opponent.conditional || opponent.perturbsSource)
    grid->wanted.assign(asked.data_ptr<int32_t>(), asked.data_ptr<int32_t>() + n);
  else
    grid->wanted.assign(static_cast<size_t>(n), -1);
  return grid;
}

SampleGrids Pictures::samples(const Subject& subject) const {
  SampleGrids grids;
  if (!adversaryInfo(subject.params.adversary).usesGenerator) return grids;
  auto* drawer = subject.adversary.drawer();
  const Made shared = drawer ? Made{drawer->imagine(0, latents_, classes_), classes_} : real();
  for (int64_t k = 0; k < subject.lanes.copies(); ++k)
    grids.push_back(judged(subject, k, drawer ? shared : changed(subject, k, shared)));
  return grids;
}

PairSets Pictures::pairs(const Subject& subject, Evaluator& evaluator) const {
  const auto& main = metricRow(mainAttackOf(accuraciesUnder(subject.params.evaluateAttacks))).attack;
  const AttackSpec attack = main ? *main : parseAttack("fgsm");  // a run that measures none shows some all the same
  const auto& classes = changed_.classes;
  const auto each = std::clamp(kMostPairs / std::max<int64_t>(1, std::ssize(classes)), int64_t(1), kPairsPerClass);
  const Gallery gallery = evaluator.gallery(subject.lanes, attack, firstOfEachClass(data_.test, classes, each),
                                            static_cast<uint64_t>(subject.params.seed));
  PairSets sets;
  for (int k = 0; k < static_cast<int>(gallery.lanes.size()); ++k) {
    auto set = std::make_shared<PairSet>(pairsOf(gallery, k));
    set->step = subject.step;
    sets.push_back(std::move(set));
  }
  return sets;
}

}  // namespace sparring
