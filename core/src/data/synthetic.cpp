// The built-in digits: the strokes of glyphs.cpp, written by an unsteady hand.
//
// The same bytes on every machine: only + - * / and sqrt, which IEEE 754 defines to the bit, and this file is compiled
// without fused multiply-add (see core/CMakeLists.txt).
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "data/fingerprint.h"
#include "data/glyphs.h"
#include "data/splitmix.h"
#include "sparring/data.h"

namespace sparring {

namespace {

constexpr int kSide = 28;
constexpr float kCentre = kSide / 2.0f;
constexpr int kSpanSegments = 5;  // straight pieces a span of a curve is drawn with

struct Segment {
  Point from;
  Point to;
};

/// How one image is written. Angles as their tangents, so that no libm function is needed.
struct Hand {
  explicit Hand(SplitMix& random)
      : height(random.uniform(16.5f, 21)),
        width(height * random.uniform(0.85f, 1.4f)),
        turn(random.bell(0.11f)),
        shear(0.12f + random.bell(0.16f)),
        bend(random.bell(0.10f)),
        radius(random.uniform(0.8f, 1.75f)),
        ink(random.uniform(225, 285)),
        shiftX(random.bell(0.6f)),
        shiftY(random.bell(0.6f)) {}

  /// From the glyph's box to pixels around the origin.
  Point place(Point p) const {
    const float y = p.y - 0.5f;
    const float x = p.x - 0.35f + bend * (4 * y * y - 0.5f);
    const float sheared = x * width - y * height * shear;
    const float tall = y * height;
    const float norm = std::sqrt(1 + turn * turn);
    return {(sheared - turn * tall) / norm, (turn * sheared + tall) / norm};
  }

  float height;  // pixels, as all lengths below
  float width;
  float turn;    // tangent of the rotation
  float shear;   // tangent of the slant, positive to the right as most people write
  float bend;    // how far the middle bulges against the ends
  float radius;  // of the pen
  float ink;     // grey value at the middle of a stroke before it is cut to 255
  float shiftX;
  float shiftY;
};

Point catmullRom(Point a, Point b, Point c, Point d, float t) {
  const auto one = [t](float p0, float p1, float p2, float p3) {
    return 0.5f * (2 * p1 + t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0))));
  };
  return {one(a.x, b.x, c.x, d.x), one(a.y, b.y, c.y, d.y)};
}

void addStroke(const Stroke& stroke, const std::vector<Point>& points, std::vector<Segment>& segments) {
  const size_t last = points.size() - 1;
  for (size_t i = 0; i < last; ++i) {
    if (!stroke.smooth) {
      segments.push_back({points[i], points[i + 1]});
      continue;
    }
    Point from = points[i];
    for (int k = 1; k <= kSpanSegments; ++k) {
      const Point to = catmullRom(points[i ? i - 1 : 0], points[i], points[i + 1], points[std::min(i + 2, last)],
                                  static_cast<float>(k) / kSpanSegments);
      segments.push_back({from, to});
      from = to;
    }
  }
}

/// Moves the drawing so that the middle of its bounding box lies in the image's middle, give or take the hand's shift.
void centre(std::vector<Segment>& segments, const Hand& hand) {
  Point low = segments.front().from;
  Point high = low;
  for (const Segment& s : segments) {
    for (const Point& p : {s.from, s.to}) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
  }
  const float dx = kCentre - (low.x + high.x) / 2 + hand.shiftX;
  const float dy = kCentre - (low.y + high.y) / 2 + hand.shiftY;
  for (Segment& s : segments) {
    s.from = {s.from.x + dx, s.from.y + dy};
    s.to = {s.to.x + dx, s.to.y + dy};
  }
}

/// The squared distance of every pixel's middle to the nearest segment, computed only where the pen may reach.
class DistanceField {
 public:
  explicit DistanceField(float reach) : reach_(reach) { squared_.fill(reach * reach); }

