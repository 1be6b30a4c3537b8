// Shares with intervals, the verdict's sentences, what a model as a whole is measured to be, and what presets promise.
#include "sparring/assessment.h"

#include <functional>

#include "engine_fixture.h"
#include "measure/modelparts.h"
#include "sparring/expectations.h"
#include "sparring/findings.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

TEST(Share, IntervalIsWilsons) {
  // by hand: n = 10, p = 0.9
  const auto [low, high] = Share{9, 10}.interval();
  EXPECT_NEAR(low, 0.5958, 1e-4);
  EXPECT_NEAR(high, 0.9821, 1e-4);
}

TEST(Share, IntervalOfAllAndOfNoneStaysInRange) {
  EXPECT_EQ((Share{100, 100}.interval().high), 1);
  EXPECT_LT((Share{100, 100}.interval().low), 1);
  EXPECT_EQ((Share{0, 100}.interval().low), 0);
  EXPECT_EQ((Share{0, 0}.interval().high), 1) << "nothing measured, nothing known";
}

TEST(Calibration, ErrorWeighsTheBinsByTheirImages) {
  Calibration calibration;
  calibration.bins[9] = {{90, 90}, 0.95};
  calibration.bins[4] = {{2, 10}, 0.5};
  EXPECT_NEAR(calibration.error(), 0.9 * 0.05 + 0.1 * 0.3, 1e-12);
}

LaneAssessment lane(int64_t clean, std::vector<std::pair<double, int64_t>> fgsm) {
  LaneAssessment lane;
  lane.clean = {clean, 1000};
  Curve curve{{"fgsm", {{"eps", 0}}}, "eps", {}};
  for (const auto& [strength, right] : fgsm) curve.points.push_back({strength, {right, 1000}});
  lane.curves.push_back(curve);
  return lane;
}

TEST(Suite, ShowsEveryGradientBeforeWhatIsComparedWithIt) {
  const auto probes = Suite::full().probes;
  const auto blind = [](const Probe& probe) {
    return attackInfo(probe.attack.name).knows != AttackInfo::Knows::Gradient;
  };
  EXPECT_TRUE(std::ranges::is_partitioned(probes, std::not_fn(blind)));
  EXPECT_TRUE(std::ranges::any_of(probes, blind));
}

TEST(Suite, TakesSettingsAndImagesFromTheRow) {
  const auto probes = Suite::full().probes;
  const auto of = [&](const std::string& name) {
    return *std::ranges::find_if(probes, [&](const Probe& probe) { return probe.attack.name == name; });
  };
  EXPECT_EQ(of("pgd").attack, parseAttack("pgd:restarts=10"));
  EXPECT_EQ(of("square").limit, 1000);
  EXPECT_EQ(of("contrast").key, "factor");
}

TEST(Against, ReadsBackAsWritten) {
  for (const char* text : {"clean", "own", "fgsm:eps=0.2"}) EXPECT_EQ(parseAgainst(text).text(), text);
  EXPECT_THROW(parseAgainst("nobody"), Error);
}

TEST(Findings, SayGainCostAndStrength) {
  const auto found = findings(lane(980, {{0.1, 100}, {0.3, 0}}), lane(950, {{0.1, 850}, {0.3, 20}}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].kind, Finding::Kind::Cost);
  EXPECT_EQ(found[1].kind, Finding::Kind::Gain);
  EXPECT_EQ(found[1].against.text(), "fgsm:eps=0.1") << "at 0.3 both are below a half";
  EXPECT_NEAR(found[1].difference, 0.75, 1e-12);
  EXPECT_NE(verdictOf(found).str().find("paid with 3.0 points"), std::string::npos) << verdictOf(found).str();
}

TEST(Findings, CallADifferenceWithinTheIntervalNoGain) {
  const auto found = findings(lane(980, {{0.1, 100}}), lane(978, {{0.1, 110}}));
  EXPECT_EQ(found[0].kind, Finding::Kind::Equal);
  EXPECT_EQ(found[1].kind, Finding::Kind::Equal);
  EXPECT_LT(found[1].low, 0);
  EXPECT_GT(found[1].high, 0);
  EXPECT_EQ(verdictOf(found).str().rfind("No gain", 0), 0u);
}

TEST(Findings, AnAlarmComesBeforeAnyGain) {
  auto trained = lane(980, {{0.1, 900}});
  trained.checks.push_back({"one-step", {}, {"figures", {}}, {}, Check::Verdict::Alarm});
  const auto found = findings(lane(980, {{0.1, 100}}), trained);
  EXPECT_EQ(found.back().kind, Finding::Kind::Doubt);
  EXPECT_EQ(verdictOf(found).str().rfind("Do not believe", 0), 0u);
}

