#include "sparring/images.h"

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

}  // namespace sparring
