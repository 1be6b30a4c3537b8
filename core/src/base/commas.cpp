#include "sparring/commas.h"

#include <algorithm>

#include "base/text.h"

namespace sparring {

namespace {

constexpr size_t kGroup = 3;  // digits between two commas of a whole number

bool isDigits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; }

std::optional<std::string> wholeWithoutCommas(const std::string& text) {
  const auto groups = splitList(text);
  if (groups.size() < 2 || groups[0].size() > kGroup || !std::ranges::all_of(groups, isDigits)) return {};
  if (!std::all_of(groups.begin() + 1, groups.end(), [](const auto& group) { return group.size() == kGroup; }))
    return {};
  return joined(groups, "");
}

std::optional<std::string> withPoint(std::string text) {
  const size_t comma = text.find(',');
  if (comma == text.npos) return {};
  text[comma] = '.';
  return parseReal(text) ? std::optional(text) : std::nullopt;
}

}  // namespace

std::optional<Message> commaHint(const std::string& text, bool whole) {
  const auto meant = whole ? wholeWithoutCommas(text) : withPoint(text);
  if (!meant) return {};
  return Message{whole ? QT_TRANSLATE_NOOP("core", "A whole number is written without commas: \"%1\".")
                       : QT_TRANSLATE_NOOP("core", "Its decimals stand behind a point: \"%1\"."),
                 {*meant}};
}

}  // namespace sparring
