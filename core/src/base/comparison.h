// KEY OPERATOR VALUE: what filters of runs and the conditions of lessons compare alike.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparring {

enum class Relation : uint8_t { AtLeast, AtMost, Other, More, Less, Same };

/// ">=", "<=", "!=", ">", "<", "=".
std::optional<Relation> relationOf(std::string_view sign);
bool compares(double value, Relation relation, double limit);

/// A number or a share in per cent: 0.98, "98%" and "98 %" are one value. Nothing for any other text.
std::optional<double> numberOrShare(std::string_view text);

struct Comparison {
  std::string key, sign, value;
  bool known = false;  ///< there is such a key
};
/// Where `text` says KEY SIGN VALUE: the longest key that there is, since an attack's holds signs itself; an unknown
/// one where no key is known. `signs` in the order of trying them. None where no sign stands before byte `limit`.
std::optional<Comparison> comparisonIn(const std::string& text, size_t limit, const std::vector<std::string>& signs,
                                       const std::function<bool(const std::string&)>& isKey);

}  // namespace sparring
