#include "batches/batches.h"

#include <ATen/ops/empty.h>

#include <numeric>

#include "nn/ops.h"
#include "nn/random.h"

namespace sparring {

Batches::Batches(ImageTensors images, int64_t batch, uint64_t seed, Order order)
    : images_(std::move(images)), batch_(batch), seed_(seed), order_(order) {}

void Batches::shuffle(int64_t epoch) {
  const int64_t n = images_.count();
  if (order_ == Order::Anew || !permutation_.defined()) {
    permutation_ = at::empty({n}, at::kLong);
    std::iota(permutation_.data_ptr<int64_t>(), permutation_.data_ptr<int64_t>() + n, int64_t(0));
  }
  auto* p = permutation_.data_ptr<int64_t>();
  Draw draw(seed_, Stream::Permutation, static_cast<uint64_t>(epoch));
  for (int64_t i = n - 1; i > 0; --i) std::swap(p[i], p[draw.below(static_cast<uint64_t>(i) + 1)]);
  index_ = permutation_.to(images_.pixels.device());
  shuffled_ = epoch;
}

void Batches::load(int64_t step, const at::Tensor& x, const at::Tensor& y) {
  const int64_t epoch = step / perEpoch();
  if (epoch != shuffled_) shuffle(epoch);
  const auto index = index_.narrow(0, step % perEpoch() * batch_, batch_);
  ops::gather(images_.pixels, index, 1.0f / 255, 0, x);
  ops::pick(images_.labels, index, y);
}

}  // namespace sparring
