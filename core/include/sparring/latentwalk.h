// Walking through what a generator can make: latents and classes that are chosen instead of drawn, ways between them,
// and what everybody says of the images on the way. Plain values and plain geometry.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sparring/images.h"

namespace sparring {

/// What a discriminator learns to say of fakes and of real images, where it is sure.
struct ScoreScale {
  double fake = 0, real = 1;
  bool operator==(const ScoreScale&) const = default;
};

/// What a run's generator makes, and of what.
struct GeneratorTraits {
  enum class Makes : uint8_t {
    Nothing,  ///< there is none
    Images,   ///< out of latents
    Changes,  ///< of images
  };
  Makes makes = Makes::Nothing;
  int64_t latent = 0;        ///< numbers of a latent, each standard normal in training; 0 where it takes none
  bool conditional = false;  ///< it is asked for a class
  bool namer = false;        ///< a frozen teacher says which class an image counts as, where none was asked for
  std::optional<ScoreScale> scale = {};  ///< of the discriminator's scores; none where there is no discriminator
};

/// What one image is made of.
struct WalkPoint {
  std::vector<float> latent;   ///< [latent]
  std::vector<float> classes;  ///< [classes] weights that add up to 1; empty where the generator is asked for none
  bool operator==(const WalkPoint&) const = default;
};

/// Weights of a class alone.
std::vector<float> onlyClass(int wanted, int classes);

/// The latents that Model::generate() begins with for that seed: `count` points, the first of them alike for every
/// count up to 1,000. Without classes.
std::vector<WalkPoint> latentsOf(int64_t latent, int64_t count, uint64_t seed);

/// From `a` to `b`, `t` in [0,1]. Normal latents of many numbers all have about the same length, and none lies halfway
/// on the straight line between two: so the direction turns evenly (Shoemake 1985) while the length goes straight from
/// one to the other. Class weights are mixed. The ends are `a` and `b` to the bit.
WalkPoint between(const WalkPoint& a, const WalkPoint& b, double t);
/// `count` points (at least 2) at even distances, both ends among them.
std::vector<WalkPoint> pathBetween(const WalkPoint& a, const WalkPoint& b, int count);

/// The surroundings of a latent in two directions. Walking straight on from the centre follows between(): latents keep
/// the centre's length, so `u` and `v` are angles, in radians.
struct WalkPlane {
  WalkPoint centre;
  std::vector<double> right, up;  ///< [latent] of length 1, at right angles to the centre and each other

  WalkPoint at(double u, double v) const;
  /// The plane around at(u, v), its directions brought along that way unturned.
  WalkPlane movedTo(double u, double v) const;
};
/// Its directions are drawn by the seed. Of fewer than three numbers there is no such plane: right and up are then the
/// numbers themselves, and a latent is moved straight on.
WalkPlane planeThrough(const WalkPoint& centre, uint64_t seed);

/// What everybody says of n images.
struct Opinions {
  int lanes = 0, classes = 0;
  std::vector<float> probabilities;  ///< [n, lanes, classes] of the classifiers
  std::vector<float> scores;         ///< [n] of the discriminator, on GeneratorTraits::scale; empty where there is none

  const float* of(size_t i, int lane) const {
    return probabilities.data() + (i * size_t(lanes) + size_t(lane)) * size_t(classes);
  }
  int verdict(size_t i, int lane) const;
  float confidence(size_t i, int lane) const { return of(i, lane)[verdict(i, lane)]; }
};

/// What a generator draws of n points.
struct DrawnImages {
  Images images;
  /// [n] the class that each counts as in training: the heaviest that was asked for, else the teacher's verdict; -1:
  /// nobody says.
  std::vector<int> wanted;
  Opinions opinions;

  /// Whether that lane reads another class than image i counts as.
  bool fools(size_t i, int lane) const { return wanted[i] >= 0 && opinions.verdict(i, lane) != wanted[i]; }
};

/// What a generator makes of n given images.
struct ChangedImages {
  Images source, adversarial;
  std::vector<float> difference;  ///< as many values: x_adv - x, in [-1,1]
  std::vector<int> label;         ///< [n]
  Opinions before, after;         ///< D's scores of the adversarial ones stand in `after`
};

/// Images in between, one [0,1] value a pixel: the straight line from `from` to `to`, both [P], `count` (at least 2) of
/// them, [count, P].
std::vector<float> blend(const uint8_t* from, const uint8_t* to, int64_t pixels, int count);

}  // namespace sparring
