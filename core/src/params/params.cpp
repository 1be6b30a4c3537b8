#include "sparring/params.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/refuse.h"
#include "base/text.h"
#include "params/oldkeys.h"
#include "sparring/adversaries.h"
#include "sparring/attack.h"
#include "sparring/commas.h"
#include "sparring/error.h"

namespace sparring {

namespace {

using Json = nlohmann::ordered_json;

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;  // clang before 17 does not find it by itself

std::string element(int64_t value) { return std::to_string(value); }
std::string element(double value) { return numberText(value); }

template <class T>
std::string listText(const std::vector<T>& values) {
  std::vector<std::string> words;
  for (const T value : values) words.push_back(element(value));
  return joined(words, ",");
}

std::string rangeText(const Range& range) { return numberText(range.min) + " … " + numberText(range.max); }

[[noreturn]] void refuseValue(const ParamRow& row, const std::string& text, Message hint) {
  refuse({QT_TRANSLATE_NOOP("core", "%1 cannot be \"%2\"."), {row.key, text}}, std::move(hint));
}

[[noreturn]] void refuseRange(const ParamRow& row, const std::string& text) {
  refuseValue(row, text, {QT_TRANSLATE_NOOP("core", "It takes values in %1."), {rangeText(row.range)}});
}

int64_t readInteger(const ParamRow& row, const std::string& word, const std::string& whole) {
  const auto value = parseInteger(word);
  if (!value) {
    if (const auto comma = commaHint(word, true)) refuseValue(row, whole, *comma);
    // 1e3 and 5.0 are whole numbers too
    const auto real = parseReal(word);
    if (!real || *real != static_cast<double>(static_cast<int64_t>(std::clamp(*real, -9e15, 9e15))))
      refuseValue(row, whole, {QT_TRANSLATE_NOOP("core", "It takes whole numbers in %1."), {rangeText(row.range)}});
    if (*real < row.range.min || *real > row.range.max) refuseRange(row, whole);
    return static_cast<int64_t>(*real);
  }
  if (*value < row.range.min || *value > row.range.max) refuseRange(row, whole);
  return *value;
}

double readReal(const ParamRow& row, const std::string& word, const std::string& whole) {
  const auto value = parseReal(word);
  if (const auto comma = commaHint(word, false)) refuseValue(row, whole, *comma);
  if (!value) refuseValue(row, whole, {QT_TRANSLATE_NOOP("core", "It takes numbers in %1."), {rangeText(row.range)}});
  if (!(*value >= row.range.min && *value <= row.range.max)) refuseRange(row, whole);
  return *value;
}

bool readBool(const ParamRow& row, const std::string& text) {
  for (const char* yes : {"true", "1", "yes", "on"})
    if (text == yes) return true;
  for (const char* no : {"false", "0", "no", "off"})
    if (text == no) return false;
  refuseValue(row, text, {QT_TRANSLATE_NOOP("core", "It takes true or false."), {}});
}

std::string readWord(const ParamRow& row, const std::string& text) {
  if (row.read) return row.read(text);
  if (row.choices.empty()) {
    if (trimmed(text).empty()) refuseValue(row, text, {QT_TRANSLATE_NOOP("core", "It must not be empty."), {}});
    if (!isUtf8(text))
      refuseValue(row, text,
                  {QT_TRANSLATE_NOOP("core", "It must be UTF-8 text. Rename the file or folder it names."), {}});
    return text;
  }
  std::vector<std::string> words;
  for (const auto& choice : row.choices) words.push_back(choice.value);
  if (std::find(words.begin(), words.end(), text) != words.end()) return text;
  const std::string meant = nearest(text, words), all = joined(words, " | ");
  if (meant.empty()) refuseValue(row, text, {QT_TRANSLATE_NOOP("core", "It takes one of: %1."), {all}});
  refuseValue(row, text, {QT_TRANSLATE_NOOP("core", "Did you mean %1? It takes one of: %2."), {meant, all}});
}

template <class T, class Read>
std::vector<T> readList(const ParamRow& row, const std::string& text, Read read) {
  std::vector<T> values;
  for (const auto& word : splitList(text)) values.push_back(read(row, word, text));
  const auto count = static_cast<int>(values.size());
  if (count < row.range.minCount || count > row.range.maxCount)
    refuseValue(row, text,
                {QT_TRANSLATE_NOOP("core", "It takes %1 to %2 numbers, separated by commas."),
                 {std::to_string(row.range.minCount), std::to_string(row.range.maxCount)}});
  return values;
}

void assign(Params& params, const ParamRow& row, const std::string& text) {
  const std::string bare(trimmed(text));
  std::visit(Overloaded{
                 [&](int64_t Params::*m) { params.*m = readInteger(row, bare, bare); },
                 [&](double Params::*m) { params.*m = readReal(row, bare, bare); },
                 [&](bool Params::*m) { params.*m = readBool(row, bare); },
                 [&](std::string Params::*m) { params.*m = readWord(row, bare); },
                 [&](std::vector<int64_t> Params::*m) { params.*m = readList<int64_t>(row, bare, readInteger); },
                 [&](std::vector<double> Params::*m) { params.*m = readList<double>(row, bare, readReal); },
             },
             row.member);
}

Json toJson(const Params& params, const ParamRow& row) {
  return std::visit([&](auto member) { return Json(params.*member); }, row.member);
}

// The text that setParam would take, or nothing where the JSON value has the wrong type for the row.
std::optional<std::string> jsonText(const ParamRow& row, const Json& value) {
  const auto number = [](const Json& v) { return v.is_number_integer() ? v.dump() : numberText(v.get<double>()); };
  const auto list = [&](const Json& v) -> std::optional<std::string> {
    if (v.is_number()) return number(v);
    if (!v.is_array()) return {};
    std::vector<std::string> words;
    for (const auto& item : v) {
      if (!item.is_number()) return {};
      words.push_back(number(item));
    }
    return joined(words, ",");
  };
  const auto scalar = [&](const Json& v) { return v.is_number() ? std::optional(number(v)) : std::nullopt; };
  return std::visit(Overloaded{
                        [&](int64_t Params::*) { return scalar(value); },
                        [&](double Params::*) { return scalar(value); },
                        [&](bool Params::*) { return value.is_boolean() ? std::optional(value.dump()) : std::nullopt; },
                        [&](std::string Params::*) {
                          return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
                        },
                        [&](std::vector<int64_t> Params::*) { return list(value); },
                        [&](std::vector<double> Params::*) { return list(value); },
                    },
                    row.member);
}

const char* typeName(const ParamRow& row) {
  return std::visit(Overloaded{
                        [](int64_t Params::*) { return "a whole number"; },
                        [](double Params::*) { return "a number"; },
                        [](bool Params::*) { return "true or false"; },
                        [](std::string Params::*) { return "a text"; },
                        [](std::vector<int64_t> Params::*) { return "a list of whole numbers"; },
                        [](std::vector<double> Params::*) { return "a list of numbers"; },
                    },
                    row.member);
}

std::string allowedText(const ParamRow& row) {
  if (!row.choices.empty()) {
    std::vector<std::string> words;
    for (const auto& choice : row.choices) words.push_back(choice.value);
    return joined(words, ", ");
  }
  if (std::holds_alternative<bool Params::*>(row.member)) return "true, false";
  if (std::holds_alternative<std::string Params::*>(row.member)) return "";
  return rangeText(row.range);
}

}  // namespace

namespace {

bool isParam(const std::string& key) {
  return oldKey(key) || std::ranges::find(paramTable(), key, &ParamRow::key) != paramTable().end();
}

}  // namespace

const ParamRow& paramRow(const std::string& key) {
  if (const OldKey* old = oldKey(key)) return paramRow(old->now);
  const auto found = std::ranges::find(paramTable(), key, &ParamRow::key);
  if (found != paramTable().end()) return *found;
  std::vector<std::string> keys;
  for (const auto& row : paramTable()) keys.push_back(row.key);
  const std::string meant = nearest(key, keys);
  throw Error(
      {QT_TRANSLATE_NOOP("core", "There is no parameter \"%1\"."), {key}},
      meant.empty()
          ? Message{QT_TRANSLATE_NOOP("core", "`sparring-cli params` lists them all.")}
          : Message{QT_TRANSLATE_NOOP("core", "Did you mean %1? `sparring-cli params` lists them all."), {meant}},
      Error::Kind::Usage);
}

std::string paramText(const Params& params, const ParamRow& row) {
  return std::visit(Overloaded{
                        [&](int64_t Params::*m) { return std::to_string(params.*m); },
                        [&](double Params::*m) { return numberText(params.*m); },
                        [&](bool Params::*m) { return std::string(params.*m ? "true" : "false"); },
                        [&](std::string Params::*m) { return params.*m; },
                        [&](std::vector<int64_t> Params::*m) { return listText(params.*m); },
                        [&](std::vector<double> Params::*m) { return listText(params.*m); },
                    },
                    row.member);
}

void setParam(Params& params, const std::string& key, const std::string& text) {
  if (const OldKey* old = oldKey(key)) return setOld(params, *old, std::string(trimmed(text)));
  assign(params, paramRow(key), text);
}

std::optional<DecimalComma> decimalComma(const ParamRow& row, const std::string& text) {
  if (!std::holds_alternative<std::vector<double> Params::*>(row.member)) return {};
  const std::string bare(trimmed(text));
  const size_t comma = bare.find(',');
  if (comma == bare.npos) return {};
  const std::string first = bare.substr(0, comma), second = bare.substr(comma + 1);
  const auto digits = [](const std::string& word) {
    return !word.empty() && word.find_first_not_of("0123456789") == word.npos;
  };
  if (!digits(first) || !digits(second)) return {};
  return DecimalComma{first, second, first + "." + second};
}

void setParam(Params& params, const std::string& assignment) {
  const auto equals = assignment.find('=');
  if (equals == std::string::npos)
    throw Error({QT_TRANSLATE_NOOP("core", "\"%1\" is not an assignment."), {assignment}},
                {QT_TRANSLATE_NOOP("core", "Write key=value, for example lambda=0.5."), {}}, Error::Kind::Usage);
  setParam(params, std::string(trimmed(assignment.substr(0, equals))), assignment.substr(equals + 1));
}

Params editedLive(const Params& now, const std::string& key, const std::string& text, bool lanesKnown) {
  Params changed = now;
  setParam(changed, key, text);
  if (paramRow(key).apply != Apply::Live)
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be changed while training."), {key}},
                {QT_TRANSLATE_NOOP("core", "It takes effect with the next start."), {}}, Error::Kind::Usage);
  const auto stateless = [](const Params& params) { return adversaryInfo(params.adversary).stateless(); };
  if (changed.adversary != now.adversary && !(stateless(now) && stateless(changed)))
    throw Error({QT_TRANSLATE_NOOP("core", "A run cannot change from the adversary %1 to %2: it holds networks."),
                 {now.adversary, changed.adversary}},
                {QT_TRANSLATE_NOOP("core", "It takes effect with the next start."), {}}, Error::Kind::Usage);
  if (lanesKnown && changed.lambda.size() != now.lambda.size())
    throw Error({QT_TRANSLATE_NOOP("core", "lambda has %1 values; this run trains %2 classifiers."),
                 {std::to_string(changed.lambda.size()), std::to_string(now.lambda.size())}},
                {QT_TRANSLATE_NOOP("core", "Keep the number of values, or start anew."), {}}, Error::Kind::Usage);
  return changed;
}

