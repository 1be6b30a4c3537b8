// What the fuzzers found, each as the smallest input of its kind.
#include <gtest/gtest.h>

#include "checks.h"
#include "io/runformat.h"
#include "measure/weights.h"
#include "sparring/attack.h"
#include "sparring/evaluations.h"
#include "sparring/library.h"
#include "sparring/pictures.h"
#include "sweep/slurmarray.h"
#include "targets.h"

namespace sparring::fuzz {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const size_t at = text.find(what);
  EXPECT_NE(at, text.npos) << what;
  return at == text.npos ? text : text.replace(at, what.size(), with);
}

constexpr const char* kNoWholeNumbers[] = {"1.5", "1e300", "-1e300", "18446744073709551616", "true", "\"1\"", "null"};

TEST(FuzzFound, AnEventsStepIsAWholeNumber) {
  const std::string event = R"({"step":7,"kind":"command","key":"stop","value":"","message":{"text":"","args":[]}})";
  ASSERT_TRUE(parseEventLine(event));
  for (const char* other : kNoWholeNumbers) {
    EXPECT_FALSE(parseEventLine(replaced(event, "7", other))) << other;
    EXPECT_FALSE(stepOfEventLine(replaced(event, "7", other))) << other;
  }
  EXPECT_FALSE(stepOfEventLine(replaced(event, "7", "9223372036854775808"))) << "would be negative";
}

TEST(FuzzFound, AConfigurationsNumbersAreWholeOnes) {
  const std::string config = configTarget().seeds.front();
  for (const char* number : {"\"threads\":1", "\"test_images\":10", "\"steps\":9"}) {
    const std::string key(number, std::string(number).find(':') + 1);
    EXPECT_NO_THROW(configFromJson(config, "config.json"));
    for (const char* other : kNoWholeNumbers)
      EXPECT_THROW(configFromJson(replaced(config, number, key + other), "config.json"), Error) << key << other;
  }
  EXPECT_THROW(configFromJson(replaced(config, "\"threads\":1", "\"threads\":4294967297"), "config.json"), Error);
}

TEST(FuzzFound, AStepInQuotesIsThatStep) {
  EXPECT_EQ(stepOfMetricLine("\"20\",0.1,joint,0,L,0.5"), 20);
  EXPECT_FALSE(stepOfMetricLine("\"20"));
}

TEST(FuzzFound, CarriageReturnsAreNoPartOfALine) {
  EXPECT_EQ(wholeLines("a\r\r\n\r\nb\rc\n"), (std::vector<std::string_view>{"a", "", "b\rc"}));
}

TEST(FuzzFound, AnAttackIsWrittenInOneWay) {
  EXPECT_EQ(parseAttack("fgsm:eps=-0").written(), "fgsm:eps=0");
  EXPECT_EQ(accuracyUnder(parseAttack("fgsm:eps=-0")), accuracyUnder(parseAttack("fgsm:eps=0")));
}

TEST(FuzzFound, APictureWhoseFiguresCannotBeSaysNothing) {
  const std::string text = picturesTarget().seeds.front();
  ASSERT_TRUE(gridFromText(text));
  EXPECT_FALSE(gridFromText(replaced(text, "\"predicted\":[1,", "\"predicted\":[3,"))) << "of three classes";
  EXPECT_FALSE(gridFromText(replaced(text, "\"wanted\":[-1,", "\"wanted\":[-2,")));
  EXPECT_FALSE(gridFromText(replaced(text, "\"confidence\":[0.5,", "\"confidence\":[5.5,")));
  EXPECT_FALSE(gridFromText(replaced(text, "\"confidence\":[0.5,", "\"confidence\":[1e39,")));
  EXPECT_FALSE(gridFromText(replaced(text, "\"columns\":2", "\"columns\":4294967298"))) << "is 2 in 32 bits";
}

TEST(FuzzFound, AnEvaluationWhoseFiguresCannotBeIsRefused) {
  const std::string text = evaluationsTarget().seeds.front();
  ASSERT_NO_THROW(assessmentFromJson(text));
  const std::pair<const char*, const char*> changes[] = {
      {"\"confusion\":[[2,0,0]", "\"confusion\":[[2,1,0]"},   // more images than there were
      {"\"confusion\":[[2,0,0]", "\"confusion\":[[-2,4,0]"},  // fewer than none
      {"\"confusion\":[[2,0,0]", "\"confusion\":[[1,1,0]"},   // fewer right
      {"\"restarts\":1", "\"re1tarts\":1"},                   // no setting of that attack
      {"\"key\":\"eps\"", "\"key\":\"sigma\""},               // nor of this
      {"\"right\":5,\"count\":6", "\"right\":5.5,\"count\":6"},
      {"\"lane\":0", "\"lane\":-1"},
      {"\"confidence\":0.5", "\"confidence\":1.5"},
  };
  for (const auto& [what, with] : changes) EXPECT_THROW(assessmentFromJson(replaced(text, what, with)), Error) << with;
}

TEST(FuzzFound, ALineOfSlurmsThatEndsWithAnEmptyFieldIsNone) {
  for (const char* line : {"41|sparring-0-1|0|", "41|sparring-0-1|0||", "41|sparring-0-1|0|RUNNING|"})
    EXPECT_TRUE(parseQueue(line).empty()) << line;
  for (const char* line : {"41_0|sparring-0-1|", "41_0|sparring-0-1||", "41_0|sparring-0-1|RUNNING|"})
    EXPECT_TRUE(parseAccounting(line).empty()) << line;
}

TEST(FuzzFound, ATagThatStandsTwiceInAFileIsOne) {
  writeFile(scratch() / "labels.json", R"({"tags": ["old", "new", "old"]})");
  EXPECT_EQ(readLabels(scratch()).tags, (std::vector<std::string>{"old", "new"}));
}

// All of them: each would take memory before the shapes of the tensors are compared.
TEST(FuzzFound, NetworksLargerThanTheirCheckpointAreRefused) {
  const auto weights = weightsOf(readSafetensors(given(checkpointsTarget().seeds.front())), {});
  ASSERT_NO_THROW(Model{*weights});
  for (const auto hidden :
       {&Params::classifierHidden, &Params::generatorHidden, &Params::discriminatorHidden, &Params::teacherHidden}) {
    Weights larger = *weights;
    larger.params.*hidden = {8192, 8192};
    try {
      Model{larger};
      ADD_FAILURE() << "taken";
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("of more weights than the checkpoint holds"), std::string::npos)
          << error.what();
    }
  }
}

}  // namespace
}  // namespace sparring::fuzz
