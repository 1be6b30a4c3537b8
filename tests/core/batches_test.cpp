// What a step is given: shuffled images, classes to ask for; and where its losses are put.
#include "batches/batches.h"

#include "batches/wanted.h"
#include "engine_fixture.h"
#include "measure/pictures.h"
#include "train/losssums.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

struct Loaded {
  at::Tensor x = at::empty({64, 784}), y = at::empty({64}, at::kInt);
};

Loaded loaded(Batches& batches, int64_t step) {
  Loaded batch;
  batches.load(step, batch.x, batch.y);
  return batch;
}

Batches digits(Batches::Order order) { return {tensorsOf(smallDigits()->train, at::kCPU), 64, 5, order}; }

TEST(Batches, AnEpochMeetsEveryImageOnce) {
  auto batches = digits(Batches::Order::Anew);
  ASSERT_EQ(batches.perEpoch(), 10);
  auto sum = at::zeros({784}, at::kDouble);
  for (int64_t step = 10; step < 20; ++step) sum += loaded(batches, step).x.sum(0, false, at::kDouble);
  const auto all = pixelsOf(smallDigits()->train).to(at::kDouble).div(255).sum(0);
  EXPECT_LE(test::relativeError(sum, all), 1e-6);
}

TEST(Batches, MadeAnewAStepIsTheSameWhateverCameBefore) {
  auto straight = digits(Batches::Order::Anew), jumped = digits(Batches::Order::Anew);
  for (int64_t step = 0; step < 27; ++step) loaded(straight, step);
  EXPECT_TRUE(loaded(straight, 27).x.equal(loaded(jumped, 27).x));
  EXPECT_FALSE(loaded(straight, 7).x.equal(loaded(jumped, 17).x)) << "epochs differ";
}

TEST(Batches, GoingOnwardTheFirstEpochIsThatOfAnOrderMadeAnewAndTheNextIsNot) {
  auto onward = digits(Batches::Order::Onward), anew = digits(Batches::Order::Anew);
  EXPECT_TRUE(loaded(onward, 0).y.equal(loaded(anew, 0).y));
  EXPECT_FALSE(loaded(onward, 10).x.equal(loaded(anew, 10).x));
}

struct Asked {
  at::Tensor wanted = at::empty({100}, at::kInt), wrong = at::empty({100}, at::kInt);
};

Asked asked(WantedClasses& classes) {
  Asked batch;
  classes.load(0, batch.wanted, batch.wrong);
  return batch;
}

TEST(WantedClasses, AreOnlyThoseThatOccurAndWrongOnesToo) {
  WantedClasses classes({1, 4, 6}, 8, 100, 1, 3, at::kCPU);
  const auto batch = asked(classes);
  const auto table = classes.table().accessor<int32_t, 2>();
  std::set<int> wanted, wrong;
  for (int64_t i = 0; i < 100; ++i) {
    const int right = batch.wanted[i].item<int>(), other = table[right][batch.wrong[i].item<int>()];
    EXPECT_NE(other, right);
    wanted.insert(right);
    wrong.insert(other);
  }
  EXPECT_EQ(wanted, (std::set{1, 4, 6}));
  EXPECT_EQ(wrong, (std::set{1, 4, 6}));
  EXPECT_EQ(table[2][1], 4) << "a class that does not occur has wrong ones that do";
}

