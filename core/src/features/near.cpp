#include "features/near.h"

#include <algorithm>

#include "features/four.h"

namespace sparring {

void tellMap(const MapProgress& progress, int64_t done, int64_t total) {
  if (progress && !progress(done, total)) throw Error({QT_TRANSLATE_NOOP("core", "Cancelled."), {}});
}

Near::Near(const Points& among) : n_(among.count()), width_(among.width), padded_(inFours(among.width)) {
  rows_.assign(size_t(n_ * padded_), 0);
  for (int64_t i = 0; i < n_; ++i) std::copy_n(among.at(i), width_, rows_.begin() + i * padded_);
  asked_.assign(size_t(padded_), 0);
}

const std::vector<Near::Neighbour>& Near::to(const float* point, int64_t count, int64_t but) {
  std::copy_n(point, width_, asked_.begin());
  found_.clear();
  for (int64_t i = 0; i < n_; ++i) {
    if (i == but) continue;
    const float* row = rows_.data() + i * padded_;
    Four sum = {};
    for (int64_t j = 0; j < padded_; j += kFour) {
      const Four off = fourAt(row + j) - fourAt(asked_.data() + j);
      sum += off * off;
    }
    found_.push_back({sumOf(sum), i});
  }
  const auto nearer = [](const Neighbour& a, const Neighbour& b) {
    return a.squared != b.squared ? a.squared < b.squared : a.index < b.index;
  };
  const auto kept = std::min(count, int64_t(found_.size()));
  std::partial_sort(found_.begin(), found_.begin() + kept, found_.end(), nearer);
  found_.resize(size_t(kept));
  return found_;
}

}  // namespace sparring
