// Model::quality: the generator's digits and as many real ones, before the same judge.
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "batches/images.h"
#include "measure/evaluator.h"
#include "measure/modelparts.h"
#include "measure/reference.h"
#include "quality/collapse.h"
#include "quality/frechet.h"
#include "quality/neighbours.h"
#include "quality/score.h"

namespace sparring {

namespace {

constexpr int64_t kLeast = 10;
constexpr int64_t kChunk = 250;  // images before the judge at a time: their activations stay in the cache
constexpr int kNeighbours = 5;
constexpr int64_t kDistanceTables = 8;  // [n,n] in the features: four for each prdc()
constexpr size_t kShown = 10;

using Progress = std::function<bool(int64_t, int64_t)>;

// How far the whole measurement is, in multiplications of its products.
class Meter {
 public:
  Meter(const Progress& progress, int64_t total) : progress_(progress), total_(total) {}
  void add(int64_t multiplications) {
    done_ += multiplications;
    if (progress_ && !progress_(done_, total_)) throw Cancelled();
  }

 private:
  const Progress& progress_;
  int64_t total_, done_ = 0;
};

// n images, evenly spread: MNIST's first half is of other writers than its second.
ImageSet thinned(const ImageSet& images, int64_t n) {
  ImageSet some{n, images.side, {}, {}};
  const int64_t pixels = int64_t(images.side) * images.side;
  for (int64_t i = 0; i < n; ++i) {
    const int64_t at = i * images.count / n;
    const auto* image = images.pixels.data() + at * pixels;
    some.pixels.insert(some.pixels.end(), image, image + pixels);
    some.labels.push_back(images.labels[static_cast<size_t>(at)]);
  }
  return some;
}

// What the judge makes of n images.
struct Opinion {
  std::vector<double> probabilities;  ///< [n,10]
  std::vector<int32_t> verdicts;      ///< [n]
  at::Tensor features;                ///< [n,F] of its last hidden layer

  double score() const { return judgeScore(probabilities, 10); }
  double confidence() const {
    double sum = 0;
    for (size_t i = 0; i < verdicts.size(); ++i) sum += probabilities[10 * i + static_cast<size_t>(verdicts[i])];
    return sum / static_cast<double>(verdicts.size());
  }
  double agreement(const std::vector<uint8_t>& labels) const {
    int64_t same = 0;
    for (size_t i = 0; i < verdicts.size(); ++i) same += verdicts[i] == labels[i];
    return static_cast<double>(same) / static_cast<double>(verdicts.size());
  }
};

Opinion opinionOf(const Network& judge, const ImageSet& images, Meter& meter) {
  const auto bytes = pixelsOf(images);
  auto trace = judge.makeTrace(kChunk);
  const auto& hidden = trace.layers[trace.layers.size() - 2].out;
  Opinion opinion;
  opinion.features = at::empty({images.count, hidden.size(1)}, at::kFloat);
  for (int64_t first = 0; first < images.count; first += kChunk) {
    const int64_t n = std::min(kChunk, images.count - first);
    const auto x = bytes.narrow(0, first, n).to(at::kFloat).div_(255);
    const auto p = judge.forward(x, trace).to(at::kDouble).softmax(1).contiguous();
    opinion.features.narrow(0, first, n).copy_(hidden.narrow(0, 0, n));
    const double* row = p.data_ptr<double>();
    for (int64_t i = 0; i < n; ++i, row += 10) {
      opinion.probabilities.insert(opinion.probabilities.end(), row, row + 10);
      opinion.verdicts.push_back(static_cast<int32_t>(std::max_element(row, row + 10) - row));
    }
    meter.add(n * judge.parameters().numel());
  }
  return opinion;
}

void compareNeighbours(const ImageSet& generated, const ImageSet& test, const ImageSet& train, Meter& meter,
                       GeneratorQuality& quality) {
  const auto done = [&](int64_t multiplications) { meter.add(multiplications); };
  const auto training = pixelsOf(train);
  const auto nearest = nearestOf(pixelsOf(generated), training, done);
  const double usual = medianOf(nearestOf(pixelsOf(test), training, done).distance);
  quality.memorisation = usual > 0 ? medianOf(nearest.distance) / usual : std::nan("");

  std::vector<size_t> order(nearest.distance.size());
  std::iota(order.begin(), order.end(), size_t(0));
  std::ranges::stable_sort(order, {}, [&](size_t i) { return nearest.distance[i]; });
  const size_t pixels = static_cast<size_t>(quality.side) * static_cast<size_t>(quality.side);
  const auto image = [&](const ImageSet& set, size_t i) {
    const auto* first = set.pixels.data() + i * pixels;
    return std::vector<uint8_t>(first, first + pixels);
  };
  for (size_t k = 0; k < std::min(kShown, order.size()); ++k)
    quality.nearest.push_back({image(generated, order[k]), image(train, static_cast<size_t>(nearest.index[order[k]])),
                               nearest.distance[order[k]]});
}

void compareFeatures(const at::Tensor& generated, const at::Tensor& test, const at::Tensor& train, Meter& meter,
                     GeneratorQuality& quality) {
  const auto done = [&](int64_t multiplications) { meter.add(multiplications); };
  const auto real = gaussianOf(test);
  quality.frechet = frechetDistance(gaussianOf(generated), real);
  quality.realFrechet = frechetDistance(gaussianOf(train), real);
  const auto found = prdc(test, generated, kNeighbours, done), floor = prdc(test, train, kNeighbours, done);
  quality.precision = found.precision;
  quality.recall = found.recall;
  quality.density = found.density;
  quality.coverage = found.coverage;
  quality.realPrecision = floor.precision;
  quality.realRecall = floor.recall;
  quality.realDensity = floor.density;
  quality.realCoverage = floor.coverage;
}

void requireCount(int64_t count, const Dataset& data) {
  const int64_t most = std::min(data.test.count, data.train.count);
  if (count >= kLeast && count <= most) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "%1 generated digits cannot be measured: %2 has %3 real ones to compare with."),
       {std::to_string(count), data.name, std::to_string(most)}},
      {QT_TRANSLATE_NOOP("core", "Give a count between %1 and %2."), {std::to_string(kLeast), std::to_string(most)}},
      Error::Kind::Usage);
}

}  // namespace

