// The coach's rules: each speaks on figures of a run that shows its sign, and is silent on those of one that does not.
#include "sparring/coach.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <sstream>

#include "sparring/presets.h"

namespace sparring {
namespace {

/// Recorded by the preset wong20 on MNIST, seed 1, until step 2574: step, clean, fgsm and pgd (10 steps) at ε 0.3.
constexpr const char* kWong = R"(
0 0.0985 0 0
234 0.556 0.338 0.0315
468 0.5845 0.434 0.016
702 0.6125 0.5715 0.0105
936 0.6055 0.7155 0.0015
1170 0.581 0.7095 0.009
1404 0.53 0.7875 0.0165
1638 0.559 0.7745 0.005
1872 0.6705 0.7505 0.006
2106 0.6015 0.7985 0.0235
2340 0.677 0.8425 0.0125
2574 0.7135 0.7845 0.012
)";

/// Recorded by the preset demo-fgsm with λ = 1: step, clean, fgsm and pgd at ε 0.1.
constexpr const char* kDemoFgsm = R"(
0 0.0985 0.0015 0
234 0.92 0.189 0.141
468 0.937 0.152 0.0965
702 0.9505 0.775 0.706
936 0.959 0.801 0.7275
1170 0.965 0.8245 0.7385
1404 0.969 0.8395 0.758
1638 0.968 0.854 0.769
1872 0.968 0.853 0.758
2106 0.972 0.871 0.749
2340 0.978 0.8695 0.7655
2574 0.975 0.8775 0.7505
2808 0.9755 0.8795 0.764
3042 0.9775 0.8715 0.686
3276 0.979 0.881 0.7595
3510 0.977 0.8835 0.7165
3744 0.9785 0.89 0.7305
3978 0.976 0.8855 0.7165
4212 0.98 0.893 0.7355
4446 0.98 0.894 0.754
4680 0.98 0.884 0.7765
)";

class CoachTest : public ::testing::Test {
 protected:
  CoachTest() {
    params_.adversary = "fgsm";
    params_.lossClassifier = "cross-entropy";
    run_.totalSteps = 5000;
    run_.stepsPerEpoch = 500;
    run_.tested = 2000;
    phase(0, Phase::Joint);
  }

  void phase(int64_t step, Phase phase) { events_.push_back({step, Event::Kind::Phase, phaseName(phase), {}, {}}); }

  void point(int64_t step, Metric metric, double value, int16_t lane = 0) {
    points_.push_back({step, metric, lane, value});
    run_.step = std::max(run_.step, step);
  }

  /// Lines of a step and so many accuracies.
  void recorded(const std::string& text, const std::vector<Metric>& metrics) {
    std::istringstream lines(text);
    int64_t step = 0;
    while (lines >> step)
      for (const Metric metric : metrics) {
        double value = 0;
        lines >> value;
        point(step, metric, value);
      }
  }

  void evaluations(int64_t every, std::initializer_list<std::pair<Metric, std::vector<double>>> series) {
    for (const auto& [metric, values] : series)
      for (size_t i = 0; i < values.size(); ++i) point(static_cast<int64_t>(i + 1) * every, metric, values[i]);
  }

  std::vector<Hint> hints() {
    run_.params = params_;
    run_.points = points_;
    run_.events = events_;
    return hintsFor(run_);
  }

  std::vector<std::string> rules() {
    std::vector<std::string> names;
    for (const Hint& hint : hints()) names.push_back(hint.rule);
    return names;
  }

  using Names = std::vector<std::string>;

  const Metric fgsm_ = accuracyUnder(parseAttack("fgsm:eps=0.3")),
               pgd_ = accuracyUnder(parseAttack("pgd:eps=0.3,steps=10")),
               weakFgsm_ = accuracyUnder(parseAttack("fgsm:eps=0.1")),
               weakPgd_ = accuracyUnder(parseAttack("pgd:eps=0.1"));
  Params params_;
  CoachCase run_;
  std::vector<MetricPoint> points_;
  std::vector<Event> events_;
};

TEST_F(CoachTest, HasNothingToSayOfNothing) { EXPECT_EQ(rules(), Names()); }

