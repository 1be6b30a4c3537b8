#include "nn/team.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace sparring {

namespace {

// About 20 µs: longer than the pause between two parallel passes of a step, shorter than what a sleep would cost
// others.
constexpr int kSpins = 1500;

void breathe() {
#if defined(__x86_64__)
  _mm_pause();
#endif
}

// Until `value` is no longer `old`.
template <class T>
void waitWhile(const std::atomic<T>& value, T old) {
  for (int i = 0; i < kSpins; ++i) {
    if (value.load(std::memory_order_acquire) != old) return;
    breathe();
  }
  value.wait(old, std::memory_order_acquire);
}

uint32_t generationOf(uint64_t ticket) { return static_cast<uint32_t>(ticket >> 32); }
int partsOf(uint64_t ticket) { return static_cast<int>(ticket >> 16 & 0xffff); }
int nextOf(uint64_t ticket) { return static_cast<int>(ticket & 0xffff); }

}  // namespace

Team::Team(int size, void (*enter)()) : size_(size > 1 ? size : 1) {
  for (int i = 1; i < size_; ++i)
    members_.emplace_back([this, enter] {
      enter();
      serve();
    });
}

Team::~Team() {
  over_ = true;
  ticket_.fetch_add(uint64_t(1) << 32);
  ticket_.notify_all();
  for (auto& member : members_) member.join();
}

void Team::run(int parts, void (*body)(void*, int), void* context) {
  if (size_ == 1 || parts == 1) {
    for (int part = 0; part < parts; ++part) body(context, part);
    return;
  }
  body_ = body;
  context_ = context;
  done_.store(0, std::memory_order_relaxed);
  const uint32_t generation = generationOf(ticket_.load(std::memory_order_relaxed)) + 1;
  ticket_.store(static_cast<uint64_t>(generation) << 32 | static_cast<uint64_t>(parts) << 16,
                std::memory_order_release);
  ticket_.notify_all();
  while (work(generation)) {
  }
  for (int done = done_.load(std::memory_order_acquire); done < parts; done = done_.load(std::memory_order_acquire))
    waitWhile(done_, done);
}

// Takes one part of `generation` and does it; false when none is left to take.
bool Team::work(uint32_t generation) {
  uint64_t ticket = ticket_.load(std::memory_order_acquire);
  do {
    if (generationOf(ticket) != generation || nextOf(ticket) >= partsOf(ticket)) return false;
  } while (!ticket_.compare_exchange_weak(ticket, ticket + 1, std::memory_order_acq_rel));
  // the leader waits for this part, so body and context stay as they are
  body_(context_, nextOf(ticket));
  if (done_.fetch_add(1, std::memory_order_acq_rel) + 1 == partsOf(ticket)) done_.notify_all();
  return true;
}

void Team::serve() {
  while (true) {
    const uint64_t seen = ticket_.load(std::memory_order_acquire);
    if (over_) return;  // asked after the ticket: it is set before the last ticket, which nobody waits behind
    if (nextOf(seen) < partsOf(seen))
      work(generationOf(seen));
    else
      waitWhile(ticket_, seen);
  }
}

}  // namespace sparring
