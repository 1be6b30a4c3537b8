// What was measured of a model: plain values. How right it is, clean and under attack of growing strength, where it
// errs, how far its confidence can be believed, and whether its robustness can.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sparring/attack.h"
#include "sparring/error.h"
#include "sparring/images.h"

namespace sparring {

/// So many of so many images named rightly.
struct Share {
  int64_t right = 0;
  int64_t count = 0;

  double value() const;  ///< in [0,1]; NaN for none of none
  struct Interval {
    double low = 0, high = 1;
  };
  Interval interval() const;  ///< binomial, 95 %, by Wilson's formula (1927)

  bool operator==(const Share&) const = default;
};

/// How much more of its images `a` has right than `b`.
struct Difference {
  double value = 0;          ///< a - b, in [-1,1]
  double low = 0, high = 0;  ///< 95 % interval by Newcombe (1998, method 10), from Wilson's of each. It takes the two
                             ///< for independent: where the same images stand behind both, it is on the wide side.
};
Difference difference(const Share& a, const Share& b);

/// Which test images each of several classifiers names rightly, all of them under one attack or none.
struct Outcomes {
  std::vector<std::vector<bool>> right;  ///< [lanes][n], by the images of evenPart(test set, n)
  int64_t count() const { return right.empty() ? 0 : static_cast<int64_t>(right.front().size()); }
  Share share(size_t lane) const;
};

/// Accuracy against the strength of one attack.
struct Curve {
  struct Point {
    double strength = 0;  ///< of `key`, in its unit
    Share share;
    bool operator==(const Point&) const = default;
  };
  AttackSpec attack;          ///< all its settings; `key`'s is that of the last point
  std::string key;            ///< the setting that grows from point to point: "eps", "sigma", …
  std::vector<Point> points;  ///< from weak to strong; the clean accuracy is not among them
  /// For attacks that see no gradient, beside each point: right under every attack of the same strength that does see
  /// it, on the same images; of none where there was no such attack before. Empty for the others.
  std::vector<Share> whiteBox = {};

  bool operator==(const Curve&) const = default;
};

/// Clean images by how sure the classifier was of its verdict: bin i holds confidences in (i/10, (i+1)/10].
struct Calibration {
  struct Bin {
    Share share;
    double confidence = 0;  ///< mean of the bin's confidences
    bool operator==(const Bin&) const = default;
  };
  std::array<Bin, 10> bins;

  double error() const;  ///< expected calibration error: Σ count/n · |share - confidence| (Guo 2017)
  bool operator==(const Calibration&) const = default;
};

/// One rule of the masking alarm or of the generator's: what it found, and what that means.
struct Check {
  enum class Verdict : uint8_t { Pass, Alarm, Unknown };  ///< Unknown: what it needs was not measured
  std::string name;  ///< "one-step", "black-box", "transfer", "unbounded", "monotone", "leaking", "saturated", …
  Message title;     ///< a few words; all three are translated under context "core"
  Message finding;   ///< the figures
  Message meaning;   ///< why it matters, and what to do
  Verdict verdict = Verdict::Unknown;
  bool doubts = true;                    ///< an alarm says that the figures of the attacks are too good
  std::vector<std::string> remedy = {};  ///< "key=value": what `meaning` advises to set, where it names values
};

/// One classifier.
struct LaneAssessment {
  int lane = 0;
  double lambda = 0;
  Share clean;
  std::vector<std::vector<int64_t>> confusion;  ///< clean images, [true class][verdict]: as many rows as classes
  std::vector<uint8_t> verdicts;                ///< clean images, those of evenPart(test set, count), in that order
  Calibration calibration;
  std::vector<Curve> curves;
  /// Under the opponent it was trained with, at the settings of training and as that stands at this step; of none where
  /// the opponent makes no samples of a known class.
  Share own;
  std::string opponent;  ///< that of `own` and its settings, as in "pgd:eps=0.1,…"; empty where there is none
  std::vector<Check> checks;
  std::string loss;  ///< that it was trained with: "squared" or "cross-entropy", as the parameter has it

  int classes() const { return static_cast<int>(confusion.size()); }
  Share ofClass(int c) const;  ///< clean images of that class; of none where the test set has none
  /// Null where that attack was not measured.
  const Curve* curve(const std::string& attack) const;
};

struct Assessment {
  int64_t step = 0;
  std::string model;  ///< SHA-256 of all networks and the parameters
  int64_t count = 0;  ///< test images used
  uint64_t seed = 0;  ///< of the attacks' random numbers
  std::vector<LaneAssessment> lanes;
};

/// What to measure: an attack, and the strengths of its curve.
struct Probe {
  AttackSpec attack;
  std::string key;
  std::vector<double> strengths;
  int64_t limit = 0;  ///< for a costly attack: fewer images than the suite's; 0: as many

  /// The attack as it stands, a curve of one point.
  static Probe at(const AttackSpec& attack);
};

struct Suite {
  std::vector<Probe> probes;  ///< those that see the gradient before those they are compared with
  int64_t limit = 0;          ///< so many test images, see evenPart(); 0: all
  int threads = 0;            ///< 0: as many as there are cores
  uint64_t seed = 0;
  bool own = false;              ///< under the run's own adversary too
  std::optional<int> lane = {};  ///< only this classifier; none: all

  /// Every attack and corruption at the levels of docs/evaluation.md, with restarts.
  static Suite full();
  /// fgsm, fgsm-mse, pgd and noise on 1,000 images: cheap enough to be repeated while training runs.
  static Suite quick();
};

/// How a long measurement tells where it is. Called on the measuring thread, every few milliseconds.
struct AssessmentWatch {
  /// `done` of `total`, in images on their way through a network; false cancels by throwing Error.
  std::function<bool(int64_t done, int64_t total)> progress;
  /// What there is after each probe.
  std::function<void(const Assessment& soFar)> partial;
};

/// Test images under one attack, as every lane sees them.
struct Gallery {
  struct Verdict {
    int predicted = 0;
    float confidence = 0;  ///< softmax probability of it, in [0,1]
  };
  struct Lane {
    Images adversarial;
    std::vector<float> difference;       ///< as many values: x_adv - x, in [-1,1]
    std::vector<Verdict> before, after;  ///< [n]
  };
  AttackSpec attack;
  std::vector<int64_t> index;  ///< [n] in the test set
  std::vector<int> label;      ///< [n] true classes
  Images source;
  std::vector<Lane> lanes;
};

}  // namespace sparring
