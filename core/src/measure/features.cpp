// What a classifier makes of test images before it decides, clean or under an attack.
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

#include <algorithm>
#include <cmath>

#include "attack/draw.h"
#include "measure/evaluator.h"
#include "measure/modelparts.h"

namespace sparring {

namespace {

void append(Points& points, const at::Tensor& rows) {
  const auto host = rows.reshape({rows.size(0), -1}).cpu().contiguous();
  points.width = host.size(1);
  points.values.insert(points.values.end(), host.data_ptr<float>(), host.data_ptr<float>() + host.numel());
}

// By its logits. Throws Error: not finite.
void judgeRow(Features& features, int64_t i) {
  const float* logits = features.logits.at(i);
  const int64_t classes = features.logits.width;
  const auto label = static_cast<int64_t>(features.labels[static_cast<size_t>(i)]);
  int64_t best = 0, other = -1;
  for (int64_t c = 0; c < classes; ++c) {
    if (!std::isfinite(logits[c])) throw notFinite(features.images[static_cast<size_t>(i)]);
    if (logits[c] > logits[best]) best = c;
    if (c != label && (other < 0 || logits[c] > logits[other])) other = c;
  }
  features.verdicts.push_back(static_cast<int>(best));
  features.margins.push_back(logits[label] - logits[other]);
}

}  // namespace

Features Evaluator::features(const Network& net, const AttackSpec* attack, const std::vector<int64_t>& chosen,
                             uint64_t seed, const Progress& progress) {
  const auto total = static_cast<int64_t>(chosen.size()), pixels = images_.pixels.size(1);
  const auto index = at::from_blob(const_cast<int64_t*>(chosen.data()), {total}, at::kLong).to(images_.labels.device());
  auto trace = net.makeTrace(std::min(kChunk, std::max<int64_t>(total, 1)));
  const auto x = at::empty({std::min(kChunk, total), pixels}, net.options()), attacked = at::empty_like(x);
  Features features;
  features.images = chosen;
  features.seen.kind = test_.kind;
  for (const int64_t i : chosen) features.labels.push_back(test_.labels[static_cast<size_t>(i)]);
  int64_t done = 0;
  const std::function<void()> rest = [&] {
    if (progress && !progress(done, total)) throw Cancelled();
  };
  const std::function<const Network&()> other = [&]() -> const Network& { return reference(rest); };
  for (; done < total; done += std::min(kChunk, total - done)) {
    rest();
    const int64_t n = std::min(kChunk, total - done);
    const auto images = x.narrow(0, 0, n), out = attacked.narrow(0, 0, n), part = index.narrow(0, done, n);
    ops::gather(images_.pixels, part, 1.0f / 255, 0, images);
    if (attack) {
      const auto labels = images_.labels.index_select(0, part).unsqueeze(1);
      attackRow(attack->name)
          .run(*attack, {net, trace, test_.kind, images, labels, out, chosen.data() + done, seed, rest, other});
      const auto bytes = bytesOf(out);
      features.seen.pixels.insert(features.seen.pixels.end(), bytes.begin(), bytes.end());
    }
    const auto& looked = attack ? out : images;
    append(features.logits, net.forward(looked, trace));
    append(features.points, trace.layers.size() < 2 ? looked : head(trace.features(), n));
  }
  for (int64_t i = 0; i < total; ++i) judgeRow(features, i);
  return features;
}

Features Model::features(const Dataset& data, int lane, const std::optional<AttackSpec>& attack,
                         const std::vector<int64_t>& index, const std::function<bool(int64_t, int64_t)>& progress,
                         uint64_t seed) const {
  requireKind(data.test.kind, impl_->kind);
  requireLane(lane, lanes());
  requireImages(index, data.test);
  ops::setThreads(1);
  return Evaluator(data, impl_->device)
      .features(impl_->lanes.copy(lane), attack ? &*attack : nullptr, index, seed, progress);
}

}  // namespace sparring
