// Model::quality: the generator's images and as many real ones, before the same judge.
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
constexpr int64_t kJudgedAtOnce = 250;  // images before the judge at a time: their activations stay in the cache
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
  ImageSet some{{images.kind, {}}, {}};
  for (int64_t i = 0; i < n; ++i) {
    const int64_t at = i * images.count() / n;
    some.add(images, at);
    some.labels.push_back(images.labels[static_cast<size_t>(at)]);
  }
  return some;
}

// What the judge makes of n images.
struct Opinion {
  int64_t classes;                         ///< C
  std::vector<double> probabilities = {};  ///< [n,C]
  std::vector<int32_t> verdicts = {};      ///< [n]
  at::Tensor features = {};                ///< [n,F] of its last hidden layer

  double score() const { return judgeScore(probabilities, classes); }
  double confidence() const {
    double sum = 0;
    const auto width = static_cast<size_t>(classes);
    for (size_t i = 0; i < verdicts.size(); ++i) sum += probabilities[width * i + static_cast<size_t>(verdicts[i])];
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
  const int64_t count = images.count(), classes = images.kind.classes;
  auto trace = judge.makeTrace(kJudgedAtOnce);
  const auto& hidden = trace.features();
  Opinion opinion{classes};
  opinion.features = at::empty({count, hidden.size(1)}, at::kFloat);
  for (int64_t first = 0; first < count; first += kJudgedAtOnce) {
    const int64_t n = std::min(kJudgedAtOnce, count - first);
    const auto x = bytes.narrow(0, first, n).to(judge.options()).div_(255);
    const auto p = judge.forward(x, trace).cpu().to(at::kDouble).softmax(1).contiguous();
    opinion.features.narrow(0, first, n).copy_(hidden.narrow(0, 0, n));
    const double* row = p.data_ptr<double>();
    for (int64_t i = 0; i < n; ++i, row += classes) {
      opinion.probabilities.insert(opinion.probabilities.end(), row, row + classes);
      opinion.verdicts.push_back(static_cast<int32_t>(std::max_element(row, row + classes) - row));
    }
    meter.add(n * judge.spec().multiplications());
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
  const auto image = [](const Images& set, int64_t i) {
    return std::vector<uint8_t>(set.at(i), set.at(i) + set.kind.size());
  };
  for (size_t k = 0; k < std::min(kShown, order.size()); ++k)
    quality.nearest.push_back({image(generated, static_cast<int64_t>(order[k])), image(train, nearest.index[order[k]]),
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
  const int64_t most = std::min(data.test.count(), data.train.count());
  if (most < kLeast)
    throw Error(
        {QT_TRANSLATE_NOOP("core", "Generated images cannot be measured with %1: it has only %2 to compare with."),
         {data.name, std::to_string(most)}},
        {QT_TRANSLATE_NOOP("core", "It takes at least %1 training and as many test images."),
         {std::to_string(kLeast)}});
  if (count >= kLeast && count <= most) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "%1 generated images cannot be measured: %2 has %3 real ones to compare with."),
       {std::to_string(count), data.name, std::to_string(most)}},
      {QT_TRANSLATE_NOOP("core", "Give a count between %1 and %2."), {std::to_string(kLeast), std::to_string(most)}},
      Error::Kind::Usage);
}

}  // namespace

GeneratorQuality Model::quality(const Dataset& data, int64_t count, bool full, const Progress& progress,
                                uint64_t seed) const {
  const int64_t drawn = count * impl_->duel().generator().spec().multiplications();
  requireKind(data.test.kind, impl_->kind);
  requireCount(count, data);
  ops::setThreads(full ? static_cast<int>(impl_->params.threads) : 1);
  const Network judge = referenceClassifier(data, progress)->on(impl_->device);

  const int64_t judged = count * judge.spec().multiplications(), pixels = impl_->kind.size();
  const int64_t compared = count * (2 * data.train.count() * pixels + kDistanceTables * count * kReferenceFeatures);
  Meter meter(progress, drawn + (full ? 3 * judged + compared : 2 * judged));
  auto made =
      impl_->generate(count, seed, presentClasses(data.test), [&](int64_t n) { meter.add(n * (drawn / count)); });
  const ImageSet generated{std::move(made.images), std::move(made.labels)};
  const auto test = thinned(data.test, count);
  const auto ofGenerated = opinionOf(judge, generated, meter), ofTest = opinionOf(judge, test, meter);

  GeneratorQuality quality;
  quality.step = impl_->step;
  quality.count = count;
  quality.score = ofGenerated.score();
  quality.realScore = ofTest.score();
  quality.confidence = ofGenerated.confidence();
  quality.realConfidence = ofTest.confidence();
  quality.kind = data.test.kind;
  quality.classes.assign(static_cast<size_t>(quality.kind.classes), 0);
  quality.realClasses = quality.classes;
  for (const uint8_t label : test.labels) ++quality.realClasses[label];
  for (const int32_t verdict : ofGenerated.verdicts) ++quality.classes[static_cast<size_t>(verdict)];
  if (made.conditional) quality.agreement = ofGenerated.agreement(generated.labels);
  quality.realAgreement = ofTest.agreement(test.labels);
  quality.spread = spreadWithinClasses(generated, ofGenerated.verdicts);
  quality.realSpread = spreadWithinClasses(test, ofTest.verdicts);
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
