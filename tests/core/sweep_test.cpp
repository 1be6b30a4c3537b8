// Which runs a sweep is made of.
#include "sparring/sweep.h"

#include <algorithm>
#include <cmath>

#include "sparring/error.h"
#include "sweep/points.h"
#include "sweep/values.h"

namespace sparring {
namespace {

SweepSpec varying(const std::vector<std::string>& texts) {
  SweepSpec spec;
  for (const std::string& text : texts) spec.vary.push_back(parseVariation(text));
  return spec;
}

std::string whyRefused(const std::string& text) {
  try {
    parseVariation(text);
    return {};
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Usage);
    return error.cause().str() + " " + error.hint().str();
  }
}

TEST(Variation, TakesValuesAndListsAndRanges) {
  EXPECT_EQ(parseVariation("batch=32, 64,32").values, (std::vector<std::string>{"32", "64"})) << "none twice";
  EXPECT_EQ(parseVariation("classifier.hidden=128,64/256").values, (std::vector<std::string>{"128,64", "256"}));
  EXPECT_EQ(parseVariation("lambda=0,1/2").values, (std::vector<std::string>{"0,1", "2"})) << "lanes of one run";
  EXPECT_EQ(parseVariation("adversary=fgsm,pgd").values, (std::vector<std::string>{"fgsm", "pgd"}));
  const Variation rate = parseVariation("lr.classifier=1e-4..1e-2:6");
  ASSERT_TRUE(rate.span);
  EXPECT_EQ(*rate.span, (Variation::Span{1e-4, 1e-2, true, 6})) << "on the scale of its row";
  EXPECT_EQ(*parseVariation("epsilon=0..0.3").span, (Variation::Span{0, 0.3, false, 5}));
}

TEST(Variation, ReadsBackWhatItWrites) {
  for (const char* text : {"batch=32,64", "classifier.hidden=128,64/256", "lr.classifier=0.0001..0.01:log:6",
                           "evaluate.attacks=fgsm:eps=0.1,pgd/noise"}) {
    const Variation variation = parseVariation(text);
    EXPECT_EQ(parseVariation(variationText(variation)), variation) << text;
  }
}

TEST(Variation, RefusesWhatCannotBeVaried) {
  EXPECT_NE(whyRefused("batch").find("key=v1,v2"), std::string::npos);
  EXPECT_NE(whyRefused("bacth=1,2").find("batch"), std::string::npos) << "the nearest key";
  EXPECT_NE(whyRefused("batch=32,x").find("batch"), std::string::npos);
  EXPECT_NE(whyRefused("lr.classifier=1e-2..1e-4").find("LO below HI"), std::string::npos);
  EXPECT_NE(whyRefused("lr.classifier=1e-4..5").find("0.1"), std::string::npos) << "its range";
  EXPECT_NE(whyRefused("epsilon=0..1:log").find("above 0"), std::string::npos);
  EXPECT_NE(whyRefused("epsilon=0..1:1").find("LO..HI"), std::string::npos) << "one point is no range";
  EXPECT_NE(whyRefused("adversary=a..b").find("adversary"), std::string::npos);
}

TEST(Variation, AGridHasItsEndsAndFourDigits) {
  EXPECT_EQ(gridOf(parseVariation("lr.classifier=1e-4..1e-2:log:3")),
            (std::vector<std::string>{"1e-04", "0.001", "0.01"}));
  EXPECT_EQ(gridOf(parseVariation("epsilon=0..0.3:lin:4")), (std::vector<std::string>{"0", "0.1", "0.2", "0.3"}));
  EXPECT_EQ(gridOf(parseVariation("latent=4..6:lin:9")), (std::vector<std::string>{"4", "5", "6"}))
      << "whole, none twice";
}

TEST(Sweep, AGridIsEveryCombinationTheLastFastest) {
  SweepSpec spec = varying({"batch=32,64", "lr.classifier=1e-4..1e-2:log:3"});
  spec.settings = {"adversary=fgsm"};
  const auto runs = runsOf(spec);
  ASSERT_EQ(runs.size(), 6u);
  EXPECT_EQ(runs[0].name, "run-01");
  EXPECT_EQ(runs[1].settings, (std::vector<std::string>{"batch=32", "lr.classifier=0.001"}));
  EXPECT_EQ(runs[5].params.batch, 64);
  EXPECT_EQ(runs[5].params.lrClassifier, 0.01);
  EXPECT_EQ(runs[5].params.adversary, "fgsm");
}

TEST(Sweep, SeedsAreRunsOfEachCombination) {
  SweepSpec spec = varying({"batch=32,64"});
  spec.seeds = 2;
  spec.settings = {"seed=5"};
  const auto runs = runsOf(spec);
  ASSERT_EQ(runs.size(), 4u);
  EXPECT_EQ(runs[1].name, "run-01-seed-6");
  EXPECT_EQ(runs[1].params.seed, 6);
  EXPECT_EQ(runs[2].name, "run-02-seed-5");
}

TEST(Sweep, DrawnRunsAreTheSameEveryTimeAndWithinTheirRanges) {
  for (const char* strategy : {"random", "sobol"}) {
    SweepSpec spec = varying({"lr.classifier=1e-4..1e-2:log", "adversary=fgsm,pgd,noise", "batch=16..128"});
    spec.strategy = strategy;
    spec.runs = 24;
    const auto runs = runsOf(spec), again = runsOf(spec);
    EXPECT_EQ(runs.size(), 24u) << strategy;
    for (size_t i = 0; i < runs.size(); ++i) EXPECT_EQ(runs[i].settings, again[i].settings);
    const auto low = std::ranges::count_if(runs, [](const auto& run) { return run.params.lrClassifier < 1e-3; });
    EXPECT_NEAR(static_cast<double>(low), 12, strategy == std::string("sobol") ? 1 : 6)
        << "half of a logarithmic range";
    for (const char* adversary : {"fgsm", "pgd", "noise"})
      EXPECT_TRUE(std::ranges::any_of(runs, [&](const auto& run) { return run.params.adversary == adversary; }));
  }
}

TEST(Variation, ARangeBehindAColonIsRefused) {
  EXPECT_NE(whyRefused("batch=:1..9").find("LO..HI"), std::string::npos);
  EXPECT_NE(whyRefused("lr.classifier=:log:1e-4..1e-2").find("LO..HI"), std::string::npos);
}

TEST(Sweep, SobolsPointsAreTheKnownOnes) {
  const auto points = sobolPoints(4, 2);
  const std::vector<std::vector<double>> known = {{0.5, 0.5}, {0.75, 0.25}, {0.25, 0.75}, {0.375, 0.375}};
  for (size_t i = 0; i < known.size(); ++i)
    for (size_t d = 0; d < 2; ++d) EXPECT_NEAR(points[i][d], known[i][d], 1e-6) << i << "," << d;
}

TEST(Sweep, RefusesWhatMakesNoRuns) {
  EXPECT_THROW(runsOf(varying({})), Error);
  EXPECT_THROW(runsOf(varying({"batch=32", "batch=64"})), Error);
  EXPECT_THROW(runsOf(varying({"lr.classifier=1e-4..1e-2:1000", "lr.generator=1e-4..1e-2:1000"})), Error) << "too many";
  SweepSpec spec = varying({"batch=32,64"});
  spec.strategy = "sobol";
  EXPECT_THROW(runsOf(spec), Error) << "how many?";
  spec.strategy = "bayes";
  EXPECT_THROW(runsOf(spec), Error);
  spec = varying({"batch=32,64"});
  spec.metric = "robustness";
  EXPECT_THROW(runsOf(spec), Error);
}

TEST(Sweep, AMetricIsAnAccuracyOrALoss) {
  EXPECT_TRUE(sweepMetric("clean").more);
  EXPECT_TRUE(sweepMetric("pgd:eps=0.1").more);
  EXPECT_FALSE(sweepMetric("L_total").more);
}

TEST(Sweep, ItsSpecificationReadsBackWhatItWrites) {
  SweepSpec spec = varying({"batch=32,64", "lr.classifier=1e-4..1e-2:log:3"});
  spec.preset = "demo-fgsm";
  spec.settings = {"data=synthetic"};
  spec.metric = "pgd:eps=0.1";
  spec.strategy = "random";
  spec.runs = 7;
  spec.seeds = 2;
  spec.halving = 3;
  spec.jobs = 2;
  spec.epochs = 9;
  EXPECT_EQ(sweepFromJson(sweepToJson(spec)), spec);
  EXPECT_EQ(sweepFromJson("{}"), SweepSpec());
}

TEST(Sweep, ASpecificationThatIsNoneIsRefused) {
  for (const char* text : {"", "[]", "{\"runs\":0}", "{\"runs\":1.5}", "{\"vary\":\"batch=1\"}", "{\"seeds\":1e300}",
                           "{\"varry\":[]}", "{\"vary\":[\"batch\"]}", "{\"set\":[1]}"})
    EXPECT_THROW(sweepFromJson(text), Error) << text;
}

}  // namespace
}  // namespace sparring
