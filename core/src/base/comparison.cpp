#include "base/comparison.h"

#include <algorithm>

#include "base/text.h"

namespace sparring {

std::optional<Relation> relationOf(std::string_view sign) {
  if (sign == ">=") return Relation::AtLeast;
  if (sign == "<=") return Relation::AtMost;
  if (sign == "!=") return Relation::Other;
  if (sign == ">") return Relation::More;
  if (sign == "<") return Relation::Less;
  if (sign == "=") return Relation::Same;
  return {};
}

bool compares(double value, Relation relation, double limit) {
  switch (relation) {
    case Relation::AtLeast:
      return value >= limit;
    case Relation::AtMost:
      return value <= limit;
    case Relation::Other:
      return value != limit;
    case Relation::More:
      return value > limit;
    case Relation::Less:
      return value < limit;
    case Relation::Same:
      return value == limit;
  }
  return false;
}

std::optional<double> numberOrShare(std::string_view text) {
  const bool share = text.ends_with('%');
  const auto number = parseReal(share ? trimmed(text.substr(0, text.size() - 1)) : text);
  return number && share ? *number / 100 : number;
}

std::optional<Comparison> comparisonIn(const std::string& text, size_t limit, const std::vector<std::string>& signs,
                                       const std::function<bool(const std::string&)>& isKey) {
  std::optional<Comparison> last;
  for (size_t i = 1; i < std::min(text.size(), limit); ++i) {
    for (const std::string& sign : signs) {
      if (text.compare(i, sign.size(), sign) != 0) continue;
      const std::string key = text.substr(0, i);
      const bool known = isKey(key);
      if (known || !last) last = {key, sign, text.substr(i + sign.size()), known};
      i += sign.size() - 1;
      break;
    }
  }
  return last;
}

}  // namespace sparring
