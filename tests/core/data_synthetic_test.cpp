#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "sparring/data.h"

namespace sparring {
namespace {

constexpr size_t kPixels = 28 * 28;

std::vector<uint8_t> imageAt(const ImageSet& set, size_t index) {
  const auto begin = set.pixels.begin() + static_cast<std::ptrdiff_t>(index * kPixels);
  return {begin, begin + kPixels};
}

TEST(SyntheticDigits, AreTheSameBytesOnEveryMachine) {
  // A new hash here means that everybody's synthetic data set changes, and with it every result trained on it.
  EXPECT_EQ(syntheticDigits(200, 50, 1)->sha256, "3278d02401c73ad023f6340084df480f599b962c9b65d47bac4477190892a41a");
}

TEST(SyntheticDigits, FollowTheSeed) {
  EXPECT_NE(syntheticDigits(20, 10, 1)->train.pixels, syntheticDigits(20, 10, 2)->train.pixels);
}

TEST(SyntheticDigits, DoNotDependOnHowManyAreDrawn) {
  const auto few = syntheticDigits(20, 10);
  const auto more = syntheticDigits(40, 30);
  EXPECT_EQ(imageAt(few->train, 19), imageAt(more->train, 19));
  EXPECT_EQ(imageAt(few->test, 9), imageAt(more->test, 9));
}

TEST(SyntheticDigits, HoldTheCountsAskedFor) {
  const auto data = syntheticDigits(123, 45);
  EXPECT_TRUE(data->synthetic);
  EXPECT_EQ(data->train.count(), 123);
  EXPECT_EQ(data->train.kind.width, 28);
  EXPECT_EQ(data->train.pixels.size(), 123 * kPixels);
  EXPECT_EQ(data->train.labels.size(), 123u);
  EXPECT_EQ(data->test.count(), 45);
}

TEST(SyntheticDigits, HoldEveryClassEquallyOften) {
  const auto data = syntheticDigits(500, 0);
  std::array<int, 10> counts{};
  for (uint8_t label : data->train.labels) ++counts.at(label);
  for (int count : counts) EXPECT_EQ(count, 50);
}

TEST(SyntheticDigits, AreAllDifferentAlsoBetweenTrainingAndTest) {
  const auto data = syntheticDigits(300, 300);
  std::set<std::vector<uint8_t>> images;
  for (const ImageSet* set : {&data->train, &data->test}) {
    for (size_t i = 0; i < 300; ++i) images.insert(imageAt(*set, i));
  }
  EXPECT_EQ(images.size(), 600u);
}

TEST(SyntheticDigits, HaveInkInTheMiddleAndNoneInTheCorners) {
  const auto data = syntheticDigits(300, 0);
  for (size_t i = 0; i < 300; ++i) {
    const std::vector<uint8_t> image = imageAt(data->train, i);
    EXPECT_EQ(image[0] + image[27] + image[kPixels - 28] + image[kPixels - 1], 0) << i;
    const double ink = std::accumulate(image.begin(), image.end(), 0.0) / 255;
    EXPECT_GT(ink, 15) << i;   // a thin 1
    EXPECT_LT(ink, 300) << i;  // a thick 8
    EXPECT_GE(*std::max_element(image.begin(), image.end()), 200) << i;
  }
}

TEST(SyntheticDigits, OfOneClassResembleEachOtherMoreThanOthers) {
  // nearest class mean: a crude classifier, but the labels must belong to the pictures for it to work at all
  const auto data = syntheticDigits(1000, 300);
  std::array<std::vector<double>, 10> means;
  means.fill(std::vector<double>(kPixels, 0));
  for (size_t i = 0; i < 1000; ++i) {
    for (size_t p = 0; p < kPixels; ++p) means[data->train.labels[i]][p] += data->train.pixels[i * kPixels + p] / 100.0;
  }
  int right = 0;
  for (size_t i = 0; i < 300; ++i) {
    std::array<double, 10> distances{};
    for (size_t c = 0; c < 10; ++c) {
      for (size_t p = 0; p < kPixels; ++p) {
        const double difference = means[c][p] - data->test.pixels[i * kPixels + p];
        distances[c] += difference * difference;
      }
    }
    right += std::min_element(distances.begin(), distances.end()) - distances.begin() == data->test.labels[i];
  }
  EXPECT_GT(right, 180);
}

}  // namespace
}  // namespace sparring
