#include "engine/evaluator.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/zeros.h>

#include <cmath>

namespace sparring {

namespace {

constexpr int64_t kChunk = 250;  // images at a time: their activations stay in the cache

}  // namespace

Cancelled::Cancelled() : Error({QT_TRANSLATE_NOOP("core", "Cancelled."), {}}) {}

Evaluator::Evaluator(const ImageSet& test, at::Device device) : test_(test) {
  const int64_t size = int64_t(test.side) * test.side;
  auto* bytes = const_cast<uint8_t*>(test.pixels.data());
  pixels_ = at::from_blob(bytes, {test.count, size}, at::kByte).to(device);
  auto* labels = const_cast<uint8_t*>(test.labels.data());
  labels_ = at::from_blob(labels, {test.count}, at::kByte).to(at::kInt).to(device);
  index_ = at::arange(test.count, at::TensorOptions().dtype(at::kLong).device(device));
}

int64_t Evaluator::imagesFor(int64_t limit) const { return limit > 0 ? std::min(limit, test_.count) : test_.count; }

std::vector<double> Evaluator::accuracy(const Mlp& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                                        const Progress& progress) {
  const auto* row = attack ? &attackRow(attack->name) : nullptr;
  const int64_t total = imagesFor(limit), lanes = net.copies(), pixels = pixels_.size(1);
  const auto options = net.options();
  auto trace = net.makeTrace(kChunk);
  const auto x = at::empty({kChunk, pixels}, options);
  const auto attacked = row ? at::empty({kChunk, row->onModel ? lanes * pixels : pixels}, options) : at::Tensor();
  const auto predicted = at::empty({kChunk, lanes}, options.dtype(at::kInt));
  const auto confidence = at::empty({kChunk, lanes}, options);
  auto right = at::zeros({lanes}, options.dtype(at::kLong));
  for (int64_t first = 0; first < total; first += kChunk) {
    const std::function<void()> rest = [&] {
      if (progress && !progress(first, total)) throw Cancelled();
    };
    rest();
    const int64_t n = std::min(kChunk, total - first);
    auto images = x.narrow(0, 0, n);
    const auto labels = labels_.narrow(0, first, n).unsqueeze(1).expand({n, lanes}).contiguous();
    ops::gather(pixels_, index_.narrow(0, first, n), 1.0f / 255, 0, images);
    if (row) {
      const auto out = attacked.narrow(0, 0, n);
      row->run(*attack, {net, trace, images, labels, out, seed, first, rest});
      images = out;
    }
    const auto verdict = predicted.narrow(0, 0, n);
    ops::verdict(net.forward(images, trace), verdict, confidence.narrow(0, 0, n));
    right.add_(verdict.eq(labels).sum(0));
  }
  std::vector<double> shares;
  right = right.cpu();
  for (int64_t k = 0; k < lanes; ++k)
    shares.push_back(total > 0 ? static_cast<double>(right.data_ptr<int64_t>()[k]) / static_cast<double>(total) : 0);
  return shares;
}

Evaluator::Examples Evaluator::examples(int64_t perClass) const {
  std::vector<int64_t> chosen;
  for (int digit = 0; digit < 10; ++digit) {
    int64_t found = 0;
    for (int64_t i = 0; i < test_.count && found < perClass; ++i)
      if (test_.labels[static_cast<size_t>(i)] == digit) {
        chosen.push_back(i);
        ++found;
      }
  }
  const auto n = static_cast<int64_t>(chosen.size());
  const auto index = at::from_blob(chosen.data(), {n}, at::kLong).to(index_.device());
  const auto x = at::empty({n, pixels_.size(1)}, pixels_.options().dtype(at::kFloat));
  ops::gather(pixels_, index, 1.0f / 255, 0, x);
  return {x, labels_.index_select(0, index)};
}

PairSet Evaluator::pairs(const Mlp& net, const AttackSpec& attack, int perClass, uint64_t seed, int64_t step) {
  const auto [x, classes] = examples(perClass);
  const int64_t n = x.size(0);
  const auto labels = classes.unsqueeze(1), out = at::empty_like(x);
  auto trace = net.makeTrace(n);

  PairSet set;
  set.step = step;
  set.side = test_.side;
  set.attack = attack.text();
  const auto name = [&](const at::Tensor& images, std::vector<int>& verdicts, std::vector<float>& confidences) {
    const auto predicted = at::empty({n, 1}, index_.options().dtype(at::kInt));
    const auto confidence = at::empty({n, 1}, net.options());
    ops::verdict(net.forward(images, trace), predicted, confidence);
    const auto p = predicted.cpu();
    const auto c = confidence.cpu();
    verdicts.assign(p.data_ptr<int32_t>(), p.data_ptr<int32_t>() + n);
    confidences.assign(c.data_ptr<float>(), c.data_ptr<float>() + n);
  };
  name(x, set.predictedSource, set.confidenceSource);
  attackRow(attack.name).run(attack, {net, trace, x, labels, out, seed, 0, [] {}});
  name(out, set.predictedAdversarial, set.confidenceAdversarial);

  const auto source = x.cpu().contiguous(), changed = out.cpu().contiguous();
  const float* s = source.data_ptr<float>();
  const float* a = changed.data_ptr<float>();
  for (int64_t i = 0; i < source.numel(); ++i) {
    set.source.push_back(static_cast<uint8_t>(std::lround(255 * s[i])));
    set.adversarial.push_back(static_cast<uint8_t>(std::lround(255 * a[i])));
    set.difference.push_back(a[i] - s[i]);
  }
  const auto label = classes.cpu();
  set.label.assign(label.data_ptr<int32_t>(), label.data_ptr<int32_t>() + n);
  return set;
}

}  // namespace sparring
