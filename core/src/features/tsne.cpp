// t-SNE with exact repulsion: for the few thousand points of a map the square of their number costs no more than a
// tree.
#include <algorithm>
#include <cmath>
#include <random>

#include "features/four.h"
#include "features/near.h"

namespace sparring {

namespace {

constexpr double kStart = 1e-4;      // spread of the first places
constexpr double kJitter = 0.01;     // of that
constexpr float kLeastGain = 0.01f;  // as in van der Maaten's implementation
constexpr int kBisectionSteps = 60;  // of a neighbourhood's width
constexpr double kLeastRate = 200;   // of learning; n / exaggeration where that is more (Belkina 2019)
constexpr int64_t kToldEvery = 32;   // points

/// Who attracts whom: a row of neighbours a point, in the compressed form of sparse matrices.
struct Affinities {
  std::vector<size_t> begin;  // [n + 1]
  std::vector<int> other;
  std::vector<float> share;  // sums up to 1 over all
};

// p(j|i) of one point's neighbours, whose entropy is log(perplexity).
void conditionals(const std::vector<Near::Neighbour>& nearest, double perplexity, std::vector<double>& shares) {
  shares.assign(nearest.size(), 0);
  if (nearest.empty()) return;
  const double least = nearest.front().squared, wanted = std::log(perplexity);
  double low = 0, high = INFINITY, beta = 1;
  for (int step = 0; step < kBisectionSteps; ++step) {
    double sum = 0, mean = 0;
    for (size_t k = 0; k < nearest.size(); ++k) {
      const double apart = nearest[k].squared - least;
      shares[k] = std::exp(-beta * apart);
      sum += shares[k];
      mean += shares[k] * apart;
    }
    const double entropy = std::log(sum) + beta * mean / sum;
    for (auto& share : shares) share /= sum;
    if (std::abs(entropy - wanted) < 1e-5) break;
    (entropy > wanted ? low : high) = beta;
    beta = std::isinf(high) ? 2 * beta : (low + high) / 2;
  }
}

// (p(j|i) + p(i|j)) / 2n
Affinities affinitiesOf(const Points& points, double perplexity, const MapProgress& progress, int64_t total) {
  const int64_t n = points.count();
  std::vector<std::vector<std::pair<int, double>>> rows(static_cast<size_t>(n));
  Near near(points);
  std::vector<double> shares;
  for (int64_t i = 0; i < n; ++i) {
    if (i % kToldEvery == 0) tellMap(progress, 0, total);
    const auto& nearest = near.to(points.at(i), int64_t(std::ceil(3 * perplexity)), i);
    conditionals(nearest, perplexity, shares);
    for (size_t k = 0; k < nearest.size(); ++k) {
      rows[size_t(i)].emplace_back(int(nearest[k].index), shares[k] / double(2 * n));
      rows[size_t(nearest[k].index)].emplace_back(int(i), shares[k] / double(2 * n));
    }
  }
  Affinities affinities;
  affinities.begin.push_back(0);
  for (auto& row : rows) {
    std::ranges::sort(row);
    for (size_t k = 0; k < row.size(); ++k)
      if (k > 0 && row[k].first == row[k - 1].first) {
        affinities.share.back() += float(row[k].second);
      } else {
        affinities.other.push_back(row[k].first);
        affinities.share.push_back(float(row[k].second));
      }
    affinities.begin.push_back(affinities.other.size());
  }
  return affinities;
}

/// Gradient descent on the Kullback-Leibler divergence, with momentum and a gain for each coordinate (Jacobs 1988).
class Descent {
 public:
  Descent(const Affinities& affinities, const Places& start, const TsneSettings& settings)
      : affinities_(affinities), settings_(settings), n_(std::ssize(start)) {
    std::mt19937_64 numbers(settings.seed);  // whose values the standard fixes
    const double spread = extentOf(start), scale = spread > 0 ? kStart / spread : 0;
    const auto jitter = [&] { return kJitter * kStart * (double(numbers() >> 11) * 0x1p-52 - 1); };
    for (const auto& place : start) {
      x_.at.push_back(float(scale * place.x + jitter()));
      y_.at.push_back(float(scale * place.y + jitter()));
    }
    for (Coordinate* one : {&x_, &y_}) one->begin(n_);
  }

