#include "parameters/slidermap.h"

#include <algorithm>
#include <cmath>

namespace sparring::ui {
namespace {

constexpr double kWidestSpan = 1e8;

double bendOf(const Range& range, bool whole) {
  const double span = range.max - range.min;
  if (whole) return span > 500 ? 4 : 1;
  return span >= 5 ? 2 : 1;
}

double toDigits(double value, int digits) {
  if (value == 0) return 0;
  const double scale = std::pow(10, digits - 1 - std::floor(std::log10(std::abs(value))));
  return std::round(value * scale) / scale;
}

}  // namespace

SliderMap::SliderMap(const Range& range, bool whole) : range_(range), whole_(whole), bend_(bendOf(range, whole)) {}

bool SliderMap::useful() const { return range_.max > range_.min && range_.max - range_.min <= kWidestSpan; }

int SliderMap::position(double value) const {
  const double v = std::clamp(value, range_.min, range_.max);
  double t = 0;
  if (range_.scale == Scale::Log)
    t = std::log(v / range_.min) / std::log(range_.max / range_.min);
  else
    t = std::pow((v - range_.min) / (range_.max - range_.min), 1 / bend_);
  return static_cast<int>(std::lround(t * kPositions));
}

double SliderMap::value(int position) const {
  const double t = static_cast<double>(position) / kPositions;
  if (range_.scale == Scale::Log) return round(range_.min * std::pow(range_.max / range_.min, t));
  return round(range_.min + (range_.max - range_.min) * std::pow(t, bend_));
}

double SliderMap::stepped(double value, int steps) const {
  double next = value;
  if (range_.scale == Scale::Log) {
    next = toDigits(value * std::pow(10, 0.1 * steps), 2);
  } else if (whole_) {
    next = value + steps;
  } else {
    // a tenth of the value's own size, so that 0.1 and 10 are both easy to tune
    const double size = std::max(std::abs(value), (range_.max - range_.min) / 100);
    const double step = std::pow(10, std::floor(std::log10(size)) - (size == std::abs(value) ? 1 : 0));
    next = std::round(value / step + steps) * step;
  }
  return round(std::clamp(next, range_.min, range_.max));
}

double SliderMap::round(double value) const {
  const double rounded = whole_ ? std::round(value) : toDigits(value, range_.scale == Scale::Log ? 2 : 3);
  return std::clamp(rounded, range_.min, range_.max);
}

}  // namespace sparring::ui
