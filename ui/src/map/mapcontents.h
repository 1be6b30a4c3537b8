// The map's figures: test images as one or two classifiers see them, clean and attacked, laid into a plane. No widgets.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "sparring/attack.h"
#include "sparring/data.h"
#include "sparring/featuremap.h"

namespace sparring::ui {

enum class MapMethod { Pca, Tsne };

/// What Model::features does. May throw Error.
using FeatureMaker = std::function<Features(int lane, const std::optional<AttackSpec>& attack,
                                            const std::vector<int64_t>& index, const MapProgress& progress)>;

/// What maps are made of.
struct MapSource {
  FeatureMaker make;
  std::shared_ptr<const Dataset> data;
  std::vector<double> lambdas;  ///< by lane
  int64_t step = 0;
};

struct MapWish {
  std::shared_ptr<const MapSource> source;
  std::vector<int> lanes;  ///< one or two; the second is turned towards the first
  MapMethod method = MapMethod::Pca;
  AttackSpec attack;
  std::vector<double> strengths;  ///< that it is measured at
  bool all = true;                ///< every strength, else the first wanted alone
  size_t first = 0;               ///< of these, the one wanted before the others
  int64_t images = 2000;          ///< of the test set, see evenPart()
  int64_t arrows = 500;           ///< of these images, so many are attacked

  /// The same, but perhaps for the networks.
  bool asks(const MapWish& other) const;
};

/// Places of the same images by either method.
struct TwoPlaces {
  Places pca;
  Places tsne;  ///< empty: not yet, or not wished for

  const Places& by(MapMethod method) const { return method == MapMethod::Pca ? pca : tsne; }
};

struct LaneMap {
  int lane = 0;
  double lambda = 0;
  std::shared_ptr<const Features> clean;
  TwoPlaces places;
  std::array<double, 2> share = {0, 0};  ///< of the variance that the two axes of PCA show
  double error = 0;                      ///< see placingError(), of the t-SNE
  struct Level {
    std::shared_ptr<const Features> features;  ///< null: not measured yet
    TwoPlaces places;
  };
  std::vector<Level> levels;  ///< by strength

  bool has(MapMethod method) const { return !places.by(method).empty(); }
};

struct MapContents {
  std::shared_ptr<const MapSource> source;
  AttackSpec attack;
  std::vector<double> strengths;
  std::vector<int64_t> images;   ///< [n] their numbers in the test set, ascending
  std::vector<size_t> attacked;  ///< [m] which of these are attacked
  std::vector<LaneMap> lanes;    ///< as wished for

  enum class Work { None, Features, Attack, Tsne };
  Work work = Work::None;  ///< what is being done next
  size_t level = 0;        ///< of Attack

  /// Every lane, and where a level is given that too.
  bool has(MapMethod method, std::optional<size_t> level = {}) const;
  const LaneMap* lane(int number) const;
};

/// Tells what there is after every piece of work. `former`: what was shown before, towards which the map is turned, and
/// of which is kept what holds. Blocks; any thread. Throws Error: as FeatureMaker, cancelled by `watch`.
void makeMap(const MapWish& wish, const std::shared_ptr<const MapContents>& former, const MapProgress& watch,
             const std::function<void(const MapContents&)>& tell);

/// The strengths an attack is shown at: those of the full suite, or five up to half of the largest.
std::vector<double> mapStrengths(const std::string& attack);

/// The attack at one of its strengths.
AttackSpec atStrength(AttackSpec attack, double strength);

}  // namespace sparring::ui
