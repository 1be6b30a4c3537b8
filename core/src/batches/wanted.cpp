#include "batches/wanted.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <numeric>

#include "nn/random.h"

namespace sparring {

namespace {

// Going round the classes of `ring` from y on; from a class that is not in there as if it stood before the next.
at::Tensor tableOf(const std::vector<int>& ring, int classes) {
  const auto n = static_cast<int64_t>(ring.size());
  auto table = at::empty({classes, n}, at::kInt);
  for (int y = 0; y < classes; ++y) {
    auto* row = table.data_ptr<int32_t>() + y * n;
    const auto next = std::ranges::upper_bound(ring, y) - ring.begin();
    row[0] = y;
    for (int64_t i = 1; i < n; ++i) row[i] = ring[static_cast<size_t>((next + i - 1) % n)];
  }
  return table;
}

std::vector<int> all(int classes) {
  std::vector<int> list(static_cast<size_t>(classes));
  std::iota(list.begin(), list.end(), 0);
  return list;
}

}  // namespace

WantedClasses::WantedClasses(std::vector<int> present, int classes, int64_t batch, int64_t perEpoch, uint64_t seed,
                             at::Device device)
    : present_(std::move(present)), batch_(batch), perEpoch_(perEpoch), seed_(seed), device_(device) {
  // where there is one class only, any other is wrong
  const auto ring = present_.size() > 1 ? present_ : all(classes);
  offsets_ = static_cast<int64_t>(ring.size());
  table_ = tableOf(ring, classes).to(device);
}

void WantedClasses::draw(int64_t epoch) {
  const int64_t used = perEpoch_ * batch_;
  auto wanted = at::empty({used}, at::kInt), wrong = at::empty({used}, at::kInt);
  Draw classes(seed_, Stream::WantedClass, static_cast<uint64_t>(epoch)),
      offsets(seed_, Stream::WrongClass, static_cast<uint64_t>(epoch));
  for (int64_t i = 0; i < used; ++i) {
    wanted.data_ptr<int32_t>()[i] = present_[classes.below(present_.size())];
    wrong.data_ptr<int32_t>()[i] = 1 + static_cast<int32_t>(offsets.below(static_cast<uint64_t>(offsets_) - 1));
  }
  wanted_ = wanted.to(device_);
  wrong_ = wrong.to(device_);
  drawn_ = epoch;
}

void WantedClasses::load(int64_t step, const at::Tensor& wanted, const at::Tensor& wrong) {
  const int64_t epoch = step / perEpoch_, first = step % perEpoch_ * batch_;
  if (epoch != drawn_) draw(epoch);
  wanted.copy_(wanted_.narrow(0, first, batch_));
  wrong.copy_(wrong_.narrow(0, first, batch_));
}

}  // namespace sparring
