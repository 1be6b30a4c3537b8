#include "quality/distances.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "nn/gemm.h"
#include "nn/ops.h"

namespace sparring {

namespace {

constexpr int64_t kRows = 256, kColumns = 1024;  // of a block: some milliseconds for images

at::Tensor squaredLengths(const at::Tensor& points) { return points.square().sum(1).contiguous(); }

}  // namespace

void eachDistance(const at::Tensor& a, const at::Tensor& b, const DistanceVisit& visit, const WorkDone& done) {
  const auto x = a.to(at::kFloat).contiguous();
  const auto xLengths = squaredLengths(x);
  const int64_t size = x.size(1);
  auto squares = at::empty({kRows, kColumns}, at::kFloat);
  for (int64_t first = 0; first < b.size(0); first += kColumns) {
    const int64_t columns = std::min(kColumns, b.size(0) - first);
    const auto y = b.narrow(0, first, columns).to(at::kFloat).contiguous();
    const auto yLengths = squaredLengths(y);
    for (int64_t row = 0; row < x.size(0); row += kRows) {
      const ops::Products products{.a = {x.data_ptr<float>() + row * size, size},
                                   .b = {y.data_ptr<float>(), size, true},
                                   .c = {squares.data_ptr<float>(), kColumns},
                                   .m = std::min(kRows, x.size(0) - row),
                                   .n = columns,
                                   .k = size};
      ops::makeProducts(ops::team(), {&products, 1}, [&](const ops::Piece& piece) {
        for (int64_t r = piece.row; r < piece.row + piece.rows; ++r) {
          float* line = squares.data_ptr<float>() + r * kColumns;
          const float* lengths = yLengths.data_ptr<float>();
          const float own = xLengths.data_ptr<float>()[row + r];
          for (int64_t c = 0; c < columns; ++c) line[c] = std::max(0.0f, own + lengths[c] - 2 * line[c]);
          visit(row + r, first, {line, static_cast<size_t>(columns)});
        }
      });
      done(products.m * columns * size);
    }
  }
}

}  // namespace sparring
