#include "fixture.h"

#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <sstream>

namespace sparring::test {
namespace {

constexpr int kSide = 12;

void appendBigEndian(std::string& bytes, uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
}

std::string idxHeader(const std::vector<uint32_t>& dimensions) {
  std::string bytes = {0, 0, 8, static_cast<char>(dimensions.size())};
  for (uint32_t dimension : dimensions) appendBigEndian(bytes, dimension);
  return bytes;
}

/// Class c is a bar of ink in row c and a dot that wanders: easy to learn, no two images of a class alike.
void writeSet(const std::filesystem::path& folder, const std::string& prefix, uint32_t count) {
  std::string images = idxHeader({count, kSide, kSide});
  std::string labels = idxHeader({count});
  for (uint32_t i = 0; i < count; ++i) {
    std::string image(kSide * kSide, '\0');
    for (int x = 0; x < kSide; ++x) image[(i % 10) * kSide + x] = static_cast<char>(200);
    image[i * 37 % image.size()] = static_cast<char>(255);
    images += image;
    labels += static_cast<char>(i % 10);
  }
  std::ofstream(folder / (prefix + "-images-idx3-ubyte"), std::ios::binary) << images;
  std::ofstream(folder / (prefix + "-labels-idx1-ubyte"), std::ios::binary) << labels;
}

}  // namespace

CliTest::CliTest() {
  const std::string name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
  std::string safe = "sparring-cli-" + std::to_string(getpid()) + "-" + name;
  for (char& c : safe) c = c == '/' ? '-' : c;
  folder_ = std::filesystem::temp_directory_path() / safe;
  std::filesystem::create_directories(folder_ / "data");
  writeSet(folder_ / "data", "train", 256);
  writeSet(folder_ / "data", "t10k", 50);
}

CliTest::~CliTest() { std::filesystem::remove_all(folder_); }

Result CliTest::run(const Words& arguments, const Surroundings& surroundings) const {
  return Process(arguments, folder_, surroundings).finish();
}

Words CliTest::trainArguments(const std::string& out, const Words& more) const {
  Words words = {"train", "--json", "--threads", "1", "--out", out};
  for (const char* setting :
       {"data=data", "batch=16", "classifier.hidden=16", "generator.hidden=16", "discriminator.hidden=16",
        "teacher.hidden=16", "latent=8", "epochs.teacher=1", "epochs.pretrain=1", "epochs.gan=1", "epochs.joint=2",
        "metrics.every=2", "evaluate.every=10", "samples.every=10", "checkpoint.every=10"}) {
    words.insert(words.end(), {"--set", setting});
  }
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::filesystem::path CliTest::train(const std::string& out, int steps) const {
  const Result result = run(trainArguments(out, {"--steps", std::to_string(steps)}));
  if (result.exitCode != 0) throw std::runtime_error("training failed: " + result.err);
  return folder_ / out;
}

std::string contents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  EXPECT_TRUE(stream) << file;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> list;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) list.push_back(line);
  return list;
}

nlohmann::json lastJson(const std::string& text) {
  const std::vector<std::string> list = lines(text);
  return list.empty() ? nlohmann::json() : nlohmann::json::parse(list.back());
}

}  // namespace sparring::test