TEST(Findings, NameTheCostBesideGainsAndLosses) {
  const auto with = [](int64_t clean, int64_t fgsm, int64_t cw) {
    auto found = lane(clean, {{0.1, fgsm}});
    found.curves.push_back({parseAttack("cw"), "eps", {{0.1, {cw, 1000}}}});
    return found;
  };
  const auto baseline = with(980, 500, 500);
  for (const auto& trained : {with(950, 700, 300), with(950, 300, 500), with(950, 500, 500)}) {
    const auto sentence = verdictOf(findings(baseline, trained)).str();
    EXPECT_NE(sentence.find("3.0 points"), std::string::npos) << sentence;
  }
}

TEST(Findings, CompareAnAttackWithItself) {
  auto baseline = lane(980, {}), trained = lane(980, {});
  for (auto* one : {&baseline, &trained}) one->curves.clear();
  const auto add = [](LaneAssessment& to, const char* attack, int64_t right) {
    to.curves.push_back({parseAttack(attack), "eps", {{0.1, {right, 1000}}}});
  };
  for (auto* one : {&baseline, &trained}) {
    add(*one, "pgd:eps=0.1,steps=1", 600);
    add(*one, "pgd:eps=0.1,steps=100", 100);
  }
  const auto found = findings(baseline, trained);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[2].difference, 0) << found[2].sentence.str();
}

TEST(Findings, DoNotCompareOpponentsOfTwoKinds) {
  const auto under = [](const std::string& adversary) {
    auto p = smallParams(adversary);
    Suite suite;
    suite.own = true;
    return Model(*Experiment(p, smallDigits(), at::kCPU).weights()).assess(*smallDigits(), suite).lanes.front();
  };
  EXPECT_EQ(findings(under("fgsm"), under("fgsm")).size(), 2u);
  EXPECT_EQ(findings(under("noise"), under("fgsm")).size(), 1u) << "of clean images alone";
}

Model trainedModel(const Params& params, int steps) {
  Experiment experiment(params, smallDigits(), at::kCPU);
  for (int i = 0; i < steps; ++i) experiment.step(Phase::Joint);
  return Model(*experiment.weights());
}

Suite smallSuite() {
  Suite suite;
  suite.probes = {{parseAttack("fgsm"), "eps", {0.02, 0.3}}};
  suite.limit = 150;
  return suite;
}

TEST(Assess, MeasuresTheOwnAdversaryOnRequest) {
  auto p = smallParams("pgd");
  p.epsilon = 0.3;
  p.pgdSteps = 5;
  const auto model = trainedModel(p, 40);
  auto suite = smallSuite();
  EXPECT_EQ(model.assess(*smallDigits(), suite).lanes.front().own.count, 0);
  suite.own = true;
  suite.probes = {Probe::at(parseAttack("pgd:eps=0.3,steps=5"))};
  const auto lane = model.assess(*smallDigits(), suite).lanes.front();
  EXPECT_EQ(lane.own, lane.curves.front().points.front().share) << "as it trains: five steps within 0.3";
}

class OwnAdversary : public ::testing::TestWithParam<std::string> {};

TEST_P(OwnAdversary, IsMeasuredForEveryLaneWhereItsSamplesHaveAClass) {
  auto p = smallParams(GetParam());
  p.lambda = {0, 1};
  const auto model = trainedModel(p, 3);
  auto suite = smallSuite();
  suite.probes.clear();
  suite.own = true;
  const bool known = GetParam() != "none" && GetParam() != "gan";
  for (const auto& lane : model.assess(*smallDigits(), suite).lanes) EXPECT_EQ(lane.own.count, known ? 150 : 0);
}

INSTANTIATE_TEST_SUITE_P(Registry, OwnAdversary, ::testing::ValuesIn([] {
                           std::vector<std::string> names;
                           for (const auto& info : adversaries()) names.push_back(info.name);
                           return names;
                         }()));

// The attackers of AT-GAN are taught by one lane each.
TEST(Assess, MeetsEveryLaneWithItsOwnAttacker) {
  auto p = smallParams("atgan");
  p.lambda = {0, 1};
  Experiment experiment(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 40; ++i) experiment.step(Phase::Joint);
  auto suite = smallSuite();
  suite.probes.clear();
  suite.own = true;
  const auto ownOf = [&](const Weights& weights) {
    const auto found = Model(weights).assess(*smallDigits(), suite);
    return std::vector{found.lanes[0].own.right, found.lanes[1].own.right};
  };
  const auto as = experiment.weights();
  auto other = *as;
  for (auto& [name, tensor] : other.file.tensors)  // another attacker for lane 1: all its digits alike
    if (name.starts_with("attacker@1.fc3")) std::ranges::fill(tensor.data, 1.0f);
  EXPECT_EQ(ownOf(*as)[0], ownOf(other)[0]);
  EXPECT_NE(ownOf(*as)[1], ownOf(other)[1]);
}

