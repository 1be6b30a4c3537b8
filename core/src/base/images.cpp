#include "sparring/images.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace sparring {

namespace {

constexpr int kLongestSide = 4096;

bool within(int value, int least, int most) { return value >= least && value <= most; }

}  // namespace

std::string ImageKind::nameOf(int c) const {
  const auto at = static_cast<size_t>(c);
  return c >= 0 && at < names.size() && !names[at].empty() ? names[at] : std::to_string(c);
}

bool ImageKind::valid() const {
  return (channels == 1 || channels == 3) && within(height, 1, kLongestSide) && within(width, 1, kLongestSide) &&
         within(classes, 2, 256);
}

bool ImageKind::fits(const ImageKind& other) const {
  return channels == other.channels && height == other.height && width == other.width && classes == other.classes;
}

std::string sizeText(const ImageKind& kind) {
  const std::string plane = std::to_string(kind.height) + " x " + std::to_string(kind.width);
  return kind.channels == 1 ? plane : plane + " x " + std::to_string(kind.channels);
}

int64_t evenPartSize(int64_t all, int64_t count) { return count > 0 ? std::min(count, all) : all; }

// In the order of their bits read backwards (van der Corput 1935) the numbers below a power of two fill their range
// evenly at every moment; those beyond `all` are passed over.
std::vector<int64_t> evenPart(int64_t all, int64_t count) {
  if (evenPartSize(all, count) == all) {
    std::vector<int64_t> every(static_cast<size_t>(std::max<int64_t>(all, 0)));
    std::iota(every.begin(), every.end(), int64_t(0));
    return every;
  }
  const int bits = std::bit_width(static_cast<uint64_t>(all - 1));
  std::vector<int64_t> part;
  for (uint64_t i = 0; static_cast<int64_t>(part.size()) < count; ++i) {
    uint64_t backwards = 0;
    for (int bit = 0; bit < bits; ++bit) backwards = backwards << 1 | (i >> bit & 1);
    if (backwards < static_cast<uint64_t>(all)) part.push_back(static_cast<int64_t>(backwards));
  }
  std::sort(part.begin(), part.end());
  return part;
}

}  // namespace sparring
