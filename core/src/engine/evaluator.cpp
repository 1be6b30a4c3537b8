#include "engine/evaluator.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <cmath>

namespace sparring {

namespace {

constexpr int64_t kChunk = 500;  // images at a time: some milliseconds, so that a stop is answered at once

const AttackRow& attackRow(const std::string& name) {
  for (const auto& row : attackRegistry())
    if (row.info.name == name) return row;
  throw Error({QT_TRANSLATE_NOOP("core", "There is no attack \"%1\"."), {name}}, {}, Error::Kind::Usage);
}

}  // namespace

Cancelled::Cancelled() : Error({QT_TRANSLATE_NOOP("core", "Cancelled."), {}}) {}

Evaluator::Evaluator(const ImageSet& test, at::Device device) : test_(test) {
  const int64_t size = int64_t(test.side) * test.side;
  auto* bytes = const_cast<uint8_t*>(test.pixels.data());
  pixels_ = at::from_blob(bytes, {test.count, size}, at::kByte).to(device);
  auto* labels = const_cast<uint8_t*>(test.labels.data());
  labels_ = at::from_blob(labels, {test.count}, at::kByte).to(at::kInt).to(device);
  const auto options = at::TensorOptions().dtype(at::kFloat).device(device);
  index_ = at::arange(test.count, options.dtype(at::kLong));
  x_ = at::empty({kChunk, size}, options);
  attacked_ = at::empty({kChunk, size}, options);
  chunkLabels_ = at::empty({kChunk}, options.dtype(at::kInt));
  predicted_ = at::empty({kChunk}, options.dtype(at::kInt));
  confidence_ = at::empty({kChunk}, options);
}

int64_t Evaluator::imagesFor(int64_t limit) const { return limit > 0 ? std::min(limit, test_.count) : test_.count; }

void Evaluator::prepare(const Mlp& net) {
  if (traced_ == &net) return;
  trace_ = net.makeTrace(kChunk);
  traced_ = &net;
}

double Evaluator::accuracy(const Mlp& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                           const Progress& progress) {
  prepare(net);
  const int64_t total = imagesFor(limit);
  int64_t right = 0;
  for (int64_t first = 0; first < total; first += kChunk) {
    if (progress && !progress(first, total)) throw Cancelled();
    const int64_t n = std::min(kChunk, total - first);
    auto x = x_.narrow(0, 0, n);
    const auto labels = labels_.narrow(0, first, n);
    ops::gather(pixels_, index_.narrow(0, first, n), 1.0f / 255, 0, x);
    if (attack) {
      const auto out = attacked_.narrow(0, 0, n);
      attackRow(attack->name).run(*attack, {net, trace_, x, labels, out, seed, first});
      x = out;
    }
    const auto predicted = predicted_.narrow(0, 0, n);
    ops::verdict(net.forward(x, trace_), predicted, confidence_.narrow(0, 0, n));
    right += predicted.eq(labels).sum().item<int64_t>();
  }
  return total > 0 ? static_cast<double>(right) / static_cast<double>(total) : 0;
}

PairSet Evaluator::pairs(const Mlp& net, const AttackSpec& attack, int perClass, uint64_t seed, int64_t step) {
  prepare(net);
  std::vector<int64_t> chosen;
  for (int digit = 0; digit < 10; ++digit) {
    int found = 0;
    for (int64_t i = 0; i < test_.count && found < perClass; ++i)
      if (test_.labels[static_cast<size_t>(i)] == digit) {
        chosen.push_back(i);
        ++found;
      }
  }
  const auto n = static_cast<int64_t>(std::min<size_t>(chosen.size(), kChunk));
  const auto index = at::from_blob(chosen.data(), {n}, at::kLong).to(index_.device());
  const auto x = x_.narrow(0, 0, n), out = attacked_.narrow(0, 0, n);
  const auto labels = labels_.index_select(0, index);
  ops::gather(pixels_, index, 1.0f / 255, 0, x);

  PairSet set;
  set.step = step;
  set.side = test_.side;
  set.attack = attack.text();
  const auto name = [&](const at::Tensor& images, std::vector<int>& verdicts, std::vector<float>& confidences) {
    const auto predicted = predicted_.narrow(0, 0, n), confidence = confidence_.narrow(0, 0, n);
    ops::verdict(net.forward(images, trace_), predicted, confidence);
    const auto p = predicted.cpu();
    const auto c = confidence.cpu();
    verdicts.assign(p.data_ptr<int32_t>(), p.data_ptr<int32_t>() + n);
    confidences.assign(c.data_ptr<float>(), c.data_ptr<float>() + n);
  };
  name(x, set.predictedSource, set.confidenceSource);
  attackRow(attack.name).run(attack, {net, trace_, x, labels, out, seed, 0});
  name(out, set.predictedAdversarial, set.confidenceAdversarial);

  const auto source = x.cpu().contiguous(), changed = out.cpu().contiguous();
  const float* s = source.data_ptr<float>();
  const float* a = changed.data_ptr<float>();
  for (int64_t i = 0; i < source.numel(); ++i) {
    set.source.push_back(static_cast<uint8_t>(std::lround(255 * s[i])));
    set.adversarial.push_back(static_cast<uint8_t>(std::lround(255 * a[i])));
    set.difference.push_back(a[i] - s[i]);
  }
  for (const int64_t i : chosen) set.label.push_back(test_.labels[static_cast<size_t>(i)]);
  return set;
}

}  // namespace sparring
