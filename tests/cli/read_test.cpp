// read: pictures of one's own before a run's classifiers.
#include <fstream>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

class Read : public CliTest {
 protected:
  /// A bitmap of a dark stroke on white, 24 bits a pixel, as small as its format allows.
  void writePicture(const std::string& name) const {
    constexpr int kSide = 40;
    std::string bytes(54, '\0');
    const auto put = [&](size_t at, uint32_t value) {
      for (int i = 0; i < 4; ++i) bytes[at + static_cast<size_t>(i)] = static_cast<char>(value >> (8 * i));
    };
    bytes[0] = 'B', bytes[1] = 'M';
    put(2, 54 + 3 * kSide * kSide);
    put(10, 54), put(14, 40), put(18, kSide), put(22, kSide), put(26, 1 | 24u << 16);
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) bytes += std::string(3, x >= 16 && x < 24 && y >= 5 && y < 35 ? '\x10' : '\xfa');
    std::ofstream(folder() / name, std::ios::binary) << bytes;
  }
  json reading(Words words) const {
    words.insert(words.begin(), "read");
    words.push_back("--json");
    const Result result = run(words);
    EXPECT_EQ(result.exitCode, 0) << result.err;
    return json::parse(result.out);
  }
};

TEST_F(Read, TellsEveryLanesProbabilities) {
  train("run", 20);
  writePicture("one.bmp");
  const json report = reading({"run", "one.bmp", "one.bmp"});
  ASSERT_EQ(report.at("pictures").size(), 2u);
  EXPECT_EQ(report.at("pictures")[0].at("file"), "one.bmp");
  for (const json& lane : report.at("pictures")[0].at("lanes")) {
    double sum = 0;
    for (const json& p : lane.at("probabilities")) sum += p.get<double>();
    EXPECT_NEAR(sum, 1, 1e-5);
    EXPECT_FALSE(lane.contains("after"));
  }
  EXPECT_EQ(report.at("pictures")[0].at("lanes"), report.at("pictures")[1].at("lanes"));
}

TEST_F(Read, AnAttackIsToldBesideIt) {
  train("run", 20);
  writePicture("one.bmp");
  const json lane = reading({"run", "one.bmp", "--attack", "pgd:eps=0.3", "--target", "3"})["pictures"][0]["lanes"][0];
  EXPECT_GT(lane.at("after").at("probabilities")[3], lane.at("probabilities")[3]);
  EXPECT_TRUE(lane.contains("smallest_eps"));
}

TEST_F(Read, WhatCannotBeReadIsACauseAndAHint) {
  train("run", 20);
  std::ofstream(folder() / "words.png") << "no picture";
  for (const char* file : {"words.png", "none.png", "."}) {
    const Result result = run({"read", "run", file});
    EXPECT_EQ(result.exitCode, 1) << file;
    EXPECT_TRUE(result.err.find("error: ") == 0) << result.err;
  }
  EXPECT_NE(run({"read", "run", "words.png"}).err.find("hint: "), std::string::npos);
}

TEST_F(Read, BadUsageIsToldBeforeAnythingIsLoaded) {
  EXPECT_EQ(run({"read", "run"}).exitCode, 2);
  EXPECT_EQ(run({"read", "run", "one.bmp", "--attack", "nonsense"}).exitCode, 2);
  EXPECT_EQ(run({"read", "run", "one.bmp", "--target", "3"}).exitCode, 2);
}

}  // namespace
}  // namespace sparring::test
