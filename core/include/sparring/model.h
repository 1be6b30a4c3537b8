// The networks of a run, to be evaluated, sampled and exported.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sparring/data.h"
#include "sparring/params.h"

namespace sparring {

/// Images from the generator. labels: the class asked for (conditional), else the frozen teacher's verdict.
struct GeneratedSet {
  int side = 0;
  bool conditional = false;
  std::vector<uint8_t> pixels;  ///< [n, side*side], 255 = ink
  std::vector<uint8_t> labels;  ///< [n]
};

/// One attack with its parameters. `values` holds every parameter, defaults filled in.
struct AttackSpec {
  std::string name;                      ///< a row of attacks()
  std::map<std::string, double> values;  ///< by the row's keys; sigma and eps in pixel units, images in [0,1]
  std::string text() const;              ///< "fgsm:eps=0.1"
};

/// Reads "NAME[:key=value,...]". Throws Error (Usage) naming what is known.
AttackSpec parseAttack(const std::string& text);

struct AttackInfo {
  std::string name;
  std::string help;  ///< English, context "attacks"
  struct Value {
    std::string key;
    std::string help;
    double standard, min, max;
    bool whole = false;  ///< whole numbers only
  };
  std::vector<Value> values;
};
const std::vector<AttackInfo>& attacks();

struct AttackResult {
  AttackSpec attack;
  double accuracy = 0;  ///< in [0,1]
};

struct EvaluationReport {
  int64_t count = 0;  ///< test images used
  int lane = 0;
  double clean = 0;
  std::vector<AttackResult> results;
};

/// Weights of one checkpoint. Not thread-safe: one thread at a time.
class Model {
 public:
  /// The run's last checkpoint that can be read (or that of `step`). Throws Error: no run, no checkpoint, a file cut
  /// short, a wrong shape or hash.
  static Model load(const std::filesystem::path& run, std::optional<int64_t> step = {});
  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

  const Params& params() const;
  int64_t step() const;
  int lanes() const;

  /// `progress(done, total)` after every chunk of images; returning false cancels by throwing Error.
  EvaluationReport evaluate(const ImageSet& test, const std::vector<AttackSpec>& attacks, int64_t limit = 0,
                            int lane = 0, uint64_t seed = 0,
                            const std::function<bool(int64_t, int64_t)>& progress = {}) const;

  /// `count` images, deterministic by seed; conditional generators give classes 0..9 in turn.
  /// Throws Error where the run has no generator, or one that changes images.
  GeneratedSet generate(int64_t count, uint64_t seed) const;

  /// Weights alone, without optimiser state, in PyTorch's naming. Written whole or not at all.
  void exportSafetensors(const std::filesystem::path& path) const;

 private:
  struct Impl;
  explicit Model(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace sparring