TEST(WantedClasses, WithAllOfThemAnOffsetIsAddedAndGoesRound) {
  WantedClasses classes({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 10, 100, 1, 3, at::kCPU);
  const auto expected = at::arange(10, at::kInt).unsqueeze(1).add(at::arange(10, at::kInt)).remainder(10);
  EXPECT_TRUE(classes.table().equal(expected));
}

TEST(WantedClasses, WhereThereIsOneClassAnyOtherIsWrong) {
  WantedClasses classes({2}, 3, 100, 1, 3, at::kCPU);
  const auto batch = asked(classes);
  EXPECT_TRUE(batch.wanted.eq(2).all().item<bool>());
  for (int64_t i = 0; i < 100; ++i) EXPECT_NE(classes.table()[2][batch.wrong[i].item<int>()].item<int>(), 2);
}

// The small digits without some of their classes.
std::shared_ptr<const Dataset> only(const std::set<int>& classes) {
  auto some = std::make_shared<Dataset>(*smallDigits());
  for (auto* set : {&some->train, &some->test}) {
    const auto& labels = set == &some->train ? smallDigits()->train.labels : smallDigits()->test.labels;
    auto kept = classes.begin();  // each image takes the next class's name: what it shows is of no matter here
    for (size_t i = 0; i < labels.size(); ++i) {
      set->labels[i] = static_cast<uint8_t>(*kept);
      if (++kept == classes.end()) kept = classes.begin();
    }
  }
  return some;
}

TEST(AbsentClasses, AreNotAskedOfAGenerator) {
  auto p = smallParams("cgan");
  p.beta = 0.5;
  p.fooling = "wrong-target";
  Experiment experiment(p, only({2, 3, 7}), at::kCPU);
  for (int i = 0; i < 5; ++i) experiment.step(Phase::Joint);
  const auto& wanted = experiment.batch().wanted;
  EXPECT_TRUE(wanted.eq(2).logical_or(wanted.eq(3)).logical_or(wanted.eq(7)).all().item<bool>());
  EXPECT_EQ(experiment.checkpoint().metadata.at("classes.present"), "2,3,7");
  const auto grid = experiment.samples().at(0);
  EXPECT_EQ(grid->columns, 10);
  ASSERT_EQ(grid->wanted.size(), 30u);
  EXPECT_EQ(grid->wanted[0], 2);
  EXPECT_EQ(grid->wanted[29], 7);
  const auto set = Model(*experiment.weights()).generate(7, 1);
  EXPECT_EQ(set.labels, (std::vector<uint8_t>{2, 3, 7, 2, 3, 7, 2}));
}

TEST(AbsentClasses, OfACheckpointThatDoesNotNameAnyThereAreNone) {
  Experiment experiment(smallParams("cgan"), smallDigits(), at::kCPU);
  auto weights = *experiment.weights();
  weights.classes.clear();
  EXPECT_EQ(Model(weights).generate(12, 1).labels, (std::vector<uint8_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1}));
}

std::vector<int> classes(int n) {
  std::vector<int> list;
  for (int i = 0; i < n; ++i) list.push_back(i);
  return list;
}

TEST(SampleGrids, HoldAboutAHundredImagesWithARowForEachClass) {
  EXPECT_EQ(gridOf(classes(2)).count(), 20);
  EXPECT_EQ(gridOf(classes(10)).columns, 10);
  EXPECT_EQ(gridOf(classes(12)).columns, 8);
  for (const int n : {47, 256}) {
    const auto plan = gridOf(classes(n));
    EXPECT_EQ(plan.count(), 100);
    EXPECT_EQ(plan.classes.front(), 0);
    EXPECT_GT(plan.classes.back(), n * 9 / 10) << "spread over all of them";
  }
}

TEST(LossSums, GiveEachLossItsPlaceAndItsMean) {
  LossSums sums(2, at::kCPU);
  double value = 1;
  for (const auto loss : {Metric::D, Metric::G}) sums.of(loss).add_(value++);
  for (int64_t k = 0; k < 2; ++k)
    for (const auto loss : {Metric::L, Metric::LambdaLAdv, Metric::LTotal}) sums.of(loss, k).add_(value++);
  sums.count({.classifiers = true, .generator = true, .discriminator = false});
  sums.count({.classifiers = true, .generator = false, .discriminator = false});
  const auto points = sums.take(9);
  const std::vector<MetricPoint> expected{
      {9, Metric::L, 0, 1.5},          {9, Metric::LambdaLAdv, 0, 2}, {9, Metric::LTotal, 0, 2.5}, {9, Metric::L, 1, 3},
      {9, Metric::LambdaLAdv, 1, 3.5}, {9, Metric::LTotal, 1, 4},     {9, Metric::G, 0, 2}};
  EXPECT_EQ(points, expected) << "nobody's D was counted";
  EXPECT_TRUE(sums.take(9).empty());
}

TEST(LossSums, AreReadFromCheckpointsThatCountTheDuelOnce) {
  LossSums sums(1, at::kCPU);
  sums.read({{"losses.sums", "6,4,1,2,3"}, {"losses.duel_steps", "2"}, {"losses.classifier_steps", "1"}});
  const auto points = sums.take(0);
  ASSERT_EQ(points.size(), 5u);
  EXPECT_EQ(points[3], (MetricPoint{0, Metric::D, 0, 3}));
  EXPECT_THROW(sums.read({{"losses.sums", "1,2,3,4,5"}}), Error);
}

}  // namespace
}  // namespace sparring
