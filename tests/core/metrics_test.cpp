// Which accuracies a run measures: one parameter, and what files call them.
#include "sparring/metrics.h"

#include <gtest/gtest.h>

#include <set>

#include "engine_fixture.h"
#include "params_fixture.h"
#include "run_fixture.h"
#include "sparring/error.h"
#include "sparring/trainer.h"

namespace sparring {
namespace {

Metric under(const char* attack) { return accuracyUnder(parseAttack(attack)); }

using test::complaint;
using test::has;

TEST(AttackList, ASettingWithoutANameBelongsToTheAttackBefore) {
  const auto list = parseAttacks("pgd:eps=0.2,steps=5, noise,square:eps=0.3,queries=10");
  ASSERT_EQ(list.size(), 3u);
  EXPECT_EQ(list[0], parseAttack("pgd:eps=0.2,steps=5"));
  EXPECT_EQ(list[1], parseAttack("noise:sigma=0.2"));
  EXPECT_EQ(list[2], parseAttack("square:eps=0.3,queries=10"));
  EXPECT_TRUE(parseAttacks("").empty());
}

TEST(AttackList, IsWrittenAsAPersonWouldAndReadsBack) {
  const std::string text = "pgd:eps=0.1,steps=5,noise:sigma=0.3";
  EXPECT_EQ(attacksText(parseAttacks("pgd:steps=5,alpha=2.5,noise:sigma=.3")), text);
  EXPECT_EQ(parseAttacks(text), parseAttacks("pgd:steps=5,noise:sigma=.3"));
  EXPECT_EQ(attacksText(parseAttacks(Params{}.evaluateAttacks)), Params{}.evaluateAttacks);
}

TEST(AttackList, RefusalsNameTheAttackAndWhatIsKnown) {
  EXPECT_TRUE(has(complaint("evaluate.attacks", "noise,pgt"), "pgt"));
  EXPECT_TRUE(has(complaint("evaluate.attacks", "noise,pgt"), "square"));
  EXPECT_TRUE(has(complaint("evaluate.attacks", "pgd:steps=0"), "1 … 200"));
  EXPECT_TRUE(has(complaint("evaluate.attacks", "fgsm:steps=3"), "fgsm"));
  EXPECT_TRUE(has(complaint("evaluate.attacks", "eps=0.1"), "eps=0.1"));
  EXPECT_TRUE(has(complaint("evaluate.attacks", "noise,fgsm:eps=0.1,fgsm"), "twice"));
  Params p;
  p.evaluateAttacks = "pgt";
  EXPECT_THROW(validate(p), Error) << "set past the table";
}

TEST(AttackList, MayBeEmptyAndMayBeEditedWhileTraining) {
  Params p;
  setParam(p, "evaluate.attacks", " ");
  EXPECT_EQ(p.evaluateAttacks, "");
  EXPECT_EQ(paramsFromJson(paramsToJson(p)), p);
  EXPECT_EQ(editedLive(p, "evaluate.attacks", "pgd:steps=5").evaluateAttacks, "pgd:eps=0.1,steps=5");
}

TEST(OldKeys, SetTheirAttackOfTheList) {
  Params p;
  setParam(p, "evaluate.noise=0.3");
  setParam(p, "evaluate.epsilon", "0.25");
  EXPECT_EQ(p.evaluateAttacks, "noise:sigma=0.3,fgsm:eps=0.25");
  p.evaluateAttacks = "pgd:eps=0.1";
  setParam(p, "evaluate.epsilon", "0.3");
  EXPECT_EQ(p.evaluateAttacks, "pgd:eps=0.1,fgsm:eps=0.3") << "one that is missing comes last";
  EXPECT_EQ(editedLive(Params{}, "evaluate.noise", "0.1").evaluateAttacks, "noise:sigma=0.1,fgsm:eps=0.1");
}

TEST(OldKeys, AreRefusedByTheirOwnName) {
  const auto range = complaint("evaluate.noise", "2");
  EXPECT_TRUE(has(range, "evaluate.noise cannot be \"2\"") && has(range, "0 … 1")) << range;
  EXPECT_TRUE(has(complaint("evaluate.epsilon", "much"), "evaluate.epsilon cannot be \"much\""));
  EXPECT_THROW(paramsFromJson(R"({"evaluate.noise":true})"), Error);
}

TEST(OldKeys, OpenOlderSettings) {
  EXPECT_EQ(paramsFromJson(R"({"evaluate.noise":0.2,"evaluate.epsilon":0.1})"), Params{});
  EXPECT_EQ(paramsFromJson(R"({"evaluate.noise":0,"evaluate.epsilon":0.3})").evaluateAttacks,
            "noise:sigma=0,fgsm:eps=0.3");
}

TEST(Metrics, AnAttackHasOneNumberHoweverItIsWritten) {
  EXPECT_EQ(under("fgsm"), under("fgsm:eps=0.1"));
  EXPECT_NE(under("fgsm"), under("fgsm:eps=0.3"));
  EXPECT_EQ(metricRow(under("fgsm:eps=0.3")).attack, parseAttack("fgsm:eps=0.3"));
  EXPECT_TRUE(isAccuracy(under("noise")) && isAccuracy(Metric::Clean) && !isAccuracy(Metric::G));
}

// Whoever adds an attack adds what may be measured while training, and writes nothing else.
TEST(Metrics, EveryAttackOfTheListHasARowAndAKeyThatReadsBack) {
  std::vector<Metric> all{Metric::Clean};
  for (const auto& info : attacks()) all.push_back(under(info.name.c_str()));
  std::set<std::string> keys;
  for (const Metric metric : all) {
    const std::string key = metricKey(metric, all);
    EXPECT_TRUE(keys.insert(key).second) << key;
    EXPECT_EQ(metricOf(key, all), metric) << key;
    EXPECT_EQ(metricOf(metricRow(metric).key, {}), metric) << "its whole key needs nobody beside it";
    EXPECT_EQ(metricRow(metric).unit, MetricRow::Unit::Share);
    EXPECT_TRUE(metricRow(metric).perLane);
  }
  EXPECT_FALSE(metricOf("an attack of tomorrow", all));
}

TEST(Metrics, ANameThatStandsTwiceIsWrittenWithItsSettings) {
  const auto list = accuraciesUnder("noise,fgsm:eps=0.1,fgsm:eps=0.3");
  EXPECT_EQ(metricKey(list[1], list), "noise");
  EXPECT_EQ(metricKey(list[2], list), "fgsm:eps=0.1");
  EXPECT_EQ(metricKey(list[3], list), "fgsm:eps=0.3");
}

TEST(Metrics, TheFirstThatSeesTheGradientStandsForRobustness) {
  EXPECT_EQ(mainAttackOf(accuraciesUnder(Params{}.evaluateAttacks)), under("fgsm"));
  EXPECT_EQ(mainAttackOf(accuraciesUnder("square,noise,pgd,fgsm")), under("pgd"));
  EXPECT_EQ(mainAttackOf(accuraciesUnder("impulse,noise")), under("impulse"));
  EXPECT_EQ(mainAttackOf(accuraciesUnder("")), Metric::Clean);
}

class MetricFiles : public test::RunFixture {
 protected:
  RunConfig measuring(const std::string& attacks) {
    RunConfig config = this->config();
    config.params.evaluateAttacks = attacks;
    return config;
  }
};

TEST_F(MetricFiles, NamesStandForTheAttacksOfTheConfiguration) {
  const Metric pgd = under("pgd:steps=5"), noise = under("noise:sigma=0.3");
  const std::vector<MetricPoint> points{point(10, 0.9, Metric::Clean), point(10, 0.2, pgd), point(10, 0.8, noise)};
  RunWriter::create(run_, measuring("pgd:steps=5,noise:sigma=0.3")).metrics(points, Phase::Joint, 10);
  EXPECT_TRUE(has(metricsText(), "\n10,1.000000,joint,0,pgd,0.2\n10,1.000000,joint,0,noise,0.8\n")) << metricsText();
  EXPECT_EQ(readRun(run_).points, points);
  const RunSummary summary = listRuns(run_.parent_path()).at(0);
  EXPECT_EQ(summary.accuracies, (std::vector<RunSummary::Accuracy>{{Metric::Clean, 0.9}, {pgd, 0.2}, {noise, 0.8}}));
}

TEST_F(MetricFiles, TellHowManyStepsAnEpochHas) {
  RunWriter writer = RunWriter::create(run_, measuring("fgsm"));
  writer.metrics({point(0, 0.1, Metric::Clean)}, Phase::Joint, 468);
  EXPECT_EQ(readRun(run_).stepsPerEpoch, 0);
  writer.metrics({point(12345, 0.1, Metric::Clean)}, Phase::Joint, 468);
  EXPECT_EQ(readRun(run_).stepsPerEpoch, 468);
}

TEST_F(MetricFiles, TwoOfAKindAreToldApartByTheirSettings) {
  const Metric few = under("pgd:steps=5"), many = under("pgd:steps=50");
  const std::vector<MetricPoint> points{point(10, 0.9, Metric::Clean), point(10, 0.3, few), point(10, 0.2, many)};
  RunWriter::create(run_, measuring("pgd:steps=5,pgd:steps=50")).metrics(points, Phase::Joint, 10);
  EXPECT_TRUE(has(metricsText(), ",0,\"pgd:eps=0.1,steps=50\",0.2\n")) << metricsText();
  EXPECT_EQ(readRun(run_).points, points);
}

TEST_F(MetricFiles, AnEditedListNamesWhatIsMeasuredAfterIt) {
  RunWriter writer = RunWriter::create(run_, measuring("fgsm:eps=0.1"));
  const Metric before = under("fgsm:eps=0.1"), after = under("fgsm:eps=0.2"), last = under("pgd:steps=5");
  const std::vector<MetricPoint> points{point(10, 0.3, before), point(20, 0.2, after), point(30, 0.1, last)};
  writer.metrics({points[0]}, Phase::Joint, 10);
  writer.event({10, Event::Kind::Edit, "evaluate.epsilon", "0.2", {}});  // as older versions put it
  writer.metrics({points[1]}, Phase::Joint, 10);
  writer.event({25, Event::Kind::Edit, "evaluate.attacks", "pgd:eps=0.1,steps=5", {}});
  writer.metrics({points[2]}, Phase::Joint, 10);
  const RunRecord record = readRun(run_);
  EXPECT_EQ(record.points, points);
  EXPECT_EQ(accuraciesOf(record.config.params, record.events), (std::vector<Metric>{Metric::Clean, last}));
  EXPECT_EQ(listRuns(run_.parent_path()).at(0).accuracy(last), 0.1);
}

TEST_F(MetricFiles, ResumingKeepsTheLinesOfEveryAttack) {
  {
    RunWriter writer = RunWriter::create(run_, measuring("pgd:steps=5,pgd:steps=50"));
    writer.metrics({point(10, 0.3, under("pgd:steps=5")), point(10, 0.2, under("pgd:steps=50"))}, Phase::Joint, 10);
    writer.metrics({point(20)}, Phase::Joint, 10);
  }
  RunWriter::resume(run_, 10);
  EXPECT_EQ(readRun(run_).points.size(), 2u);
}

TEST_F(MetricFiles, ARunOfAnOlderVersionOpens) {
  RunConfig config = this->config();
  RunWriter::create(run_, config).metrics({point(10, 0.7, under("fgsm:eps=0.25"))}, Phase::Joint, 10);
  auto json = nlohmann::json::parse(readFile(run_ / "config.json"));
  json["params"].erase("evaluate.attacks");
  json["params"]["evaluate.noise"] = 0.15;
  json["params"]["evaluate.epsilon"] = 0.25;
  writeFile(run_ / "config.json", json.dump());
  const RunRecord record = readRun(run_);
  EXPECT_EQ(record.config.params.evaluateAttacks, "noise:sigma=0.15,fgsm:eps=0.25");
  ASSERT_EQ(record.points.size(), 1u);
  EXPECT_EQ(record.points[0].metric, under("fgsm:eps=0.25"));
}

TEST_F(MetricFiles, ATrainingMeasuresItsListAndGoesOnWithIt) {
  auto params = test::smallParams("none");
  setParam(params, "evaluate.attacks", "pgd:eps=0.1,steps=5,noise:sigma=0.3");
  const auto trained = [&](RunOptions options) {
    Trainer trainer(params, test::smallDigits(), std::move(options));
    trainer.start();
    trainer.wait();
  };
  trained({.folder = run_, .steps = 20});
  trained({.folder = run_, .resume = true, .steps = 40});
  trained({.folder = folder_ / "parent" / "whole", .steps = 40});
  std::set<Metric> measured;
  for (const MetricPoint& point : readRun(run_).points)
    if (isAccuracy(point.metric)) measured.insert(point.metric);
  EXPECT_EQ(measured, (std::set<Metric>{Metric::Clean, under("pgd:eps=0.1,steps=5"), under("noise:sigma=0.3")}));
  EXPECT_EQ(metricsText(), readFile(folder_ / "parent" / "whole" / kMetricsFile));
}

}  // namespace
}  // namespace sparring
