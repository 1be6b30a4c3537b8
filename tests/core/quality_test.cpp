// A model's generator before its judge, and what the alarms say of it.
#include "sparring/quality.h"

#include <cmath>

#include "engine_fixture.h"
#include "environment.h"
#include "measure/weights.h"
#include "quality/collapse.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

class Quality : public ::testing::Test {
 protected:
  static Model model(const std::string& adversary) {
    Experiment experiment(smallParams(adversary), smallDigits(), at::kCPU);
    return Model(*experiment.weights());
  }
  test::TempFolder folder_;
  test::Environment environment_{"SPARRING_DATA", folder_.path().string()};
};

TEST_F(Quality, MeasuresAnUntrainedGeneratorAsWhatItIs) {
  const auto q = model("cgan").quality(*smallDigits(), 100, true);
  EXPECT_EQ(q.count, 100);
  int64_t images = 0;
  for (const int64_t n : q.classes) images += n;
  EXPECT_EQ(images, 100);
  EXPECT_LT(q.score, q.realScore / 2);
  EXPECT_LT(q.agreement, 0.5);
  EXPECT_GT(q.realAgreement, 0.9);
  EXPECT_GT(q.frechet, 3 * q.realFrechet);
  EXPECT_LT(q.coverage, q.realCoverage / 2);
  EXPECT_LT(q.spread, q.realSpread / 2);
  ASSERT_EQ(q.nearest.size(), 10u);
  for (size_t i = 1; i < 10; ++i) EXPECT_LE(q.nearest[i - 1].distance, q.nearest[i].distance);
  EXPECT_EQ(q.nearest[0].generated.size(), 784u);
  EXPECT_EQ(q.nearest[0].train.size(), 784u);
}

TEST_F(Quality, IsDecidedByTheSeed) {
  const auto m = model("gan");
  const auto a = m.quality(*smallDigits(), 60, true, {}, 4), b = m.quality(*smallDigits(), 60, true, {}, 4),
             c = m.quality(*smallDigits(), 60, true, {}, 5);
  EXPECT_EQ(a.score, b.score);
  EXPECT_EQ(a.frechet, b.frechet);
  EXPECT_EQ(a.memorisation, b.memorisation);
  EXPECT_NE(a.memorisation, c.memorisation);
}

TEST_F(Quality, AsksNothingOfAnUnconditionalGenerator) {
  EXPECT_EQ(model("gan").quality(*smallDigits(), 50, false).agreement, -1);
}

TEST_F(Quality, LeavesTheLongMeasurementOutUnlessAsked) {
  const auto q = model("cgan").quality(*smallDigits(), 50, false);
  EXPECT_FALSE(q.full);
  EXPECT_TRUE(q.nearest.empty());
  EXPECT_EQ(q.checks.back().name, "memorisation");
  EXPECT_EQ(q.checks.back().verdict, Check::Verdict::Unknown);
}

TEST_F(Quality, OfARunWithoutAGeneratorIsAnErrorThatSaysSo) {
  try {
    model("fgsm").quality(*smallDigits(), 50, false);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.cause().str(), "This run has no generator: its adversary is fgsm.");
  }
}

TEST_F(Quality, NeedsAsManyRealDigits) {
  const auto m = model("cgan");
  for (const int64_t count : {int64_t(9), smallDigits()->test.count() + 1}) {
    try {
      m.quality(*smallDigits(), count, false);
      FAIL() << count;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), Error::Kind::Usage);
    }
  }
}

TEST_F(Quality, TellsHowFarItIsAndEndsAtTheWhole) {
  const auto m = model("cgan");
  m.quality(*smallDigits(), 50, false);  // the judge has a progress of its own
  int64_t last = 0, whole = 0;
  m.quality(*smallDigits(), 100, true, [&](int64_t done, int64_t total) {
    EXPECT_GT(done, last);
    last = done;
    whole = total;
    return true;
  });
  EXPECT_EQ(last, whole);
}

TEST_F(Quality, CanBeCancelledAtEveryCall) {
  const auto m = model("cgan");
  m.quality(*smallDigits(), 50, false);
  int calls = 0;
  m.quality(*smallDigits(), 100, true, [&](int64_t, int64_t) { return ++calls > 0; });
  for (int allowed = 0; allowed < calls; ++allowed) {
    int left = allowed;
    EXPECT_THROW(m.quality(*smallDigits(), 100, true, [&](int64_t, int64_t) { return left-- > 0; }), Cancelled);
  }
}

