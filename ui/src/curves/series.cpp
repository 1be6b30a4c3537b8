#include "curves/series.h"

#include <algorithm>
#include <cmath>

namespace sparring::ui {

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
  lastStep_ = 0;
}

void SeriesStore::append(const std::vector<MetricPoint>& points) {
  for (const MetricPoint& point : points) {
    if (!std::isfinite(point.value)) continue;
    Series& series = series_[{point.metric, point.lane}];
    const auto& known = series.raw.points();
    if (!known.empty() && double(point.step) <= known.back().step) {
      cutBack(series, double(point.step));
      lastStep_ = 0;
      for (const auto& [key, other] : series_)
        if (!other.raw.points().empty()) lastStep_ = std::max(lastStep_, other.raw.points().back().step);
    }
    add(series, {double(point.step), point.value});
    lastStep_ = std::max(lastStep_, double(point.step));
  }
}

void SeriesStore::add(Series& series, SeriesPoint point) const {
  series.raw.append(point);
  if (factor_ > 0) smooth(series, point);
}

void SeriesStore::smooth(Series& series, SeriesPoint point) const {
  series.average = factor_ * series.average + (1 - factor_) * point.value;
  series.weight = factor_ * series.weight + (1 - factor_);
  series.smoothed.append({point.step, series.average / series.weight});
}

void SeriesStore::cutBack(Series& series, double step) const {
  std::vector<SeriesPoint> kept = series.raw.points();
  while (!kept.empty() && kept.back().step >= step) kept.pop_back();
  series = Series{};
  for (const SeriesPoint& point : kept) add(series, point);
}

void SeriesStore::setSmoothing(double factor) {
  factor = std::clamp(factor, 0.0, 0.99);
  if (factor == factor_) return;
  factor_ = factor;
  for (auto& [key, series] : series_) {
    series.smoothed.clear();
    series.average = series.weight = 0;
    if (factor_ == 0) continue;
    for (const SeriesPoint& point : series.raw.points()) smooth(series, point);
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
  const MinMaxPyramid* points = curve(key, which);
  return points ? points->view(from, to, buckets) : std::vector<SeriesPoint>{};
}

std::optional<SeriesPoint> SeriesStore::at(SeriesKey key, double step, Curve which) const {
  const MinMaxPyramid* pyramid = curve(key, which);
  if (!pyramid) return {};
  const auto& points = pyramid->points();
  const auto after = std::upper_bound(points.begin(), points.end(), step,
                                      [](double s, const SeriesPoint& point) { return s < point.step; });
  if (after == points.begin()) return {};
  return *(after - 1);
}

}  // namespace sparring::ui
