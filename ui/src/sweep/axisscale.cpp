#include "sweep/axisscale.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "base/text.h"
#include "widgets/axis.h"

namespace sparring::ui {
namespace {

constexpr size_t kFewMarks = 8;

}  // namespace

AxisScale AxisScale::over(const std::vector<double>& values, bool log) {
  AxisScale scale;
  for (const double value : values)
    if (std::isfinite(value)) scale.marks.push_back(value);
  std::ranges::sort(scale.marks);
  scale.marks.erase(std::unique(scale.marks.begin(), scale.marks.end()), scale.marks.end());
  if (scale.marks.empty()) return scale;
  scale.low = scale.marks.front();
  scale.high = scale.marks.back();
  scale.log = log && scale.low > 0;
  if (scale.low == scale.high) {  // in the middle
    const double room = scale.low == 0 ? 1 : std::abs(scale.low) / 2;
    scale.low -= room;
    scale.high += room;
  }
  if (scale.marks.size() > kFewMarks) scale.marks.clear();
  return scale;
}

double AxisScale::share(double value) const {
  if (!choices.empty()) return (value + 0.5) / double(choices.size());
  if (log) return std::log(value / low) / std::log(high / low);
  return (value - low) / (high - low);
}

double AxisScale::value(double share) const {
  if (!choices.empty()) return std::clamp(std::floor(share * double(choices.size())), 0.0, double(choices.size() - 1));
  return log ? low * std::pow(high / low, share) : low + share * (high - low);
}

QString AxisScale::text(double value) const {
  if (!choices.empty()) return choices[std::clamp(int(value), 0, int(choices.size()) - 1)];
  return percent ? percentText(value, 2) : QLocale().toString(value, 'g', 4);
}

std::vector<AxisScale::Tick> AxisScale::ticks(int most) const {
  std::vector<Tick> all;
  const auto add = [&](double value, int decimals = 1) {
    all.push_back({share(value), percent ? percentText(value, decimals) : text(value)});
  };
  if (!choices.empty()) {
    for (int i = 0; i < choices.size(); ++i) add(i);
  } else if (!marks.empty() && int(marks.size()) <= most) {
    for (const double mark : marks) add(mark);
  } else if (log && high / low >= 10) {
    const int from = int(std::ceil(std::log10(low) - 1e-9)), to = int(std::floor(std::log10(high) + 1e-9));
    const int every = std::max(1, (to - from + most) / std::max(1, most));
    for (int power = from; power <= to; power += every) add(std::pow(10, power));
  } else {
    const double step = roundStep((high - low) / std::max(1, most));
    const double from = std::ceil(low / step - 1e-9);
    for (int i = 0; (from + i) * step <= high + 1e-9 * step; ++i) add((from + i) * step, step < 0.01 ? 1 : 0);
  }
  return all;
}

}  // namespace sparring::ui
