// A few threads that share one short piece of work after another.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

namespace sparring {

/// Splits work into as many parts as the team has threads. Which thread does which part is open: one that is through
/// takes what nobody has begun, so that a member whom the system has put aside holds nobody up. What a part computes
/// depends on its number alone, hence not on that. Waiting spins for some microseconds and then sleeps.
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

  /// body(context, part) for part 0 … size()-1, each once; returns when all are done.
  void run(void (*body)(void* context, int part), void* context);

 private:
  void serve();
  bool work(uint32_t generation);

  const int size_;
  std::atomic<uint64_t> ticket_{0};  ///< generation << 32 | next part to be taken
  std::atomic<int> done_{0};         ///< parts finished in this generation
  std::atomic<bool> over_{false};
  // written by the leader between two generations, read by members that hold a part of the present one
  void (*body_)(void*, int) = nullptr;
  void* context_ = nullptr;
  std::vector<std::thread> members_;
};

/// Calls body(first, last) for contiguous ranges that together are [0, n), multiples of `align` apart.
template <class Body>
void splitRange(Team& team, int64_t n, int64_t align, Body body) {
  struct Range {
    Body& body;
    int64_t n, align, blocks;
    int parts;
  } range{body, n, align, (n + align - 1) / align, team.size()};
  const auto part = [](void* context, int t) {
    auto& r = *static_cast<Range*>(context);
    const int64_t first = r.blocks * t / r.parts * r.align;
    const int64_t last = r.blocks * (t + 1) / r.parts * r.align;
    if (first < r.n && first < last) r.body(first, last < r.n ? last : r.n);
  };
  team.run(part, &range);
}

}  // namespace sparring
