// What a run's networks make of one image, whoever made it, and why: probabilities, the image under attack, the
// smallest change that turns the verdict, the pixels' shares in that, and the plane around it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sparring/attack.h"
#include "sparring/data.h"
#include "sparring/model.h"
#include "sparring/pictures.h"

namespace sparring {

/// A picture of anybody's: PNG or BMP; what is transparent is white. Throws Error: not there, not readable, none
/// of these, damaged, more than kMostPictureSide pixels wide or high.
Picture readPicture(const std::filesystem::path& path);
inline constexpr int kMostPictureSide = 4096;

/// What a network is to be shown of a picture: one image of `kind`. Of ink that shows digits it is placed as MNIST's
/// own are (LeCun 1998): the ink's bounding box fitted into 20/28 of the field, its shape kept, edges smooth, and moved
/// by whole pixels so that the centre of mass lies in the middle. A picture of just the kind's size is taken as it
/// stands. Of other images the whole picture is scaled. Ink may be darker or lighter than its ground, which is what the
/// picture's border shows. Throws Error: a picture without ink, or without pixels.
Images fitted(const Picture& picture, const ImageKind& kind);

/// One image, [height, width, channels], each value in [0,1].
using Pixels = std::vector<float>;

Pixels pixelsAt(const Images& images, int64_t i);
/// The same as bytes, for whoever draws it.
Images imageOf(const Pixels& pixels, const ImageKind& kind);

/// One lane's.
struct LaneReading {
  std::vector<float> logits;         ///< [classes]
  std::vector<float> probabilities;  ///< [classes], the logits' softmax

  int predicted() const;  ///< the class with the largest logit
};

/// What is done to an image.
struct AttackWish {
  Against against = {};                 ///< an attack, or the opponent of training
  std::optional<double> strength = {};  ///< of the opponent, where it has one; none: as it trains
  std::optional<int> target = {};       ///< the class to be reached; none: any but `label`
  std::optional<int> label = {};        ///< the true class; none: what each lane reads
  int64_t index = 0;                    ///< in the test set: decides the random numbers, as in a gallery
  uint64_t seed = 0;
};

/// Whether the attack of that name has a form that goes towards a class. Throws Error (Usage): there is no such attack.
bool takesTarget(const std::string& attack);

/// The opponent of training as an attack on an image.
struct Opponent {
  std::string name;                     ///< of its row in adversaries()
  bool attacks = false;                 ///< false: it makes nothing of an image that is given
  std::optional<AttackSpec> twin = {};  ///< the attack that does the same, with the strength it trains with
  std::optional<double> strength = {};  ///< what AttackWish::strength would replace, ε or σ
  bool targeted = false;                ///< it can be sent towards a class
};

/// One lane's image after an attack, and what it reads.
struct LaneAttacked {
  Pixels image;
  int from = 0;  ///< the class that the attack went away from: the label, or what was read before
  LaneReading after;
};

/// The smallest ε at which PGD turns a lane's verdict.
struct FlipDistance {
  std::optional<double> epsilon = {};  ///< none: not up to `most`. 0: it is misread as it is
  double below = 0;                    ///< PGD was tried here and found nothing: what is meant lies between the two
  double most = 1;
};

/// Why a verdict changed: integrated gradients (Sundararajan 2017) of the margin m = z[from] − z[to] of the logits z
/// along the straight line from x to x'.
struct Attribution {
  std::vector<float> shares;  ///< [P], a pixel's part in the change of m; their sum is `sum`
  double before = 0;          ///< m(x)
  double after = 0;           ///< m(x')
  double sum = 0;
  int points = 0;  ///< gradients that it took

  double change() const { return after - before; }
};

/// The verdicts of one lane on the plane {clip(x + a·across + b·up)} around an image x, clip to [0,1]: what is seen is
/// always an image.
struct Slice {
  int side = 0;                 ///< places in each direction
  double extent = 0;            ///< a and b go from −extent to extent
  Pixels across = {}, up = {};  ///< directions, at right angles, their largest value 1: so a is ε along the attack
  std::vector<uint8_t> predicted = {};  ///< [side, side], rows from the largest b down
  std::vector<float> confidence = {};   ///< [side, side], softmax probability of that verdict
  /// By degrees, [360] counterclockwise from `across`: how far to go until some pixel has moved by 1. Times ε it is the
  /// border of what an attack within ε may do in this plane.
  std::vector<float> reach = {};

  /// a of column i, −b of row i: the middle of a place.
  double at(int i) const { return extent * ((2.0 * i + 1) / side - 1); }
};
/// The image at a place of the plane.
Pixels slicePoint(const Slice& slice, const Pixels& x, double a, double b);

/// How a slice is to be cut.
struct SliceWish {
  Pixels changed;                     ///< its difference to x is the first direction; where there is none, a random one
  std::optional<Pixels> second = {};  ///< likewise for the second; none: signs drawn by `seed`
  uint64_t seed = 0;
  double extent = 0.3;  ///< above 0
  int side = 128;       ///< 2 to 1024
};

/// Looks at one image after another. Blocks; any thread, one thread at a time; writes nothing into the model. All throw
/// Error (Usage) where an image, a lane or a class is none of the model's, Error where the networks give no finite
/// answer.
class Reader {
 public:
  /// `model` and `data` must outlive it. `data`: the run's, which attacks by a substitute learn from; null: those are
  /// refused. `threads`: of the calling thread's team; 0: as many as there are cores.
  explicit Reader(const Model& model, const Dataset* data = nullptr, int threads = 1);

  /// Called every few milliseconds of whatever takes long; what it throws ends that.
  void setRest(std::function<void()> rest) { rest_ = std::move(rest); }

  /// By lane. Microseconds.
  std::vector<LaneReading> read(const Pixels& x) const;

  Opponent opponent() const;

  /// By lane: each is attacked by itself where the attack knows the network, else all get the same image. Milliseconds
  /// a lane for PGD. Throws Error (Usage): a target for an attack that has no such form, an opponent that attacks no
  /// images, a strength that is none.
  std::vector<LaneAttacked> attack(const Pixels& x, const AttackWish& wish) const;

  /// By lane, up to `most`: PGD with its standard settings at growing ε until it turns the verdict, then bisection to
  /// `tolerance`. What it found once holds for every larger ε, so the answer is PGD's monotone envelope. Of `wish` the
  /// attack is not read.
  std::vector<FlipDistance> flips(const Pixels& x, const AttackWish& wish, double most = 1,
                                  double tolerance = 1.0 / 512) const;

  /// The path is cut finer where the network bends, until what is missing is below `tolerance` of the change or of 1,
  /// whichever is larger: in a network of straight pieces the sum is then the change itself.
  Attribution why(const Pixels& x, const Pixels& changed, int lane, int from, int to, double tolerance = 0.002) const;

  /// Some tens of milliseconds for 128 by 128 places of the default network.
  Slice slice(const Pixels& x, int lane, const SliceWish& wish) const;

 private:
  void requireImage(const Pixels& x) const;
  void requireLane(int lane) const;
  void requireClass(std::optional<int> c) const;

  const Model& model_;
  const Dataset* data_;
  int threads_;
  std::function<void()> rest_ = [] {};
};

}  // namespace sparring