Params onMachineOf(const Params& here, Params params) {
  params.device = here.device;
  params.threads = here.threads;
  return params;
}

int usualLane(const std::vector<double>& lambdas) {
  size_t largest = 0;
  for (size_t k = 1; k < lambdas.size(); ++k)
    if (lambdas[k] >= lambdas[largest]) largest = k;
  return static_cast<int>(largest);
}

bool needsTeacher(const Params& params) {
  const auto& opponent = adversaryInfo(params.adversary);
  if (opponent.needsTeacher) return true;
  if (!opponent.drawsImages()) return false;
  return opponent.conditional ? params.teacherWeight > 0 || params.labelAgree : params.labelRule == "teacher";
}

void validate(const Params& params) {
  parseAttacks(params.evaluateAttacks);
  if (needsTeacher(params) && params.epochsTeacher == 0)
    throw Error({QT_TRANSLATE_NOOP("core", "The adversary \"%1\" needs a trained teacher, and epochs.teacher is 0."),
                 {params.adversary}},
                {adversaryInfo(params.adversary).needsTeacher
                     ? QT_TRANSLATE_NOOP("core", "Set epochs.teacher to 1 or more.")
                     : QT_TRANSLATE_NOOP("core",
                                         "Set epochs.teacher to 1 or more, or teacher.weight to 0 and label.agree to "
                                         "false, or label.rule to classifier."),
                 {}},
                Error::Kind::Usage);
  if (params.ganCoding != Params{}.ganCoding && !ganLossReads("gan.coding", params))
    throw Error({QT_TRANSLATE_NOOP("core", "gan.coding = %1 belongs to least squares."), {params.ganCoding}},
                {QT_TRANSLATE_NOOP("core", "Set gan.coding to 0,1,1, or loss.gan to least-squares."), {}},
                Error::Kind::Usage);
  if (params.epochsPretrain + params.epochsGan + params.epochsJoint == 0)
    throw Error({QT_TRANSLATE_NOOP("core", "All phases have length 0: there is nothing to train."), {}},
                {QT_TRANSLATE_NOOP("core", "Set epochs.pretrain, epochs.gan or epochs.joint to 1 or more."), {}},
                Error::Kind::Usage);
}