GeneratorQuality Model::quality(const Dataset& data, int64_t count, bool full, const Progress& progress,
                                uint64_t seed) const {
  const int64_t drawn = count * impl_->duel().generator().parameters().numel();
  requireSide(data.test.side, impl_->side);
  requireCount(count, data);
  ops::setThreads(full ? static_cast<int>(impl_->params.threads) : 1);
  const Network judge = referenceClassifier(data, progress);

  const int64_t judged = count * judge.parameters().numel(), pixels = impl_->side * impl_->side;
  const int64_t compared = count * (2 * data.train.count * pixels + kDistanceTables * count * kReferenceFeatures);
  Meter meter(progress, drawn + (full ? 3 * judged + compared : 2 * judged));
  auto made = impl_->generate(count, seed, [&](int64_t n) { meter.add(n * (drawn / count)); });
  const ImageSet generated{count, made.side, std::move(made.pixels), std::move(made.labels)};
  const auto test = thinned(data.test, count);
  const auto ofGenerated = opinionOf(judge, generated, meter), ofTest = opinionOf(judge, test, meter);

  GeneratorQuality quality;
  quality.step = impl_->step;
  quality.count = count;
  quality.score = ofGenerated.score();
  quality.realScore = ofTest.score();
  quality.confidence = ofGenerated.confidence();
  quality.realConfidence = ofTest.confidence();
  for (const int32_t verdict : ofGenerated.verdicts) ++quality.classes[static_cast<size_t>(verdict)];
  if (made.conditional) quality.agreement = ofGenerated.agreement(generated.labels);
  quality.realAgreement = ofTest.agreement(test.labels);
  quality.spread = spreadWithinClasses(generated, ofGenerated.verdicts);
  quality.realSpread = spreadWithinClasses(test, ofTest.verdicts);
  quality.side = generated.side;
  if (full) {
    quality.full = true;
    const auto ofTrain = opinionOf(judge, thinned(data.train, count), meter);
    compareFeatures(ofGenerated.features, ofTest.features, ofTrain.features, meter, quality);
    compareNeighbours(generated, test, data.train, meter, quality);
  }
  quality.checks = collapseChecks(quality, impl_->params);
  return quality;
}

}  // namespace sparring
