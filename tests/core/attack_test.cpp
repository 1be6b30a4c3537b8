// The attacks and corruptions of the evaluation: each keeps its constraint and does its job.
#include "attack/attack.h"

#include <numeric>

#include "attack/slope.h"
#include "engine_fixture.h"
#include "networks/networks.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::trained;

const Network& net() { return trained().lanes().net; }

double accuracyUnder(const std::string& attack, const Network& net = sparring::net()) {
  const auto spec = parseAttack(attack);
  return Evaluator(*smallDigits(), at::kCPU).accuracy(net, &spec, 0, 1, {})[0];
}

struct Seen {
  at::Tensor before, after;  ///< [n,P]
  std::vector<Gallery::Verdict> verdicts, cleanVerdicts;
};

Seen seen(const std::string& attack, const std::vector<int64_t>& index, uint64_t seed = 1) {
  const auto gallery = Evaluator(*smallDigits(), at::kCPU).gallery(net(), parseAttack(attack), index, seed);
  const auto& lane = gallery.lanes.front();
  const auto n = static_cast<int64_t>(index.size());
  Seen result;
  result.before = at::empty({n, gallery.source.kind.size()}, at::kFloat);
  result.after = at::empty_like(result.before);
  for (int64_t i = 0; i < result.before.numel(); ++i) {
    const float value = static_cast<float>(gallery.source.pixels[static_cast<size_t>(i)]) / 255;
    result.before.data_ptr<float>()[i] = value;
    result.after.data_ptr<float>()[i] = value + lane.difference[static_cast<size_t>(i)];
  }
  result.verdicts = lane.after;
  result.cleanVerdicts = lane.before;
  return result;
}

std::vector<int64_t> first(int64_t count) {
  std::vector<int64_t> index;
  for (int64_t i = 0; i < count; ++i) index.push_back(i);
  return index;
}

float largest(const at::Tensor& t) { return t.abs().max().item<float>(); }

/// The same classifier, its logits enlarged: same verdicts, and a softmax that shows no gradient.
Network masked() {
  auto copy = makeClassifiers(test::smallParams("none"), {ImageKind{}});
  copy.parameters().copy_(net().parameters());
  for (auto& [name, tensor] : copy.state(false))
    if (name.starts_with("classifier.fc3.")) tensor.mul_(1e5);
  return copy;
}

class Bounded : public ::testing::TestWithParam<const char*> {};

TEST_P(Bounded, StaysWithinEpsilonAndTheRangeOfPixels) {
  const auto [before, after, verdicts, clean] = seen(std::string(GetParam()) + ":eps=0.15", first(20));
  EXPECT_LE(largest(after - before), 0.15f + 1e-6f);
  EXPECT_GE(after.min().item<float>(), -1e-6f);
  EXPECT_LE(after.max().item<float>(), 1 + 1e-6f);
}

TEST_P(Bounded, FoolsMoreThanNoiseOfItsSize) {
  EXPECT_LT(accuracyUnder(std::string(GetParam()) + ":eps=0.2"), accuracyUnder("noise:sigma=0.2") - 0.05);
}

INSTANTIATE_TEST_SUITE_P(Attacks, Bounded, ::testing::Values("fgsm", "fgsm-mse", "pgd", "cw", "square", "transfer"),
                         [](const auto& info) {
                           std::string name = info.param;
                           std::erase(name, '-');
                           return name;
                         });

TEST(Attack, EveryRowCanBeShownAndMeasured) {
  for (const auto& info : attacks()) {
    EXPECT_FALSE(info.label.empty() || info.help.empty()) << info.name;
    ASSERT_FALSE(info.values.empty()) << info.name << " has no strength";
    for (const auto& value : info.values)
      EXPECT_TRUE(value.standard >= value.min && value.standard <= value.max) << info.name << ", " << value.key;
    for (const double strength : info.suite.strengths)
      EXPECT_TRUE(strength >= info.strength().min && strength <= info.strength().max) << info.name;
    for (const auto& [key, value] : info.suite.settings) EXPECT_TRUE(info.value(key)) << info.name << ", " << key;
  }
}

TEST(Attack, CostsAsManyPassesAsItsStepsAndStarts) {
  EXPECT_EQ(passesOf(parseAttack("fgsm")), 2);
  EXPECT_EQ(passesOf(parseAttack("pgd:steps=20,restarts=3")), 61);
  EXPECT_EQ(passesOf(parseAttack("square:queries=500")), 501);
}

