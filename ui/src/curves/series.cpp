#include "curves/series.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace sparring::ui {
namespace {

/// The shortest text that reads back as the same.
std::string shortest(double value) {
  std::array<char, 32> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

}  // namespace

void MinMaxPyramid::clear() {
  points_.clear();
  levels_.clear();
}

void MinMaxPyramid::Block::take(const Block& other) {
  if (other.least < least) least = other.least, min = other.min;
  if (other.greatest > greatest) greatest = other.greatest, max = other.max;
}

MinMaxPyramid::Block MinMaxPyramid::single(size_t i) const {
  return {uint32_t(i), uint32_t(i), points_[i].value, points_[i].value};
}

void MinMaxPyramid::append(SeriesPoint point) {
  points_.push_back(point);
  // a block is added only when all its points are there, so every block ever read is complete
  size_t count = points_.size();
  for (size_t level = 0; count % kFan == 0; ++level, count /= kFan) {
    if (levels_.size() == level) levels_.emplace_back();
    const auto below = [&](size_t i) { return level == 0 ? single(i) : levels_[level - 1][i]; };
    Block block = below(count - kFan);
    for (size_t i = count - kFan + 1; i < count; ++i) block.take(below(i));
    levels_[level].push_back(block);
  }
}

/// Least and greatest of points [begin, end): whole blocks where they fit, single points at the ragged ends.
MinMaxPyramid::Block MinMaxPyramid::extremes(size_t begin, size_t end) const {
  Block found = single(begin);
  const auto at = [&](size_t level, size_t i) { return level == 0 ? single(i) : levels_[level - 1][i]; };
  for (size_t level = 0; begin < end; ++level, begin /= kFan, end /= kFan) {
    for (; begin < end && begin % kFan; ++begin) found.take(at(level, begin));
    for (; begin < end && end % kFan; --end) found.take(at(level, end - 1));
  }
  return found;
}

/// Points a bucket, at least `count / limit`: rounded up a little so that a bucket is made of few whole blocks.
size_t MinMaxPyramid::bucketSize(size_t count, size_t limit) {
  const size_t least = (count + limit - 1) / limit;
  size_t block = 1;
  while (4 * block * kFan <= least) block *= kFan;
  return (least + block - 1) / block * block;
}

std::vector<SeriesPoint> MinMaxPyramid::view(double from, double to, int buckets) const {
  const auto less = [](const SeriesPoint& point, double step) { return point.step < step; };
  const auto greater = [](double step, const SeriesPoint& point) { return step < point.step; };
  const size_t first = size_t(std::lower_bound(points_.begin(), points_.end(), from, less) - points_.begin());
  const size_t last = size_t(std::upper_bound(points_.begin(), points_.end(), to, greater) - points_.begin());
  std::vector<SeriesPoint> result;
  if (last < first) return result;
  if (first > 0) result.push_back(points_[first - 1]);
  const size_t count = last - first, limit = size_t(std::max(1, buckets));
  if (count <= 2 * limit) {
    result.insert(result.end(), points_.begin() + long(first), points_.begin() + long(last));
  } else {
    // buckets begin at multiples of `per`, whatever the range: a curve does not shimmer while it is panned
    const size_t per = bucketSize(count, limit);
    for (size_t begin = first; begin < last;) {
      const size_t end = std::min(last, (begin / per + 1) * per);
      const Block block = extremes(begin, end);
      result.push_back(points_[std::min(block.min, block.max)]);
      if (block.min != block.max) result.push_back(points_[std::max(block.min, block.max)]);
      begin = end;
    }
  }
  if (last < points_.size()) result.push_back(points_[last]);
  return result;
}

void SeriesStore::clear() {
  series_.clear();
  phases_.clear();
  lastStep_ = 0;
}

void SeriesStore::setOpponent(const AdversaryInfo& opponent) {
  if (opponent_ == &opponent) return;
  opponent_ = &opponent;
  smoothAnew();
}

void SeriesStore::beginPhase(int64_t step, Phase phase) {
  while (!phases_.empty() && phases_.back().step >= double(step)) phases_.pop_back();
  phases_.push_back({double(step), phase});
  if (lastStep_ > double(step)) smoothAnew();
}

std::optional<Phase> SeriesStore::phaseAt(double step) const {
  std::optional<Phase> phase;
  for (const Beginning& beginning : phases_)
    if (!phase || beginning.step < step) phase = beginning.phase;
  return phase;
}

bool SeriesStore::isMeasuredIn(Metric metric, Phase phase) const {
  return !opponent_ || isMeasured(metric, phase, *opponent_);
}

bool SeriesStore::rests(Metric metric, double step) const {
  const auto phase = phaseAt(step);
  return phase && !isMeasuredIn(metric, *phase);
}

/// A point just after the end of a phase tells of that phase still: what counts is where the metric was taken up again.
bool SeriesStore::restedBetween(Metric metric, double before, double after) const {
  for (size_t i = 1; i < phases_.size(); ++i)
    if (phases_[i].step >= before && phases_[i].step < after && !isMeasuredIn(metric, phases_[i - 1].phase) &&
        isMeasuredIn(metric, phases_[i].phase))
      return true;
  return false;
}

void SeriesStore::append(const std::vector<MetricPoint>& points) {
  for (const MetricPoint& point : points) {
    if (!std::isfinite(point.value)) continue;
    Series& series = series_[{point.metric, point.lane}];
    const auto& known = series.raw.points();
    if (!known.empty() && double(point.step) <= known.back().step) {
      cutBack(point.metric, series, double(point.step));
      lastStep_ = 0;
      for (const auto& [key, other] : series_)
        if (!other.raw.points().empty()) lastStep_ = std::max(lastStep_, other.raw.points().back().step);
    }
    add(point.metric, series, {double(point.step), point.value});
    lastStep_ = std::max(lastStep_, double(point.step));
  }
}

void SeriesStore::add(Metric metric, Series& series, SeriesPoint point) const {
  series.raw.append(point);
  if (factor_ > 0) smooth(metric, series, point);
}

void SeriesStore::smooth(Metric metric, Series& series, SeriesPoint point) const {
  const auto& before = series.smoothed.points();
  if (!before.empty() && restedBetween(metric, before.back().step, point.step)) series.average = series.weight = 0;
  series.average = factor_ * series.average + (1 - factor_) * point.value;
  series.weight = factor_ * series.weight + (1 - factor_);
  series.smoothed.append({point.step, series.average / series.weight});
}

void SeriesStore::cutBack(Metric metric, Series& series, double step) const {
  std::vector<SeriesPoint> kept = series.raw.points();
  while (!kept.empty() && kept.back().step >= step) kept.pop_back();
  series = Series{};
  for (const SeriesPoint& point : kept) add(metric, series, point);
}

void SeriesStore::setSmoothing(double factor) {
  factor = std::clamp(factor, 0.0, 0.99);
  if (factor == factor_) return;
  factor_ = factor;
  smoothAnew();
}

void SeriesStore::smoothAnew() {
  for (auto& [key, series] : series_) {
    series.smoothed.clear();
    series.average = series.weight = 0;
    if (factor_ == 0) continue;
    for (const SeriesPoint& point : series.raw.points()) smooth(key.metric, series, point);
  }
}

const MinMaxPyramid* SeriesStore::curve(SeriesKey key, Curve curve) const {
  const auto found = series_.find(key);
  if (found == series_.end()) return nullptr;
  return curve == Curve::Smoothed && factor_ > 0 ? &found->second.smoothed : &found->second.raw;
}

int64_t SeriesStore::size(SeriesKey key) const {
  const MinMaxPyramid* points = curve(key, Curve::Raw);
  return points ? int64_t(points->points().size()) : 0;
}

std::vector<SeriesPoint> SeriesStore::view(SeriesKey key, double from, double to, int buckets, Curve which) const {
  const MinMaxPyramid* pyramid = curve(key, which);
  if (!pyramid) return {};
  std::vector<SeriesPoint> points = pyramid->view(from, to, buckets);
  for (size_t i = points.size(); i-- > 1;)
    if (restedBetween(key.metric, points[i - 1].step, points[i].step))
      points.insert(points.begin() + long(i), {points[i - 1].step, std::nan("")});
  return points;
}

std::optional<SeriesPoint> SeriesStore::at(SeriesKey key, double step, Curve which) const {
  const MinMaxPyramid* pyramid = curve(key, which);
  if (!pyramid || rests(key.metric, step)) return {};
  const auto& points = pyramid->points();
  const auto after = std::upper_bound(points.begin(), points.end(), step,
                                      [](double s, const SeriesPoint& point) { return s < point.step; });
  if (after == points.begin() || restedBetween(key.metric, (after - 1)->step, step)) return {};
  return *(after - 1);
}

std::string SeriesStore::csv(const std::vector<Metric>& accuracies, int64_t stepsPerEpoch,
                             const Lambdas& lambdas) const {
  struct Line {
    SeriesKey key;
    SeriesPoint point;
  };
  std::vector<Line> lines;
  for (const auto& [key, series] : series_)
    for (const SeriesPoint& point : series.raw.points()) lines.push_back({key, point});
  std::ranges::stable_sort(lines, {}, [](const Line& line) { return line.point.step; });
  std::string csv = "step,epoch,phase,lane,lambda,metric,value\n";
  int64_t step = -1;
  std::vector<double> then;  // λ at that step
  for (const auto& [key, point] : lines) {
    if (const auto now = int64_t(point.step); now != std::exchange(step, now)) then = lambdas(step);
    const auto phase = phaseAt(point.step);
    const auto lane = size_t(key.lane);
    const std::string name = metricKey(key.metric, accuracies);
    const bool quoted = name.find(',') != name.npos;  // "pgd:eps=0.1,steps=5"
    csv += std::to_string(step) + ',' + (stepsPerEpoch > 0 ? shortest(point.step / double(stepsPerEpoch)) : "") + ',' +
           (phase ? phaseName(*phase) : "") + ',' + std::to_string(lane) + ',' +
           (metricRow(key.metric).perLane && lane < then.size() ? shortest(then[lane]) : "") + ',' +
           (quoted ? '"' + name + '"' : name) + ',' + shortest(point.value) + '\n';
  }
  return csv;
}

}  // namespace sparring::ui
