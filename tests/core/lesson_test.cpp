// Lessons: read with errors that name the step, conditions held against recorded figures, texts as HTML, exercises.
#include "sparring/lesson.h"

#include <gtest/gtest.h>

#include <fstream>

#include "sparring/error.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using LessonState = Condition::Standing::State;

Metric pgdTenSteps() { return accuracyUnder(parseAttack("pgd:eps=0.1,steps=10")); }

/// A run of two lanes, λ = 0 and λ = 1, in its joint phase.
struct Recorded {
  std::vector<MetricPoint> points = {
      {234, Metric::Clean, 0, 0.91}, {234, Metric::Clean, 1, 0.92}, {234, pgdTenSteps(), 0, 0.10},
      {234, pgdTenSteps(), 1, 0.55}, {468, Metric::Clean, 0, 0.97}, {468, Metric::Clean, 1, 0.96},
      {468, pgdTenSteps(), 0, 0.02}, {468, pgdTenSteps(), 1, 0.82}, {470, Metric::L, 0, 0.05},
      {470, Metric::L, 1, 0.08},     {470, Metric::D, 0, 0.21},
  };
  LessonFigures figures() const {
    LessonFigures figures{.begun = true, .step = 470, .phase = Phase::Joint, .lambdas = {0, 1}, .points = points};
    figures.params.lambda = {0, 1};
    return figures;
  }
  LessonState stateOf(const std::string& condition) const {
    return Condition::parse(condition).standing(figures()).state;
  }
};

TEST(LessonConditionTest, FiguresOfARunMeetWhatIsWaitedFor) {
  const Recorded run;
  for (const char* met : {"step >= 470", "step>100", "phase = joint", "phase >= gan", "lanes >= 2", "lanes = 2",
                          "clean > 95 %", "clean > 0.95", "pgd:eps=0.1 > 80 %", "pgd > 80 %", "clean > 96 % [λ=0]",
                          "pgd:eps=0.1 < 5 % [lambda=0]", "L < 0.1", "D < 0.3", "lambda = 0,1", "lambda >= 1"})
    EXPECT_EQ(run.stateOf(met), LessonState::Met) << met;
  for (const char* waiting : {"step >= 471", "phase = gan", "lanes > 2", "clean > 96 %", "pgd:eps=0.1 > 80 % [λ=0]",
                              "finished", "lambda = 1", "L > 1"})
    EXPECT_EQ(run.stateOf(waiting), LessonState::Waiting) << waiting;
}

TEST(LessonConditionTest, ItTellsHowFarItIs) {
  const Recorded run;
  EXPECT_EQ(Condition::parse("step >= 500").standing(run.figures()).now, 470);
  EXPECT_EQ(Condition::parse("pgd:eps=0.1 > 90 %").standing(run.figures()).now, 0.82) << "the newest of the largest λ";
  EXPECT_EQ(Condition::parse("pgd:eps=0.1 > 90 % [λ=0]").standing(run.figures()).now, 0.02);
}

TEST(LessonConditionTest, WhatIsNotThereIsNotTakenForZero) {
  const Recorded run;
  EXPECT_EQ(run.stateOf("fgsm:eps=0.1 < 50 %"), LessonState::Unknown) << "this run does not measure it";
  EXPECT_EQ(run.stateOf("pgd:eps=0.3 < 50 %"), LessonState::Unknown) << "another strength is another figure";
  EXPECT_EQ(run.stateOf("clean > 0 % [λ=4]"), LessonState::NoLane);
  EXPECT_EQ(Condition::parse("step >= 0").standing({}).state, LessonState::NoRun);
  EXPECT_EQ(Condition::parse("lambda = 1").standing({}).state, LessonState::Met) << "settings need no run";
}

TEST(LessonConditionTest, WhatWasMeasuredBesideTheRunCountsToo) {
  Recorded run;
  LessonFigures figures = run.figures();
  figures.measured = {{470, accuracyUnder(parseAttack("square:eps=0.1")), 1, 0.7}};
  EXPECT_TRUE(Condition::parse("square:eps=0.1 > 60 %").standing(figures).met());
}

TEST(LessonConditionTest, ARecordedRunIsFiguresToo) {
  RunRecord record;
  record.config.params.lambda = {0, 1};
  record.points = Recorded().points;
  record.events = {{234, Event::Kind::Phase, "joint", "", {}}, {300, Event::Kind::Edit, "lambda", "0,2", {}}};
  record.checkpoints = {500};
  const LessonFigures figures = lessonFigures(record);
  EXPECT_TRUE(Condition::parse("finished").standing(figures).met());
  EXPECT_TRUE(Condition::parse("step = 500").standing(figures).met());
  EXPECT_TRUE(Condition::parse("phase = joint").standing(figures).met());
  EXPECT_TRUE(Condition::parse("clean > 95 % [λ=2]").standing(figures).met()) << "as it was edited last";
}

struct Refused {
  const char *text, *says;
};