TEST(Attack, RestartsEqualThoseOfEveryImage) {
  const auto spec = parseAttack("pgd:eps=0.1,steps=3,restarts=4");
  const auto& test = smallDigits()->test;
  const auto pixels = at::from_blob(const_cast<uint8_t*>(test.pixels.data()), {test.count(), 784}, at::kByte);
  const auto x = pixels.to(at::kFloat) / 255;
  const auto labels =
      at::from_blob(const_cast<uint8_t*>(test.labels.data()), {test.count(), 1}, at::kByte).to(at::kInt);
  const ops::Dial eps{0.1f, at::full({}, 0.1, at::kFloat)};
  auto trace = net().makeTrace(test.count());
  auto withstood = at::ones({test.count(), 1}, at::kBool);
  for (uint64_t restart = 0; restart < 4; ++restart) {
    const auto moved = at::empty_like(x), gradient = at::empty_like(x), sure = at::empty({test.count(), 1}, at::kFloat);
    const auto named = at::empty_like(labels);
    ops::jittered(x, eps, streamKey(1, Stream::EvaluationStart) + restart, 0, moved);
    Slope slope(net(), test.count());
    for (int i = 0; i < 3; ++i) {
      slope(net(), trace, moved, labels, gradient);
      ops::projectedStep(x, gradient, eps, static_cast<float>(2.5 / 3), moved);
    }
    ops::verdict(net().forward(moved, trace), named, sure);
    withstood.logical_and_(named.eq(labels));
  }
  EXPECT_NEAR(accuracyUnder(spec.text()), withstood.to(at::kFloat).mean().item<double>(), 0.0051);  // an image at most
}

TEST(Attack, MarginSeesThroughASaturatedSoftmax) {
  const auto blinded = masked();
  const double oneStep = accuracyUnder("fgsm:eps=0.1", blinded);
  EXPECT_GT(oneStep, accuracyUnder("fgsm:eps=0.1") + 0.1);
  EXPECT_LT(accuracyUnder("cw:eps=0.1,steps=10", blinded), oneStep - 0.2);
}

TEST(Square, NeedsNoGradient) {
  const auto blinded = masked();
  EXPECT_LT(accuracyUnder("square:eps=0.2,queries=300", blinded), accuracyUnder("fgsm:eps=0.2", blinded) - 0.2);
}

TEST(Square, MoreQueriesFoolMore) {
  EXPECT_LT(accuracyUnder("square:eps=0.1,queries=500"), accuracyUnder("square:eps=0.1,queries=10"));
}

TEST(Square, SeedAndImageDecideIt) {
  const auto ab = seen("square:queries=50", {3, 7}), ba = seen("square:queries=50", {7, 3});
  EXPECT_TRUE(ab.after[0].equal(ba.after[1]));
  EXPECT_TRUE(ab.after[1].equal(ba.after[0]));
  EXPECT_FALSE(ab.after.equal(seen("square:queries=50", {3, 7}, 2).after));
}

class Random : public ::testing::TestWithParam<const char*> {};

// A gallery must show what was counted.
TEST_P(Random, NumbersAreThoseOfThePassOverTheWholeTestSet) {
  const auto all = seen(GetParam(), first(140)), some = seen(GetParam(), {130, 7});
  for (const auto& [row, image] : {std::pair{0, 130}, std::pair{1, 7}})
    EXPECT_LE(largest(some.after[row] - all.after[image]), 1e-6f) << image;
}

INSTANTIATE_TEST_SUITE_P(Attacks, Random,
                         ::testing::Values("noise", "impulse", "speckle", "pgd:steps=1", "cw:steps=1", "kl:steps=1",
                                           "transfer:steps=1"),
                         [](const auto& info) {
                           const std::string name = info.param;
                           return name.substr(0, name.find(':'));
                         });

TEST(Square, LeavesWhatIsMisreadAlone) {
  const auto [before, after, verdicts, clean] = seen("square:queries=20", first(200));
  int misread = 0;
  for (int64_t i = 0; i < 200; ++i) {
    if (clean[static_cast<size_t>(i)].predicted == smallDigits()->test.labels[static_cast<size_t>(i)]) continue;
    ++misread;
    EXPECT_EQ(largest(after[i] - before[i]), 0);
  }
  EXPECT_GT(misread, 0);
}

