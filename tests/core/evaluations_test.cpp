// What was measured, as text and kept beside the run.
#include "sparring/evaluations.h"

#include "engine_fixture.h"
#include "io/file.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallDigits;

const Model& model() {
  static const Model made(*test::trained().weights());
  return made;
}

Suite small() {
  Suite suite;
  suite.limit = 60;
  suite.probes = {{parseAttack("pgd:steps=3"), "eps", {0.05, 0.1}},
                  {parseAttack("square:queries=5"), "eps", {0.1}, 20},
                  {parseAttack("contrast"), "factor", {0.4, 0.1}}};
  return suite;
}

void expectSame(const Assessment& a, const Assessment& b) {
  EXPECT_EQ(a.model, b.model);
  EXPECT_EQ(a.count, b.count);
  EXPECT_EQ(a.seed, b.seed);
  ASSERT_EQ(a.lanes.size(), b.lanes.size());
  for (size_t k = 0; k < a.lanes.size(); ++k) {
    EXPECT_EQ(a.lanes[k].clean, b.lanes[k].clean);
    EXPECT_EQ(a.lanes[k].confusion, b.lanes[k].confusion);
    EXPECT_EQ(a.lanes[k].verdicts, b.lanes[k].verdicts);
    EXPECT_EQ(a.lanes[k].calibration, b.lanes[k].calibration);
    EXPECT_EQ(a.lanes[k].curves, b.lanes[k].curves);
    EXPECT_EQ(a.lanes[k].loss, b.lanes[k].loss);
    ASSERT_EQ(a.lanes[k].checks.size(), b.lanes[k].checks.size());
    for (size_t i = 0; i < a.lanes[k].checks.size(); ++i)
      EXPECT_EQ(a.lanes[k].checks[i].finding.str(), b.lanes[k].checks[i].finding.str());
  }
}

std::filesystem::path onlyFile(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  EXPECT_EQ(files.size(), 1u);
  return files.at(0);
}

/// How many progress calls a measurement made: none where it was read from the file.
struct Counted {
  int calls = 0;
  AssessmentWatch watch() {
    return {[this](int64_t, int64_t) { return ++calls > 0; }, {}};
  }
};

TEST(Evaluations, TextReadsBackAsItWas) {
  const auto measured = model().assess(*smallDigits(), small());
  expectSame(assessmentFromJson(assessmentToJson(measured)), measured);
}

TEST(Evaluations, TextThatIsNoneIsRefused) {
  auto text = assessmentToJson(model().assess(*smallDigits(), small()));
  EXPECT_THROW(assessmentFromJson(""), Error);
  EXPECT_THROW(assessmentFromJson("{}"), Error);
  EXPECT_THROW(assessmentFromJson("[1,2]"), Error);
  EXPECT_THROW(assessmentFromJson(text.substr(0, text.size() / 2)), Error);
  const auto at = text.find("\"right\":") + 8;
  EXPECT_THROW(assessmentFromJson(text.substr(0, at) + "-" + text.substr(at)), Error);
  EXPECT_THROW(assessmentFromJson(text.substr(0, at) + "9999" + text.substr(at)), Error);
}

TEST(Evaluations, SecondTimeIsReadFromTheRun) {
  test::TempFolder run;
  EXPECT_FALSE(storedAssessment(run.path(), model(), *smallDigits(), small()));
  Counted first, second;
  const auto measured = assessCached(run.path(), model(), *smallDigits(), small(), first.watch());
  expectSame(assessCached(run.path(), model(), *smallDigits(), small(), second.watch()), measured);
  EXPECT_GT(first.calls, 0);
  EXPECT_EQ(second.calls, 0);
}

TEST(Evaluations, AnotherSuiteIsMeasured) {
  test::TempFolder run;
  assessCached(run.path(), model(), *smallDigits(), small());
  auto other = small();
  other.probes[0].strengths.push_back(0.2);
  EXPECT_FALSE(storedAssessment(run.path(), model(), *smallDigits(), other));
  other = small();
  other.seed = 5;
  EXPECT_FALSE(storedAssessment(run.path(), model(), *smallDigits(), other));
  other = small();
  other.probes[1].attack.values["queries"] = 6;
  EXPECT_FALSE(storedAssessment(run.path(), model(), *smallDigits(), other));
  auto data = *smallDigits();
  data.sha256 = "another";
  EXPECT_FALSE(storedAssessment(run.path(), model(), data, small()));
}

TEST(Evaluations, DamagedFileIsMeasuredAnew) {
  test::TempFolder run;
  const auto measured = assessCached(run.path(), model(), *smallDigits(), small());
  const auto file = onlyFile(run / "evaluations");
  const auto whole = readFile(file);
  for (const std::string& damage : {std::string(), std::string("{"), whole.substr(0, whole.size() - 20),
                                    std::string("{\"lanes\":[]}"), std::string(300, '\0')}) {
    writeFile(file, damage);
    EXPECT_FALSE(storedAssessment(run.path(), model(), *smallDigits(), small()));
    expectSame(assessCached(run.path(), model(), *smallDigits(), small()), measured);
    EXPECT_EQ(readFile(file), whole);
  }
}

TEST(Evaluations, CancelledMeasurementLeavesNothing) {
  test::TempFolder run;
  AssessmentWatch watch;
  watch.progress = [](int64_t done, int64_t) { return done < 60; };
  EXPECT_THROW(assessCached(run.path(), model(), *smallDigits(), small(), watch), Error);
  EXPECT_FALSE(std::filesystem::exists(run / "evaluations"));
}

}  // namespace
}  // namespace sparring
