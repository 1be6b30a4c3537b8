// Lessons as JSON: read with errors that name the step, and written.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sparring/error.h"
#include "sparring/lesson.h"

namespace sparring {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMostSteps = 100, kMostChoices = 12, kMostSettings = 100;
constexpr size_t kLongestText = 10'000;  // bytes, of one text
constexpr double kMostMinutes = 600;

const std::vector<std::string> kLessonKeys = {"id", "title", "about", "minutes", "steps"};
const std::vector<std::string> kStepKeys = {"text", "preset", "set", "page", "point", "wait", "question"};
const std::vector<std::string> kQuestionKeys = {"text", "choices", "why"};
const std::vector<std::string> kChoiceKeys = {"text", "right"};

/// Where in a lesson something stands, for what is said of it.
class LessonReader {
 public:
  explicit LessonReader(const std::string& name) : name_(name) {}

  Lesson read(const std::string& text);

 private:
  /// `inLesson` has the place %1, the file; `inStep` %1 and %2, the step; `args` follow.
  [[noreturn]] void fail(const char* inLesson, const char* inStep, std::vector<std::string> args, Message hint) const {
    args.insert(args.begin(), name_);
    if (step_ > 0) args.insert(args.begin() + 1, std::to_string(step_));
    throw Error({step_ > 0 ? inStep : inLesson, std::move(args)}, std::move(hint), Error::Kind::Usage);
  }
  [[noreturn]] void wrongKind(const std::string& key, const std::string& looks) const {
    fail(QT_TRANSLATE_NOOP("core", "%1: \"%2\" is missing or not what it should be."),
         QT_TRANSLATE_NOOP("core", "%1, step %2: \"%3\" is missing or not what it should be."), {key},
         {QT_TRANSLATE_NOOP("core", "It looks like this: %1"), {looks}});
  }
  void requireKeys(const Json& json, const std::vector<std::string>& keys, const std::string& before = {}) const;
  std::string word(const Json& json, const std::string& key, const std::string& looks) const;
  LocalText text(const Json& json, const std::string& key, bool needed, const std::string& before = {}) const;
  LessonStep step(const Json& json);
  LessonStep::Question question(const Json& json) const;
  void checkSettings(const LessonStep& step) const;

