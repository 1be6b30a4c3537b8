// What Slurm is given, and what its commands say.
#include <fstream>

#include "sparring/error.h"
#include "sparring/sweeprunner.h"
#include "sweep/slurmarray.h"
#include "sweep/slurmfolder.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using Arrays = std::vector<std::vector<SlurmTask>>;

SweepSpec fourRuns() {
  SweepSpec spec;
  spec.vary = {parseVariation("batch=16,32,64,128")};
  spec.epochs = 4;
  spec.halving = 2;
  spec.runner = "slurm";
  return spec;
}

SweepResult at(int64_t budget, double value) { return {budget, budget * 10, value, 0, 1.0}; }

Arrays left(const SweepSpec& spec, const SweepResults& results, const std::set<size_t>& aside = {}) {
  return slurmTasks(spec, runsOf(spec), results, aside);
}

TEST(SlurmTasks, AreRunsAndThenThePlacesAmongThem) {
  EXPECT_EQ(left(fourRuns(), SweepResults(4)), (Arrays{{{"run-01", 1}, {"run-02", 1}, {"run-03", 1}, {"run-04", 1}},
                                                       {{"best-1-to-2", 2}, {"best-2-to-2", 2}},
                                                       {{"best-1-to-4", 4}}}));
}

TEST(SlurmTasks, NameWhoGoesOnWhereThatIsKnown) {
  const SweepResults results = {{at(1, 0.1)}, {at(1, 0.9)}, {at(1, 0.8)}, {at(1, 0.2)}};
  EXPECT_EQ(left(fourRuns(), results), (Arrays{{{"run-02", 2}, {"run-03", 2}}, {{"best-1-to-4", 4}}}));
  EXPECT_EQ(left(fourRuns(), results, {1}), (Arrays{{{"run-03", 2}}})) << "one of two is too few to tell";
}

TEST(SlurmTasks, AreNoneWhereNothingIsLeft) {
  SweepSpec spec = fourRuns();
  spec.halving = 0;
  const SweepResults results(4, {at(4, 0.5)});
  EXPECT_TRUE(left(spec, results).empty());
  EXPECT_FALSE(nextJob(spec, results, {})) << "the other runner agrees";
}

TEST(SlurmTasks, AreAThousandInAnArray) {
  SweepSpec spec = fourRuns();
  spec.halving = 0;
  spec.seeds = 501;
  const auto arrays = left(spec, SweepResults(2004));
  ASSERT_EQ(arrays.size(), 3u);
  EXPECT_EQ(arrays[0].size(), 1000u);
  EXPECT_EQ(arrays[2].size(), 4u);
}

TEST(SlurmTasks, ReadBackWhatTheyWrite) {
  const std::vector<SlurmTask> tasks = {{"run-01", 0}, {"best-2-to-9", 9}};
  EXPECT_EQ(taskLines(tasks), "run-01 0\nbest-2-to-9 9\n");
  EXPECT_EQ(parseTaskLines(taskLines(tasks)), tasks);
  EXPECT_TRUE(parseTaskLines("run-01\n 3\nrun-02 x\nrun-03 -1\n").empty());
}

TEST(SlurmTasks, APlaceIsReadWithItsBudget) {
  EXPECT_EQ(placeOf("best-12-to-9", 9), 12u);
  for (const char* text : {"run-01", "best-1-to-8", "best-0-to-9", "best--to-9", "best-to-9", "best-x-to-9", "-to-9"})
    EXPECT_FALSE(placeOf(text, 9)) << text;
}

TEST(SlurmScriptText, SaysAllThatIsAsked) {
  SlurmScript script{fourRuns(), "/a b/it's", "/a b/it's/slurm/array-2.txt", "/a b/it's/slurm/array-2.log",
                     "/bin/cli", "41"};
  script.spec.jobs = 3;
  script.spec.slurm = {"gpu", "2:00:00", 4, {"account=physics", "-x node7"}};
  EXPECT_EQ(scriptText({2, "sparring-0-2", "", {{"run-01", 1}, {"run-02", 1}}}, script), R"(#!/bin/sh
#SBATCH --job-name=sparring-0-2
#SBATCH --array=0-1%3
#SBATCH --dependency=afterany:41
#SBATCH --cpus-per-task=4
#SBATCH --signal=B:TERM@60
#SBATCH --output="/a b/it's/slurm/array-2.log"
#SBATCH --open-mode=append
#SBATCH --partition=gpu
#SBATCH --time=2:00:00
#SBATCH --account=physics
#SBATCH -x node7
task=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" '/a b/it'\''s/slurm/array-2.txt')
exec '/bin/cli' sweep --work "${task% *}" --budget "${task#* }" \
  --threads "${SLURM_CPUS_PER_TASK:-4}" --resume '/a b/it'\''s' \
  > /dev/null 2> '/a b/it'\''s'/logs/"${task% *}".log
)");
}

