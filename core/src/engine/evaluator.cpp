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

std::vector<uint8_t> inkOf(const at::Tensor& images) {
  const auto host = images.cpu().contiguous();
  const float* values = host.data_ptr<float>();
  std::vector<uint8_t> ink;
  ink.reserve(static_cast<size_t>(host.numel()));
  for (int64_t i = 0; i < host.numel(); ++i)  // a broken network's NaN is no ink
    ink.push_back(static_cast<uint8_t>(std::lround(255 * (values[i] >= 0 ? values[i] : 0))));
  return ink;
}

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

Share Verdicts::right(int64_t lane, const ImageSet& images) const {
  Share share{0, count()};
  for (int64_t i = 0; i < share.count; ++i)
    share.right += predicted[static_cast<size_t>(i * lanes + lane)] == images.labels[static_cast<size_t>(i)];
  return share;
}

Verdicts Evaluator::verdicts(const Mlp& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                             const Progress& progress) {
  const auto* row = attack ? &attackRow(attack->name) : nullptr;
  const int64_t total = imagesFor(limit), lanes = net.copies(), pixels = pixels_.size(1);
  const auto options = net.options();
  auto trace = net.makeTrace(kChunk);
  const auto x = at::empty({kChunk, pixels}, options);
  const auto attacked = row ? at::empty({kChunk, row->onModel ? lanes * pixels : pixels}, options) : at::Tensor();
  const auto predicted = at::empty({total, lanes}, options.dtype(at::kInt));
  const auto confidence = at::empty({total, lanes}, options);
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
    ops::verdict(net.forward(images, trace), predicted.narrow(0, first, n), confidence.narrow(0, first, n));
  }
  const auto p = predicted.cpu(), c = confidence.cpu();
  const auto* verdict = p.data_ptr<int32_t>();
  const auto* sureness = c.data_ptr<float>();
  return {lanes, {verdict, verdict + p.numel()}, {sureness, sureness + c.numel()}};
}

std::vector<double> Evaluator::accuracy(const Mlp& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                                        const Progress& progress) {
  const auto found = verdicts(net, attack, limit, seed, progress);
  std::vector<double> shares;
  for (int64_t k = 0; k < found.lanes; ++k) shares.push_back(found.right(k, test_).value());
  return shares;
}

Gallery Evaluator::gallery(const Mlp& net, const AttackSpec& attack, const std::vector<int64_t>& chosen,
                           uint64_t seed) {
  const auto n = static_cast<int64_t>(chosen.size());
  const int64_t lanes = net.copies(), pixels = pixels_.size(1);
  const auto& row = attackRow(attack.name);
  const auto index = at::from_blob(const_cast<int64_t*>(chosen.data()), {n}, at::kLong).to(index_.device());
  auto trace = net.makeTrace(n);
  const auto x = at::empty({n, pixels}, net.options());
  const auto out = at::empty({n, row.onModel ? lanes * pixels : pixels}, net.options());
  const auto labels = labels_.index_select(0, index).unsqueeze(1).expand({n, lanes}).contiguous();
  ops::gather(pixels_, index, 1.0f / 255, 0, x);

  Gallery gallery;
  gallery.side = test_.side;
  gallery.attack = attack;
  gallery.index = chosen;
  gallery.source = inkOf(x);
  for (const int64_t i : chosen) gallery.label.push_back(test_.labels[static_cast<size_t>(i)]);
  gallery.lanes.resize(static_cast<size_t>(lanes));
  const auto name = [&](const at::Tensor& images, std::vector<Gallery::Verdict> Gallery::Lane::*verdicts) {
    const auto predicted = at::empty({n, lanes}, index_.options().dtype(at::kInt));
    const auto confidence = at::empty({n, lanes}, net.options());
    ops::verdict(net.forward(images, trace), predicted, confidence);
    const auto p = predicted.cpu(), c = confidence.cpu();
    for (int64_t i = 0; i < p.numel(); ++i)
      (gallery.lanes[static_cast<size_t>(i % lanes)].*verdicts)
          .push_back({p.data_ptr<int32_t>()[i], c.data_ptr<float>()[i]});
  };
  name(x, &Gallery::Lane::before);
  row.run(attack, {net, trace, x, labels, out, seed, 0, [] {}});
  name(out, &Gallery::Lane::after);
  for (int64_t k = 0; k < lanes; ++k) {
    auto& lane = gallery.lanes[static_cast<size_t>(k)];
    const auto changed = row.onModel ? out.narrow(1, k * pixels, pixels) : out;
    const auto difference = changed.sub(x).cpu().contiguous();
    lane.adversarial = inkOf(changed);
    lane.difference.assign(difference.data_ptr<float>(), difference.data_ptr<float>() + difference.numel());
  }
  return gallery;
}

PairSet Evaluator::pairs(const Mlp& net, const AttackSpec& attack, int perClass, uint64_t seed, int64_t step) {
  std::vector<int64_t> chosen;
  for (int digit = 0; digit < 10; ++digit) {
    int found = 0;
    for (int64_t i = 0; i < test_.count && found < perClass; ++i)
      if (test_.labels[static_cast<size_t>(i)] == digit) {
        chosen.push_back(i);
        ++found;
      }
  }
  auto gallery = this->gallery(net, attack, chosen, seed);
  auto& lane = gallery.lanes.front();
  PairSet set;
  set.step = step;
  set.side = gallery.side;
  set.attack = attack.text();
  set.source = std::move(gallery.source);
  set.adversarial = std::move(lane.adversarial);
  set.difference = std::move(lane.difference);
  set.label = std::move(gallery.label);
  for (const auto& [predicted, confidence] : lane.before) {
    set.predictedSource.push_back(predicted);
    set.confidenceSource.push_back(confidence);
  }
  for (const auto& [predicted, confidence] : lane.after) {
    set.predictedAdversarial.push_back(predicted);
    set.confidenceAdversarial.push_back(confidence);
  }
  return set;
}

}  // namespace sparring