  const std::string& name_;
  size_t step_ = 0;  // 0: the lesson's own
};

void LessonReader::requireKeys(const Json& json, const std::vector<std::string>& keys,
                               const std::string& before) const {
  for (const auto& [key, value] : json.items()) {
    if (std::ranges::find(keys, key) != keys.end()) continue;
    const std::string near = nearest(key, keys);
    fail(QT_TRANSLATE_NOOP("core", "%1: a lesson has no \"%2\"."),
         QT_TRANSLATE_NOOP("core", "%1, step %2: a step has no \"%3\"."), {before + key},
         near.empty() ? Message{QT_TRANSLATE_NOOP("core", "There are: %1."), {joined(keys, ", ")}}
                      : Message{QT_TRANSLATE_NOOP("core", "Did you mean \"%1\"?"), {near}});
  }
}

std::string LessonReader::word(const Json& json, const std::string& key, const std::string& looks) const {
  if (!json.contains(key)) return {};
  if (!json[key].is_string() || json[key].get_ref<const std::string&>().size() > kLongestText) wrongKind(key, looks);
  return json[key].get<std::string>();
}

// One language is enough for a lesson of one's own: it does for both.
LocalText LessonReader::text(const Json& json, const std::string& key, bool needed, const std::string& before) const {
  const std::string looks = "\"" + key + "\": {\"en\": \"…\", \"zh\": \"…\"}";
  if (!json.contains(key)) {
    if (needed) wrongKind(before + key, looks);
    return {};
  }
  LocalText text;
  const Json& value = json[key];
  if (value.is_string()) {
    text.en = value.get<std::string>();
  } else if (value.is_object()) {
    for (const auto& [language, words] : value.items()) {
      if ((language != "en" && language != "zh") || !words.is_string()) wrongKind(before + key, looks);
      (language == "en" ? text.en : text.zh) = words.get<std::string>();
    }
  } else {
    wrongKind(before + key, looks);
  }
  const bool empty = trimmed(text.en).empty() && trimmed(text.zh).empty();
  if ((needed && empty) || std::max(text.en.size(), text.zh.size()) > kLongestText) wrongKind(before + key, looks);
  if (trimmed(text.en).empty()) text.en = text.zh;
  if (trimmed(text.zh).empty()) text.zh = text.en;
  return text;
}

LessonStep::Question LessonReader::question(const Json& json) const {
  const std::string looks = R"("question": {"text": …, "choices": [{"text": …, "right": true}, …], "why": …})";
  if (!json.is_object()) wrongKind("question", looks);
  requireKeys(json, kQuestionKeys, "question.");
  LessonStep::Question question{text(json, "text", true, "question."), {}, text(json, "why", true, "question.")};
  if (!json.contains("choices") || !json["choices"].is_array() || json["choices"].size() > kMostChoices)
    wrongKind("question.choices", looks);
  for (const Json& choice : json["choices"]) {
    if (!choice.is_object()) wrongKind("question.choices", looks);
    requireKeys(choice, kChoiceKeys, "question.choices.");
    if (choice.contains("right") && !choice["right"].is_boolean()) wrongKind("question.choices", looks);
    question.choices.push_back({text(choice, "text", true, "question.choices."), choice.value("right", false)});
  }
  if (question.choices.size() < 2 || std::ranges::none_of(question.choices, &LessonStep::Choice::right))
    fail("", QT_TRANSLATE_NOOP("core", "%1, step %2: the question cannot be answered."), {},
         {QT_TRANSLATE_NOOP("core", "It takes two choices or more, and \"right\": true at one of them.")});
  return question;
}

void LessonReader::checkSettings(const LessonStep& step) const {
  Params params;
  if (!step.preset.empty()) {
    try {
      params = preset(step.preset).params;
    } catch (const Error& error) {
      fail("", QT_TRANSLATE_NOOP("core", "%1, step %2: there is no preset \"%3\"."), {step.preset}, error.hint());
    }
  }
  for (const std::string& setting : step.settings) {
    try {
      setParam(params, setting);
    } catch (const Error& error) {
      fail("", QT_TRANSLATE_NOOP("core", "%1, step %2: \"%3\" cannot be set."), {setting}, error.cause());
    }
  }
  if (step.preset.empty()) return;  // they go over whatever is set then
  try {
    validate(params);
  } catch (const Error& error) {
    fail("", QT_TRANSLATE_NOOP("core", "%1, step %2: its settings do not go together."), {}, error.cause());
  }
}

LessonStep LessonReader::step(const Json& json) {
  if (!json.is_object()) wrongKind("steps", R"("steps": [{"text": …}, …])");
  requireKeys(json, kStepKeys);
  LessonStep step;
  step.text = text(json, "text", true);
  step.preset = word(json, "preset", R"("preset": "demo-fgsm")");
  step.page = word(json, "page", R"("page": "curves")");
  step.point = word(json, "point", R"("point": "lambda")");
  step.wait = trimmed(word(json, "wait", R"("wait": "step >= 500")"));
  if (json.contains("set")) {
    const std::string looks = R"("set": ["lambda=0,1", "batch=64"])";
    if (!json["set"].is_array() || json["set"].size() > kMostSettings) wrongKind("set", looks);
    for (const Json& setting : json["set"]) {
      if (!setting.is_string()) wrongKind("set", looks);
      step.settings.push_back(setting.get<std::string>());
    }
  }
  checkSettings(step);
  if (!step.wait.empty()) {
    try {
      (void)Condition::parse(step.wait);
    } catch (const Error& error) {
      fail("", QT_TRANSLATE_NOOP("core", "%1, step %2: \"%3\" cannot be waited for."), {step.wait}, error.cause());
    }
  }
  if (json.contains("question")) step.question = question(json["question"]);
  return step;
}

bool isId(const std::string& id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.size() <= 60 && id.front() != '-' && std::ranges::all_of(id, plain);
}

Lesson LessonReader::read(const std::string& bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded() || !json.is_object())
    fail(QT_TRANSLATE_NOOP("core", "%1 is no lesson: it is not a JSON object."), "", {},
         {QT_TRANSLATE_NOOP("core", "A lesson has %1."), {joined(kLessonKeys, ", ")}});
  requireKeys(json, kLessonKeys);
  Lesson lesson;
  lesson.id = word(json, "id", R"("id": "my-lesson")");
  if (!isId(lesson.id)) wrongKind("id", R"("id": "my-lesson")");
  lesson.title = text(json, "title", true);
  lesson.about = text(json, "about", false);
  const std::string minutes = R"("minutes": 8)";
  if (json.contains("minutes")) {
    if (!json["minutes"].is_number()) wrongKind("minutes", minutes);
    lesson.minutes = json["minutes"].get<double>();
    if (!(lesson.minutes > 0 && lesson.minutes <= kMostMinutes)) wrongKind("minutes", minutes);
  }
  if (!json.contains("steps") || !json["steps"].is_array() || json["steps"].empty() ||
      json["steps"].size() > kMostSteps)
    wrongKind("steps", R"("steps": [{"text": …}, …])");
  for (const Json& one : json["steps"]) {
    ++step_;
    lesson.steps.push_back(step(one));
  }
  return lesson;
}