TEST(LessonConditionTest, NonsenseIsRefusedWithWhatItTakes) {
  for (const Refused& one :
       {Refused{"", "nothing to wait for"}, Refused{"soon", "nothing to wait for"}, Refused{"stop > 3", "Did you mean"},
        Refused{"step >= many", "no number"}, Refused{"phase = lunch", "teacher, pretrain, gan, joint"},
        Refused{"clean > 90", "0 to 1"}, Refused{"step > 3 [λ=1]", "not told by classifier"},
        Refused{"clean > 90 % [λ=x]", "names no classifier"}, Refused{"lambda = -1", "lambda"},
        Refused{"pgd:sigma=1 > 3 %", "pgd"}}) {
    try {
      (void)Condition::parse(one.text);
      ADD_FAILURE() << one.text;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find(one.says), std::string::npos) << one.text << ": " << error.what();
    }
  }
}

std::string lessonWith(const std::string& step) {
  return R"({"id": "mine", "title": {"en": "Mine"}, "minutes": 3, "steps": [{"text": "first"}, )" + step + "]}";
}

TEST(LessonTest, AStepHasEverythingThatItsFileSays) {
  const Lesson lesson = lessonFromJson(lessonWith(R"({"text": {"en": "Go", "zh": "开始"}, "preset": "demo-fgsm",
    "set": ["lambda=0,1"], "page": "curves", "point": "lambda", "wait": "clean > 90 %",
    "question": {"text": "?", "choices": [{"text": "yes", "right": true}, {"text": "no"}], "why": "so"}})"),
                                       "mine.json");
  ASSERT_EQ(lesson.steps.size(), 2u);
  const LessonStep& step = lesson.steps[1];
  EXPECT_EQ(step.text.in("zh_CN"), "开始");
  EXPECT_EQ(lesson.title.in("zh_CN"), "Mine") << "one language does for both";
  EXPECT_EQ(step.settings, std::vector<std::string>{"lambda=0,1"});
  ASSERT_TRUE(step.question);
  EXPECT_TRUE(step.question->choices[0].right);
  EXPECT_FALSE(step.question->choices[1].right);
  EXPECT_EQ(lessonFromJson(lessonToJson(lesson), "mine.json"), lesson);
  EXPECT_EQ(lessonParams(step, {}).lambda, (std::vector<double>{0, 1}));
}

TEST(LessonTest, WhatIsWrongIsSaidWithFileStepAndRemedy) {
  for (const Refused& one :
       {Refused{R"({"txt": "x"})", "a step has no \"txt\"."}, Refused{R"({"page": "curves"})", "\"text\" is missing"},
        Refused{R"({"text": "x", "preset": "demo-fgsn"})", "there is no preset \"demo-fgsn\"."},
        Refused{R"({"text": "x", "set": ["lambda=-1"]})", "\"lambda=-1\" cannot be set."},
        Refused{R"({"text": "x", "wait": "steps > 3"})", "\"steps > 3\" cannot be waited for."},
        Refused{R"({"text": "x", "question": {"text": "?", "choices": [{"text": "a"}, {"text": "b"}], "why": "c"}})",
                "cannot be answered"},
        Refused{R"("x")", "\"steps\" is missing"}, Refused{R"({"text": {"fr": "x"}})", "\"text\" is missing"}}) {
    try {
      (void)lessonFromJson(lessonWith(one.text), "mine.json");
      ADD_FAILURE() << one.text;
    } catch (const Error& error) {
      const std::string cause = error.cause().str();
      EXPECT_TRUE(cause.starts_with("mine.json, step 2: ")) << cause;
      EXPECT_NE(cause.find(one.says), std::string::npos) << cause;
      EXPECT_FALSE(error.hint().empty()) << cause;
    }
  }
  EXPECT_THROW(lessonFromJson("[]", "x"), Error);
  EXPECT_THROW(lessonFromJson(R"({"id": "../x", "title": "t", "steps": [{"text": "a"}]})", "x"), Error);
  EXPECT_THROW(lessonFromJson(R"({"id": "x", "title": "t", "steps": []})", "x"), Error);
}

TEST(LessonTest, EveryShippedLessonIsWholeInBothLanguages) {
  ASSERT_EQ(lessons().size(), 6u);
  for (const Lesson& lesson : lessons()) {
    const auto both = [&](const LocalText& text) {
      EXPECT_FALSE(text.en.empty()) << lesson.id;
      EXPECT_FALSE(text.zh.empty()) << lesson.id << ": " << text.en;
      const bool symbols = text.en.find(" = ") != std::string::npos && text.en.size() < 12;  // "λ = 0"
      EXPECT_TRUE(symbols || text.en != text.zh) << lesson.id << ": " << text.en;
    };
    EXPECT_GE(lesson.minutes, 5) << lesson.id;
    EXPECT_LE(lesson.minutes, 10) << lesson.id;
    for (const LocalText& text : {lesson.title, lesson.about}) both(text);
    bool asks = false, waits = false;
    for (const LessonStep& step : lesson.steps) {
      both(step.text);
      EXPECT_NO_THROW(lessonParams(step, {})) << lesson.id;
      waits = waits || !step.wait.empty();
      if (!step.question) continue;
      asks = true;
      both(step.question->text);
      both(step.question->why);
      for (const LessonStep::Choice& choice : step.question->choices) both(choice.text);
    }
    EXPECT_TRUE(asks && waits) << lesson.id;
  }
}

