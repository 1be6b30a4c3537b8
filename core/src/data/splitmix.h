#pragma once

#include <cstdint>

namespace sparring {

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same numbers on every machine. Only for drawing the synthetic
/// digits; training has a generator of its own.
class SplitMix {
 public:
  explicit SplitMix(uint64_t seed) : state_(seed) {}

  uint64_t next() { return mix(state_ += 0x9e3779b97f4a7c15u); }

  /// In [low, high).
  float uniform(float low, float high) {
    constexpr float kUnit = 1.0f / (1 << 24);
    return low + (high - low) * (static_cast<float>(next() >> 40) * kUnit);
  }

  /// Bell-shaped around 0 with standard deviation `sigma`, never beyond 3 sigma.
  float bell(float sigma) { return sigma * (uniform(-1, 1) + uniform(-1, 1) + uniform(-1, 1)); }

  uint64_t below(uint64_t n) { return next() % n; }

  /// A well-mixed number from two, to give every image a sequence of its own.
  static uint64_t combine(uint64_t a, uint64_t b) { return mix(mix(a + 0x9e3779b97f4a7c15u) ^ b); }

 private:
  static uint64_t mix(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  uint64_t state_;
};

}  // namespace sparring
