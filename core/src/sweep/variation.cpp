#include <algorithm>
#include <cmath>

#include "base/refuse.h"
#include "base/text.h"
#include "sparring/commas.h"
#include "sparring/sweep.h"
#include "sweep/values.h"

namespace sparring {

namespace {

constexpr int64_t kMostPoints = 1000;
constexpr std::string_view kTo = "..";

bool isList(const ParamRow& row) {
  return std::holds_alternative<std::vector<int64_t> Params::*>(row.member) ||
         std::holds_alternative<std::vector<double> Params::*>(row.member);
}

bool isNumber(const ParamRow& row) {
  return isList(row) || std::holds_alternative<int64_t Params::*>(row.member) ||
         std::holds_alternative<double Params::*>(row.member);
}

bool isWhole(const ParamRow& row) {
  return std::holds_alternative<int64_t Params::*>(row.member) ||
         std::holds_alternative<std::vector<int64_t> Params::*>(row.member);
}

std::vector<std::string> parts(std::string_view text, char separator) {
  std::vector<std::string> list;
  for (size_t end = 0; end != text.npos; text.remove_prefix(end == text.npos ? text.size() : end + 1)) {
    end = text.find(separator);
    list.emplace_back(trimmed(text.substr(0, end)));
  }
  return list;
}

[[noreturn]] void refuseVariation(const std::string& text, Message hint) {
  refuse({QT_TRANSLATE_NOOP("core", "\"%1\" is nothing that can be varied."), {text}}, std::move(hint));
}

/// LO..HI[:log|:lin][:N]
Variation::Span parseSpan(const std::string& whole, const ParamRow& row, std::string_view text) {
  const Message form{
      QT_TRANSLATE_NOOP("core", "A range is written LO..HI, LO..HI:log or LO..HI:log:6, with LO below HI."), {}};
  if (!isNumber(row))
    refuseVariation(whole, {QT_TRANSLATE_NOOP("core", "%1 takes no numbers: give its values."), {row.key}});
  auto words = parts(text, ':');
  const size_t to = words[0].find(kTo);
  if (to == words[0].npos) refuseVariation(whole, form);  // it stands behind a colon
  const std::string first = words[0].substr(0, to), last = words[0].substr(to + kTo.size());
  for (const std::string& end : {first, last})
    if (const auto comma = commaHint(end, isWhole(row))) refuseVariation(whole, *comma);
  const auto low = parseReal(first), high = parseReal(last);
  if (!low || !high || !(*low < *high)) refuseVariation(whole, form);
  Variation::Span span{*low, *high, row.range.scale == Scale::Log};
  for (size_t i = 1; i < words.size(); ++i) {
    const auto count = parseInteger(words[i]);
    if (words[i] == "log" || words[i] == "lin")
      span.log = words[i] == "log";
    else if (count && *count >= 2 && *count <= kMostPoints)
      span.count = *count;
    else
      refuseVariation(whole, form);
  }
  if (span.log && !(span.low > 0))
    refuseVariation(whole, {QT_TRANSLATE_NOOP("core", "A range on a logarithmic scale begins above 0."), {}});
  return span;
}

}  // namespace

std::string valueAt(const Variation& variation, double share) {
  if (!variation.span) {
    const auto count = static_cast<double>(variation.values.size());
    return variation.values[std::min(variation.values.size() - 1, static_cast<size_t>(share * count))];
  }
  const auto& [low, high, log, count] = *variation.span;
  const double value = log ? low * std::pow(high / low, share) : low + share * (high - low);
  if (isWhole(paramRow(variation.key))) return std::to_string(std::llround(value));
  char text[32];  // what nobody can tell apart is no other value
  std::snprintf(text, sizeof text, "%.4g", value);
  return numberText(parseReal(text).value_or(value));
}

std::vector<std::string> gridOf(const Variation& variation) {
  if (!variation.span) return variation.values;
  std::vector<std::string> values;
  const int64_t count = variation.span->count;
  for (int64_t i = 0; i < count; ++i) {
    auto value = valueAt(variation, static_cast<double>(i) / static_cast<double>(count - 1));
    if (values.empty() || values.back() != value) values.push_back(std::move(value));
  }
  return values;
}

Variation parseVariation(const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == text.npos)
    refuseVariation(
        text,
        {QT_TRANSLATE_NOOP("core", "Write key=v1,v2 or key=LO..HI, for example lr.classifier=1e-4..1e-2:log:5."), {}});
  const ParamRow& row = paramRow(std::string(trimmed(std::string_view(text).substr(0, equals))));
  const std::string_view rest = std::string_view(text).substr(equals + 1);
  Variation variation{row.key, {}, {}};
  Params tried;
  if (rest.find(kTo) != rest.npos && isNumber(row)) {
    variation.span = parseSpan(text, row, rest);
    for (const double end : {0.0, 1.0}) setParam(tried, row.key, valueAt(variation, end));
    return variation;
  }
  for (const std::string& value : parts(rest, isList(row) || row.read ? '/' : ',')) {
    setParam(tried, row.key, value);
    const std::string kept = paramText(tried, row);  // one spelling for each
    if (std::ranges::find(variation.values, kept) == variation.values.end()) variation.values.push_back(kept);
  }
  return variation;
}

std::string variationText(const Variation& variation) {
  const ParamRow& row = paramRow(variation.key);
  if (!variation.span) return row.key + "=" + joined(variation.values, isList(row) || row.read ? "/" : ",");
  const auto& [low, high, log, count] = *variation.span;
  return row.key + "=" + numberText(low) + std::string(kTo) + numberText(high) + (log ? ":log:" : ":lin:") +
         std::to_string(count);
}

}  // namespace sparring