  void add(const Segment& s) {
    const float dx = s.to.x - s.from.x;
    const float dy = s.to.y - s.from.y;
    const float inverse = 1 / std::max(dx * dx + dy * dy, 1e-12f);
    const int left = first(std::min(s.from.x, s.to.x)), right = last(std::max(s.from.x, s.to.x));
    const int top = first(std::min(s.from.y, s.to.y)), bottom = last(std::max(s.from.y, s.to.y));
    for (int row = top; row <= bottom; ++row) {
      const float py = static_cast<float>(row) + 0.5f - s.from.y;
      for (int column = left; column <= right; ++column) {
        const float px = static_cast<float>(column) + 0.5f - s.from.x;
        const float t = std::min(std::max((px * dx + py * dy) * inverse, 0.0f), 1.0f);
        const float ex = px - t * dx, ey = py - t * dy;
        float& nearest = squared_[static_cast<size_t>(row * kSide + column)];
        nearest = std::min(nearest, ex * ex + ey * ey);
      }
    }
  }

  float squared(int pixel) const { return squared_[static_cast<size_t>(pixel)]; }

 private:
  int first(float low) const { return std::max(0, static_cast<int>(low - reach_)); }
  int last(float high) const { return std::min(kSide - 1, static_cast<int>(high + reach_)); }

  float reach_;
  std::array<float, kSide * kSide> squared_;
};

/// Draws one image into `pixels` [28*28].
void drawDigit(int digit, SplitMix& random, std::vector<Segment>& segments, uint8_t* pixels) {
  constexpr float kJitter = 0.028f;   // of the box, for every control point
  constexpr float kSway = 0.6f;       // how much of a point's error the next one takes over: hands err smoothly
  constexpr float kSoftEdge = 0.75f;  // pixels on either side of the pen's rim over which the ink fades
  const std::vector<Glyph>& ways = glyphs(digit);
  const Glyph& glyph = ways[random.below(ways.size())];
  const Hand hand(random);
  segments.clear();
  for (const Stroke& stroke : glyph) {
    std::vector<Point> points = stroke.points;
    Point drift = {0, 0};
    for (Point& p : points) {
      drift = {kSway * drift.x + random.bell(kJitter), kSway * drift.y + random.bell(kJitter)};
      p = hand.place({p.x + drift.x, p.y + drift.y});
    }
    addStroke(stroke, points, segments);
  }
  centre(segments, hand);
  const float reach = hand.radius + kSoftEdge;
  DistanceField field(reach);
  for (const Segment& s : segments) field.add(s);
  for (int pixel = 0; pixel < kSide * kSide; ++pixel) {
    const float cover = (reach - std::sqrt(field.squared(pixel))) / (2 * kSoftEdge);
    pixels[pixel] = static_cast<uint8_t>(std::min(255.0f, hand.ink * std::min(cover, 1.0f)));
  }
}

/// Every ten images hold each digit once, in random order.
std::vector<uint8_t> shuffledLabels(int64_t count, uint64_t seed) {
  std::vector<uint8_t> labels(static_cast<size_t>(count));
  std::array<uint8_t, 10> order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  SplitMix random(seed);
  for (size_t i = 0; i < labels.size(); ++i) {
    const size_t place = i % order.size();
    std::swap(order[place], order[place + random.below(order.size() - place)]);
    labels[i] = order[place];
  }
  return labels;
}

ImageSet drawSet(int64_t count, uint64_t seed) {
  ImageSet set;
  set.kind.height = set.kind.width = kSide;
  set.labels = shuffledLabels(count, SplitMix::combine(seed, std::numeric_limits<uint64_t>::max()));
  set.pixels.resize(static_cast<size_t>(count) * kSide * kSide);
  std::vector<Segment> segments;
  for (size_t i = 0; i < set.labels.size(); ++i) {
    SplitMix random(SplitMix::combine(seed, i));
    drawDigit(set.labels[i], random, segments, set.pixels.data() + i * kSide * kSide);
  }
  return set;
}

}  // namespace

std::shared_ptr<const Dataset> syntheticDigits(int64_t trainCount, int64_t testCount, uint64_t seed) {
  constexpr uint64_t kTrain = 1, kTest = 2;
  auto data = std::make_shared<Dataset>();
  data->name = "synthetic";
  data->synthetic = true;
  data->train = drawSet(trainCount, SplitMix::combine(seed, kTrain));
  data->test = drawSet(testCount, SplitMix::combine(seed, kTest));
  data->sha256 = fingerprint(*data);
  return data;
}

}  // namespace sparring
