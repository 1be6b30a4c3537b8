// What teachers write: lessons, conditions, exercises.
#include <algorithm>

#include "checks.h"
#include "sparring/lesson.h"
#include "targets.h"

namespace sparring::fuzz {

namespace {

const std::vector<std::string> kTags = {"<p>", "</p>", "<ul>", "</ul>", "<li>",   "</li>",
                                        "<b>", "</b>", "<i>",  "</i>",  "<code>", "</code>"};

void requireHarmless(const std::string& text) {
  const std::string html = lessonHtml(text);
  for (size_t i = html.find('<'); i != html.npos; i = html.find('<', i + 1))
    require(std::ranges::any_of(kTags, [&](const auto& tag) { return html.compare(i, tag.size(), tag) == 0; }),
            "a text has become a tag of its own");
}

void feedCondition(const std::string& text) {
  const auto condition = taken([&] { return Condition::parse(text); });
  if (!condition) return;
  require(Condition::parse(condition->text()).text() == condition->text(), "read again it is another condition");
  const std::vector<MetricPoint> points = {{5, Metric::Clean, 0, 0.5}, {5, Metric::L, 1, 0.1}};
  LessonFigures figures{.begun = true, .step = 5, .lambdas = {0, 1}, .points = points};
  (void)condition->standing(figures);
  (void)condition->standing({});
}

// A lesson or a settings file from a brace on; else a condition.
void feedLessons(std::string_view bytes) {
  const std::string text(bytes);
  requireHarmless(text);
  if (!text.starts_with('{')) return feedCondition(text);
  if (const auto exercise = taken([&] { return exerciseFromJson(text); }))
    require(exerciseFromJson(settingsToJson({}, *exercise)) == *exercise, "written and read again the note is another");
  const auto lesson = taken([&] { return lessonFromJson(text, "lesson.json"); });
  if (!lesson) return;
  require(lessonFromJson(lessonToJson(*lesson), "lesson.json") == *lesson, "written and read again it is another");
  for (const LessonStep& step : lesson->steps) {
    requireHarmless(step.text.en);
    taken([&] { return lessonParams(step, {}); });
  }
}

}  // namespace

Target lessonsTarget() {
  std::vector<std::string> seeds = {settingsToJson({}, {"a note", "curves"}),
                                    "step >= 500",
                                    "pgd:eps=0.1 > 80 % [λ=1]",
                                    "finished",
                                    "phase = joint",
                                    "lambda = 0,1",
                                    "**a** *b* `c`\n- d\n\ne"};
  for (const char* id : {"what-is-an-attack", "masking"}) seeds.push_back(lessonToJson(*findLesson(lessons(), id)));
  return {"lessons",
          feedLessons,
          seeds,
          {"\"right\": true", "\"wait\":", "\"set\":", "\"zh\":", "null", "**", "*", "`", "- ", "[λ=", " % ", "1e300"}};
}

}  // namespace sparring::fuzz
