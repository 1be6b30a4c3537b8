// Which of many points are nearest to one.
#pragma once

#include "sparring/error.h"
#include "sparring/featuremap.h"

namespace sparring {

/// Throws Error ("cancelled") where `progress` says no.
void tellMap(const MapProgress& progress, int64_t done, int64_t total);

/// Of points that are asked for one after another.
class Near {
 public:
  explicit Near(const Points& among);

  struct Neighbour {
    float squared = 0;  ///< distance
    int64_t index = 0;
  };
  /// The `count` nearest to `point`, ascending by distance and then by index, `but` not among them (-1: all may be);
  /// fewer where there are no more. Valid until the next call.
  const std::vector<Neighbour>& to(const float* point, int64_t count, int64_t but = -1);

 private:
  int64_t n_, width_, padded_;
  std::vector<float> rows_;   // [n, padded]: wide by a multiple of what is compared at once, filled up with 0
  std::vector<float> asked_;  // [padded]
  std::vector<Neighbour> found_;
};

}  // namespace sparring