TEST(SlurmScriptText, WhatSlurmWouldPutIntoAPathIsNotPutIn) {
  const SlurmScript script{fourRuns(), "/s", "/s/t", "/s/50%j \"x\"", "/cli", ""};
  const std::string text = scriptText({1, "n", "", {{"run-01", 1}}}, script);
  EXPECT_NE(text.find("#SBATCH --output=\"/s/50%%j \\\"x\\\"\"\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("--dependency"), std::string::npos);
}

TEST(SlurmAnswers, OfSbatchTheNumber) {
  EXPECT_EQ(submittedId("4711\n"), "4711");
  EXPECT_EQ(submittedId("4711;cluster\n"), "4711");
  for (const char* text : {"", "\n", "Submitted batch job 4711\n", "-1"}) EXPECT_EQ(submittedId(text), "") << text;
}

TEST(SlurmAnswers, OfSqueueALineForEachTask) {
  EXPECT_EQ(parseQueue("41|sparring-0-1|0|COMPLETED\n41|sparring-0-1|11|PENDING\n"
                       "slurm_load_jobs error\n42|other|N/A|RUNNING\n"),
            (std::vector<SlurmState>{{"41", "sparring-0-1", 0, "COMPLETED"}, {"41", "sparring-0-1", 11, "PENDING"}}));
}

TEST(SlurmAnswers, OfSacctLikewise) {
  EXPECT_EQ(parseAccounting("41_0|sparring-0-1|CANCELLED by 1000\n41_[1-3]|sparring-0-1|PENDING\n43|other|FAILED\n"),
            (std::vector<SlurmState>{{"41", "sparring-0-1", 0, "CANCELLED"}}));
}

TEST(SlurmAnswers, AJobThatIsStillEndingIsNotOver) {
  for (const char* state : {"COMPLETED", "FAILED", "TIMEOUT", "CANCELLED", "OUT_OF_MEMORY", "NODE_FAIL"})
    EXPECT_TRUE(isOver(state)) << state;
  for (const char* state : {"PENDING", "RUNNING", "COMPLETING", "SUSPENDED", "REQUEUED"})
    EXPECT_FALSE(isOver(state)) << state;
}

class SlurmFolderTest : public ::testing::Test {
 protected:
  test::TempFolder folder_;
  const std::filesystem::path sweep_ = folder_ / "sweep";
  SlurmArray added(const SlurmFolder& folder) const {
    SlurmScript script{fourRuns(), sweep_, {}, {}, "/cli", {}};
    return folder.add({{"run-01", 1}, {"run-02", 1}}, script);
  }
};

TEST_F(SlurmFolderTest, ReadsBackWhatItNotes) {
  const SlurmFolder folder(sweep_);
  EXPECT_TRUE(folder.arrays().empty());
  SlurmArray one = added(folder), two = added(folder);
  one.id = "41";
  EXPECT_NE(one.name, two.name);
  EXPECT_EQ(two.number, 2);
  folder.note({one, two});
  EXPECT_EQ(folder.arrays(), (std::vector<SlurmArray>{one, two}));
}

TEST_F(SlurmFolderTest, WhatIsNotItsOwnCountsAsNone) {
  const SlurmFolder folder(sweep_);
  added(folder);
  for (const char* text : {"", "[", "{}", "[1]", R"([{"number":1.5,"name":"a","id":"1"}])", R"([{"number":7}])"}) {
    std::ofstream(folder.path() / "arrays.json") << text;
    EXPECT_TRUE(folder.arrays().empty()) << text;
  }
}

TEST_F(SlurmFolderTest, APlaceIsARunOnceTheRungBelowIsThrough) {
  SweepSpec spec = fourRuns();
  const SweepFolder folder = SweepFolder::make(sweep_, spec);
  EXPECT_FALSE(folder.jobOf("best-1-to-2", 2)) << "nobody is through";
  std::filesystem::create_directories(sweep_ / "results");
  for (const auto& [run, value] : {std::pair("run-01", 0.3), {"run-02", 0.9}, {"run-03", 0.5}, {"run-04", 0.1}})
    std::ofstream(sweep_ / "results" / (std::string(run) + ".json"))
        << R"([{"budget":1,"step":1,"value":)" << value << R"(,"lane":0,"seconds":1}])";
  EXPECT_EQ(folder.jobOf("best-1-to-2", 2), (SweepJob{1, 2}));
  EXPECT_EQ(folder.jobOf("best-2-to-2", 2), (SweepJob{2, 2}));
  EXPECT_FALSE(folder.jobOf("best-3-to-2", 2)) << "so many do not go on";
  EXPECT_FALSE(folder.jobOf("run-01", 1)) << "done";
  EXPECT_EQ(folder.jobOf("run-01", 2), (SweepJob{0, 2}));
  EXPECT_THROW(folder.jobOf("run-05", 1), Error);
}

TEST_F(SlurmFolderTest, HowASweepIsCarriedOutMayChange) {
  SweepSpec spec = fourRuns();
  spec.runner = "local";
  SweepFolder::make(sweep_, spec);
  spec.runner = "slurm";
  spec.slurm = {"gpu", "1:00:00", 4, {"account=physics"}};
  EXPECT_EQ(SweepFolder::make(sweep_, spec).spec(), spec);
  EXPECT_EQ(threadsOf(spec), 4);
  spec.slurm.lines = {"#SBATCH --account=physics"};
  EXPECT_THROW(SweepFolder::make(sweep_, spec), Error);
  spec.slurm.lines.clear();
  spec.runner = "pbs";
  EXPECT_THROW(SweepFolder::make(sweep_, spec), Error);
}

TEST(SlurmRequestText, ReadsBackWhatItWritesAndRefusesWhatItDoesNotKnow) {
  SweepSpec spec = fourRuns();
  spec.slurm = {"gpu", "1:00:00", 4, {"account=physics"}};
  EXPECT_EQ(sweepFromJson(sweepToJson(spec)), spec);
  for (const char* text : {R"({"slurm":{"partitoin":"gpu"}})", R"({"slurm":{"cpus":0}})", R"({"slurm":{"lines":"a"}})",
                           R"({"slurm":[1]})", R"({"slurm":"gpu"})"})
    EXPECT_THROW(sweepFromJson(text), Error) << text;
}

}  // namespace
}  // namespace sparring
