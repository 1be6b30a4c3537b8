#include "sparring/presets.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sparring/error.h"

namespace sparring {

extern const char* const presetTexts[];
extern const int presetTextsCount;

namespace {

LocalText localText(const nlohmann::json& json) { return {json.at("en"), json.at("zh")}; }

Expectation expectation(const nlohmann::json& json) {
  Expectation expected;
  expected.against = parseAgainst(json.at("attack"));
  if (json.contains("lambda")) expected.lambda = json["lambda"];
  expected.min = json.value("min", 0.0);
  expected.max = json.value("max", 1.0);
  return expected;
}

Preset parsePreset(const char* text) {
  const auto json = nlohmann::json::parse(text);
  Preset preset{json.at("name"),
                json.at("group"),
                localText(json.at("title")),
                localText(json.at("help")),
                localText(json.at("expectation")),
                {},
                json.at("minutes"),
                paramsFromJson(json.at("params").dump())};
  for (const auto& expected : json.at("expect")) preset.expectations.push_back(expectation(expected));
  return preset;
}

}  // namespace

const std::string& LocalText::in(const std::string& locale) const { return locale.rfind("zh", 0) == 0 ? zh : en; }

const std::vector<Preset>& presets() {
  static const std::vector<Preset> all = [] {
    std::vector<Preset> list;
    for (int i = 0; i < presetTextsCount; ++i) list.push_back(parsePreset(presetTexts[i]));
    return list;
  }();
  return all;
}

const Preset& preset(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& preset : presets()) {
    if (preset.name == name) return preset;
    names.push_back(preset.name);
  }
  const std::string meant = nearest(name, names);
  throw Error(
      {QT_TRANSLATE_NOOP("core", "There is no preset \"%1\"."), {name}},
      meant.empty()
          ? Message{QT_TRANSLATE_NOOP("core", "`sparring-cli presets` lists them all.")}
          : Message{QT_TRANSLATE_NOOP("core", "Did you mean %1? `sparring-cli presets` lists them all."), {meant}},
      Error::Kind::Usage);
}

}  // namespace sparring