std::string paramsToJson(const Params& params) {
  Json json = Json::object();
  for (const auto& row : paramTable()) json[row.key] = toJson(params, row);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Params paramsFromJson(const std::string& text, const Params& base, std::vector<std::string>* unknown) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object())
    throw Error({QT_TRANSLATE_NOOP("core", "The settings are not a JSON object."), {}},
                {QT_TRANSLATE_NOOP("core", "A settings file looks like {\"lambda\": [0.5], \"batch\": 128}."), {}},
                Error::Kind::Usage);
  if (json.contains("params") && json["params"].is_object()) json = Json(json["params"]);
  Params params = base;
  for (const auto& [key, value] : json.items()) {
    if (unknown && !isParam(key)) {
      unknown->push_back(key);
      continue;
    }
    const ParamRow& row = paramRow(key);
    const auto valueText = oldKey(key) && value.is_number() ? numberText(value.get<double>()) : jsonText(row, value);
    if (!valueText)
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be %2: that is the wrong type."), {key, value.dump()}},
                  {QT_TRANSLATE_NOOP("core", "In a settings file it looks like this: %1"),
                   {"\"" + row.key + "\": " + toJson(Params{}, row).dump()}},
                  Error::Kind::Usage);
    setParam(params, key, *valueText);
  }
  return params;
}

