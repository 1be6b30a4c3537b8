#include "sparring/library.h"

#include <ctime>
#include <fstream>

#include "run_fixture.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

LibraryRun some(const std::string& name, const std::vector<std::string>& settings = {}) {
  LibraryRun run;
  run.folder = "/runs/" + name;
  run.started = "2026-11-20T10:00:00Z";
  run.preset = "demo-fgsm";
  for (const std::string& one : settings) setParam(run.params, one);
  return run;
}

/// The names of those that `filter` lets through.
std::string through(const std::string& filter, const std::vector<LibraryRun>& runs,
                    std::chrono::system_clock::time_point now = {}) {
  const RunFilter parsed = RunFilter::parse(filter, now);
  std::string names;
  for (const LibraryRun& run : runs)
    if (parsed.matches(run)) names += (names.empty() ? "" : " ") + run.folder.filename().string();
  return names;
}

std::string causeOf(const std::string& filter) {
  try {
    RunFilter::parse(filter);
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing thrown";
}

class LabelsTest : public ::testing::Test {
 protected:
  test::TempFolder folder_;
};

TEST_F(LabelsTest, ReadBackAsWritten) {
  EXPECT_EQ(readLabels(folder_.path()), RunLabels());
  const RunLabels labels{"λ = 1, 快", "two\nlines \"quoted\"", true, {"good", "lecture-3"}};
  writeLabels(folder_.path(), labels);
  EXPECT_EQ(readLabels(folder_.path()), labels);
}

TEST_F(LabelsTest, ATagCountsOnce) {
  writeLabels(folder_.path(), {"", "", false, {"a", "b", "a"}});
  EXPECT_EQ(readLabels(folder_.path()).tags, (std::vector<std::string>{"a", "b"}));
}

TEST_F(LabelsTest, WhatIsNoLabelIsRefusedAndWritesNothing) {
  EXPECT_THROW(writeLabels(folder_.path(), {"two\nlines", "", false, {}}), Error);
  EXPECT_THROW(writeLabels(folder_.path(), {"", "", false, {"two words"}}), Error);
  EXPECT_THROW(writeLabels(folder_.path(), {"", "", false, {""}}), Error);
  EXPECT_THROW(writeLabels(folder_.path(), {"\xff", "", false, {}}), Error);
  EXPECT_THROW(writeLabels(folder_.path(), {"", std::string(10'001, 'x'), false, {}}), Error);
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(LabelsTest, ADamagedFileIsAnErrorWithItsName) {
  for (const char* text :
       {"", "[]", "{\"name\":3}", "{\"tags\":[\"a b\"]}", "{\"name\":\"a\\nb\"}", "{\"name\":\"x\""}) {
    writeFile(folder_ / "labels.json", text);
    try {
      readLabels(folder_.path());
      FAIL() << text;
    } catch (const Error& error) {
      EXPECT_NE(error.cause().str().find("labels.json"), std::string::npos) << text;
    }
  }
}

TEST_F(LabelsTest, ARunGoesByItsNameElseByItsFolder) {
  fs::create_directory(folder_ / "run-1");
  EXPECT_EQ(runTitle(folder_ / "run-1/"), "run-1");
  writeLabels(folder_ / "run-1", {"first", "", false, {}});
  EXPECT_EQ(runTitle(folder_ / "run-1"), "first");
}

class LibraryTest : public test::RunFixture {
 protected:
  fs::path make(const std::string& name, const std::vector<std::string>& settings = {},
                const std::string& started = "2026-01-02T03:04:05Z") {
    RunConfig made = config(started);
    for (const std::string& one : settings) setParam(made.params, one);
    RunWriter writer = RunWriter::create(root_ / name, made);
    writer.metrics(
        {point(5, 0.25), point(5, 0.5, Metric::L, 1), point(5, 0.75, Metric::D), point(5, 0.9, Metric::Clean),
         point(5, 0.8, Metric::Clean, 1), point(5, 0.1, test::kFgsm), point(5, 0.6, test::kFgsm, 1)},
        Phase::Joint, 10);
    return root_ / name;
  }

  std::vector<std::string> titles(std::vector<LibraryRun> runs) const {
    std::vector<std::string> names;
    for (const LibraryRun& run : runs) names.push_back(run.title());
    return names;
  }

  const fs::path root_ = folder_ / "runs";
};

TEST_F(LibraryTest, KnowsWhatTheFilesSayAlsoFromItsIndex) {
  make("a", {"lr.classifier=0.01"});
  writeLabels(root_ / "a", {"mine", "note", true, {"t"}});
  const auto check = [](const LibraryRun& run) {
    EXPECT_EQ(run.title(), "mine");
    EXPECT_EQ(run.labels, (RunLabels{"mine", "note", true, {"t"}}));
    EXPECT_EQ(valueOf(run, "lr.classifier").text, "0.01");
    EXPECT_EQ(valueOf(run, "seed").text, "99");
    EXPECT_EQ(valueOf(run, "lambda").numbers, (std::vector<double>{0.25, 1}));
    EXPECT_EQ(valueOf(run, "steps").text, "5");
    EXPECT_EQ(valueOf(run, "clean").text, "0.8") << "of the most robust lane";
    EXPECT_EQ(valueOf(run, "fgsm").text, "0.6");
    EXPECT_EQ(valueOf(run, "fgsm:eps=0.1").text, "0.6");
    EXPECT_EQ(valueOf(run, "L").text, "0.5");
    EXPECT_EQ(valueOf(run, "D").text, "0.75");
    EXPECT_TRUE(valueOf(run, "G").empty());
  };
  const auto fresh = Library(root_).list();
  ASSERT_EQ(fresh.size(), 1u);
  check(fresh[0]);
  const auto again = Library(root_).list();
  ASSERT_EQ(again.size(), 1u);
  check(again[0]);
  EXPECT_TRUE(fs::exists(root_ / ".sparring-index"));
}

TEST_F(LibraryTest, ReadsAgainWhatHasChanged) {
  make("a");
  Library library(root_);
  library.list();
  writeLabels(root_ / "a", {"new name", "", false, {}});
  EXPECT_EQ(titles(library.list()), std::vector<std::string>{"new name"});
  fs::remove(root_ / "a" / "labels.json");
  std::ofstream(root_ / "a" / kMetricsFile, std::ios::app) << "7,0.7,joint,0,clean,0.99\n";
  const auto runs = library.list();
  EXPECT_EQ(titles(runs), std::vector<std::string>{"a"});
  EXPECT_EQ(runs[0].lastStep, 7);
  fs::remove_all(root_ / "a");
  EXPECT_TRUE(library.list().empty());
  EXPECT_TRUE(Library(root_).list().empty()) << "nor does the index keep it";
}

TEST_F(LibraryTest, AnIndexThatIsDamagedIsMadeAnew) {
  make("a");
  for (const std::string bytes : {std::string("no database"), std::string(5000, '\0'), std::string()}) {
    writeFile(root_ / ".sparring-index", bytes);
    EXPECT_EQ(Library(root_).list().size(), 1u);
    EXPECT_EQ(Library(root_).list().size(), 1u);
  }
  fs::remove(root_ / ".sparring-index");
  fs::create_directory(root_ / ".sparring-index");
  EXPECT_EQ(Library(root_).list().size(), 1u) << "done without";
}

TEST_F(LibraryTest, ListsTheRunsOfSweepsAndSkipsOtherFolders) {
  make("a");
  make("rates/run-1");
  make("rates/run-2");
  make("other/run-3");
  writeFile(root_ / "rates" / "sweep.json", "{}");
  const auto runs = Library(root_).list();
  EXPECT_EQ(runs.size(), 3u);
  EXPECT_EQ(through("is:sweep", runs), "run-2 run-1");
  EXPECT_EQ(valueOf(runs[0], "sweep").text, "rates");
}

TEST_F(LibraryTest, ABrokenRunComesLastAndIsReadAgainEachTime) {
  make("a", {}, "2026-01-01T00:00:00Z");
  make("b", {}, "2026-01-03T00:00:00Z");
  make("c", {}, "2026-01-02T00:00:00Z");
  writeFile(root_ / "b" / kConfigFile, "{");
  Library library(root_);
  EXPECT_EQ(titles(library.list()), (std::vector<std::string>{"c", "a", "b"}));
  const auto runs = Library(root_).list();
  EXPECT_TRUE(runs[2].problem);
  EXPECT_EQ(through("is:broken", runs), "b");
}

TEST_F(LibraryTest, DamagedLabelsAreToldAndTheRunIsStillThere) {
  make("a");
  writeFile(root_ / "a" / "labels.json", "{");
  const auto runs = Library(root_).list();
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_TRUE(runs[0].labelsProblem);
  EXPECT_FALSE(runs[0].problem);
}

TEST_F(LibraryTest, AWatchMayGiveUp) {
  for (int i = 0; i < 3; ++i) make("run-" + std::to_string(i));
  Library library(root_);
  EXPECT_TRUE(library.list([](size_t, size_t of) { return of == 0; }).empty());
  EXPECT_EQ(library.list().size(), 3u);
}

TEST_F(LibraryTest, NoFolderNoRuns) {
  EXPECT_TRUE(Library(root_ / "none").list().empty());
  EXPECT_FALSE(fs::exists(root_ / "none"));
}

TEST(RunFilterTest, ComparesParametersAndFigures) {
  std::vector<LibraryRun> runs = {some("a", {"adversary=fgsm", "lambda=0,0.5", "lr.classifier=0.001"}),
                                  some("b", {"adversary=pgd", "lambda=1", "lr.classifier=0.01"})};
  runs[0].accuracies = {{Metric::Clean, 0.97}, {test::kFgsm, 0.3}};
  runs[1].accuracies = {{Metric::Clean, 0.99}, {accuracyUnder(parseAttack("pgd:eps=0.1,steps=20")), 0.5}};
  EXPECT_EQ(through("", runs), "a b");
  EXPECT_EQ(through("adversary:fgsm", runs), "a");
  EXPECT_EQ(through("adversary:GSM", runs), "a");
  EXPECT_EQ(through("adversary=fgs", runs), "");
  EXPECT_EQ(through("adversary!=fgsm", runs), "b");
  EXPECT_EQ(through("lambda>=0.5", runs), "a b");
  EXPECT_EQ(through("lambda>0.5", runs), "b");
  EXPECT_EQ(through("lambda<0.25", runs), "a") << "of a list one number is enough";
  EXPECT_EQ(through("lr.classifier=1e-3", runs), "a");
  EXPECT_EQ(through("clean>=98%", runs), "b");
  EXPECT_EQ(through("clean<=0.97", runs), "a");
  EXPECT_EQ(through("fgsm<1", runs), "a");
  EXPECT_EQ(through("pgd:eps=0.1,steps=20>0.4", runs), "b") << "a key that holds signs itself";
  EXPECT_EQ(through("-adversary:fgsm", runs), "b");
  EXPECT_EQ(through("lambda>=0.5 clean>98%", runs), "b");
}

TEST(RunFilterTest, AWordIsLookedForInWhatNamesARun) {
  std::vector<LibraryRun> runs = {some("first"), some("second")};
  runs[0].labels = {"My Best", "a long note", true, {"lecture"}};
  EXPECT_EQ(through("best", runs), "first");
  EXPECT_EQ(through("\"long note\"", runs), "first");
  EXPECT_EQ(through("\"note long\"", runs), "");
  EXPECT_EQ(through("lect", runs), "first");
  EXPECT_EQ(through("demo-fgsm", runs), "first second");
  EXPECT_EQ(through("tag:lecture", runs), "first");
  EXPECT_EQ(through("-is:star", runs), "second");
  EXPECT_EQ(through("name:\"my best\"", runs), "first");
  EXPECT_EQ(through("\"a:b\"", runs), "") << "in quotes it is a word";
}

TEST(RunFilterTest, CountsDaysFromNow) {
  std::vector<LibraryRun> runs = {some("old"), some("new")};
  runs[1].started = "2026-11-26T09:00:00Z";
  std::tm noon = {};
  noon.tm_year = 126;
  noon.tm_mon = 10;
  noon.tm_mday = 27;
  noon.tm_hour = 12;
  noon.tm_isdst = -1;
  const auto now = std::chrono::system_clock::from_time_t(std::mktime(&noon));
  EXPECT_EQ(through("after:today", runs, now), "");
  EXPECT_EQ(through("after:2026-11-25", runs, now), "new");
  EXPECT_EQ(through("before:2026-11-25", runs, now), "old");
  EXPECT_EQ(through("after:3d", runs, now), "new");
  EXPECT_EQ(through("after:240h", runs, now), "old new");
  EXPECT_EQ(through("-after:3d", runs, now), "old");
}

TEST(RunFilterTest, SaysWhatItDoesNotUnderstand) {
  EXPECT_NE(causeOf("lamda>=1").find("Did you mean \"lambda\"?"), std::string::npos) << causeOf("lamda>=1");
  EXPECT_NE(causeOf("clean>=much").find("\"much\" is no number"), std::string::npos);
  EXPECT_NE(causeOf("after:soon").find("\"soon\" is no day"), std::string::npos);
  EXPECT_NE(causeOf("after:").find("is no day"), std::string::npos);
  EXPECT_NE(causeOf("is:nice").find("is:star"), std::string::npos);
  EXPECT_EQ(causeOf("- \" >= = :"), "nothing thrown") << "words, if odd ones";
}

TEST(RunFilterTest, CompletesKeysThenValues) {
  std::vector<LibraryRun> runs = {some("a", {"adversary=fgsm"}), some("b", {"adversary=pgd"}),
                                  some("c", {"adversary=pgd"})};
  runs[0].labels.name = "two words";
  EXPECT_EQ(completeFilter("lamb", 4, runs).words, std::vector<std::string>{"lambda>="});
  EXPECT_EQ(completeFilter("advers", 6, runs).words, std::vector<std::string>{"adversary:"});
  EXPECT_EQ(completeFilter("adversary:", 10, runs).words,
            (std::vector<std::string>{"adversary:pgd", "adversary:fgsm"}));
  EXPECT_EQ(completeFilter("x -adversary:f", 14, runs).words, std::vector<std::string>{"-adversary:fgsm"});
  EXPECT_EQ(completeFilter("x -adversary:f", 14, runs).begin, 2u);
  EXPECT_EQ(completeFilter("name:two", 8, runs).words, std::vector<std::string>{"name:\"two words\""});
  EXPECT_EQ(completeFilter("is:s", 4, runs).words, (std::vector<std::string>{"is:star", "is:sweep"}));
  EXPECT_FALSE(completeFilter("", 0, runs).words.empty());
}

TEST(LibraryOrderTest, SortsBySeveralKeysAndPutsTheUnknownLast) {
  std::vector<LibraryRun> runs = {some("a", {"lr.classifier=0.01"}), some("b", {"lr.classifier=0.001"}),
                                  some("c", {"lr.classifier=0.01"}), some("d")};
  runs[0].accuracies = {{Metric::Clean, 0.9}};
  runs[1].accuracies = {{Metric::Clean, 0.9}};
  runs[2].accuracies = {{Metric::Clean, 0.95}};
  runs[3].accuracies = {};
  sortRuns(runs, {"-clean", "lr.classifier"});
  EXPECT_EQ(through("", runs), "c b a d");
  sortRuns(runs, {"clean"});
  EXPECT_EQ(through("", runs), "b a c d") << "stable, and the unknown still last";
  EXPECT_THROW(sortRuns(runs, {"claen"}), Error);
}

TEST(LibraryOrderTest, TellsWhichParametersDiffer) {
  std::vector<LibraryRun> runs = {some("a", {"lr.classifier=0.01", "batch=32"}), some("b", {"batch=64"}), some("c")};
  runs[2].problem = Message{"broken"};
  runs[2].params.seed = 7;
  EXPECT_EQ(differingParameters(runs), (std::vector<std::string>{"lr.classifier", "batch"}));
  runs[1].params.seed = 5;
  runs[1].params.threads = 7;
  EXPECT_EQ(differingParameters({runs[0], runs[1]}).back(), "seed") << "behind those of the recipe";
  EXPECT_TRUE(differingParameters({runs[0], runs[0]}).empty());
  EXPECT_TRUE(differingParameters({}).empty());
}

std::string shown(const std::vector<RunGroup>& groups) {
  std::string text;
  for (const RunGroup& group : groups) {
    text += group.name + ":";
    for (const size_t run : group.runs) text += " " + std::to_string(run);
    text += "; ";
  }
  return text;
}

TEST(RunGroupsTest, SeedsOfOneSettingBelongTogether) {
  std::vector<LibraryRun> runs = {some("a", {"seed=1"}), some("b", {"seed=2", "batch=32"}),
                                  some("c", {"seed=3", "threads=2"}), some("d", {"seed=4", "batch=32"}),
                                  some("e", {"beta=1"})};
  runs[2].started = "2026-11-19T10:00:00Z";
  EXPECT_EQ(shown(groupsOf(runs, Grouping::Seeds)), "c: 0 2; b: 1 3; ");
}

TEST(RunGroupsTest, ForksGoWithTheirParentsAlsoWhereTheseAreGone) {
  std::vector<LibraryRun> runs = {some("a"), some("b"), some("c"), some("d"), some("e"), some("f")};
  runs[1].parent = Origin{"/runs/a", 5};
  runs[2].parent = Origin{"/runs/b", 7};
  runs[3].parent = Origin{"/runs/gone", 7};
  runs[4].parent = Origin{"/runs/gone", 9};
  EXPECT_EQ(shown(groupsOf(runs, Grouping::Forks)), "a: 0 1 2; d: 3 4; ");
}

TEST(RunGroupsTest, ATreeOfForksStandsInItsOwnOrder) {
  std::vector<LibraryRun> runs = {some("late"), some("grandchild"), some("root"), some("early")};
  runs[0].parent = Origin{"/runs/root", 50};
  runs[1].parent = Origin{"/runs/early", 20};
  runs[3].parent = Origin{"/runs/root", 10};
  const auto groups = groupsOf(runs, Grouping::Forks);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].runs, (std::vector<size_t>{2, 3, 1, 0}));
  EXPECT_EQ(groups[0].depths, (std::vector<int>{0, 1, 2, 1}));
}

TEST(RunGroupsTest, ForksInACircleAreAllListed) {
  std::vector<LibraryRun> runs = {some("a"), some("b")};
  runs[0].parent = Origin{"/runs/b", 5};
  runs[1].parent = Origin{"/runs/a", 5};
  EXPECT_EQ(groupsOf(runs, Grouping::Forks).at(0).runs.size(), 2u);
}

TEST(RunGroupsTest, ASweepIsAGroupAlsoOfOneRun) {
  std::vector<LibraryRun> runs = {some("a"), some("run-1"), some("run-1")};
  runs[1].sweep = "rates";
  runs[2].sweep = "widths";
  EXPECT_EQ(shown(groupsOf(runs, Grouping::Sweep)), "rates: 1; widths: 2; ");
  EXPECT_TRUE(groupsOf(runs, Grouping::None).empty());
}

}  // namespace
}  // namespace sparring
