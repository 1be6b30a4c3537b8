// What the latent walk is made with: the generator of what is shown, as functions.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "sparring/data.h"
#include "sparring/latentwalk.h"

namespace sparring::ui {

class Shown;

/// See Model's calls of the same kind. The functions may be called on several threads at once, and may throw Error.
struct WalkSource {
  GeneratorTraits traits;
  ImageKind kind;               ///< of the images and the classes' names
  std::vector<double> lambdas;  ///< by lane
  int64_t step = 0;
  std::shared_ptr<const Dataset> data;  ///< whose test images are changed
  std::function<DrawnImages(const std::vector<WalkPoint>&, int lane)> draw;
  std::function<ChangedImages(const std::vector<float>&, const std::vector<int>&, int lane)> change;
  std::function<WalkPoint(int wanted, int lane, uint64_t seed)> find;

  bool draws() const { return traits.makes == GeneratorTraits::Makes::Images; }
};

/// Of the newest networks that were measured; null where there are none, or none that makes images.
std::shared_ptr<const WalkSource> walkSource(const Shown& shown);

/// How two images become one another.
struct MorphEnds {
  int from = 0, to = 0;                            ///< classes
  uint64_t pair = 0;                               ///< which images of them
  std::optional<WalkPoint> first = {}, last = {};  ///< chosen by hand
};

/// `count` images on the way. One of the two is there.
struct Morph {
  std::shared_ptr<const DrawnImages> drawn;
  std::shared_ptr<const ChangedImages> changed;
  std::vector<WalkPoint> points;  ///< of the drawn ones

  int count() const;
};

/// Blocks for milliseconds, or some tens where a latent is looked for. Any thread; throws Error.
Morph makeMorph(const WalkSource& source, const MorphEnds& ends, int lane, int count);

}  // namespace sparring::ui
