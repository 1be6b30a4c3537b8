#include "animation/palette.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <span>

namespace sparring {
namespace {

constexpr size_t kMostColours = 256;

struct CountedColour {
  uint32_t colour;
  uint32_t count;
};

int channelOf(uint32_t colour, int channel) { return int(colour >> (16 - 8 * channel) & 0xff); }

// Colours that one will stand for.
struct ColourBox {
  explicit ColourBox(std::span<CountedColour> held) : colours(held) {
    double count = 0, sums[3] = {}, squares[3] = {};
    for (const auto& [colour, times] : colours) {
      count += times;
      for (int c = 0; c < 3; ++c) {
        const double value = channelOf(colour, c);
        sums[c] += times * value;
        squares[c] += times * value * value;
      }
    }
    double widest = -1;
    for (int c = 0; c < 3; ++c) {
      mean[c] = sums[c] / count;
      const double away = squares[c] - sums[c] * mean[c];  // the sum of squared distances from the mean
      error += away;
      if (away > widest) {
        widest = away;
        axis = c;
      }
    }
    pixels = count;
    if (colours.size() == 1) error = 0;
  }
  bool operator<(const ColourBox& other) const { return error < other.error; }

  uint32_t colour() const {
    const auto most = std::ranges::max_element(colours, {}, &CountedColour::count);
    if (2.0 * most->count >= pixels) return most->colour;
    uint32_t colour = 0;
    for (const double value : mean) colour = colour << 8 | uint32_t(std::lround(value));
    return colour;
  }

  std::span<CountedColour> colours;
  double mean[3] = {};
  double pixels = 0;
  double error = 0;
  int axis = 0;
};

// Each colour once, ascending.
std::vector<CountedColour> counted(std::vector<uint32_t> colours) {
  std::ranges::sort(colours);
  std::vector<CountedColour> found;
  for (const uint32_t colour : colours) {
    if (found.empty() || found.back().colour != colour) found.push_back({colour, 0});
    ++found.back().count;
  }
  return found;
}

std::vector<ColourBox> boxesOf(std::vector<CountedColour>& colours) {
  std::priority_queue<ColourBox> boxes;
  boxes.push(ColourBox(colours));
  while (boxes.size() < kMostColours && boxes.top().error > 0) {
    const ColourBox box = boxes.top();
    boxes.pop();
    const auto lower = std::ranges::partition(
        box.colours, [&](const CountedColour& one) { return channelOf(one.colour, box.axis) <= box.mean[box.axis]; });
    const auto size = size_t(lower.begin() - box.colours.begin());
    boxes.push(ColourBox(box.colours.first(size)));
    boxes.push(ColourBox(box.colours.subspan(size)));
  }
  std::vector<ColourBox> all;
  for (; !boxes.empty(); boxes.pop()) all.push_back(boxes.top());
  return all;
}

std::vector<uint32_t> colours(const FrameView& frame, const FrameArea& area) {
  std::vector<uint32_t> all;
  all.reserve(size_t(area.width) * area.height);
  for (int y = 0; y < area.height; ++y) {
    const uint8_t* p = frame.at(area.left, area.top + y);
    for (int x = 0; x < area.width; ++x, p += 3) all.push_back(uint32_t(p[0]) << 16 | uint32_t(p[1]) << 8 | p[2]);
  }
  return all;
}

}  // namespace

Palette paletteOf(const FrameView& frame, const FrameArea& area) {
  const std::vector<uint32_t> wanted = colours(frame, area);
  std::vector<CountedColour> once = counted(wanted);
  Palette palette;
  // counts are no longer needed once a box has its colour: in their place stands which box it is
  for (const ColourBox& box : boxesOf(once)) {
    palette.colours.push_back(box.colour());
    for (CountedColour& held : box.colours) held.count = uint32_t(palette.colours.size() - 1);
  }
  std::ranges::sort(once, {}, &CountedColour::colour);
  palette.pixels.reserve(wanted.size());
  const CountedColour* found = once.data();  // neighbours often have one colour
  for (const uint32_t colour : wanted) {
    if (found->colour != colour) found = &*std::ranges::lower_bound(once, colour, {}, &CountedColour::colour);
    palette.pixels.push_back(uint8_t(found->count));
  }
  return palette;
}

}  // namespace sparring
