// Runs beside each other: what each is right on, by how much one is better than another, and whether that exceeds
// chance.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sparring/assessment.h"
#include "sparring/chart.h"
#include "sparring/data.h"
#include "sparring/metrics.h"
#include "sparring/seeds.h"

namespace sparring {

/// How two classifiers do on the same images.
struct Paired {
  int64_t both = 0, first = 0, second = 0, neither = 0;  ///< images that both, only one or neither names rightly
  static Paired of(const std::vector<bool>& first, const std::vector<bool>& second);

  /// How much more the second has right, and its 95 % interval for paired shares (Newcombe 1998, Statist. Med. 17:2635,
  /// method 10).
  Difference difference() const;
  /// McNemar's test (1947), two-sided, exact: how likely so lopsided a split of the images that only one names rightly
  /// is where both are equally good; 1 where there are none.
  double chance() const;
};

/// What is to be compared: a classifier of one run, or the same one of several that differ in their seed.
struct Contender {
  std::vector<std::filesystem::path> runs;
  std::optional<int64_t> step = {};  ///< of the checkpoint; none: the last
  std::optional<int> lane = {};      ///< of all of them; none: the one right most often under the main attack
};

/// "RUN", "RUN@STEP", a folder of runs or "RUN,RUN,…": of several their mean. Throws Error: no run there; (Usage) a
/// step that is no number.
Contender contenderOf(const std::string& text);

struct CompareOptions {
  std::vector<std::string> metrics;  ///< accuracies as attacks are written, or losses by name; none: usualMetrics()
  size_t baseline = 0;               ///< the contender that the others are held against
  int64_t limit = 0;                 ///< so many test images, see evenPart(); 0: all
  bool strengths = false;            ///< ComparedRuns::curves too: some times as much to measure
  /// Brings the data that the runs know by that name and hash; none: loadSame().
  std::function<std::shared_ptr<const Dataset>(const std::string& name, const std::string& sha256)> data = {};
};

/// "clean", and the first attack that sees the gradient which the runs measure while they train; else PGD at ε = 0.1.
std::vector<std::string> usualMetrics(const std::vector<Contender>& contenders);

/// What one contender came to by one metric.
struct ComparedFigure {
  double value = 0;                 ///< a share, a loss, or the mean of several runs'
  double low = 0, high = 0;         ///< 95 %: Wilson's of a share, Student's of a mean; of one loss the value itself
  std::optional<Share> share = {};  ///< of one run's accuracy
  std::vector<double> runs = {};    ///< of each run, where it is a mean
  enum class Kind : uint8_t {
    Baseline,
    Better,
    Worse,
    Chance,   ///< a difference within chance
    Unknown,  ///< a loss has no interval: nothing is said
  };
  Kind kind = Kind::Unknown;
  Difference difference = {};    ///< this less the baseline
  std::optional<double> p = {};  ///< by McNemar's test, where both looked at the same images, one run each
  int64_t gained = 0, lost = 0;  ///< images that only this one, only the baseline names rightly; where `p` is known
};

struct ComparedRow {
  std::string title;  ///< runTitle(), with "@STEP" and "λ = …" where these tell rows apart
  std::vector<std::filesystem::path> runs;
  int64_t step = 0;
  int lane = 0;
  double lambda = 0;
  std::vector<std::string> values;      ///< of ComparedRuns::parameters, as texts
  std::vector<ComparedFigure> figures;  ///< by metric
};

/// Accuracy against the strength of one attack, on fewer images than the figures where that takes long.
struct ComparedCurve {
  struct Point {
    double value = 0;
    double low = 0, high = 0;  ///< 95 %: Wilson's of a share, Student's of a mean
  };
  std::string metric;  ///< that was asked for
  AttackSpec attack;
  std::vector<double> strengths;         ///< of its first setting, from weak to strong; 0 is no attack
  int64_t images = 0;                    ///< test images looked at
  std::vector<std::vector<Point>> rows;  ///< by row, by strength
};

struct ComparedRuns {
  std::vector<std::string> metrics;     ///< as asked for
  std::vector<std::string> parameters;  ///< keys of those that differ
  std::vector<ComparedRow> rows;
  std::vector<ComparedCurve> curves;  ///< of the metrics that are accuracies under attack, where asked for
  size_t baseline = 0;
  int64_t images = 0;  ///< test images looked at
  std::string data;    ///< the data set's name
};

/// Measures what is not yet kept in the runs' folders (see outcomesCached()). Blocks: seconds a run. `watch` hears what
/// is measured and how far that is, and cancels by answering false. Throws Error: cancelled, a run that cannot be
/// measured; (Usage) runs on different data, no such metric, fewer than two or more than 12 contenders.
ComparedRuns compareRuns(const std::vector<Contender>& contenders, const CompareOptions& options,
                         const std::function<bool(const std::string& what, int64_t done, int64_t total)>& watch = {});

/// One figure beside the baseline's, in a sentence (context "core").
Message sentenceOf(const ComparedRuns& runs, size_t row, size_t metric);

std::string comparisonToJson(const ComparedRuns& runs);
/// A row for each contender and metric.
std::string comparisonToCsv(const ComparedRuns& runs);

/// What the window and the report draw of it: clean against the first attack, accuracy against the strength of attacks
/// where that was measured, then every metric that one of the runs recorded, its past counted, step by step; of several
/// runs the mean with its band.
struct ComparisonChart {
  std::string name;  ///< of its file: "frontier", "strength-pgd", "curve-clean"
  Chart chart;
  /// A curve along these; without the runs that do not know their place there, which its note names.
  Chart byEpochs = {}, bySeconds = {};
};
using Translated = std::function<std::string(const Message&)>;  ///< null: English
/// Reads the runs' files; any thread. Throws Error as readRun().
std::vector<ComparisonChart> comparisonCharts(const ComparedRuns& runs, const Translated& translated = {});

/// A folder with everything: index.html, which needs nothing else, comparison.csv, comparison.json, curves.csv, and
/// each figure as an SVG file. Throws Error: it is there and not empty, cannot be written.
void writeComparison(const ComparedRuns& runs, const std::filesystem::path& folder, const Translated& translated = {});
/// Its index.html alone.
void writeComparisonPage(const ComparedRuns& runs, const std::filesystem::path& file,
                         const Translated& translated = {});

}  // namespace sparring
