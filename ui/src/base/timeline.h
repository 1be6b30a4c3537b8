// Values through time, bounded: what the scrubber goes back to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace sparring::ui {

/// Keeps at most `capacity` values with ascending steps. When full, every second one is dropped and only every second
/// new one is kept from then on, so that what remains is spread evenly over the run. The newest value is always there.
template <class Value>
class Timeline {
 public:
  static constexpr size_t kUsual = 300;
  explicit Timeline(size_t capacity = kUsual) : capacity_(capacity) {}

  /// A value of the last step takes its place; one of an earlier step is passed over.
  void add(int64_t step, Value value) {
    if (!entries_.empty() && step <= entries_.back().first) {
      if (step == entries_.back().first) entries_.back().second = std::move(value);
      return;
    }
    // the newest entry is provisional until the next one comes: it stays only if the stride asks for it
    if (entries_.size() > 1 && (added_ - 1) % stride_ != 0) entries_.pop_back();
    entries_.emplace_back(step, std::move(value));
    ++added_;
    if (entries_.size() > capacity_) thin();
  }

  /// A value of whatever step, also one between others: of a step that was looked at afterwards.
  void place(int64_t step, Value value) {
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), step,
                                     [](const auto& entry, int64_t wanted) { return entry.first < wanted; });
    if (at == entries_.end()) return add(step, std::move(value));
    if (at->first == step)
      at->second = std::move(value);
    else
      entries_.emplace(at, step, std::move(value));
  }

  /// The value at the last step not after `step`; the first one where there is none; null when empty.
  const Value* at(int64_t step) const {
    if (entries_.empty()) return nullptr;
    auto after = std::upper_bound(entries_.begin(), entries_.end(), step,
                                  [](int64_t wanted, const auto& entry) { return wanted < entry.first; });
    return after == entries_.begin() ? &after->second : &std::prev(after)->second;
  }

  size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }

 private:
  void thin() {
    size_t kept = 0;
    for (size_t i = 0; i < entries_.size(); ++i)
      if (i % 2 == 0 || i + 1 == entries_.size()) std::swap(entries_[kept++], entries_[i]);
    entries_.resize(kept);
    stride_ *= 2;
  }

  size_t capacity_;
  std::vector<std::pair<int64_t, Value>> entries_;
  size_t added_ = 0;   // values offered so far
  size_t stride_ = 1;  // every stride-th of them is kept
};

}  // namespace sparring::ui
