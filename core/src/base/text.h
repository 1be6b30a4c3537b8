// Small helpers for words and numbers as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sparring/nearest.h"

namespace sparring {

/// Shortest text that reads back to exactly `value`, independent of the locale.
std::string numberText(double value);

/// A share in [0,1] in per cent with one decimal, without the sign: "97.3".
std::string percentText(double share);

/// The whole of `text` as a number, independent of the locale; nothing else around it.
std::optional<double> parseReal(std::string_view text);
std::optional<int64_t> parseInteger(std::string_view text);

/// Whether `text` is well-formed UTF-8: JSON can keep nothing else.
bool isUtf8(std::string_view text);

std::string_view trimmed(std::string_view text);

/// Elements between commas, trimmed; none for empty text.
std::vector<std::string> splitList(std::string_view text);
std::string joined(const std::vector<std::string>& words, const char* separator);

}  // namespace sparring