// --- alarms

GeneratorQuality good() {
  GeneratorQuality q;
  q.count = 1000;
  q.score = 9;
  q.realScore = 9.5;
  q.classes.assign(10, 100);
  q.agreement = 0.96;
  q.realAgreement = 0.98;
  q.spread = 7;
  q.realSpread = 8;
  q.full = true;
  q.coverage = 0.7;
  q.realCoverage = 0.95;
  q.memorisation = 0.9;
  return q;
}

std::vector<std::string> alarmsOf(const GeneratorQuality& quality, const Params& params = {}) {
  std::vector<std::string> names;
  for (const auto& check : collapseChecks(quality, params))
    if (check.verdict == Check::Verdict::Alarm) names.push_back(check.name);
  return names;
}

std::string meaningOf(const std::string& name, const GeneratorQuality& quality, const Params& params) {
  for (const auto& check : collapseChecks(quality, params))
    if (check.name == name) return check.meaning.str();
  return {};
}

using Names = std::vector<std::string>;

TEST(Collapse, IsQuietAboutGoodDigits) { EXPECT_EQ(alarmsOf(good()), Names()); }

TEST(Collapse, MissesAClassBelowOnePercent) {
  auto q = good();
  q.classes[4] = 9;
  EXPECT_EQ(alarmsOf(q), Names{"classes"});
  q.classes[4] = 10;
  EXPECT_EQ(alarmsOf(q), Names());
  q.count = 60;  // by chance
  q.classes.assign(10, 0);
  EXPECT_EQ(alarmsOf(q), Names());
}

TEST(Collapse, HearsEachFigure) {
  const auto with = [](double GeneratorQuality::*figure, double value) {
    auto q = good();
    q.*figure = value;
    return alarmsOf(q);
  };
  EXPECT_EQ(with(&GeneratorQuality::score, 3), Names{"score"});
  EXPECT_EQ(with(&GeneratorQuality::score, std::nan("")), Names{"score"});
  EXPECT_EQ(with(&GeneratorQuality::spread, 1), Names{"diversity"});
  EXPECT_EQ(with(&GeneratorQuality::coverage, 0.05), Names{"diversity"});
  EXPECT_EQ(with(&GeneratorQuality::agreement, 0.5), Names{"agreement"});
  EXPECT_EQ(with(&GeneratorQuality::memorisation, 0.1), Names{"memorisation"});
}

TEST(Collapse, LeavesOpenWhatWasNotMeasured) {
  auto q = good();
  q.full = false;
  q.coverage = q.memorisation = 0;
  q.agreement = -1;
  EXPECT_EQ(alarmsOf(q), Names());
}

TEST(Collapse, NamesTheSettingThatIsKnownForIt) {
  auto q = good();
  q.score = 1;
  q.agreement = 0.3;
  const auto reason = [&](const char* setting, const std::string& check = "score") {
    Params p;
    setParam(p, setting);
    return meaningOf(check, q, p);
  };
  EXPECT_NE(reason("discriminator.hidden=").find("no hidden layer"), std::string::npos);
  EXPECT_NE(reason("discriminator.output=sigmoid").find("sigmoid"), std::string::npos);
  EXPECT_NE(reason("generator.batchnorm=false").find("batch normalisation"), std::string::npos);
  EXPECT_NE(reason("beta=3").find("beta = 3"), std::string::npos);
  EXPECT_NE(reason("beta=3", "agreement").find("have become others"), std::string::npos);
  EXPECT_NE(reason("teacher.weight=0", "agreement").find("teacher.weight"), std::string::npos);
  EXPECT_NE(reason("seed=2").find("No setting stands out"), std::string::npos);
}

TEST(Collapse, TheRemedyDoesAwayWithItsReason) {
  auto q = good();
  q.score = 1;
  for (const char* setting :
       {"discriminator.hidden=", "discriminator.output=sigmoid", "generator.batchnorm=false", "lr.generator=0.01"}) {
    Params p;
    setParam(p, setting);
    const auto score = collapseChecks(q, p).at(1);
    ASSERT_FALSE(score.remedy.empty()) << setting;
    Params mended = p;
    for (const auto& one : score.remedy) setParam(mended, one);
    EXPECT_NE(meaningOf("score", q, mended), score.meaning.str()) << setting;
  }
  EXPECT_TRUE(collapseChecks(q, {}).at(1).remedy.empty()) << "no setting stands out";
}

}  // namespace
}  // namespace sparring
