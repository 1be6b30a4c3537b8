// What mattered in a sweep: rank correlations, spreads between choices, and whether they exceed chance.
#include <gtest/gtest.h>

#include <filesystem>

#include "sparring/sweep.h"
#include "temp_folder.h"

namespace sparring {
namespace {

TEST(RankCorrelation, IsThatOfATextbookWithItsInterval) {
  const auto found =
      rankCorrelation({106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, {7, 27, 2, 50, 28, 29, 20, 12, 6, 17});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->rho, -29.0 / 165, 1e-12);
  EXPECT_NEAR(found->low, -0.72783, 1e-5);
  EXPECT_NEAR(found->high, 0.51455, 1e-5);
  EXPECT_EQ(found->count, 10u);
  EXPECT_TRUE(found->withinChance());
}

TEST(RankCorrelation, GivesEqualValuesTheirMeanRank) {
  const auto found = rankCorrelation({1, 2, 2, 3}, {1, 3, 2, 4});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->rho, 4.5 / std::sqrt(4.5 * 5), 1e-12);
}

TEST(RankCorrelation, OfAPerfectOrderKeepsAnInterval) {
  const auto up = rankCorrelation({1, 2, 3, 4, 5, 6}, {1, 4, 9, 16, 25, 36});
  ASSERT_TRUE(up);
  EXPECT_EQ(up->rho, 1);
  EXPECT_EQ(up->high, 1);
  EXPECT_GT(up->low, 0);
  EXPECT_LT(up->low, 0.9);
  const auto down = rankCorrelation({1, 2, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 1});
  EXPECT_EQ(down->low, -1);
  EXPECT_NEAR(down->high, -up->low, 1e-12);
}

TEST(RankCorrelation, IsNoneWhereThereIsTooLittleToTell) {
  EXPECT_FALSE(rankCorrelation({1, 2, 3}, {1, 2, 3}));
  EXPECT_FALSE(rankCorrelation({1, 1, 1, 1}, {1, 2, 3, 4}));
  EXPECT_FALSE(rankCorrelation({1, 2, 3, 4}, {7, 7, 7, 7}));
}

TEST(GroupSpread, IsThatOfKruskalAndWallis) {
  const auto found = groupSpread({"a", "a", "a", "b", "b", "b", "c", "c", "c"}, {1, 2, 3, 4, 5, 6, 7, 8, 9});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->eta2, 0.9, 1e-12) << "H = 7.2 of 8";
  EXPECT_NEAR(found->chance, 5.991 / 8, 0.01) << "the 95 % point of χ² with two degrees of freedom";
  EXPECT_FALSE(found->withinChance());
  EXPECT_TRUE(groupSpread({"a", "b", "a", "b", "a", "b"}, {1, 2, 3, 4, 5, 6})->withinChance());
  EXPECT_FALSE(groupSpread({"a", "b", "c", "d"}, {1, 2, 3, 4})) << "a group each";
}

TEST(Influences, HaveTheStrongestFirstAndOneValueOfSeveralSeeds) {
  SweepSpec spec;
  for (const char* text : {"batch=32,64", "lr.classifier=1e-4..1e-2:log:4", "adversary=fgsm,pgd"})
    spec.vary.push_back(parseVariation(text));
  spec.seeds = 2;
  const auto runs = runsOf(spec);
  SweepResults results(runs.size());
  for (size_t run = 0; run < runs.size(); ++run)
    results[run] = {{0, 100, std::log(runs[run].params.lrClassifier) + 0.001 * double(run % 2), 0, 1}};
  const auto found = influencesOf(spec, runs, results, 0);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].key, "lr.classifier");
  EXPECT_NEAR(found[0].order->rho, 1, 1e-9);
  EXPECT_EQ(found[0].order->count, 16u) << "of 32 runs";
  for (const Influence& one : found) EXPECT_EQ(one.groups.has_value(), one.key == "adversary");
  EXPECT_TRUE(found[2].size() < 0.1);
  EXPECT_FALSE(influencesOf(spec, runs, results, 3)[0].order) << "nobody came to that budget";
}

TEST(SweepsIn, FindsTheFoldersThatHoldOneLastFirst) {
  const test::TempFolder folder;
  std::filesystem::create_directories(folder.path() / "a-run");
  SweepSpec spec;
  spec.vary.push_back(parseVariation("batch=32,64"));
  SweepFolder::make(folder.path() / "1-sweep", spec);
  SweepFolder::make(folder.path() / "2-sweep", spec);
  const auto found = sweepsIn(folder.path());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].filename(), "2-sweep");
  EXPECT_TRUE(sweepsIn(folder.path() / "nowhere").empty());
}

}  // namespace
}  // namespace sparring
