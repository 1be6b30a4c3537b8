// What the coach says beside a training and of one that was recorded.
#include <algorithm>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

class CoachCommand : public CliTest {
 protected:
  /// One whose opponent is drowned: its samples hardly count.
  Words drowned(bool asJson) const {
    Words words = trainArguments("run", {"--steps", "40", "--set", "adversary=fgsm", "--set", "lambda=0.01", "--set",
                                         "evaluate.every=2", "--set", "epochs.pretrain=0"});
    if (!asJson) std::erase(words, "--json");
    return words;
  }

  static std::vector<json> hintsIn(const std::string& text) {
    std::vector<json> hints;
    for (const std::string& line : lines(text))
      if (const json object = json::parse(line); object.value("event", "") == "hint") hints.push_back(object);
    return hints;
  }
};

TEST_F(CoachCommand, ATrainingTellsAHintOnceAsAnEvent) {
  const Result result = run(drowned(true));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const auto hints = hintsIn(result.out);
  ASSERT_EQ(std::ranges::count(hints, "unbalanced", [](const json& hint) { return hint.at("rule"); }), 1) << result.out;
  const json& hint = hints.front();
  EXPECT_EQ(hint.at("lane"), 0);
  EXPECT_TRUE(hint.at("remedy").at(0).get<std::string>().starts_with("lambda="));
  for (const char* key : {"step", "sign", "figures", "meaning", "advice", "source"})
    EXPECT_TRUE(hint.contains(key)) << key;
}

TEST_F(CoachCommand, WithoutJsonItIsALineOnStandardError) {
  const Result result = run(drowned(false));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_NE(result.err.find("hint at step"), std::string::npos) << result.err;
  EXPECT_EQ(result.out.find("hint at step"), std::string::npos);
}

TEST_F(CoachCommand, ARecordedRunSaysTheSame) {
  ASSERT_EQ(run(drowned(true)).exitCode, 0);
  const Result result = run({"coach", "run", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json hints = lastJson(result.out).at("hints");
  ASSERT_FALSE(hints.empty());
  EXPECT_EQ(hints.at(0).at("rule"), "unbalanced");
}

TEST_F(CoachCommand, OfARunThatGoesWellThereIsNothingToBeSaid) {
  train("run", 40);
  const Result result = run({"coach", "run"});
  EXPECT_EQ(result.exitCode, 0) << result.err;
  EXPECT_EQ(result.out, "Nothing to be said: no sign of what the coach knows.\n");
}

}  // namespace
}  // namespace sparring::test
