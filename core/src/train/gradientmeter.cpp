#include "train/gradientmeter.h"

#include <ATen/ops/dot.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <cmath>

namespace sparring {

void GradientMeter::measure(const StepContext& context, const ClassifierPass& pass) {
  auto& [net, trace, loss] = context.lanes;
  const int64_t b = context.batch.size();
  if (!whole_.defined()) {
    whole_ = at::empty_like(net.gradient());
    clean_ = at::empty_like(net.gradient());
    slopes_ = at::empty_like(pass.dlogits);
    products_ = at::zeros({net.copies(), 3}, net.options().dtype(at::kDouble));
  }
  whole_.copy_(net.gradient());
  slopes_.copy_(pass.dlogits);
  // an L_adv may reach the clean rows, too: what is left of their slopes without L's own
  const auto clean = pass.rows(0, b);
  classifierLoss(context.params, clean);
  slopes_.narrow(0, 0, b).sub_(clean.dlogits);
  pass.dlogits.narrow(0, b, b).zero_();
  net.backward(trace, true);
  clean_.copy_(net.gradient());
  pass.dlogits.copy_(slopes_);
  net.backward(trace, true);
  for (int64_t k = 0; k < net.copies(); ++k) weighLane(net, k);
  net.gradient().copy_(whole_);
}

void GradientMeter::weighLane(const Network& net, int64_t lane) {
  const auto products = products_.select(0, lane).zero_();
  const auto clean = net.pieces(clean_, lane), adversarial = net.pieces(net.gradient(), lane);
  for (size_t i = 0; i < clean.size(); ++i) {
    const auto a = clean[i].to(at::kDouble), b = adversarial[i].to(at::kDouble);
    products.select(0, 0).add_(at::dot(a, a));
    products.select(0, 1).add_(at::dot(b, b));
    products.select(0, 2).add_(at::dot(a, b));
  }
}

std::vector<MetricPoint> GradientMeter::take(int64_t at, const std::vector<double>& lambdas) {
  std::vector<MetricPoint> points;
  if (!measured_) return points;
  measured_ = false;
  const auto host = products_.cpu();
  const double* values = host.data_ptr<double>();
  for (size_t k = 0; k < lambdas.size(); ++k, values += 3) {
    const double clean = values[0], adversarial = values[1], length = std::sqrt(clean * adversarial);
    if (lambdas[k] == 0 || !std::isfinite(length) || length == 0) continue;
    const auto lane = static_cast<int16_t>(k);
    points.push_back({at, Metric::GradientRatio, lane, std::sqrt(adversarial / clean)});
    points.push_back({at, Metric::GradientCosine, lane, std::clamp(values[2] / length, -1.0, 1.0)});
  }
  return points;
}

}  // namespace sparring
