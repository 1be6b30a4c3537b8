#include "attack/draw.h"

#include <ATen/ops/empty_like.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <vector>

namespace sparring {

void drawn(const AttackContext& c, const at::Tensor& x, const at::Tensor& out, const Drawing& draw) {
  const int64_t n = x.size(0);
  for (int64_t first = 0, end = 0; first < n; first = end) {
    // those that a pass over the whole test set would look at together
    const int64_t chunk = c.index[first] / kChunk;
    std::vector<int64_t> rows;
    while (end < n && c.index[end] / kChunk == chunk) rows.push_back(c.index[end++] % kChunk);
    const int64_t count = end - first, width = 1 + *std::max_element(rows.begin(), rows.end());
    const auto here = x.narrow(0, first, count), made = out.narrow(0, first, count);
    const auto counter = static_cast<uint64_t>(chunk * kChunk);
    if (width == count && std::is_sorted(rows.begin(), rows.end())) {
      draw(here, counter, made);
      continue;
    }
    const auto places = at::from_blob(rows.data(), {count}, at::kLong).to(x.device());
    const auto before = at::zeros({width, x.size(1)}, x.options()), after = at::empty_like(before);
    before.index_copy_(0, places, here);
    draw(before, counter, after);
    made.copy_(after.index_select(0, places));
  }
}

}  // namespace sparring
