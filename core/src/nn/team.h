// A few threads that share one short piece of work after another.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

namespace sparring {

/// Work comes in numbered parts. Which thread does which part is open: one that is through takes what nobody has begun,
/// so that a member whom the system has put aside holds nobody up. What a part computes depends on its number alone,
/// hence not on that. Waiting spins for some microseconds and then sleeps.
///
/// One thread leads: it alone calls run(), and takes part. The destructor joins the others.
class Team {
 public:
  /// `enter` is called once on each member's own thread.
  Team(int size, void (*enter)());
  ~Team();
  Team(const Team&) = delete;
  Team& operator=(const Team&) = delete;

  int size() const { return size_; }

  /// body(context, part) for part 0 … parts-1, each once, parts <= 65535; returns when all are done. Not to be called
  /// from within a part.
  void run(int parts, void (*body)(void* context, int part), void* context);

 private:
  void serve();
  bool work(uint32_t generation);

  const int size_;
  std::atomic<uint64_t> ticket_{0};  ///< generation << 32 | parts << 16 | next part to be taken
  std::atomic<int> done_{0};         ///< parts finished in this generation
  std::atomic<bool> over_{false};
  // written by the leader between two generations, read by members that hold a part of the present one
  void (*body_)(void*, int) = nullptr;
  void* context_ = nullptr;
  std::vector<std::thread> members_;
};

/// Calls body(part) for part 0 … parts-1.
template <class Body>
void eachPart(Team& team, int parts, Body body) {
  team.run(
      parts, [](void* context, int part) { (*static_cast<Body*>(context))(part); }, &body);
}

/// The range of part `t` when [0, n) is cut into `parts`, multiples of `align` apart; empty: first >= last.
struct Interval {
  int64_t first, last;
};
inline Interval rangeOf(int64_t n, int64_t align, int t, int parts) {
  const int64_t blocks = (n + align - 1) / align;
  const int64_t last = blocks * (t + 1) / parts * align;
  return {blocks * t / parts * align, last < n ? last : n};
}

/// Calls body(first, last) for contiguous ranges that together are [0, n), multiples of `align` apart.
template <class Body>
void splitRange(Team& team, int64_t n, int64_t align, Body body) {
  eachPart(team, team.size(), [&](int t) {
    const auto [first, last] = rangeOf(n, align, t, team.size());
    if (first < last) body(first, last);
  });
}

}  // namespace sparring
