// Randomness is a function: every number is decided by (seed, stream, step, index). Nothing has to be saved or
// advanced.
#pragma once

#include <cstdint>

namespace sparring {

/// Uses of random numbers that must not meet. New ones go to the end: the values are part of a run's identity.
enum class Stream : uint64_t {
  ClassifierInit = 1,
  TeacherInit,
  GeneratorInit,
  DiscriminatorInit,
  Permutation,
  Latent,
  WantedClass,
  WrongClass,
  TeacherNoise,
  FixedLatent,
  EvaluationNoise,
  Generate,
  AttackStart,
  EvaluationStart,
  EvaluationSquare,
  TransferNoise,
  TrainingNoise,
  Sweep,
  Walk,
};

inline uint64_t splitmix(uint64_t& state) {
  uint64_t z = (state += 0x9E3779B97F4A7C15ull);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

/// The key of a stream, as ops::normals takes it.
inline uint64_t streamKey(uint64_t seed, Stream stream) {
  uint64_t state = seed * 0x632BE59BD9B4E019ull + static_cast<uint64_t>(stream);
  return splitmix(state);
}

/// A short sequence of whole numbers on the host: (seed, stream, step) decides it.
class Draw {
 public:
  Draw(uint64_t seed, Stream stream, uint64_t step)
      : state_(streamKey(seed, stream) ^ (step * 0xD1342543DE82EF95ull)) {}
  /// Uniform in [0, n).
  uint64_t below(uint64_t n) {
    return static_cast<uint64_t>((static_cast<unsigned __int128>(splitmix(state_)) * n) >> 64);
  }
  /// Uniform in [0, 1).
  double unit() { return static_cast<double>(splitmix(state_) >> 11) * 0x1p-53; }

 private:
  uint64_t state_;
};

}  // namespace sparring
