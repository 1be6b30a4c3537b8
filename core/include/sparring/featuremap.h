// Images as a classifier sees them just before it decides, and these points of many numbers laid into a plane. Plain
// values; every call blocks, on the calling thread alone, and may be made on any.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "sparring/images.h"

namespace sparring {

/// n points of `width` numbers each.
struct Points {
  int64_t width = 0;
  std::vector<float> values = {};  ///< [n, width]

  int64_t count() const { return width > 0 ? static_cast<int64_t>(values.size()) / width : 0; }
  const float* at(int64_t i) const { return values.data() + i * width; }
};

/// What one classifier makes of n test images.
struct Features {
  std::vector<int64_t> images;  ///< [n] their numbers in the test set
  Points points;                ///< [n, width] activations of the last hidden layer; of a network without one, pixels
  Points logits;                ///< [n, classes]
  std::vector<int> labels;      ///< [n] true classes
  std::vector<int> verdicts;    ///< [n] the first of the largest logits
  std::vector<float> margins;   ///< [n] logit of the true class less the largest other one: below 0 where it errs
  Images seen;                  ///< under an attack, what that made of the images; else empty

  int64_t count() const { return static_cast<int64_t>(images.size()); }
  bool right(int64_t i) const { return verdicts[static_cast<size_t>(i)] == labels[static_cast<size_t>(i)]; }
};

/// A place in a map.
struct Place {
  float x = 0, y = 0;
  bool operator==(const Place&) const = default;
};
using Places = std::vector<Place>;

/// A rotation of the plane about 0, or a reflection: (x, y) becomes (xx·x + xy·y, yx·x + yy·y).
struct Turn {
  double xx = 1, xy = 0, yx = 0, yy = 1;
  Places operator()(Places places) const;
};
/// The turn that brings places nearest to as many others, in the sum of squares: orthogonal Procrustes (Schönemann
/// 1966) in two dimensions, without shift or scale. The identity where all turns are as good.
Turn turnTowards(const Places& places, const Places& others);

/// The plane in which points spread most: principal components (Pearson 1901, Hotelling 1933).
struct Plane {
  std::vector<double> mean;                 ///< [width]
  std::array<std::vector<double>, 2> axes;  ///< [width] each, orthonormal
  std::array<double, 2> share = {0, 0};     ///< of the points' variance along each axis, in [0,1]; by a turn unchanged

  Places of(const Points& points) const;  ///< exactly; as wide as those it was made of
  Plane turned(const Turn& turn) const;   ///< of(p) is then turn(of(p))
};
/// By subspace iteration with Rayleigh-Ritz steps (Halko 2011, without its random error: iterated until it stands).
/// The largest component of each axis is above 0. Fewer points than two or no spread: axes of 0 where there is none.
Plane planeOf(const Points& points);

/// Called every few milliseconds on the calling thread; false ends the work with an Error ("cancelled").
using MapProgress = std::function<bool(int64_t done, int64_t total)>;

struct TsneSettings {
  double perplexity = 30;  ///< how many neighbours count, about; a third of the other points at most
  int iterations = 750;
  int exaggerated = 250;  ///< of them with attraction enlarged, so that clusters find together
  double exaggeration = 12;
  uint64_t seed = 0;  ///< of the jitter that parts equal points, a hundredth of the start's spread
};
/// t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008) of points whose n places begin at
/// `start` (scaled to a spread of 1e-4: Kobak and Berens 2019), attraction between the 3·perplexity nearest neighbours
/// alone (van der Maaten 2014), repulsion between all. Deterministic: the same values on every x86 machine. O(n²) an
/// iteration; 2,000 points take seconds. Centred on 0. Throws Error: cancelled.
Places tsne(const Points& points, const Places& start, const TsneSettings& settings = {},
            const MapProgress& progress = {});

/// Where further points stand in a map that is there: at the mean of the places of their `kPlacedBy` nearest neighbours
/// among the points that the map is of, each weighted by ((R - d) / (R d))², d its distance among the points and R that
/// of the next nearest. So a point of the map stands where it stands, and one that moves away from it moves
/// continuously (Shepard 1968, modified by Franke and Nielson 1980). Within the neighbours: where these lie in two
/// clusters, it stands between them.
Places placedAmong(const Points& mapped, const Places& places, const Points& further, const MapProgress& progress = {});
inline constexpr int kPlacedBy = 10;
/// What that rule is worth in this map: the median distance between where a point of the map stands and where the rule
/// would put it if it were not in the map.
double placingError(const Points& mapped, const Places& places, const MapProgress& progress = {});

/// Root mean square distance of places from their centre: the unit in which maps of different networks are drawn alike.
double extentOf(const Places& places);

}  // namespace sparring
