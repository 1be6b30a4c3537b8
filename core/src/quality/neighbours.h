// Who lies near whom: whether generated points cover the real ones, and whether they are copies.
#pragma once

#include <vector>

#include "quality/distances.h"

namespace sparring {

/// Precision, recall (Kynkäänniemi 2019), density and coverage (Naeem 2020). A point's ball reaches to its k-th nearest
/// neighbour in its own set, the border left out.
struct Prdc {
  double precision = 0;  ///< share of generated points in some real point's ball
  double recall = 0;     ///< share of real points in some generated point's ball
  double density = 0;    ///< mean number of real points' balls around a generated point, over k; may be above 1
  double coverage = 0;   ///< share of real points with a generated one in their ball
};

/// real [N,F], generated [M,F], both with more than k rows.
Prdc prdc(const at::Tensor& real, const at::Tensor& generated, int k, const WorkDone& done);

/// The nearest row of `others` for each row of `points`.
struct Nearest {
  std::vector<int64_t> index;
  std::vector<double> distance;  ///< computed anew from the coordinates: 0 for a copy
};
/// uint8 [N,P] and [M,P]; distances in pixel units, 255 = 1.
Nearest nearestOf(const at::Tensor& points, const at::Tensor& others, const WorkDone& done);

double medianOf(std::vector<double> values);

}  // namespace sparring