// Colour images that are not square, grey all over, under one query of Square: the stripes of its start.
TEST(Square, DrawsStripesOfEachChannelDownTheWholeImage) {
  ops::setThreads(1);
  const ImageKind kind{3, 9, 12, 4};
  const auto net = makeClassifiers(test::smallParams("none"), {kind});
  constexpr int64_t kImages = 20;
  auto trace = net.makeTrace(kImages);
  const auto x = at::full({kImages, kind.size()}, 0.5), out = at::empty_like(x);
  auto labels = at::empty({kImages, 1}, at::kInt);
  const auto confidence = at::empty({kImages, 1}, at::kFloat);
  ops::verdict(net.forward(x, trace), labels, confidence);
  std::vector<int64_t> index(kImages);
  std::iota(index.begin(), index.end(), 0);
  const std::function<void()> rest = [] {};
  const std::function<const Network&()> reference = [&]() -> const Network& { return net; };
  const auto run = [&](const char* attack) {
    const auto spec = parseAttack(attack);
    attackRow("square").run(spec, {net, trace, kind, x, labels, out, index.data(), 7, rest, reference});
    return out.sub(x).view({kImages, kind.height, kind.width, kind.channels});
  };
  const auto stripes = run("square:eps=0.1,queries=1");
  EXPECT_TRUE(stripes.abs().sub(0.1).abs().lt(1e-6).logical_or(stripes.eq(0)).all().item<bool>());
  EXPECT_TRUE(stripes.eq(stripes.narrow(1, 0, 1)).all().item<bool>()) << "a column has one sign";
  EXPECT_TRUE(stripes.select(3, 0).ne(stripes.select(3, 1)).any().item<bool>()) << "channels have signs of their own";
  EXPECT_TRUE(stripes.ne(0).any().item<bool>());
  EXPECT_LE(largest(run("square:eps=0.1,queries=60")), 0.1f + 1e-6f);
}

TEST(Transfer, IsBuiltAgainstAnother) {
  EXPECT_TRUE(seen("transfer:steps=3", {0, 1}).after.equal([] {
    // a classifier that knows nothing gets the same images
    const auto other = makeClassifiers(test::smallParams("none"), {ImageKind{}});
    const auto gallery = Evaluator(*smallDigits(), at::kCPU).gallery(other, parseAttack("transfer:steps=3"), {0, 1}, 1);
    auto after = at::empty({2, 784}, at::kFloat);
    for (int64_t i = 0; i < after.numel(); ++i)
      after.data_ptr<float>()[i] = static_cast<float>(gallery.source.pixels[static_cast<size_t>(i)]) / 255 +
                                   gallery.lanes.front().difference[static_cast<size_t>(i)];
    return after;
  }()));
}

TEST(Corruption, ContrastDrawsTowardsTheMean) {
  const auto [before, after, verdicts, clean] = seen("contrast:factor=0.3", first(5));
  const auto mean = before.mean(1, true);
  EXPECT_LE(largest(after - ((before - mean) * 0.3 + mean)), 1e-5f);
}

TEST(Corruption, BrightnessIsAddedAndClipped) {
  const auto [before, after, verdicts, clean] = seen("brightness:shift=0.4", first(5));
  EXPECT_LE(largest(after - (before + 0.4).clamp_max(1)), 1e-5f);
}

TEST(Corruption, SpeckleLeavesPaperWhite) {
  const auto [before, after, verdicts, clean] = seen("speckle:sigma=0.5", first(50));
  EXPECT_EQ(largest(after.masked_select(before.eq(0))), 0);
  const auto grey = before.gt(0.3).logical_and(before.lt(0.5));  // seldom clipped
  const auto relative = (after / before - 1).masked_select(grey);
  EXPECT_NEAR(relative.std().item<double>(), 0.5, 0.05);
}

TEST(Corruption, ImpulseLosesItsShareOfPixelsToBothEnds) {
  const auto [before, after, verdicts, clean] = seen("impulse:amount=0.2", first(100));
  const auto paper = before.eq(0);
  const double white = after.masked_select(paper).gt(0.5).to(at::kFloat).mean().item<double>();
  EXPECT_NEAR(white, 0.1, 0.01);  // the other half of the loss leaves paper as it is
  const auto ink = before.gt(0.9);
  EXPECT_NEAR(after.masked_select(ink).lt(1e-5).to(at::kFloat).mean().item<double>(), 0.1, 0.02);
  EXPECT_LE(largest((after - before).masked_select(after.gt(1e-5).logical_and(after.lt(1 - 1e-5)))), 1e-6f);
}

}  // namespace
}  // namespace sparring