TEST_F(CoachTest, SeesThatWong20SpoilsOneStepOnly) {
  params_ = preset("wong20").params;
  recorded(kWong, {Metric::Clean, fgsm_, pgd_});
  const auto found = hints();
  ASSERT_EQ(rules(), Names{"catastrophic-overfitting"}) << "and does not say the same again as label leaking";
  EXPECT_EQ(found[0].figures.args.back(), "1.2") << "per cent under PGD";
  EXPECT_EQ(found[0].remedy, Names{"adversary=pgd"});
}

TEST_F(CoachTest, SpeaksOfWong20AfterItsSecondEvaluation) {
  params_ = preset("wong20").params;
  recorded(kWong, {Metric::Clean, fgsm_, pgd_});
  std::erase_if(points_, [](const MetricPoint& point) { return point.step > 234; });
  EXPECT_EQ(rules(), Names{}) << "once may be chance";
  recorded("468 0.5845 0.434 0.016", {Metric::Clean, fgsm_, pgd_});
  EXPECT_EQ(rules(), Names{"catastrophic-overfitting"});
}

TEST_F(CoachTest, IsSilentOnDemoFgsm) {
  params_ = preset("demo-fgsm").params;
  recorded(kDemoFgsm, {Metric::Clean, weakFgsm_, weakPgd_});
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, SeesPgdFallWhileFgsmRises) {
  evaluations(250, {{Metric::Clean, {.9, .93, .95, .95}}, {fgsm_, {.5, .6, .62, .65}}, {pgd_, {.4, .45, .28, .27}}});
  const auto found = hints();
  ASSERT_EQ(rules(), Names{"catastrophic-overfitting"});
  EXPECT_EQ(found[0].from, 500);
}

TEST_F(CoachTest, AFallThatHasBeenMadeGoodIsNoSign) {
  evaluations(250, {{Metric::Clean, {.9, .93, .95, .95}}, {fgsm_, {.5, .6, .62, .65}}, {pgd_, {.4, .45, .28, .46}}});
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, WithoutAnOpponentALossOfRobustnessIsNoNews) {
  params_.lambda = {0};
  evaluations(250, {{Metric::Clean, {.9, .93, .95, .95}}, {fgsm_, {.5, .6, .62, .65}}, {pgd_, {.4, .45, .02, .02}}});
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, SeesAttackedImagesReadBetterThanCleanOnes) {
  evaluations(250, {{Metric::Clean, {.9, .92, .92}}, {fgsm_, {.8, .96, .97}}});
  EXPECT_EQ(rules(), Names{"label-leaking"});
}

TEST_F(CoachTest, ADifferenceWithinTheIntervalsIsNoLeak) {
  run_.tested = 100;
  evaluations(250, {{Metric::Clean, {.9, .92, .92}}, {fgsm_, {.8, .96, .97}}});
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, SeesRobustnessWearOffWhileTheCleanAccuracyRises) {
  params_.adversary = "pgd";
  evaluations(250, {{Metric::Clean, {.9, .92, .93, .94, .95, .95, .96, .96, .97, .97, .97, .98}},
                    {weakPgd_, {.6, .7, .75, .76, .75, .74, .72, .7, .69, .68, .67, .67}}});
  const auto found = hints();
  ASSERT_EQ(rules(), Names{"robust-overfitting"});
  EXPECT_EQ(found[0].from, 1250) << "where the mean of five is best";
  EXPECT_EQ(found[0].remedy, Names{"lr.classifier=5e-05"});
}

TEST_F(CoachTest, RobustnessThatFallsWithTheCleanAccuracyIsSomethingElse) {
  params_.adversary = "pgd";
  evaluations(250, {{Metric::Clean, {.9, .92, .93, .94, .94, .93, .92, .92, .91, .9, .9, .9}},
                    {weakPgd_, {.6, .7, .75, .76, .75, .74, .72, .7, .69, .68, .67, .67}}});
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, TellsFromTheLossHowManyTrainingImagesAreRight) {
  params_.lambda = {0};
  for (int64_t step = 10; step <= 1000; step += 10) point(step, Metric::L, 0.01);
  evaluations(500, {{Metric::Clean, {.9, .91}}});
  EXPECT_EQ(rules(), Names{"overfitting"});
  EXPECT_EQ(hints()[0].figures.args.front(), "98.6") << "1 - 0.01 / ln 2";
}

