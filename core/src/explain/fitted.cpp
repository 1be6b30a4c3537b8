// From a picture of anybody's to the image that a network is shown.
#include <algorithm>
#include <cmath>
#include <vector>

#include "sparring/error.h"
#include "sparring/reading.h"

namespace sparring {
namespace {

constexpr double kBox = 20.0 / 28;      // of the field: MNIST's digits, see fitted()
constexpr float kLeastContrast = 0.1f;  // between ink and ground, of full ink: less is a blank page
constexpr float kPaper = 0.12f;         // of the darkest ink: shades of the paper and of its light

Error nothingToSee() {
  return Error({QT_TRANSLATE_NOOP("core", "There is nothing to be seen in this picture."), {}},
               {QT_TRANSLATE_NOOP("core", "Draw or bring something darker or lighter than its ground."), {}});
}

/// One channel, in [0,1] or beyond: ink grows upwards.
struct GreyPlane {
  int width = 0, height = 0;
  std::vector<float> values;  // [height, width]

  GreyPlane(int w, int h) : width(w), height(h), values(static_cast<size_t>(w) * static_cast<size_t>(h)) {}
  float& at(int x, int y) {
    return values[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)];
  }
  float at(int x, int y) const { return const_cast<GreyPlane*>(this)->at(x, y); }
};

/// Channel c of the picture, or of a coloured one that is asked for one channel its lightness (Rec. 601).
GreyPlane planeOf(const Picture& picture, int c, int channels) {
  GreyPlane plane(picture.width, picture.height);
  const auto depth = static_cast<size_t>(picture.channels);
  for (size_t i = 0; i < plane.values.size(); ++i) {
    const uint8_t* pixel = picture.pixels.data() + i * depth;
    const float light = depth == 1      ? static_cast<float>(pixel[0])
                        : channels == 3 ? static_cast<float>(pixel[c])
                                        : 0.299f * pixel[0] + 0.587f * pixel[1] + 0.114f * pixel[2];
    plane.values[i] = light / 255;
  }
  return plane;
}

/// What the border shows most: its median.
float groundOf(const GreyPlane& plane) {
  std::vector<float> border;
  for (int x = 0; x < plane.width; ++x) border.insert(border.end(), {plane.at(x, 0), plane.at(x, plane.height - 1)});
  for (int y = 0; y < plane.height; ++y) border.insert(border.end(), {plane.at(0, y), plane.at(plane.width - 1, y)});
  const auto middle = border.begin() + static_cast<std::ptrdiff_t>(border.size() / 2);
  std::ranges::nth_element(border, middle);
  return *middle;
}

/// Ink in [0,1] on a ground of 0, whichever of the two was the lighter. `asItIs`: turned over at most. Throws Error:
/// there is none.
void toInk(GreyPlane& plane, bool asItIs) {
  const float ground = groundOf(plane);
  const auto [low, high] = std::ranges::minmax(plane.values);
  const bool lighter = high - ground >= ground - low;
  const float most = std::max(high - ground, ground - low);
  if (most < kLeastContrast) throw nothingToSee();
  for (float& v : plane.values) {
    if (asItIs) {
      v = lighter ? v : 1 - v;
      continue;
    }
    v = std::max(0.0f, (lighter ? v - ground : ground - v) / most);
    if (v < kPaper) v = 0;
  }
}

struct Box {
  int left, top, width, height;
};

Box boxOfInk(const GreyPlane& ink) {
  int left = ink.width, right = -1, top = ink.height, bottom = -1;
  for (int y = 0; y < ink.height; ++y)
    for (int x = 0; x < ink.width; ++x)
      if (ink.at(x, y) > 0) {
        left = std::min(left, x), right = std::max(right, x);
        top = std::min(top, y), bottom = std::max(bottom, y);
      }
  return {left, top, right - left + 1, bottom - top + 1};
}

/// A tent over each new pixel, as wide as that is in the old ones but never narrower than one of them: smooth when
/// reduced, smooth when enlarged. Along x; the rows are taken over.
GreyPlane scaledAcross(const GreyPlane& from, int first, int count, int width) {
  GreyPlane to(width, from.height);
  const double step = static_cast<double>(count) / width, reach = std::max(step, 1.0);
  for (int x = 0; x < width; ++x) {
    const double centre = (x + 0.5) * step;
    const int low = std::max(0, static_cast<int>(std::floor(centre - reach))),
              high = std::min(count - 1, static_cast<int>(std::ceil(centre + reach)));
    double all = 0;
    std::vector<float> weights;
    for (int i = low; i <= high; ++i) {
      weights.push_back(static_cast<float>(std::max(0.0, 1 - std::abs(i + 0.5 - centre) / reach)));
      all += weights.back();
    }
    for (int y = 0; y < from.height; ++y) {
      double sum = 0;
      for (int i = low; i <= high; ++i) sum += weights[static_cast<size_t>(i - low)] * from.at(first + i, y);
      to.at(x, y) = static_cast<float>(sum / all);
    }
  }
  return to;
}

GreyPlane turned(const GreyPlane& from) {
  GreyPlane to(from.height, from.width);
  for (int y = 0; y < from.height; ++y)
    for (int x = 0; x < from.width; ++x) to.at(y, x) = from.at(x, y);
  return to;
}

GreyPlane scaled(const GreyPlane& from, const Box& box, int width, int height) {
  return turned(scaledAcross(turned(scaledAcross(from, box.left, box.width, width)), box.top, box.height, height));
}

/// Into the middle of a field by its centre of mass, as whole pixels allow, and never over the field's edge.
GreyPlane centred(const GreyPlane& digit, int width, int height) {
  double mass = 0, x0 = 0, y0 = 0;
  for (int y = 0; y < digit.height; ++y)
    for (int x = 0; x < digit.width; ++x) {
      mass += digit.at(x, y);
      x0 += digit.at(x, y) * (x + 0.5);
      y0 += digit.at(x, y) * (y + 0.5);
    }
  const auto shift = [](double centre, int inner, int outer) {
    return std::clamp(static_cast<int>(std::lround(outer / 2.0 - centre)), 0, outer - inner);
  };
  const int dx = shift(x0 / mass, digit.width, width), dy = shift(y0 / mass, digit.height, height);
  GreyPlane field(width, height);
  for (int y = 0; y < digit.height; ++y)
    for (int x = 0; x < digit.width; ++x) field.at(x + dx, y + dy) = digit.at(x, y);
  return field;
}

GreyPlane asDigit(const GreyPlane& ink, const ImageKind& kind) {
  const Box box = boxOfInk(ink);
  const double scale =
      kBox * std::min(static_cast<double>(kind.width) / box.width, static_cast<double>(kind.height) / box.height);
  const auto side = [scale](int length, int most) {
    return std::clamp(static_cast<int>(std::lround(length * scale)), 1, most);
  };
  return centred(scaled(ink, box, side(box.width, kind.width), side(box.height, kind.height)), kind.width, kind.height);
}

uint8_t byteOf(float value) { return static_cast<uint8_t>(std::lround(255 * std::clamp(value, 0.0f, 1.0f))); }

}  // namespace

Images fitted(const Picture& picture, const ImageKind& kind) {
  if (picture.width <= 0 || picture.height <= 0) throw nothingToSee();
  Images image{kind, std::vector<uint8_t>(static_cast<size_t>(kind.size()))};
  const bool ink = kind.ink && kind.channels == 1, fits = picture.width == kind.width && picture.height == kind.height;
  for (int c = 0; c < kind.channels; ++c) {
    GreyPlane plane = planeOf(picture, c, kind.channels);
    if (ink) toInk(plane, fits);
    const GreyPlane made = ink && kind.digits && !fits
                               ? asDigit(plane, kind)
                               : scaled(plane, {0, 0, plane.width, plane.height}, kind.width, kind.height);
    for (size_t i = 0; i < made.values.size(); ++i)
      image.pixels[i * static_cast<size_t>(kind.channels) + static_cast<size_t>(c)] = byteOf(made.values[i]);
  }
  return image;
}

}  // namespace sparring
