// Products spread over the team, and what a step would cost if it were them alone.
#include "nn/gemm.h"

#include "bench/works.h"
#include "engine_fixture.h"

namespace sparring {
namespace {

std::vector<float> ramp(size_t n) {
  std::vector<float> values(n);
  for (size_t i = 0; i < n; ++i) values[i] = static_cast<float>(i % 17) * 0.25f - 2;
  return values;
}

TEST(Products, EveryPieceIsMadeOnceHoweverManyThreads) {
  const int64_t m = 200, n = 96, k = 128;
  auto a = ramp(static_cast<size_t>(m * k)), b = ramp(static_cast<size_t>(k * n));
  std::vector<float> alone(static_cast<size_t>(m * n)), shared(alone.size());
  for (const bool byColumns : {false, true}) {
    ops::Products products{.a = {a.data(), k}, .b = {b.data(), n}, .c = {alone.data(), n}, .m = m, .n = n, .k = k};
    products.byColumns = byColumns;
    Team one(1, [] {}), three(3, [] {});
    ops::makeProducts(one, {&products, 1}, [](const ops::Piece&) {});
    products.c.data = shared.data();
    std::atomic<int64_t> covered = 0;
    ops::makeProducts(three, {&products, 1}, [&](const ops::Piece& piece) { covered += piece.rows * piece.columns; });
    EXPECT_EQ(covered, m * n);
    for (size_t i = 0; i < alone.size(); ++i) ASSERT_NEAR(shared[i], alone[i], 1e-3) << i;
  }
}

TEST(Replay, MakesTheProductsOfAStepInMemoryOfItsOwn) {
  ops::setThreads(2);
  auto p = test::smallParams("cgan");
  p.batch = 128;
  p.classifierHidden = {64};
  Experiment experiment(p, test::smallDigits(), at::kCPU);
  ops::ProductLog log;
  ops::logProducts(&log);
  experiment.step(Phase::Pretrain);
  ops::logProducts(nullptr);
  experiment.step(Phase::Pretrain);
  const auto before = experiment.lanes().net.gradient().clone();
  const ops::Replay replay(log);
  // one hidden layer: forward and dW of both layers, dx of the second
  EXPECT_EQ(replay.flop(), 2.0 * 128 * (2 * 784 * 64 + 3 * 64 * 10));
  replay.run(ops::team());
  EXPECT_TRUE(before.equal(experiment.lanes().net.gradient()));
}

TEST(Team, DoesMorePartsThanThereAreThreadsEachOnce) {
  Team team(3, [] {});
  for (int round = 0; round < 200; ++round) {
    std::array<std::atomic<int>, 20> done{};
    eachPart(team, 20, [&](int part) { ++done[static_cast<size_t>(part)]; });
    for (const auto& times : done) ASSERT_EQ(times, 1);
  }
}

TEST(Team, EndsHoweverSoonAfterItsBeginning) {
  for (int round = 0; round < 20000; ++round) {
    Team team(3, [] {});
    if (round % 2 == 1) eachPart(team, 4, [](int) {});
  }
}

TEST(Bench, EveryWorkCanBeMade) {
  for (const auto& row : benchWorkRows()) {
    if (row.work.key == "pgd-eval") continue;  // as the others, but long
    const auto task = row.make(test::smallDigits(), at::kCPU);
    task.step();
    EXPECT_EQ(task.batch, 128) << row.work.key;
  }
}

TEST(Bench, ReportsTheFloorOfItsProducts) {
  const auto report =
      runBench({.works = {"seed-step"}, .threads = 1, .rounds = 1, .peers = false}, test::smallDigits(), {});
  ASSERT_EQ(report.rows.size(), 1u);
  // classifier 784-128-64-10 on 256 rows, G 100-128-784 and D 784-1 on 128 and 256, by hand
  EXPECT_NEAR(report.rows[0].gflopPerStep, 0.2003, 0.002);
  EXPECT_GT(report.rows[0].milliseconds.median, 0);
  EXPECT_NE(benchMarkdown(report).find("seed step"), std::string::npos);
  EXPECT_NE(benchJson(report).find("\"over_floor\""), std::string::npos);
}

TEST(Bench, RefusesAnUnknownWork) { EXPECT_THROW(runBench({.works = {"sead-step"}}, test::smallDigits(), {}), Error); }

TEST(Bench, IsCancelledByItsProgress) {
  EXPECT_THROW(runBench({.works = {"seed-step"}, .peers = false}, test::smallDigits(),
                        [](const std::string&, int, int) { return false; }),
               Cancelled);
}

}  // namespace
}  // namespace sparring