// A condition on an accuracy that the run does not measure would be waited for in vain.
TEST(LessonTest, WhatAShippedLessonWaitsForIsMeasuredByTheRunThatItStarts) {
  for (const Lesson& lesson : lessons()) {
    std::optional<Params> run;
    for (const LessonStep& step : lesson.steps) {
      if (step.hasSettings()) run = lessonParams(step, {});
      if (step.wait.empty()) continue;
      ASSERT_TRUE(run) << lesson.id << ": " << step.wait << " comes before any run";
      const Condition condition = Condition::parse(step.wait);
      if (condition.subject() != Condition::Subject::Figure) continue;
      std::vector<MetricPoint> points;
      for (const Metric metric : accuraciesUnder(run->evaluateAttacks))
        for (size_t lane = 0; lane < run->lambda.size(); ++lane)
          points.push_back({1, metric, static_cast<int16_t>(lane), 1.0});
      const LessonFigures figures{.begun = true, .lambdas = run->lambda, .points = points};
      EXPECT_TRUE(condition.standing(figures).met()) << lesson.id << ": " << step.wait;
    }
  }
}

TEST(LessonTest, AnOwnLessonIsWrittenWholeAndFoundAgain) {
  const test::TempFolder folder;
  const auto own = ownLessonsFolder(folder / "runs");
  EXPECT_EQ(own, folder / "lessons");
  Lesson lesson = lessonFromJson(lessonWith(R"({"text": "second"})"), "x");
  EXPECT_EQ(writeLesson(own, lesson), own / "mine.json");
  ASSERT_EQ(ownLessons(own).lessons.size(), 1u);
  EXPECT_EQ(ownLessons(own).lessons[0], lesson);

  lesson.steps.clear();
  EXPECT_THROW(writeLesson(own, lesson), Error);
  EXPECT_EQ(readLesson(own / "mine.json").steps.size(), 2u) << "what stood there stays";
  lesson = lessons().front();
  EXPECT_THROW(writeLesson(own, lesson), Error) << "an id of the program's";
}

TEST(LessonTest, OneThatCannotBeReadHidesNoOther) {
  const test::TempFolder folder;
  std::filesystem::create_directories(folder / "lessons");
  std::ofstream(folder / "lessons/a.json") << "{";
  std::ofstream(folder / "lessons/b.json") << lessonWith(R"({"text": "second"})");
  std::ofstream(folder / "lessons/c.json") << lessonWith(R"({"text": "the same id"})");
  const OwnLessons own = ownLessons(folder / "lessons");
  EXPECT_EQ(own.lessons.size(), 1u);
  ASSERT_EQ(own.problems.size(), 2u);
  EXPECT_NE(std::string(own.problems[0].what()).find("a.json"), std::string::npos);
  EXPECT_NE(std::string(own.problems[1].what()).find("c.json"), std::string::npos);
  EXPECT_TRUE(ownLessons(folder / "none").lessons.empty());
}

TEST(LessonTest, ATextIsHtmlAndNothingInItIsTakenForSome) {
  EXPECT_EQ(lessonHtml("One **two** *three* `4 < 5`"), "<p>One <b>two</b> <i>three</i> <code>4 &lt; 5</code></p>");
  EXPECT_EQ(lessonHtml("a\nb\n\nc"), "<p>a b</p><p>c</p>");
  EXPECT_EQ(lessonHtml("see:\n- **a**\n- b"), "<p>see:</p><ul><li><b>a</b></li><li>b</li></ul>");
  EXPECT_EQ(lessonHtml("<img src='file'> 2 * 3 * 4"), "<p>&lt;img src='file'&gt; 2 * 3 * 4</p>");
}

TEST(ExerciseTest, ASettingsFileCarriesANoteAndAPage) {
  Params params;
  params.batch = 96;
  const Exercise exercise{"Find **the** λ.", "frontier"};
  const std::string text = settingsToJson(params, exercise);
  EXPECT_EQ(exerciseFromJson(text), exercise);
  EXPECT_EQ(paramsFromJson(text), params) << "an older program reads the settings of it";
  EXPECT_EQ(settingsToJson(params, {}), paramsToJson(params));
  EXPECT_TRUE(exerciseFromJson(paramsToJson(params)).empty());
  EXPECT_TRUE(exerciseFromJson(R"({"params": {}, "of the future": 1})").empty());
  EXPECT_THROW(exerciseFromJson(R"({"params": {}, "note": 5})"), Error);
}

}  // namespace
}  // namespace sparring
