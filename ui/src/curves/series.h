// Every metric point of a run, kept so that any stretch of it can be drawn in a few milliseconds. No Qt.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sparring/phases.h"

namespace sparring::ui {

struct SeriesKey {
  Metric metric = Metric::L;
  int lane = 0;
  auto operator<=>(const SeriesKey&) const = default;
};

struct SeriesPoint {
  double step = 0;
  double value = 0;
  bool operator==(const SeriesPoint&) const = default;
};

/// Points in ascending steps under a pyramid of minima and maxima: level l has one block per kFan^l points.
class MinMaxPyramid {
 public:
  void clear();
  void append(SeriesPoint point);  ///< amortised O(1)
  const std::vector<SeriesPoint>& points() const { return points_; }

  /// Points that draw [from, to] like the full series: at most about 2 * buckets, plus one neighbour on either side so
  /// that lines reach the edges. The least and the greatest value of every bucket are among them. O(buckets).
  std::vector<SeriesPoint> view(double from, double to, int buckets) const;

 private:
  static constexpr size_t kFan = 8;
  struct Block {
    uint32_t min, max;       ///< indices into points_
    double least, greatest;  ///< their values, here so that comparing blocks stays within the level
    void take(const Block& other);
  };
  Block single(size_t i) const;
  static size_t bucketSize(size_t count, size_t limit);
  Block extremes(size_t begin, size_t end) const;
  std::vector<SeriesPoint> points_;
  std::vector<std::vector<Block>> levels_;
};

/// All series of a run, and the phases that say where they have gaps: a metric that a phase does not measure rests in
/// it, and nothing is told of it there. One thread (the window's).
class SeriesStore {
 public:
  enum class Curve { Raw, Smoothed };

  void clear();  ///< points and phases; the opponent stays

  /// Against whom is trained: a phase measures other losses against another.
  void setOpponent(const AdversaryInfo& opponent);
  /// The steps after `step` belong to that phase. One at or before the last takes its place and those after it.
  void beginPhase(int64_t step, Phase phase);
  /// The phase that the steps up to `step` end in; none before the first.
  std::optional<Phase> phaseAt(double step) const;
  bool rests(Metric metric, double step) const;

  /// Values that are not finite are passed over: the trainer pauses at them and says so. A point at or before the last
  /// step of its series cuts that series back to it first (a run taken up again from a checkpoint).
  void append(const std::vector<MetricPoint>& points);

  /// Exponential smoothing s_i = f s_{i-1} + (1-f) v_i, shown as s_i / (1 - f^i) so that the start is not drawn to
  /// zero; begun anew where a metric rested. factor in [0, 0.99]; 0 is no smoothing. O(points) when it changes.
  void setSmoothing(double factor);
  double smoothing() const { return factor_; }

  bool empty() const { return series_.empty(); }
  bool has(SeriesKey key) const { return series_.contains(key); }
  int64_t size(SeriesKey key) const;
  double lastStep() const { return lastStep_; }  ///< of all series; 0 when empty

  /// Ascending; where the metric rested, a NaN parts the points before from those after.
  std::vector<SeriesPoint> view(SeriesKey key, double from, double to, int buckets, Curve curve) const;

  /// The point at or last before `step`. None before the first, where the metric rests, and where it has rested since.
  std::optional<SeriesPoint> at(SeriesKey key, double step, Curve curve) const;

  /// λ by lane that a step was made with.
  using Lambdas = std::function<std::vector<double>(int64_t step)>;
  /// All points as they came, a line each: step,epoch,phase,lane,lambda,metric,value; a metric as metricKey() calls it
  /// among `accuracies`. No epoch where `stepsPerEpoch` is 0, no λ where all lanes share the metric. Ascending steps.
  std::string csv(const std::vector<Metric>& accuracies, int64_t stepsPerEpoch, const Lambdas& lambdas) const;

 private:
  struct Series {
    MinMaxPyramid raw;
    MinMaxPyramid smoothed;  ///< empty while the factor is 0
    double average = 0;      ///< s_i
    double weight = 0;       ///< 1 - f^i
  };
  struct Beginning {
    double step;
    Phase phase;
  };
  void add(Metric metric, Series& series, SeriesPoint point) const;
  void smooth(Metric metric, Series& series, SeriesPoint point) const;
  void smoothAnew();
  void cutBack(Metric metric, Series& series, double step) const;
  const MinMaxPyramid* curve(SeriesKey key, Curve curve) const;
  bool isMeasuredIn(Metric metric, Phase phase) const;
  bool restedBetween(Metric metric, double before, double after) const;

  std::map<SeriesKey, Series> series_;
  const AdversaryInfo* opponent_ = nullptr;  // null: nothing rests
  std::vector<Beginning> phases_;            // ascending
  double factor_ = 0;
  double lastStep_ = 0;
};

}  // namespace sparring::ui
