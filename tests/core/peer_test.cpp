// Talking to the process that is measured beside us; a small script stands in for python3.
#include "bench/peer.h"

#include <fstream>
#include <set>

#include "sparring/error.h"
#include "temp_folder.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

class PeerTest : public ::testing::Test {
 protected:
  // What the program does after its arguments were passed over.
  std::string python(const std::string& body) {
    const auto path = folder_ / "python3";
    std::ofstream(path) << "#!/bin/sh\n" << body;
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path.string();
  }
  std::string whatBreaks(const std::string& body) {
    try {
      Peer peer(python(body), "seed-step", {}, "cpu");
      peer.run(3);
    } catch (const Error& error) {
      return error.cause().str();
    }
    return "nothing";
  }
  test::TempFolder folder_;
};

constexpr const char* kHello = "echo '{\"peer\": \"PyTorch 9.9\"}'\n";

TEST_F(PeerTest, AnswersEveryRoundWithItsTime) {
  const std::string answers = "while read word count; do echo \"{\\\"ms\\\": $count.5, \\\"peak_mb\\\": 77}\"; done\n";
  Peer peer(python(kHello + answers), "seed-step", {}, "cpu");
  EXPECT_EQ(peer.version(), "PyTorch 9.9");
  EXPECT_EQ(peer.run(3), 3.5);
  EXPECT_EQ(peer.run(20), 20.5);
  EXPECT_EQ(peer.peakMegabytes(), 77);
}

TEST_F(PeerTest, IsToldItsSettingByArgumentsAndEnvironment) {
  const auto seen = (folder_ / "seen").string();
  const std::string note =
      "echo \"$@ core=$OPENBLAS_CORETYPE blas=$OPENBLAS_NUM_THREADS\" | tail -n 1 > " + seen + "\n";
  Peer peer(python(note + kHello), "pgd-eval", {2, "Haswell", true, 250}, "cpu");
  std::ifstream file(seen);
  std::string line;
  std::getline(file, line);
  EXPECT_NE(line.find("--work pgd-eval --device cpu --threads 2 --chunk 250 core=Haswell blas=1"), std::string::npos)
      << line;
}

TEST_F(PeerTest, ThatDoesNotStartSaysWhy) {
  EXPECT_NE(whatBreaks("echo 'ModuleNotFoundError: No module named torch' >&2; exit 1\n").find("No module named torch"),
            std::string::npos);
}

TEST_F(PeerTest, ThatDiesAmongItsStepsIsAnError) {
  EXPECT_NE(whatBreaks(std::string(kHello) + "read line; echo 'Killed' >&2; exit 9\n").find("Killed"),
            std::string::npos);
}

TEST_F(PeerTest, ThatTalksNonsenseIsAnError) {
  EXPECT_NE(whatBreaks(std::string(kHello) + "read line; echo soon\n").find("soon"), std::string::npos);
}

TEST_F(PeerTest, NoPythonAtAllIsAnError) {
  EXPECT_THROW(Peer((folder_ / "nothing").string(), "seed-step", {}, "cpu"), Error);
}

constexpr const char* kCount = "while read word count; do echo \"{\\\"ms\\\": $count.5}\"; done\n";

TEST_F(PeerTest, ASettingItBreaksDownWithIsLeftOutOfTheSearch) {
  const std::string dies = "[ \"$OPENBLAS_CORETYPE\" != SkylakeX ] || { echo 'Illegal instruction' >&2; exit 132; }\n";
  std::vector<std::string> broken;
  const auto best = bestPeerSetting(python(dies + kHello + kCount), "seed-step", "cpu", 1,
                                    {[](const PeerSetting&) {},
                                     [&](const PeerSetting& setting, const Error& error) {
                                       broken.push_back(setting.text() + ": " + error.cause().str());
                                     }});
  ASSERT_TRUE(best);
  EXPECT_NE(best->coreType, "SkylakeX");
  ASSERT_EQ(broken.size(), 2u);
  EXPECT_NE(broken[0].find("SkylakeX"), std::string::npos) << broken[0];
  EXPECT_NE(broken[0].find("Illegal instruction"), std::string::npos) << broken[0];
}

TEST_F(PeerTest, ThatBreaksDownWithEverySettingHasNoBest) {
  const PeerWatch watch{[](const PeerSetting&) {}, [](const PeerSetting&, const Error&) {}};
  EXPECT_FALSE(bestPeerSetting(python("exit 1\n"), "seed-step", "cpu", 1, watch));
}

TEST(PeerSettings, BeginWithNothingSetAndNeverRepeat) {
  const auto settings = peerSettings("pgd-eval", 2);
  std::set<std::string> texts;
  for (const auto& setting : settings) texts.insert(setting.text());
  EXPECT_EQ(texts.size(), settings.size());
  EXPECT_EQ(settings.front().text(), "nothing set");
}

}  // namespace
}  // namespace sparring
