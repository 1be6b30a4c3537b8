#include <algorithm>
#include <cmath>

#include "sparring/compare.h"

namespace sparring {

Paired Paired::of(const std::vector<bool>& first, const std::vector<bool>& second) {
  Paired paired;
  for (size_t i = 0; i < std::min(first.size(), second.size()); ++i)
    ++(first[i] ? (second[i] ? paired.both : paired.first) : (second[i] ? paired.second : paired.neither));
  return paired;
}

Difference Paired::difference() const {
  const int64_t n = both + first + second + neither;
  const Share one{both + first, n}, other{both + second, n};
  const double value = static_cast<double>(second - first) / static_cast<double>(n);
  const auto [oneLow, oneHigh] = one.interval();
  const auto [otherLow, otherHigh] = other.interval();
  // how far the two go together, with the formula's correction for continuity
  const auto product = [](int64_t a, int64_t b) { return static_cast<double>(a) * static_cast<double>(b); };
  double together = product(both, neither) - product(first, second);
  if (together > 0) together = std::max(together - static_cast<double>(n) / 2, 0.0);
  const double margins = product(one.right, n - one.right) * product(other.right, n - other.right);
  const double phi = margins > 0 ? together / std::sqrt(margins) : 0;
  const auto reach = [phi](double a, double b) { return std::sqrt(std::max(a * a - 2 * phi * a * b + b * b, 0.0)); };
  return {value, value - reach(other.value() - otherLow, oneHigh - one.value()),
          value + reach(otherHigh - other.value(), one.value() - oneLow)};
}

double Paired::chance() const {
  const int64_t n = first + second, less = std::min(first, second);
  if (first == second) return 1;
  // the binomial's lower tail at 1/2, in logarithms: n may be thousands
  const auto count = static_cast<double>(n);
  double tail = 0;
  for (int64_t k = 0; k <= less; ++k) {
    const auto at = static_cast<double>(k);
    tail +=
        std::exp(std::lgamma(count + 1) - std::lgamma(at + 1) - std::lgamma(count - at + 1) - count * std::log(2.0));
  }
  return std::min(2 * tail, 1.0);
}

}  // namespace sparring
