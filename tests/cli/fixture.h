// A temporary folder with a tiny data set, and short ways to run the program in it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "process.h"

namespace sparring::test {

using Words = std::vector<std::string>;

class CliTest : public ::testing::Test {
 protected:
  CliTest();
  ~CliTest() override;

  /// Runs the program in folder() to its end.
  Result run(const Words& arguments, const Surroundings& surroundings = {}) const;

  /// `train --json` of small networks on the tiny data set (16 steps an epoch) into folder()/`out`, a checkpoint every
  /// ten steps. `more` comes last.
  Words trainArguments(const std::string& out, const Words& more = {}) const;

  /// Trains to `steps`; the test fails at once where that fails. Returns the run's folder.
  std::filesystem::path train(const std::string& out, int steps) const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

/// The whole file; fails the test where it cannot be read.
std::string contents(const std::filesystem::path& file);

std::vector<std::string> lines(const std::string& text);

/// The last line of `text` as JSON.
nlohmann::json lastJson(const std::string& text);

}  // namespace sparring::test
