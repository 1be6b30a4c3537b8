// The rules of the masking alarm, on made-up figures.
#include "judge/masking.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sparring/findings.h"

namespace sparring {
namespace {

constexpr int64_t kImages = 10000;

Share share(double value, int64_t count = kImages) {
  return {static_cast<int64_t>(value * static_cast<double>(count) + 0.5), count};
}

Curve curve(const std::string& attack, const std::vector<std::pair<double, double>>& points, int64_t count = kImages) {
  Curve curve{parseAttack(attack), "eps", {}};
  for (const auto& [strength, value] : points) curve.points.push_back({strength, share(value, count)});
  return curve;
}

/// Figures as an honest classifier has them.
LaneAssessment honest() {
  LaneAssessment lane;
  lane.loss = "squared";
  lane.clean = share(0.98);
  lane.curves = {curve("fgsm", {{0.1, 0.60}, {0.3, 0.20}}),
                 curve("fgsm-mse", {{0.1, 0.62}}),
                 curve("pgd", {{0.1, 0.50}, {0.3, 0.05}, {0.5, 0.0}}),
                 curve("cw", {{0.1, 0.51}, {0.3, 0.06}}),
                 curve("square", {{0.1, 0.58}}, 1000),
                 curve("transfer", {{0.1, 0.9}})};
  lane.curves[4].whiteBox = {share(0.5, 1000)};
  lane.curves[5].whiteBox = {share(0.5)};
  return lane;
}

Check::Verdict verdict(const LaneAssessment& lane, const std::string& rule) {
  const auto checks = maskingChecks(lane);
  return std::ranges::find(checks, rule, &Check::name)->verdict;
}

Curve& at(LaneAssessment& lane, const std::string& attack) {
  return *std::ranges::find_if(lane.curves, [&](const Curve& c) { return c.attack.name == attack; });
}

void expectOnly(const LaneAssessment& lane, const std::string& rule) {
  for (const auto& check : maskingChecks(lane))
    EXPECT_EQ(check.verdict == Check::Verdict::Alarm, check.name == rule) << check.name << ": " << check.finding.str();
}

TEST(Masking, HonestFiguresPassEveryRule) {
  for (const auto& check : maskingChecks(honest())) EXPECT_EQ(check.verdict, Check::Verdict::Pass) << check.name;
}

TEST(Masking, WhatWasNotMeasuredIsUnknown) {
  LaneAssessment lane;
  lane.loss = "squared";
  lane.clean = share(0.98);
  for (const auto& check : maskingChecks(lane)) EXPECT_EQ(check.verdict, Check::Verdict::Unknown) << check.name;
}

TEST(Masking, AMarginThatFindsMoreThanTheCrossEntropy) {
  auto lane = honest();
  at(lane, "cw").points[1].share = share(0.03);
  expectOnly(lane, "margin");
  at(lane, "cw").points[1].share = share(0.045);
  EXPECT_EQ(verdict(lane, "margin"), Check::Verdict::Pass) << "less than a point";
}

TEST(Masking, OneStepThatBeatsMany) {
  auto lane = honest();
  at(lane, "fgsm").points[0].share = share(0.47);
  at(lane, "fgsm-mse").points[0].share = share(0.48);
  expectOnly(lane, "one-step");
}

TEST(Masking, ADifferenceWithinChanceIsNoAlarm) {
  auto lane = honest();
  at(lane, "fgsm").points[0].share = share(0.49);  // the interval of 10,000 images is 1.4 points
  EXPECT_EQ(verdict(lane, "one-step"), Check::Verdict::Pass);
}

TEST(Masking, AFewImagesOfManyAreNoAlarm) {
  auto lane = honest();
  at(lane, "fgsm").points[1].share = share(0.0);
  at(lane, "pgd").points[1].share = share(0.003);
  at(lane, "cw").points[1].share = share(0.003);
  EXPECT_EQ(verdict(lane, "one-step"), Check::Verdict::Pass);
}

/// A plain classifier under attacks that somebody cut short.
LaneAssessment underShortAttacks(const std::string& settings) {
  LaneAssessment lane;
  lane.loss = "cross-entropy";
  lane.clean = share(0.98);
  lane.curves = {curve("fgsm", {{0.1, 0.10}, {0.3, 0.01}}),
                 curve("pgd:" + settings, {{0.1, 0.30}, {0.3, 0.10}, {0.5, 0.12}}),
                 curve("cw:" + settings, {{0.1, 0.30}, {0.3, 0.10}}), curve("square", {{0.3, 0.0}}, 1000)};
  lane.curves[3].whiteBox = {share(0.02, 1000)};
  return lane;
}

TEST(Masking, AttacksCutShortProveNothing) {
  for (const char* settings : {"steps=1,alpha=1", "steps=40,alpha=0.3"})
    for (const auto& check : maskingChecks(underShortAttacks(settings)))
      EXPECT_NE(check.verdict, Check::Verdict::Alarm) << settings << " " << check.name << ": " << check.finding.str();
}

TEST(Masking, BlindSearchThatBeatsTheGradient) {
  auto lane = honest();
  at(lane, "square").points[0].share = share(0.40, 1000);
  expectOnly(lane, "black-box");
}

TEST(Masking, BlindSearchIsComparedOnItsOwnImages) {
  auto lane = honest();
  at(lane, "square").points[0].share = share(0.40, 1000);
  at(lane, "square").whiteBox = {share(0.38, 1000)};
  EXPECT_EQ(verdict(lane, "black-box"), Check::Verdict::Pass);
}

TEST(Masking, BorrowedAttackThatBeatsTheGradient) {
  auto lane = honest();
  at(lane, "transfer").points[0].share = share(0.45);
  expectOnly(lane, "transfer");
}

TEST(Masking, WithstandingAnUnboundedAttack) {
  auto lane = honest();
  at(lane, "pgd").points[1].share = share(0.15);
  at(lane, "pgd").points[2].share = share(0.12);
  at(lane, "cw").points[1].share = share(0.15);
  expectOnly(lane, "unbounded");
}

TEST(Masking, WhoKnowsNothingIsNotJudgedByWhatIsLeft) {
  auto lane = honest();
  lane.clean = share(0.1135);
  EXPECT_EQ(verdict(lane, "unbounded"), Check::Verdict::Unknown);
}

TEST(Masking, AccuracyThatRisesWithStrength) {
  auto lane = honest();
  at(lane, "cw").points[1].share = share(0.55);
  expectOnly(lane, "monotone");
}

TEST(Masking, AttackedDigitsEasierThanClean) {
  auto lane = honest();
  lane.clean = share(0.57);
  expectOnly(lane, "leaking");
}

TEST(Masking, SquaredErrorThatHidesItsGradient) {
  auto lane = honest();
  at(lane, "fgsm-mse").points[0].share = share(0.70);
  expectOnly(lane, "saturated");
  lane.loss = "cross-entropy";
  EXPECT_EQ(verdict(lane, "saturated"), Check::Verdict::Pass);
}

TEST(Masking, AlarmIsADoubtInTheVerdict) {
  auto lane = honest();
  at(lane, "fgsm").points[0].share = share(0.40);
  lane.checks = maskingChecks(lane);
  const auto list = findings(honest(), lane);
  EXPECT_EQ(list.back().kind, Finding::Kind::Doubt);
  EXPECT_FALSE(list.back().sentence.empty());
}

TEST(Masking, SaturationIsNoDoubtOfAttacksOnTheLogits) {
  auto lane = honest();
  at(lane, "fgsm-mse").points[0].share = share(0.70);
  lane.checks = maskingChecks(lane);
  EXPECT_NE(findings(honest(), lane).back().kind, Finding::Kind::Doubt);
}

}  // namespace
}  // namespace sparring