  void step(int iteration) {
    const bool early = iteration < settings_.exaggerated;
    const float exaggeration = early ? float(settings_.exaggeration) : 1;
    const float rate = float(std::max(double(n_) / settings_.exaggeration, kLeastRate));
    const double all = repulsion();
    for (int64_t i = 0; i < n_; ++i) {
      float ax = 0, ay = 0;
      for (size_t k = affinities_.begin[size_t(i)]; k < affinities_.begin[size_t(i) + 1]; ++k) {
        const auto j = size_t(affinities_.other[k]);
        const float dx = x_.at[size_t(i)] - x_.at[j], dy = y_.at[size_t(i)] - y_.at[j];
        const float pull = affinities_.share[k] / (1 + dx * dx + dy * dy);
        ax += pull * dx;
        ay += pull * dy;
      }
      x_.slope[size_t(i)] = 4 * (exaggeration * ax - float(x_.slope[size_t(i)] / all));
      y_.slope[size_t(i)] = 4 * (exaggeration * ay - float(y_.slope[size_t(i)] / all));
    }
    for (Coordinate* one : {&x_, &y_}) one->move(n_, rate, early ? 0.5f : 0.8f);
  }

  Places places() const {
    Places places;
    for (int64_t i = 0; i < n_; ++i) places.push_back({x_.at[size_t(i)], y_.at[size_t(i)]});
    return places;
  }

 private:
  struct Coordinate {
    std::vector<float> at;  // [n, to a multiple of four]; what fills up is so far away that it repels nobody
    std::vector<float> slope, speed, gain;

    void begin(int64_t n) {
      at.resize(size_t(inFours(n)), kFarAway);
      slope.assign(size_t(n), 0);
      speed.assign(size_t(n), 0);
      gain.assign(size_t(n), 1);
    }
    void move(int64_t n, float rate, float momentum) {
      double mean = 0;
      for (size_t i = 0; i < size_t(n); ++i) {
        const bool turns = (slope[i] > 0) == (speed[i] > 0);
        gain[i] = std::max(turns ? gain[i] * 0.8f : gain[i] + 0.2f, kLeastGain);
        speed[i] = momentum * speed[i] - rate * gain[i] * slope[i];
        at[i] += speed[i];
        mean += at[i];
      }
      for (size_t i = 0; i < size_t(n); ++i) at[i] -= float(mean / double(n));
    }
  };

  // Σ of all q before they are shares; each point's own Σ q² (y - y') goes to the slopes.
  double repulsion() {
    double all = 0;
    for (int64_t i = 0; i < n_; ++i) {
      const float x = x_.at[size_t(i)], y = y_.at[size_t(i)];
      Four q = {}, px = {}, py = {};
      for (int64_t j = 0; j < inFours(n_); j += kFour) {
        const Four dx = x - fourAt(x_.at.data() + j), dy = y - fourAt(y_.at.data() + j);
        const Four near = 1.0f / (1.0f + dx * dx + dy * dy), square = near * near;
        q += near;
        px += square * dx;
        py += square * dy;
      }
      all += double(sumOf(q)) - 1;  // but itself
      x_.slope[size_t(i)] = sumOf(px);
      y_.slope[size_t(i)] = sumOf(py);
    }
    return std::max(all, 1e-30);
  }

  static constexpr float kFarAway = 1e9f;

  const Affinities& affinities_;
  const TsneSettings& settings_;
  int64_t n_;
  Coordinate x_, y_;
};

}  // namespace

Places tsne(const Points& points, const Places& start, const TsneSettings& settings, const MapProgress& progress) {
  if (points.count() < 4) return start;
  const double most = double(points.count() - 1) / 3;
  const Affinities affinities =
      affinitiesOf(points, std::clamp(settings.perplexity, 1.0, most), progress, settings.iterations);
  Descent descent(affinities, start, settings);
  for (int iteration = 0; iteration < settings.iterations; ++iteration) {
    tellMap(progress, iteration, settings.iterations);
    descent.step(iteration);
  }
  return descent.places();
}

}  // namespace sparring
