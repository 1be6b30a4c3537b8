// Who trains whom: the system that parameters mean, as its parts and what goes from one to another. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sparring/error.h"
#include "sparring/event.h"
#include "sparring/images.h"
#include "sparring/metrics.h"
#include "sparring/params.h"

namespace sparring {

/// Some phases of a training.
class Phases {
 public:
  constexpr Phases() = default;
  constexpr Phases(std::initializer_list<Phase> phases) {
    for (const Phase phase : phases) bits_ |= 1u << static_cast<unsigned>(phase);
  }
  constexpr bool has(Phase phase) const { return bits_ >> static_cast<unsigned>(phase) & 1u; }
  constexpr bool operator==(const Phases&) const = default;

 private:
  unsigned bits_ = 0;
};

struct AnatomyPart {
  enum class Kind : uint8_t {
    Data,
    Teacher,        ///< names generated images
    Generator,      ///< draws images, or changes them
    Discriminator,  ///< tells drawn or changed images from real ones
    Attack,         ///< makes x_adv without a network of its own
    Classifier,     ///< one for each λ
  };
  Kind kind;
  std::string formula;                  ///< what it makes of what it is given, in symbols: "G(z, c)"
  Message meaning;                      ///< in a sentence (context "core")
  std::vector<int64_t> widths = {};     ///< of a network's layers, what it is given first, what it makes last
  std::string widthsKey = {};           ///< the parameter that holds those between
  std::vector<std::string> dials = {};  ///< keys of the numbers that matter most in it
  Phases learns = {};                   ///< its weights change
  std::optional<Metric> loss = {};      ///< that it minimises
};

struct AnatomyFlow {
  enum class What : uint8_t {
    Real,         ///< images of the data
    Made,         ///< that the generator drew or changed, to be told from real ones
    Adversarial,  ///< that the classifiers learn from
    Slope,        ///< the classifiers' gradient by the images, or their verdict
    Names,        ///< classes
  };
  What what;
  AnatomyPart::Kind from, to;
  std::string symbol;               ///< "x", "x_adv", "∇J"
  Phases phases;                    ///< in which it goes
  std::string weightKey = {};       ///< the parameter that it counts with; empty: it counts once
  double weight = 1;                ///< its value; the largest of several
  std::optional<Metric> loss = {};  ///< that it adds to the classifiers' loss
};

struct Anatomy {
  std::vector<AnatomyPart> parts;  ///< in the order of Kind; one of each at most
  std::vector<AnatomyFlow> flows;

  const AnatomyPart* part(AnatomyPart::Kind kind) const;  ///< null where it takes no part
};

/// Of a training with these parameters on images of that kind. Throws Error (Usage): no such adversary.
Anatomy anatomyOf(const Params& params, const ImageKind& kind);

}  // namespace sparring