TEST(Assess, ConfusionAndCalibrationHoldEveryCleanImageOnce) {
  const auto found = trainedModel(smallParams("none"), 30).assess(*smallDigits(), smallSuite());
  const auto& lane = found.lanes.front();
  int64_t all = 0, right = 0, binned = 0;
  for (size_t i = 0; i < 10; ++i) {
    for (const int64_t n : lane.confusion[i]) all += n;
    right += lane.confusion[i][i];
    binned += lane.calibration.bins[i].share.count;
  }
  EXPECT_EQ(all, 150);
  EXPECT_EQ(binned, 150);
  EXPECT_EQ(right, lane.clean.right);
  const auto images = evenPart(smallDigits()->test.count(), 150);
  for (size_t i = 0; i < lane.verdicts.size(); ++i) {
    const int truth = smallDigits()->test.labels[static_cast<size_t>(images[i])];
    EXPECT_GT(lane.confusion[static_cast<size_t>(truth)][lane.verdicts[i]], 0);
  }
}

TEST(Assess, IsCancelledByItsWatch) {
  const auto model = trainedModel(smallParams("none"), 1);
  EXPECT_THROW(model.assess(*smallDigits(), smallSuite(), {[](int64_t, int64_t) { return false; }, {}}), Error);
}

TEST(Assess, TellsAModelByItsWeights) {
  const auto a = trainedModel(smallParams("none"), 1).assess(*smallDigits(), smallSuite());
  const auto b = trainedModel(smallParams("none"), 2).assess(*smallDigits(), smallSuite());
  EXPECT_EQ(a.model.size(), 64u);
  EXPECT_NE(a.model, b.model);
}

TEST(Weights, LookingAtThemChangesNothing) {
  Experiment plain(smallParams("cgan"), smallDigits(), at::kCPU), watched(smallParams("cgan"), smallDigits(), at::kCPU);
  for (int i = 0; i < 6; ++i) {
    plain.step(Phase::Joint);
    watched.step(Phase::Joint);
    Model(*watched.weights()).assess(*smallDigits(), smallSuite());
    ops::setThreads(2);
  }
  EXPECT_TRUE(plain.lanes().net.parameters().equal(watched.lanes().net.parameters()));
}

TEST(Gallery, ShowsWhatEveryLaneSees) {
  auto p = smallParams("fgsm");
  p.lambda = {0, 2};
  const auto model = trainedModel(p, 20);
  const auto gallery = model.gallery(*smallDigits(), parseAttack("fgsm:eps=0.2"), {7, 3});
  ASSERT_EQ(gallery.lanes.size(), 2u);
  EXPECT_EQ(gallery.label, (std::vector<int>{smallDigits()->test.labels[7], smallDigits()->test.labels[3]}));
  const size_t pixels = static_cast<size_t>(gallery.source.kind.size());
  EXPECT_TRUE(std::equal(gallery.source.at(0), gallery.source.at(1),
                         smallDigits()->test.pixels.begin() + 7 * static_cast<long>(pixels)));
  for (const auto& lane : gallery.lanes) {
    EXPECT_EQ(lane.after.size(), 2u);
    const auto largest = std::ranges::max(lane.difference, {}, [](float d) { return std::abs(d); });
    EXPECT_NEAR(std::abs(largest), 0.2f, 1e-5f);
  }
  EXPECT_THROW(model.gallery(*smallDigits(), parseAttack("fgsm"), {200}), Error);
}

TEST(Expectations, AreHeldAgainstTheLanesTheySpeakOf) {
  Preset preset;
  preset.expectations = {{{}, {}, 0, 1}, {{}, 2.0, 1.01, 1}};
  auto p = smallParams("fgsm");
  p.lambda = {0, 2};
  const auto checks = checkExpectations(preset, trainedModel(p, 5), *smallDigits());
  ASSERT_EQ(checks.size(), 3u) << "both lanes, then the one with λ = 2";
  EXPECT_EQ(checks[0].verdict, Check::Verdict::Pass);
  EXPECT_EQ(checks[2].verdict, Check::Verdict::Alarm);
}

TEST(Expectations, CanBeOfTheOpponentOfTraining) {
  Preset preset;
  preset.expectations = {{parseAgainst("own"), {}, 0, 1}, {{}, {}, 0, 1}, {parseAgainst("fgsm:eps=0.3"), {}, 0, 1}};
  auto p = smallParams("fgsm");
  p.epsilon = 0.3;
  const auto checks = checkExpectations(preset, trainedModel(p, 30), *smallDigits());
  ASSERT_EQ(checks.size(), 3u);
  EXPECT_EQ(checks[0].finding.args, checks[2].finding.args) << "FGSM at the ε it trained with";
  EXPECT_EQ(checks[0].name, "own");
}

TEST(Expectations, SpeakOfARunThatKeptToThePreset) {
  const auto& demo = preset("demo-fgsm");
  auto p = demo.params;
  p.seed = 7;
  p.threads = 1;
  p.evaluateEvery = 5;
  p.evaluateAttacks = "noise:sigma=0.3";
  EXPECT_TRUE(follows(p, demo));
  p.epsilon = 0.2;
  EXPECT_FALSE(follows(p, demo));
}

}  // namespace
}  // namespace sparring
