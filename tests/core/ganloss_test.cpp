// The losses of the GAN game, each against its ATen form and its own slope.
#include "adversary/ganloss.h"

#include "engine_fixture.h"

namespace sparring {
namespace {

using test::relativeError;

// Every row of the registry with every value of what it reads.
struct Case {
  std::string text;
  Params params;
};

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& info : ganLosses()) {
    Params p;
    p.lossGan = info.name;
    std::vector<Case> some{{info.name, p}};
    for (const auto& key : info.params) {
      const auto before = some;
      some.clear();
      for (const auto& c : before)
        for (const auto& choice : paramRow(key).choices) {
          some.push_back({c.text + " " + choice.value, c.params});
          setParam(some.back().params, key, choice.value);
        }
    }
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

constexpr GanSide kSides[] = {GanSide::Real, GanSide::Fake, GanSide::Fooling};
constexpr float kWeight = 0.1f;

// Scores on both sides of every margin, and what becomes of them.
struct Scored {
  at::Tensor score = at::linspace(-3.96, 4.03, 78), dscore = at::empty({78}), loss = at::empty({78});

  Scored(const Case& c, GanSide side, double shift = 0) {
    score = score + shift;
    makeGanLoss(c.params)(side, {score, kWeight, dscore, loss});
  }
};

TEST(GanLosses, MatchTheirAtenForm) {
  for (const auto& c : cases())
    for (const auto side : kSides) {
      const Scored fused(c, side);
      ops::forceGeneric(true);
      const Scored generic(c, side);
      ops::forceGeneric(false);
      EXPECT_LE(relativeError(fused.loss, generic.loss), 2e-6) << c.text;
      EXPECT_LE(relativeError(fused.dscore, generic.dscore), 2e-6) << c.text;
    }
}

TEST(GanLosses, SlopesAreThoseOfTheirLosses) {
  constexpr double h = 0.01;
  for (const auto& c : cases())
    for (const auto side : kSides) {
      const auto slope = (Scored(c, side, h).loss - Scored(c, side, -h).loss) / (2 * h);
      EXPECT_LE(relativeError(Scored(c, side).dscore / kWeight, slope), 1e-3) << c.text;
    }
}

TEST(GanLosses, PullRealImagesAndFakesApart) {
  for (const auto& c : cases()) {
    EXPECT_LT(Scored(c, GanSide::Real).dscore[39].item<float>(), 0) << c.text;  // near 0
    EXPECT_GT(Scored(c, GanSide::Fake).dscore[39].item<float>(), 0) << c.text;
  }
}

TEST(GanLosses, LetANanThrough) {
  for (const auto& c : cases())
    for (const auto side : kSides)
      for (const bool generic : {false, true}) {
        ops::forceGeneric(generic);
        const Scored broken(c, side, std::nan(""));
        ops::forceGeneric(false);
        EXPECT_TRUE(broken.loss.isnan().all().item<bool>()) << c.text;
      }
}

TEST(GanLosses, TheHingeIsContentBeyondItsMargin) {
  Params p;
  p.lossGan = "hinge";
  const Scored real({"hinge", p}, GanSide::Real), fooling({"hinge", p}, GanSide::Fooling);
  EXPECT_EQ(real.loss[77].item<float>(), 0);
  EXPECT_EQ(real.dscore[77].item<float>(), 0);
  EXPECT_EQ(fooling.dscore[77].item<float>(), -kWeight);
}

TEST(GanLosses, EveryChoiceOfTheTableIsARow) {
  const auto& choices = paramRow("loss.gan").choices;
  ASSERT_EQ(choices.size(), ganLosses().size());
  for (size_t i = 0; i < choices.size(); ++i) EXPECT_EQ(choices[i].value, ganLosses()[i].name);
  for (const auto& info : ganLosses())
    for (const auto& key : info.params) EXPECT_NO_THROW(paramRow(key)) << info.name;
  Params p;
  p.lossGan = "hing";
  EXPECT_THROW(makeGanLoss(p), Error);
}

TEST(GanLosses, OnlyTheParametersThatTheyReadMatter) {
  Params p;
  EXPECT_TRUE(matters("gan.coding", p));
  EXPECT_TRUE(matters("discriminator.output", p));
  p.lossGan = "hinge";
  EXPECT_FALSE(matters("gan.coding", p));
  EXPECT_FALSE(matters("discriminator.output", p));
  p.ganCoding = "-1,1,0";
  EXPECT_THROW(validate(p), Error);
  p.lossGan = "least-squares";
  EXPECT_NO_THROW(validate(p));
  p.adversary = "gat";
  EXPECT_FALSE(matters("gan.coding", p));
}

}  // namespace
}  // namespace sparring
