// The networks of a run, to be evaluated, sampled and exported.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sparring/assessment.h"
#include "sparring/data.h"
#include "sparring/featuremap.h"
#include "sparring/latentwalk.h"
#include "sparring/params.h"
#include "sparring/pictures.h"
#include "sparring/quality.h"

namespace sparring {

/// The networks of one moment of a run. Immutable: any thread.
struct Weights;

/// Of the run's last checkpoint that can be read (or the checkpoint or snapshot of `step`: see lookSteps()). Throws
/// Error: no run, no checkpoint, a file cut short, a wrong hash.
std::shared_ptr<const Weights> readWeights(const std::filesystem::path& run, std::optional<int64_t> step = {});

/// Looking writes nothing into it: any number of threads at once.
class Model {
 public:
  /// `device`: where the networks are and everything is measured, "cpu", "cuda" or "auto". Throws Error: a tensor is
  /// missing or has a wrong shape, no such device.
  explicit Model(const Weights& weights, const std::string& device = "cpu");
  /// readWeights() and the constructor in one.
  static Model load(const std::filesystem::path& run, std::optional<int64_t> step = {},
                    const std::string& device = "cpu");
  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

  const Params& params() const;
  const ImageKind& kind() const;  ///< of the images they read
  int64_t step() const;
  int lanes() const;
  std::string hash() const;  ///< SHA-256 of all networks' weights and the parameters

  /// Blocks: a second for Suite::quick(), about a minute a lane for Suite::full(). Throws Error: cancelled, images of
  /// another size than the networks', no such lane.
  Assessment assess(const Dataset& data, const Suite& suite, const AssessmentWatch& watch = {}) const;

  /// Every lane's verdicts, image by image, under `attack` or on clean images. Blocks; on the calling thread's team.
  /// Throws as assess() does.
  Outcomes outcomes(const Dataset& data, const std::optional<AttackSpec>& attack, int64_t limit, uint64_t seed,
                    const std::function<bool(int64_t done, int64_t total)>& progress = {}) const;

  /// What `attack` makes of the test images `index`, for every lane. Throws Error: an index beyond the test set.
  Gallery gallery(const Dataset& data, const AttackSpec& attack, const std::vector<int64_t>& index,
                  uint64_t seed = 0) const;
  /// The same where there are no training images: every attack but those built against a substitute (Error).
  Gallery gallery(const ImageSet& test, const AttackSpec& attack, const std::vector<int64_t>& index,
                  uint64_t seed = 0) const;

  /// What `lane`'s classifier makes of the test images `index` before it decides, clean or under `attack` built against
  /// it. Blocks, on the calling thread alone. Throws Error: as outcomes() and gallery() do, no such lane, an answer
  /// that is not finite.
  Features features(const Dataset& data, int lane, const std::optional<AttackSpec>& attack,
                    const std::vector<int64_t>& index,
                    const std::function<bool(int64_t done, int64_t total)>& progress = {}, uint64_t seed = 0) const;

  /// What a training shows of its generator and under attack, of these weights: see SampleGrid and PairSet. Some tens
  /// of milliseconds a lane. Throws Error: images of another size.
  LanePictures pictures(const Dataset& data) const;

  /// `count` images, deterministic by seed; conditional generators give the classes in turn.
  /// Throws Error where the run has no generator, or one that changes images.
  GeneratedSet generate(int64_t count, uint64_t seed) const;

  /// Of this run's opponent.
  GeneratorTraits generatorTraits() const;

  /// What `lane` meets when the generator draws these points, and what everybody says of it. Blocks for milliseconds.
  /// Throws Error where the run has no generator, or one that changes images; Usage: no points, no such lane, points of
  /// another width.
  DrawnImages draw(const std::vector<WalkPoint>& points, int lane) const;
  /// What the generator that attacks `lane` makes of images [n, P] in [0,1] of the classes `labels` [n]. Blocks for
  /// milliseconds. Throws Error where no generator changes images; Usage: no images, another size, no such lane or
  /// class.
  ChangedImages change(const std::vector<float>& images, const std::vector<int>& labels, int lane) const;
  /// An image of the class `wanted`: of a conditional generator the seed's first latent with that class; else, of the
  /// seed's latents, that which `lane` reads as `wanted` most surely. Blocks for some tens of milliseconds. Throws
  /// Error as draw() does; Usage: no such class.
  WalkPoint pointReadAs(int wanted, int lane, uint64_t seed) const;

  /// How good `count` generated digits are (deterministic by seed), beside as many real ones. Blocks: without `full`
  /// some tens of milliseconds for 1,000 on one thread, cheap enough to be repeated while training runs; `full` takes
  /// the run's threads and seconds. The first time on a data set its judge is trained before that, for some seconds,
  /// with a progress of its own. Throws Error: no generator, images of another size, fewer than 10 or more digits than
  /// the test set has (Usage), cancelled.
  GeneratorQuality quality(const Dataset& data, int64_t count, bool full,
                           const std::function<bool(int64_t done, int64_t total)>& progress = {},
                           uint64_t seed = 0) const;

  /// Weights alone, without optimiser state, in PyTorch's naming. Written whole or not at all.
  void exportSafetensors(const std::filesystem::path& path) const;

 private:
  friend class Reader;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One lane's side of a gallery. Its step is not known here: 0.
PairSet pairsOf(const Gallery& gallery, int lane);

}  // namespace sparring