Json textJson(const LocalText& text) {
  if (text.en == text.zh) return text.en;
  Json json = Json::object();
  if (!text.en.empty()) json["en"] = text.en;
  if (!text.zh.empty()) json["zh"] = text.zh;
  return json;
}

Json questionJson(const LessonStep::Question& question) {
  Json json = {{"text", textJson(question.text)}, {"choices", Json::array()}};
  for (const LessonStep::Choice& choice : question.choices) {
    Json one = {{"text", textJson(choice.text)}};
    if (choice.right) one["right"] = true;
    json["choices"].push_back(std::move(one));
  }
  json["why"] = textJson(question.why);
  return json;
}

Json stepJson(const LessonStep& step) {
  Json json = {{"text", textJson(step.text)}};
  if (!step.preset.empty()) json["preset"] = step.preset;
  if (!step.settings.empty()) json["set"] = step.settings;
  if (!step.page.empty()) json["page"] = step.page;
  if (!step.point.empty()) json["point"] = step.point;
  if (!step.wait.empty()) json["wait"] = step.wait;
  if (step.question) json["question"] = questionJson(*step.question);
  return json;
}

}  // namespace

Lesson lessonFromJson(const std::string& text, const std::string& name) { return LessonReader(name).read(text); }

std::string lessonToJson(const Lesson& lesson) {
  Json json = {{"id", lesson.id}, {"title", textJson(lesson.title)}};
  if (!(lesson.about == LocalText{})) json["about"] = textJson(lesson.about);
  json["minutes"] = lesson.minutes;
  json["steps"] = Json::array();
  for (const LessonStep& step : lesson.steps) json["steps"].push_back(stepJson(step));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Params lessonParams(const LessonStep& step, const Params& now) {
  Params params = step.preset.empty() ? now : onMachineOf(now, preset(step.preset).params);
  for (const std::string& setting : step.settings) setParam(params, setting);
  validate(params);
  return params;
}

Exercise exerciseFromJson(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object())
    throw Error({QT_TRANSLATE_NOOP("core", "The settings are not a JSON object."), {}},
                {QT_TRANSLATE_NOOP("core", "A settings file looks like {\"lambda\": [0.5], \"batch\": 128}."), {}},
                Error::Kind::Usage);
  Exercise exercise;
  if (!json.contains("params") || !json["params"].is_object()) return exercise;  // its keys are parameters'
  for (const auto& [key, member] : {std::pair{"note", &Exercise::note}, std::pair{"page", &Exercise::page}}) {
    if (!json.contains(key)) continue;
    if (!json[key].is_string() || json[key].get_ref<const std::string&>().size() > kLongestText)
      throw Error({QT_TRANSLATE_NOOP("core", "The \"%1\" of these settings is no text."), {key}},
                  {QT_TRANSLATE_NOOP("core", "It looks like this: %1"), {std::string("\"") + key + "\": \"…\""}},
                  Error::Kind::Usage);
    exercise.*member = json[key].get<std::string>();
  }
  return exercise;
}

std::string settingsToJson(const Params& params, const Exercise& exercise) {
  const std::string plain = paramsToJson(params);
  if (exercise.empty()) return plain;
  Json json;
  if (!exercise.note.empty()) json["note"] = exercise.note;
  if (!exercise.page.empty()) json["page"] = exercise.page;
  json["params"] = Json::parse(plain);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sparring