TEST_F(CoachTest, ATestFromBeforeTheClassifierLearnedIsNotHeldAgainstItsLoss) {
  params_.lambda = {0};
  phase(0, Phase::Teacher);
  phase(938, Phase::Pretrain);
  recorded("0 0.098\n234 0.098\n468 0.098\n702 0.098\n", {Metric::Clean});
  for (int64_t step = 940; step <= 1100; step += 10) point(step, Metric::L, 0.3);
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, ALossThatAllowsAsManyErrorsAsInTheTestIsNoSign) {
  params_.lambda = {0};
  for (int64_t step = 10; step <= 1000; step += 10) point(step, Metric::L, 0.05);
  evaluations(500, {{Metric::Clean, {.9, .91}}});
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, SeesALossThatJumpsAndStaysUp) {
  for (int64_t step = 10; step <= 600; step += 10) point(step, Metric::LTotal, step < 400 ? 0.2 : 2.3);
  const auto found = hints();
  ASSERT_EQ(rules(), Names{"loss-jump"});
  EXPECT_EQ(found[0].from, 390);
  EXPECT_EQ(found[0].remedy, Names{"lr.classifier=0.00025"});
}

TEST_F(CoachTest, ASpikeOrAnEditIsNoJump) {
  for (int64_t step = 10; step <= 600; step += 10) point(step, Metric::LTotal, step == 400 ? 2.3 : 0.2);
  EXPECT_EQ(rules(), Names());
  points_.clear();
  events_.push_back({395, Event::Kind::Edit, "lambda", "20", {}});
  for (int64_t step = 10; step <= 600; step += 10) point(step, Metric::LTotal, step < 400 ? 0.2 : 2.3);
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, ALossThatIsNoNumberAnyMoreIsTold) {
  run_.broken = true;
  run_.step = 70;
  EXPECT_EQ(rules(), Names{"loss-jump"});
  EXPECT_EQ(hints()[0].from, 70);
}

void gradients(std::vector<MetricPoint>& points, Metric metric, const std::vector<double>& values, int16_t lane) {
  for (size_t i = 0; i < values.size(); ++i)
    points.push_back({static_cast<int64_t>(i + 1) * 250, metric, lane, values[i]});
}

TEST_F(CoachTest, NamesTheLambdaThatBalances) {
  params_.lambda = {0, 20};
  gradients(points_, Metric::GradientRatio, {30, 41, 36, 40, 44, 39, 40, 8}, 1);
  const auto found = hints();
  ASSERT_EQ(rules(), Names{"unbalanced"});
  EXPECT_EQ(found[0].lane, 1);
  EXPECT_EQ(found[0].remedy, Names{"lambda=0,0.5"});
}

TEST_F(CoachTest, ALambdaThatIsDrownedIsToBeRaised) {
  params_.lambda = {0.01};
  gradients(points_, Metric::GradientRatio, std::vector<double>(8, 0.02), 0);
  ASSERT_EQ(rules(), Names{"unbalanced"});
  EXPECT_EQ(hints()[0].remedy, Names{"lambda=0.5"});
}

TEST_F(CoachTest, ALongGradientThatPointsTheSameWayDrownsNothing) {
  params_.lambda = {4};
  gradients(points_, Metric::GradientRatio, {7.6, 7.5, 10.9, 11.3, 10.6, 10.6, 10.5, 11}, 0);
  gradients(points_, Metric::GradientCosine, {.6, .7, .65, .48, .72, .88, .55, .6}, 0);
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, GradientsWithinATenthAndTenTimesAreBalanced) {
  gradients(points_, Metric::GradientRatio, {30, 0.05, 12, 9, 8, 9, 3, 8}, 0);
  gradients(points_, Metric::GradientCosine, {-.5, -.4, -.2, 0, .2, -.1, -.35, -.2}, 0);
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, AnEditBeginsTheCountAnew) {
  gradients(points_, Metric::GradientRatio, std::vector<double>(8, 30), 0);
  events_.push_back({1000, Event::Kind::Edit, "lambda", "1", {}});
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, SeesGradientsThatPullApart) {
  params_.lambda = {4};
  gradients(points_, Metric::GradientCosine, {-.5, -.4, -.6, -.5, -.2, -.4, -.35, -.45}, 0);
  ASSERT_EQ(rules(), Names{"opposed"});
  EXPECT_EQ(hints()[0].remedy, Names{"lambda=2"});
}

