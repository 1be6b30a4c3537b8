// Every target with its seeds and with some thousand changes of them: what the fuzzers do for hours, in a second each.
#include <gtest/gtest.h>

#include <cctype>

#include "checks.h"
#include "mutator.h"
#include "targets.h"

namespace sparring::fuzz {
namespace {

constexpr int kChanges = 2000;

std::string printable(const std::string& bytes) {
  std::string text;
  for (const unsigned char c : bytes) {
    char escaped[8];
    std::snprintf(escaped, sizeof escaped, std::isprint(c) && c != '\\' ? "%c" : "\\x%02x", c);
    text += escaped;
  }
  return text;
}

/// Nothing where all holds.
std::string problemWith(const Target& target, const std::string& bytes) {
  try {
    target.feed(bytes);
    return "";
  } catch (const std::exception& error) {
    return std::string(error.what()) + ", given " + printable(bytes);
  }
}

class FuzzTargets : public ::testing::TestWithParam<Target> {};

TEST_P(FuzzTargets, TakesOrRefusesWhateverItIsGiven) {
  const Target& target = GetParam();
  for (const std::string& seed : target.seeds) ASSERT_EQ(problemWith(target, seed), "");
  ASSERT_EQ(problemWith(target, ""), "");
  Mutator mutator(1, target.seeds, target.words);
  for (int i = 0; i < kChanges; ++i) ASSERT_EQ(problemWith(target, mutator.next()), "") << "change " << i;
}

INSTANTIATE_TEST_SUITE_P(Every, FuzzTargets, ::testing::ValuesIn(targets()),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace sparring::fuzz
