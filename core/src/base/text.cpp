#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace sparring {

std::string numberText(double value) {
  char buffer[32];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

std::string percentText(double share) {
  char buffer[32];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, 100 * share, std::chars_format::fixed, 1).ptr;
  return {buffer, end};
}

bool isUtf8(std::string_view text) {
  static constexpr uint32_t kLeast[] = {0, 0x80, 0x800,
                                        0x10000};  // by the bytes that follow: nothing is written longer
  for (size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) continue;
    const int more = first >> 5 == 0x6 ? 1 : first >> 4 == 0xe ? 2 : first >> 3 == 0x1e ? 3 : 0;
    if (more == 0 || i + static_cast<size_t>(more) >= text.size()) return false;
    uint32_t point = first & (0x3fu >> more);
    for (int k = 0; k < more; ++k) {
      const auto next = static_cast<unsigned char>(text[++i]);
      if (next >> 6 != 0x2) return false;
      point = point << 6 | (next & 0x3fu);
    }
    const bool surrogate = point >= 0xd800 && point < 0xe000;
    if (point < kLeast[more] || point > 0x10ffff || surrogate) return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

namespace {

template <class T>
std::optional<T> parseWhole(std::string_view text) {
  text = trimmed(text);
  T value{};
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

size_t editDistance(const std::string& a, const std::string& b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t(0));
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<double> parseReal(std::string_view text) { return parseWhole<double>(text); }
std::optional<int64_t> parseInteger(std::string_view text) { return parseWhole<int64_t>(text); }

std::vector<std::string> splitList(std::string_view text) {
  std::vector<std::string> words;
  if (trimmed(text).empty()) return words;
  while (true) {
    const auto comma = text.find(',');
    words.emplace_back(trimmed(text.substr(0, comma)));
    if (comma == std::string_view::npos) return words;
    text.remove_prefix(comma + 1);
  }
}

std::string joined(const std::vector<std::string>& words, const char* separator) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

std::string nearest(const std::string& word, const std::vector<std::string>& candidates) {
  constexpr size_t kSlips = 2, kShare = 3;  // two letters, in a long word one of three
  std::string best;
  size_t least = std::max(kSlips, word.size() / kShare) + 1;
  for (const auto& candidate : candidates) {
    const bool begun = word.size() >= kSlips && candidate.starts_with(word);
    const size_t shorter = std::min(word.size(), candidate.size()), longer = std::max(word.size(), candidate.size());
    const size_t near = std::min(least, shorter);      // no letter in common is not near
    if (!begun && longer - shorter >= near) continue;  // at least so many letters: words of any length come here
    const size_t distance = begun ? 1 : editDistance(word, candidate);
    if (distance >= near) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

}  // namespace sparring
