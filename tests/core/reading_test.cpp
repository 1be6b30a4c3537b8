// One image at a time: probabilities, attacks, the smallest change that turns a verdict, why, and the plane around it.
#include "sparring/reading.h"

#include <cmath>
#include <numeric>

#include "engine_fixture.h"

namespace sparring {
namespace {

using test::smallDigits;

Model lanesOf(const std::string& adversary, std::vector<double> lambda = {0, 1}) {
  auto p = test::smallParams(adversary);
  p.lambda = std::move(lambda);
  p.lossClassifier = "cross-entropy";
  p.lrClassifier = 3e-3;
  Experiment experiment(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 150; ++i) experiment.step(Phase::Pretrain);
  for (int i = 0; i < 100; ++i) experiment.step(Phase::Joint);
  return Model(*experiment.weights());
}

const Model& model() {
  static const Model made = lanesOf("fgsm");
  return made;
}

const ImageKind& kind() { return smallDigits()->test.kind; }
Pixels digit(int64_t i) { return pixelsAt(smallDigits()->test, i); }
int labelOf(int64_t i) { return smallDigits()->test.labels[static_cast<size_t>(i)]; }

AttackWish wish(const std::string& text) { return {.against = parseAgainst(text)}; }

double largestChange(const Pixels& a, const Pixels& b) {
  double most = 0;
  for (size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(static_cast<double>(a[i]) - b[i]));
  return most;
}

TEST(Reading, ProbabilitiesAreThoseOfTheGallery) {
  const Reader reader(model());
  const auto gallery = model().gallery(smallDigits()->test, parseAttack("fgsm"), {5});
  const auto lanes = reader.read(digit(5));
  ASSERT_EQ(lanes.size(), 2u);
  for (size_t k = 0; k < 2; ++k) {
    const auto& [predicted, confidence] = gallery.lanes[k].before[0];
    EXPECT_EQ(lanes[k].predicted(), predicted);
    EXPECT_NEAR(lanes[k].probabilities[static_cast<size_t>(predicted)], confidence, 1e-6);
    EXPECT_NEAR(std::accumulate(lanes[k].probabilities.begin(), lanes[k].probabilities.end(), 0.0), 1, 1e-6);
  }
}

TEST(Reading, AnImageOfAnotherSizeIsRefused) {
  EXPECT_THROW(Reader(model()).read(Pixels(10)), Error);
  EXPECT_THROW(Reader(model()).attack(digit(0), {.against = parseAgainst("fgsm"), .target = 10}), Error);
}

TEST(ReadingAttack, OfATestImageIsThatOfTheGallery) {
  auto like = wish("pgd:eps=0.1,steps=5");
  like.index = 7;
  like.label = labelOf(7);
  const auto lanes = Reader(model()).attack(digit(7), like);
  const auto gallery = model().gallery(smallDigits()->test, like.against.attack, {7});
  for (size_t k = 0; k < 2; ++k) {
    EXPECT_EQ(lanes[k].after.predicted(), gallery.lanes[k].after[0].predicted);
    EXPECT_EQ(imageOf(lanes[k].image, kind()), gallery.lanes[k].adversarial);
  }
}

class Targeted : public ::testing::TestWithParam<const char*> {};

TEST_P(Targeted, RaisesTheClassItIsSentTo) {
  const Reader reader(model(), smallDigits().get());
  auto towards = wish(std::string(GetParam()) + ":eps=0.15");
  for (const int target : {2, 8}) {
    towards.target = target;
    const auto before = reader.read(digit(3));
    const auto after = reader.attack(digit(3), towards);
    for (size_t k = 0; k < 2; ++k) {
      EXPECT_GT(after[k].after.probabilities[static_cast<size_t>(target)],
                before[k].probabilities[static_cast<size_t>(target)]);
      EXPECT_LE(largestChange(after[k].image, digit(3)), 0.15 + 1e-6);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Attacks, Targeted, ::testing::Values("fgsm", "fgsm-mse", "pgd", "cw", "transfer"),
                         [](const auto& info) {
                           std::string name = info.param;
                           std::erase(name, '-');
                           return name;
                         });

TEST(ReadingAttack, EveryRowEitherTakesATargetOrRefusesIt) {
  const Reader reader(model(), smallDigits().get());
  for (const auto& info : attacks()) {
    auto towards = wish(info.name);
    towards.target = 1;
    if (takesTarget(info.name)) {
      EXPECT_NO_THROW(reader.attack(digit(0), towards)) << info.name;
    } else {
      EXPECT_THROW(reader.attack(digit(0), towards), Error) << info.name;
    }
  }
}

TEST(ReadingAttack, WithoutTrainingImagesThereIsNoSubstitute) {
  EXPECT_THROW(Reader(model()).attack(digit(0), wish("transfer")), Error);
}

TEST(ReadingOpponent, ThatClimbsGradientsIsItsTwin) {
  const Reader reader(model());
  const Opponent opponent = reader.opponent();
  ASSERT_TRUE(opponent.twin);
  EXPECT_TRUE(opponent.targeted);
  AttackWish own = wish("own"), twin{.against = {Against::Kind::Attack, *opponent.twin}};
  EXPECT_EQ(reader.attack(digit(1), own)[1].image, reader.attack(digit(1), twin)[1].image);
  own.strength = 0.02;
  EXPECT_LE(largestChange(reader.attack(digit(1), own)[1].image, digit(1)), 0.02 + 1e-6);
}

TEST(ReadingOpponent, ThatChangesImagesDoesSoWithinTheStrengthAskedFor) {
  const Model changer = lanesOf("gat");
  const Reader reader(changer);
  const Opponent opponent = reader.opponent();
  EXPECT_FALSE(opponent.twin);
  ASSERT_TRUE(opponent.strength);
  AttackWish own = wish("own");
  own.strength = 0.03;
  const auto lanes = reader.attack(digit(1), own);
  EXPECT_LE(largestChange(lanes[1].image, digit(1)), 0.03 + 1e-6);
  EXPECT_GT(largestChange(lanes[1].image, digit(1)), 0);
  own.target = 3;
  EXPECT_THROW(reader.attack(digit(1), own), Error);
}

TEST(ReadingOpponent, ThatMakesNothingOfAnImageSaysSo) {
  const Model none = lanesOf("none", {0});
  EXPECT_FALSE(Reader(none).opponent().attacks);
  EXPECT_THROW(Reader(none).attack(digit(0), wish("own")), Error);
}

// The share of test images whose smallest ε lies beyond a strength is what PGD's curve tells there.
TEST(Flips, AgreeWithTheCurveOfPgd) {
  const Reader reader(model());
  constexpr int64_t kImages = 40;
  constexpr double kEps = 0.06, kTolerance = 1.0 / 512;
  std::vector<int> standing(2), near(2);
  for (int64_t i = 0; i < kImages; ++i) {
    AttackWish like = wish("clean");
    like.index = i;
    like.label = labelOf(i);
    const auto flips = reader.flips(digit(i), like, 0.5, kTolerance);
    for (size_t k = 0; k < 2; ++k) {
      const double epsilon = flips[k].epsilon.value_or(1);
      standing[k] += epsilon > kEps;
      near[k] += std::abs(epsilon - kEps) <= 2 * kTolerance;
    }
  }
  std::vector<int64_t> index(kImages);
  std::iota(index.begin(), index.end(), 0);
  const auto gallery = model().gallery(smallDigits()->test, parseAttack("pgd:eps=0.06"), index);
  for (size_t k = 0; k < 2; ++k) {
    int withstood = 0;
    for (int64_t i = 0; i < kImages; ++i)
      withstood += gallery.lanes[k].after[static_cast<size_t>(i)].predicted == labelOf(i);
    EXPECT_GT(withstood, 0);
    EXPECT_LT(withstood, kImages);
    EXPECT_NEAR(standing[k], withstood, near[k] + 1);
  }
}

TEST(Flips, AreReachedThereAndNotBelow) {
  const Reader reader(model());
  for (const auto& flip : reader.flips(digit(3), wish("clean"))) {
    ASSERT_TRUE(flip.epsilon);
    EXPECT_LE(*flip.epsilon - flip.below, 1.0 / 512);
    EXPECT_GT(*flip.epsilon, flip.below);
  }
}

TEST(Flips, OfWhatIsMisreadAsItIsAreZero) {
  AttackWish wrong = wish("clean");
  wrong.label = (Reader(model()).read(digit(3))[0].predicted() + 1) % 10;
  EXPECT_EQ(Reader(model()).flips(digit(3), wrong)[0].epsilon, 0);
}

TEST(Flips, TowardsAClassAreNotNearerThanTowardsAny) {
  AttackWish towards = wish("clean");
  towards.target = 5;
  const auto any = Reader(model()).flips(digit(3), wish("clean")), one = Reader(model()).flips(digit(3), towards);
  for (size_t k = 0; k < 2; ++k) EXPECT_GE(one[k].epsilon.value_or(2), any[k].epsilon.value_or(2) - 1.0 / 512);
}

TEST(Why, SharesAddUpToTheChangeOfTheMargin) {
  const Reader reader(model());
  for (const int64_t i : {0, 3, 12, 50}) {
    const auto lanes = reader.attack(digit(i), wish("pgd:eps=0.2"));
    for (int k = 0; k < 2; ++k) {
      const auto& lane = lanes[static_cast<size_t>(k)];
      const int from = lane.from, to = lane.after.predicted() == from ? (from + 1) % 10 : lane.after.predicted();
      const Attribution why = reader.why(digit(i), lane.image, k, from, to);
      const auto z = reader.read(digit(i))[static_cast<size_t>(k)].logits;
      EXPECT_NEAR(why.before, z[static_cast<size_t>(from)] - z[static_cast<size_t>(to)], 1e-3);
      EXPECT_NEAR(std::accumulate(why.shares.begin(), why.shares.end(), 0.0), why.change(),
                  0.01 * std::abs(why.change()));
      EXPECT_NEAR(why.sum, why.change(), 0.01 * std::abs(why.change()));
    }
  }
}

TEST(Why, APixelThatStaysHasNoShare) {
  Pixels changed = digit(3);
  changed[300] = 1 - changed[300];
  const Attribution why = Reader(model()).why(digit(3), changed, 0, 1, 2);
  for (size_t i = 0; i < why.shares.size(); ++i) EXPECT_TRUE(i == 300 || why.shares[i] == 0) << i;
}

TEST(Slice, AgreesWithReadAtItsPlaces) {
  const Reader reader(model());
  const auto lanes = reader.attack(digit(3), wish("pgd:eps=0.1"));
  const Slice slice = reader.slice(digit(3), 1, {.changed = lanes[1].image, .extent = 0.4, .side = 33});
  ASSERT_EQ(slice.predicted.size(), 33u * 33u);
  int verdicts[10] = {};
  for (int row = 0; row < 33; row += 4)
    for (int column = 0; column < 33; column += 4) {
      const auto place = static_cast<size_t>(33 * row + column);
      const auto there = reader.read(slicePoint(slice, digit(3), slice.at(column), -slice.at(row)))[1];
      EXPECT_NEAR(there.probabilities[slice.predicted[place]], slice.confidence[place], 1e-4);
      EXPECT_NEAR(*std::ranges::max_element(there.probabilities), slice.confidence[place], 1e-4);
      ++verdicts[slice.predicted[place]];
    }
  EXPECT_GT(std::ranges::count_if(verdicts, [](int n) { return n > 0; }), 1) << "one verdict everywhere tells nothing";
}

TEST(Slice, DirectionsAreAtRightAnglesAndTheFirstIsTheAttacks) {
  const Reader reader(model());
  const auto changed = reader.attack(digit(3), wish("pgd:eps=0.1"))[0].image;
  const Slice slice = reader.slice(digit(3), 0, {.changed = changed, .side = 4});
  EXPECT_NEAR(std::inner_product(slice.across.begin(), slice.across.end(), slice.up.begin(), 0.0), 0, 1e-2);
  for (const auto* direction : {&slice.across, &slice.up}) EXPECT_NEAR(largestChange(*direction, Pixels(784)), 1, 1e-6);
  EXPECT_LE(largestChange(slicePoint(slice, digit(3), largestChange(changed, digit(3)), 0), changed), 1e-5);
}

TEST(Slice, TheBorderOfEpsilonIsWhereAPixelHasMovedThatFar) {
  const Slice slice = Reader(model()).slice(Pixels(784, 0.5f), 0, {.changed = digit(3), .side = 4});
  ASSERT_EQ(slice.reach.size(), 360u);
  EXPECT_NEAR(slice.reach[0], 1, 1e-5);
  EXPECT_NEAR(slice.reach[90], 1, 1e-5);
  const double r = 0.1 * slice.reach[30], angle = std::acos(-1.0) / 6;
  const auto there = slicePoint(slice, Pixels(784, 0.5f), r * std::cos(angle), r * std::sin(angle));
  EXPECT_NEAR(largestChange(there, Pixels(784, 0.5f)), 0.1, 1e-4);
}

TEST(Slice, WithoutADirectionIsCutAtRandom) {
  const Slice slice = Reader(model()).slice(digit(3), 0, {.changed = digit(3), .second = digit(3), .side = 2});
  EXPECT_NEAR(largestChange(slice.across, Pixels(784)), 1, 1e-6);
  EXPECT_NEAR(largestChange(slice.up, Pixels(784)), 1, 1e-6);
}

// ---- pictures of one's own

/// Dark strokes on paper.
Picture paper(int width, int height, int left, int top, int right, int bottom) {
  Picture picture{width, height, 1, std::vector<uint8_t>(static_cast<size_t>(width * height), 250)};
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x) picture.pixels[static_cast<size_t>(y * width + x)] = 10;
  return picture;
}

struct Extent {
  int left = 28, right = -1, top = 28, bottom = -1;
  double x = 0, y = 0;  // centre of mass
};

Extent extentOf(const Images& image) {
  Extent extent;
  double mass = 0;
  for (int y = 0; y < 28; ++y)
    for (int x = 0; x < 28; ++x) {
      const int ink = image.pixels[static_cast<size_t>(28 * y + x)];
      mass += ink;
      extent.x += ink * (x + 0.5);
      extent.y += ink * (y + 0.5);
      if (ink < 64) continue;
      extent.left = std::min(extent.left, x), extent.right = std::max(extent.right, x);
      extent.top = std::min(extent.top, y), extent.bottom = std::max(extent.bottom, y);
    }
  extent.x /= mass;
  extent.y /= mass;
  return extent;
}

TEST(Fitted, InkFillsTwentyPixelsAndItsMassLiesInTheMiddle) {
  for (const auto& picture : {paper(280, 280, 20, 30, 60, 150), paper(400, 100, 300, 10, 380, 50)}) {
    const Extent extent = extentOf(fitted(picture, {}));
    EXPECT_EQ(std::max(extent.right - extent.left, extent.bottom - extent.top) + 1, 20);
    EXPECT_NEAR(extent.x, 14, 0.51);
    EXPECT_NEAR(extent.y, 14, 0.51);
  }
}

TEST(Fitted, TheShapeIsKept) {
  const Extent extent = extentOf(fitted(paper(280, 280, 20, 30, 60, 150), {}));
  EXPECT_NEAR(extent.right - extent.left + 1, 20.0 * 40 / 120, 1);
}

TEST(Fitted, AShapeWithItsMassBelowIsMovedUp) {
  Picture picture = paper(280, 280, 130, 40, 150, 240);
  for (int y = 210; y < 240; ++y)
    for (int x = 110; x < 170; ++x) picture.pixels[static_cast<size_t>(y * 280 + x)] = 10;
  const Extent extent = extentOf(fitted(picture, {}));
  EXPECT_LT(extent.bottom, 23);
  EXPECT_NEAR(extent.y, 14, 0.51);
}

TEST(Fitted, LightOnDarkIsTheSameAsDarkOnLight) {
  Picture light = paper(280, 280, 20, 30, 60, 150), dark = light;
  for (auto& v : dark.pixels) v = static_cast<uint8_t>(255 - v);
  EXPECT_EQ(fitted(light, {}), fitted(dark, {}));
}

TEST(Fitted, ATestImageOfItsOwnSizeStaysAsItIs) {
  Images one{kind(), {}};
  one.add(smallDigits()->test, 4);
  EXPECT_EQ(fitted(tile(one, 1), kind()), one);
}

TEST(Fitted, ABlankPageIsAnError) {
  EXPECT_THROW(fitted(paper(50, 50, 0, 0, 0, 0), {}), Error);
  EXPECT_THROW(fitted({}, {}), Error);
}

TEST(Fitted, ColourIsScaledToTheSizeOfTheKind) {
  const ImageKind colour{.channels = 3, .height = 8, .width = 6, .ink = false, .digits = false};
  Picture red{60, 80, 3, {}};
  for (int i = 0; i < 60 * 80; ++i) red.pixels.insert(red.pixels.end(), {200, 0, 0});
  const Images image = fitted(red, colour);
  ASSERT_EQ(std::ssize(image.pixels), colour.size());
  for (size_t i = 0; i < image.pixels.size(); i += 3) {
    EXPECT_EQ(image.pixels[i], 200);
    EXPECT_EQ(image.pixels[i + 1], 0);
  }
}

TEST(Fitted, OnePixelOfInkIsOneDigit) { EXPECT_EQ(fitted(paper(9, 9, 4, 4, 5, 5), {}).pixels.size(), 784u); }

}  // namespace
}  // namespace sparring