namespace {

// What the choices say of themselves, where they do.
std::string choicesText(const ParamRow& row) {
  std::string text;
  for (const auto& choice : row.choices)
    if (!choice.help.empty()) text += " *" + choice.value + "*: " + choice.help;
  return text;
}

}  // namespace

std::string paramsMarkdown() {
  const Params defaults;
  std::string text =
      "# Parameters\n\nMade by `sparring-cli params --markdown`; a test keeps it true. Keys are as `--set` and "
      "settings "
      "files take them.\n*live*: an edit takes effect at the next step of a running training. *restart*: with the next "
      "start.\n";
  std::string group;
  for (const auto& row : paramTable()) {
    if (row.group != group) {
      group = row.group;
      text += "\n## " + group + "\n\n| key | default | values | takes effect | meaning |\n|---|---|---|---|---|\n";
    }
    const auto allowed = allowedText(row);
    text += "| `" + row.key + "` | `" + paramText(defaults, row) + "` | " + allowed +
            (row.unit.empty() ? "" : " " + row.unit) + " | " + (row.apply == Apply::Live ? "live" : "restart") +
            " | **" + row.label + "**: " + row.help + choicesText(row) + " |\n";
  }
  return text;
}

std::string paramsTableJson() {
  const Params defaults;
  Json table = Json::array();
  for (const auto& row : paramTable()) {
    Json json{{"key", row.key},        {"label", row.label},
              {"help", row.help},      {"group", row.group},
              {"unit", row.unit},      {"default", toJson(defaults, row)},
              {"type", typeName(row)}, {"live", row.apply == Apply::Live}};
    if (!row.choices.empty()) {
      for (const auto& choice : row.choices) json["choices"].push_back(choice.value);
    } else if (row.range.max > row.range.min) {
      json["min"] = row.range.min;
      json["max"] = row.range.max;
    }
    table.push_back(json);
  }
  return table.dump(2);
}

}  // namespace sparring
