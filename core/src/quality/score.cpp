#include "quality/score.h"

#include <cmath>
#include <vector>

namespace sparring {

double judgeScore(std::span<const double> p, int64_t classes) {
  const auto width = static_cast<size_t>(classes), n = p.size() / width;
  std::vector<double> mean(width, 0.0);
  for (size_t i = 0; i < p.size(); ++i) mean[i % width] += p[i] / static_cast<double>(n);
  double divergence = 0;
  for (size_t i = 0; i < p.size(); ++i)
    if (p[i] > 0) divergence += p[i] * std::log(p[i] / mean[i % width]);
  return std::exp(divergence / static_cast<double>(n));
}

double spreadWithinClasses(const ImageSet& images, std::span<const int32_t> classes) {
  const auto pixels = static_cast<size_t>(images.kind.size());
  double squares = 0;
  int64_t pairs = 0;
  for (int32_t c = 0; c < images.kind.classes; ++c) {
    std::vector<int64_t> sum(pixels, 0), sumOfSquares(pixels, 0);
    int64_t n = 0;
    for (size_t i = 0; i < classes.size(); ++i) {
      if (classes[i] != c) continue;
      const uint8_t* image = images.pixels.data() + i * pixels;
      for (size_t k = 0; k < pixels; ++k) {
        sum[k] += image[k];
        sumOfSquares[k] += int64_t(image[k]) * image[k];
      }
      ++n;
    }
    // Σ over ordered pairs of ‖a - b‖² = 2·(n Σ x² - (Σ x)²), in whole numbers
    int64_t ofClass = 0;
    for (size_t k = 0; k < pixels; ++k) ofClass += n * sumOfSquares[k] - sum[k] * sum[k];
    squares += 2 * static_cast<double>(ofClass);
    pairs += n * (n - 1);
  }
  return pairs > 0 ? std::sqrt(squares / static_cast<double>(pairs)) / 255 : std::nan("");
}

}  // namespace sparring
