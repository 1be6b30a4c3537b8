// Every loss against autograd: a row a loss, and those of logits with few classes and many, one copy and several, fused
// and in their ATen form.
#include "autograd_fixture.h"

#include <limits>

namespace sparring {
namespace {

using test::relativeError;

constexpr int64_t kRows = 64;
constexpr double kLossTolerance = 1e-5;

struct Sample {
  at::Tensor logits, other;  ///< [N, K·classes]
  at::Tensor labels;         ///< int32 [N, K]
  at::Tensor weight;         ///< [N, K]
};
struct Result {
  at::Tensor loss;             ///< [N, K]
  at::Tensor dlogits, dother;  ///< [N, K·classes]; the second only where the loss has a gradient by it
};

struct LossRow {
  const char* name;
  void (*run)(const Sample& sample, const Result& result);
  /// The loss of rows of logits [N·K, classes].
  torch::Tensor (*formula)(const torch::Tensor& logits, const torch::Tensor& other, const torch::Tensor& labels);
  bool both = false;
};

torch::Tensor margin(const torch::Tensor& z, const torch::Tensor& y, double kappa) {
  const auto own = y.unsqueeze(1);
  const auto rival = std::get<0>(z.scatter(1, own, -std::numeric_limits<double>::infinity()).max(1));
  return (rival - z.gather(1, own).squeeze(1)).clamp_max(kappa);
}
torch::Tensor divergence(const torch::Tensor& p, const torch::Tensor& q) {
  return (torch::softmax(p, 1) * (torch::log_softmax(p, 1) - torch::log_softmax(q, 1))).sum(1);
}

const LossRow kLosses[] = {
    {"Squared",
     [](const Sample& s, const Result& r) {
       ops::classLoss(s.logits, s.labels, s.weight, ClassLoss::Squared, r.dlogits, r.loss);
     },
     [](const torch::Tensor& z, const torch::Tensor&, const torch::Tensor& y) {
       return (torch::softmax(z, 1) - torch::one_hot(y, z.size(1))).square().sum(1);
     }},
    {"CrossEntropy",
     [](const Sample& s, const Result& r) {
       ops::classLoss(s.logits, s.labels, s.weight, ClassLoss::CrossEntropy, r.dlogits, r.loss);
     },
     [](const torch::Tensor& z, const torch::Tensor&, const torch::Tensor& y) {
       return -torch::log_softmax(z, 1).gather(1, y.unsqueeze(1)).squeeze(1);
     }},
    {"Margin",
     [](const Sample& s, const Result& r) {
       ops::margin(s.logits, s.labels, s.weight, std::numeric_limits<float>::infinity(), r.dlogits, r.loss);
     },
     [](const torch::Tensor& z, const torch::Tensor&, const torch::Tensor& y) {
       return margin(z, y, std::numeric_limits<double>::infinity());
     }},
    {"MarginUpToItsHinge",
     [](const Sample& s, const Result& r) { ops::margin(s.logits, s.labels, s.weight, 2, r.dlogits, r.loss); },
     [](const torch::Tensor& z, const torch::Tensor&, const torch::Tensor& y) { return margin(z, y, 2); }},
    {"Divergence",
     [](const Sample& s, const Result& r) { ops::divergence(s.other, s.logits, s.weight, {}, r.dlogits, r.loss); },
     [](const torch::Tensor& z, const torch::Tensor& p, const torch::Tensor&) { return divergence(p, z); }},
    {"DivergenceByBoth",
     [](const Sample& s, const Result& r) {
       ops::divergence(s.other, s.logits, s.weight, r.dother, r.dlogits, r.loss);
     },
     [](const torch::Tensor& z, const torch::Tensor& p, const torch::Tensor&) { return divergence(p, z); }, true},
};

at::Tensor randomLogits(at::IntArrayRef shape, uint64_t key) {
  auto t = at::empty(shape, at::kFloat);
  ops::normals(key, 0, t);
  return t;
}

Sample sampleOf(int64_t classes, int64_t copies) {
  return {randomLogits({kRows, copies * classes}, 1) * 3, randomLogits({kRows, copies * classes}, 2) * 3,
          at::arange(kRows * copies, at::kInt).mul(7).remainder(classes).view({kRows, copies}),
          randomLogits({kRows, copies}, 3).abs()};
}

// Runs in the form that is asked for.
template <class Work>
void inForm(bool plain, Work work) {
  ops::setThreads(2);
  ops::forceGeneric(plain);
  work();
  ops::forceGeneric(false);
}

/// Calls work(classes, copies, plain) for each setting.
template <class Work>
void everySetting(Work work) {
  for (const int64_t classes : {2, 10, 65, 256})
    for (const int64_t copies : {1, 3})
      for (const bool plain : {false, true}) {
        SCOPED_TRACE(std::to_string(classes) + " classes, " + std::to_string(copies) + " copies" +
                     (plain ? ", ATen" : ", fused"));
        work(classes, copies, plain);
      }
}

class LossTable : public ::testing::TestWithParam<LossRow> {};

TEST_P(LossTable, ValueAndGradientAreAutograds) {
  const auto& row = GetParam();
  everySetting([&](int64_t classes, int64_t copies, bool plain) {
    const auto sample = sampleOf(classes, copies);
    const Result got{at::empty({kRows, copies}, at::kFloat), at::empty_like(sample.logits),
                     at::ones_like(sample.logits)};
    inForm(plain, [&] { row.run(sample, got); });

    const auto byRow = [&](const at::Tensor& t) { return t.to(at::kDouble).reshape({-1, classes}); };
    const auto z = byRow(sample.logits).clone().set_requires_grad(true),
               other = byRow(sample.other).clone().set_requires_grad(true);
    const auto loss = row.formula(z, other, sample.labels.flatten().to(at::kLong));
    (loss * sample.weight.flatten().to(at::kDouble)).sum().backward();
    EXPECT_LE(relativeError(got.loss.flatten().to(at::kDouble), loss.detach()), kLossTolerance);
    EXPECT_LE(relativeError(byRow(got.dlogits), z.grad()), kLossTolerance);
    if (!row.both) return;
    EXPECT_LE(relativeError(byRow(got.dother) - 1, other.grad()), kLossTolerance) << "it is added";
  });
}

INSTANTIATE_TEST_SUITE_P(Every, LossTable, ::testing::ValuesIn(kLosses),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Verdict, IsTheLargestSoftmaxAndItsClass) {
  everySetting([](int64_t classes, int64_t copies, bool plain) {
    const auto sample = sampleOf(classes, copies);
    const auto predicted = at::empty({kRows, copies}, at::kInt), confidence = at::empty({kRows, copies}, at::kFloat);
    inForm(plain, [&] { ops::verdict(sample.logits, predicted, confidence); });
    const auto [top, index] = at::softmax(sample.logits.to(at::kDouble).reshape({-1, classes}), 1).max(1);
    EXPECT_TRUE(predicted.flatten().equal(index.to(at::kInt)));
    EXPECT_LE(relativeError(confidence.flatten().to(at::kDouble), top), kLossTolerance);
  });
}

ops::Dial dial(double value) { return {static_cast<float>(value), at::full({}, value, at::kFloat)}; }

// Lengths on both sides of the limit.
TEST(ChangeLosses, SizeCostsAndTheirGradientsAreAutograds) {
  for (const auto kind : {SizeCost::Beyond, SizeCost::Square})
    for (const int64_t copies : {1, 3})
      for (const bool plain : {false, true}) {
        const auto change = randomLogits({40, copies * 64}, 2);
        const auto slope = at::ones_like(change), cost = at::empty({40, copies}, at::kFloat);
        inForm(plain, [&] { ops::sizeCost(change, dial(0.1), {kind, dial(0.8), dial(7)}, 0.5f, slope, cost); });
        const auto d = change.to(at::kDouble).clone().set_requires_grad(true);
        const auto length = (d.view({40, copies, 64}) * 0.1).norm(2, {2});
        const auto expected = 3.5 * (kind == SizeCost::Square ? length.square() : (length - 0.8).clamp_min(0));
        expected.sum().backward();
        EXPECT_LE(relativeError(cost.to(at::kDouble), expected.detach()), kLossTolerance) << copies << plain;
        EXPECT_LE(relativeError(slope.to(at::kDouble) - 1, d.grad()), kLossTolerance) << copies << plain;
      }
}

TEST(ChangeLosses, TheWayBackThroughAChangeIsAutograds) {
  const auto x = randomLogits({40, 64}, 1).sigmoid(), change = randomLogits({40, 192}, 2),
             above = randomLogits({40, 192}, 3);
  for (const bool plain : {false, true}) {
    const auto got = at::empty_like(change);
    inForm(plain, [&] { ops::shiftedBackward(x, change, dial(0.3), above, got); });
    const auto d = change.to(at::kDouble).clone().set_requires_grad(true);
    const auto moved = (x.to(at::kDouble).repeat({1, 3}) + 0.3 * d).clamp(0, 1);
    (moved * above.to(at::kDouble)).sum().backward();
    EXPECT_LE(relativeError(got.to(at::kDouble), d.grad()), kLossTolerance) << plain;
  }
}

TEST(Losses, RefuseMoreClassesThanTheyHaveRoomFor) {
  const auto sample = sampleOf(257, 1);
  const auto loss = at::empty({kRows, 1}, at::kFloat), slope = at::empty_like(sample.logits);
  EXPECT_ANY_THROW(ops::classLoss(sample.logits, sample.labels, sample.weight, ClassLoss::Squared, slope, loss));
  EXPECT_ANY_THROW(ops::divergence(sample.other, sample.logits, sample.weight, {}, slope, loss));
}

}  // namespace
}  // namespace sparring