class DuelCoach : public CoachTest {
 protected:
  DuelCoach() {
    params_.adversary = "gan";
    events_.clear();
    phase(0, Phase::Gan);
  }
  void duel(double discriminator, double generator) {
    for (int64_t step = 10; step <= 2000; step += 10) {
      const double left = std::exp(-static_cast<double>(step) / 150);
      point(step, Metric::D, discriminator + (0.25 - discriminator) * left);
      point(step, Metric::G, generator + (0.1 - generator) * left);
    }
  }
  static std::shared_ptr<const GeneratorQuality> quality(Check::Verdict verdict, const std::string& check = "score") {
    auto q = std::make_shared<GeneratorQuality>();
    q->checks.push_back({check, {"title"}, {"finding"}, {"meaning"}, verdict, true, {"beta=0"}});
    return q;
  }
};

TEST_F(DuelCoach, SeesADiscriminatorThatHasWon) {
  duel(0.0002, 0.498);
  ASSERT_EQ(rules(), Names{"discriminator-won"});
  EXPECT_EQ(hints()[0].remedy, Names{"lr.discriminator=0.000125"});
}

// as seed-repaired has them, and seed-literal, whose generator collapses without a discriminator that wins
TEST_F(DuelCoach, ADuelThatGoesOnIsNotWon) {
  duel(0.18, 0.25);
  EXPECT_EQ(rules(), Names());
}

TEST_F(DuelCoach, ACollapseIsToldWhenItIsStillThereInTheJointPhase) {
  run_.qualities = {quality(Check::Verdict::Alarm), quality(Check::Verdict::Alarm)};
  EXPECT_EQ(rules(), Names()) << "the duel is young";
  phase(10, Phase::Joint);
  EXPECT_EQ(rules(), Names{"mode-collapse"});
  EXPECT_EQ(hints()[0].remedy, Names{"beta=0"});
  run_.qualities.front() = quality(Check::Verdict::Pass);
  EXPECT_EQ(rules(), Names()) << "once may be chance";
}

TEST_F(DuelCoach, InTheEndOneMeasurementIsEnough) {
  run_.over = true;
  run_.qualities = {quality(Check::Verdict::Alarm, "agreement")};
  EXPECT_EQ(rules(), Names{"disobedience"});
  run_.qualities = {quality(Check::Verdict::Alarm, "memorisation")};
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, SeesThatNothingMovesAnyMore) {
  for (int64_t step = 50; step <= 4000; step += 50) {
    point(step, Metric::LTotal, step < 2000 ? 1 - 0.0004 * static_cast<double>(step) : 0.2);
    point(step, Metric::Clean, step < 2000 ? 0.9 : 0.97);
  }
  EXPECT_EQ(rules(), Names{"nothing-moves"});
  run_.totalSteps = 4000;
  EXPECT_EQ(rules(), Names()) << "it is at its end anyway";
}

TEST_F(CoachTest, WhileTheLossFallsThereIsSomethingToLearn) {
  for (int64_t step = 50; step <= 4000; step += 50) {
    point(step, Metric::LTotal, 1 - 0.0002 * static_cast<double>(step));
    point(step, Metric::Clean, 0.97);
  }
  EXPECT_EQ(rules(), Names());
}

TEST_F(CoachTest, FiguresThatAreNoNumbersAreNoFigures) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (int64_t step = 10; step <= 600; step += 10)
    for (const Metric metric :
         {Metric::LTotal, Metric::L, Metric::D, Metric::G, Metric::GradientRatio, Metric::Clean, fgsm_})
      point(step, metric, nan);
  point(600, Metric::L, 1, -3);
  EXPECT_EQ(rules(), Names());
}

// What is advised can be set.
TEST_F(CoachTest, ARemedyIsSettings) {
  params_ = preset("wong20").params;
  recorded(kWong, {Metric::Clean, fgsm_, pgd_});
  for (const Hint& hint : hints())
    for (const std::string& setting : hint.remedy) EXPECT_NO_THROW(setParam(params_, setting)) << setting;
  EXPECT_EQ(params_.adversary, "pgd");
}

}  // namespace
}  // namespace sparring
