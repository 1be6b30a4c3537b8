#include "sweep/points.h"

#include <ATen/ops/_sobol_engine_draw.h>
#include <ATen/ops/_sobol_engine_initialize_state.h>
#include <ATen/ops/zeros.h>

#include "nn/random.h"

namespace sparring {

namespace {

constexpr int64_t kBits = 30;  // of the library's directions
constexpr uint64_t kSeed = 1;

}  // namespace

std::vector<std::vector<double>> randomPoints(int64_t count, int64_t dimensions) {
  std::vector<std::vector<double>> points;
  for (int64_t i = 0; i < count; ++i) {
    Draw draw(kSeed, Stream::Sweep, static_cast<uint64_t>(i));
    auto& point = points.emplace_back();
    for (int64_t d = 0; d < dimensions; ++d) point.push_back(draw.unit());
  }
  return points;
}

std::vector<std::vector<double>> sobolPoints(int64_t count, int64_t dimensions) {
  auto directions = at::zeros({dimensions, kBits}, at::kLong);
  at::_sobol_engine_initialize_state_(directions, dimensions);
  const auto drawn = std::get<0>(
      at::_sobol_engine_draw(at::zeros({dimensions}, at::kLong), count, directions, dimensions, 0, at::kDouble));
  std::vector<std::vector<double>> points;
  for (int64_t i = 0; i < count; ++i) {
    const auto row = drawn[i].contiguous();
    points.emplace_back(row.data_ptr<double>(), row.data_ptr<double>() + dimensions);
  }
  return points;
}

}  // namespace sparring
