#include "attack/draw.h"

#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros.h>

namespace sparring {

void drawn(const AttackContext& c, const at::Tensor& x, const at::Tensor& out, const Drawing& draw) {
  const int64_t n = x.size(0), first = c.index[0];
  bool chunk = first % kChunk == 0;
  for (int64_t i = 0; i < n; ++i) chunk &= c.index[i] == first + i;
  if (chunk) return draw(x, static_cast<uint64_t>(first), out);
  for (int64_t i = 0; i < n; ++i) {
    const int64_t row = c.index[i] % kChunk;
    const auto before = at::zeros({row + 1, x.size(1)}, x.options()), after = at::empty_like(before);
    before[row].copy_(x[i]);
    draw(before, static_cast<uint64_t>(c.index[i] - row), after);
    out[i].copy_(after[row]);
  }
}

}  // namespace sparring
