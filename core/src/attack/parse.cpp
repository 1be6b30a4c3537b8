// Attacks as text: "pgd:eps=0.1,steps=40".
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "sparring/attack.h"
#include "sparring/commas.h"
#include "sparring/error.h"

namespace sparring {

namespace {

constexpr const char *kClean = "clean", *kOwn = "own";

// Whoever thinks in grey levels of 0 to 255 asks for 8 and means 8/255.
Message allowedHint(const AttackInfo::Value& value, const std::string& text) {
  if (const auto comma = commaHint(text, value.whole)) return *comma;
  const auto asked = parseReal(text);
  const bool levels = value.key == "eps" && asked && *asked > value.max && *asked <= 255;
  if (levels)
    return {QT_TRANSLATE_NOOP("core", "ε is of pixels in [0,1]: %1/255 is %2."),
            {numberText(*asked), numberText(std::round(*asked / 255 * 1e4) / 1e4)}};
  return {value.whole ? QT_TRANSLATE_NOOP("core", "It takes whole numbers in %1.")
                      : QT_TRANSLATE_NOOP("core", "It takes values in %1."),
          {numberText(value.min) + " … " + numberText(value.max)}};
}

/// What stands behind the comma of "0,1": nothing is named by a number.
bool continuesNumber(const std::string& word) { return word.find_first_of("0123456789") == 0 && parseReal(word); }

/// "eps=0,1" stays in one piece, so that it is answered as the number it is meant as.
std::vector<std::string> settingsIn(const std::string& text) {
  std::vector<std::string> settings;
  for (const auto& word : splitList(text)) {
    if (settings.empty() || !continuesNumber(word))
      settings.push_back(word);
    else
      settings.back() += "," + word;
  }
  return settings;
}

void setAttackValue(AttackSpec& spec, const AttackInfo& info, const std::string& word) {
  const auto equals = word.find('=');
  const std::string key = word.substr(0, equals);
  std::vector<std::string> keys;
  for (const auto& value : info.values) {
    keys.push_back(value.key);
    if (value.key != key || equals == std::string::npos) continue;
    const std::string text = word.substr(equals + 1);
    const auto number = parseReal(text);
    const bool whole = !value.whole || (number && *number == std::floor(*number));
    if (!number || !whole || !(*number >= value.min && *number <= value.max))
      throw Error({QT_TRANSLATE_NOOP("core", "%1 of the attack %2 cannot be \"%3\"."), {key, info.name, text}},
                  allowedHint(value, text), Error::Kind::Usage);
    spec.values[key] = *number + 0.0;  // -0 is 0: one attack is written in one way
    return;
  }
  throw Error({QT_TRANSLATE_NOOP("core", "The attack %1 has no setting \"%2\"."), {info.name, word}},
              {QT_TRANSLATE_NOOP("core", "Write NAME:key=value; its keys: %1."), {joined(keys, ", ")}},
              Error::Kind::Usage);
}

}  // namespace

AttackSpec parseAttack(const std::string& text) {
  const auto colon = text.find(':');
  const auto& info = attackInfo(text.substr(0, colon));
  AttackSpec spec{info.name, {}};
  for (const auto& value : info.values) spec.values[value.key] = value.standard;
  if (colon != std::string::npos)
    for (const auto& word : settingsIn(text.substr(colon + 1))) setAttackValue(spec, info, word);
  return spec;
}

std::vector<AttackSpec> parseAttacks(const std::string& text) {
  std::vector<std::string> texts;
  for (const auto& piece : splitList(text)) {
    const bool setting =
        piece.find(':') == std::string::npos && (piece.find('=') != std::string::npos || continuesNumber(piece));
    if (!setting || texts.empty())
      texts.push_back(piece);
    else
      texts.back() += (texts.back().find(':') == std::string::npos ? ":" : ",") + piece;
  }
  std::vector<AttackSpec> list;
  for (const auto& one : texts) {
    AttackSpec attack = parseAttack(one);
    if (std::find(list.begin(), list.end(), attack) != list.end())
      throw Error({QT_TRANSLATE_NOOP("core", "The attack %1 stands twice in the list."), {attack.written()}},
                  {QT_TRANSLATE_NOOP("core", "Leave one of them out, or give it other settings."), {}},
                  Error::Kind::Usage);
    list.push_back(std::move(attack));
  }
  return list;
}

std::string attacksText(const std::vector<AttackSpec>& attacks) {
  std::vector<std::string> texts;
  for (const AttackSpec& attack : attacks) texts.push_back(attack.written());
  return joined(texts, ",");
}

Against parseAgainst(const std::string& text) {
  if (text == kClean) return {};
  if (text == kOwn) return {Against::Kind::Own};
  return {Against::Kind::Attack, parseAttack(text)};
}

std::string Against::text() const {
  if (kind == Kind::Attack) return attack.text();
  return kind == Kind::Own ? kOwn : kClean;
}

std::string AttackSpec::written() const {
  std::vector<std::string> words;
  for (const auto& row : attackInfo(name).values) {
    const auto value = values.find(row.key);
    if (value != values.end() && (words.empty() || value->second != row.standard))
      words.push_back(row.key + "=" + numberText(value->second));
  }
  return words.empty() ? name : name + ":" + joined(words, ",");
}

std::string AttackSpec::text() const {
  std::vector<std::string> words;
  for (const auto& [key, value] : values) words.push_back(key + "=" + numberText(value));
  return words.empty() ? name : name + ":" + joined(words, ",");
}

}  // namespace sparring
