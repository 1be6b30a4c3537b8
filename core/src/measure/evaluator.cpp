#include "measure/evaluator.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/from_blob.h>

#include <cmath>
#include <span>

#include "attack/draw.h"
#include "measure/reference.h"

namespace sparring {

std::vector<uint8_t> bytesOf(const at::Tensor& images) {
  const auto host = images.cpu().contiguous();
  const float* values = host.data_ptr<float>();
  std::vector<uint8_t> bytes;
  bytes.reserve(static_cast<size_t>(host.numel()));
  for (int64_t i = 0; i < host.numel(); ++i)  // a broken network's NaN is nothing
    bytes.push_back(static_cast<uint8_t>(std::lround(255 * (values[i] >= 0 ? values[i] : 0))));
  return bytes;
}

Cancelled::Cancelled() : Error({QT_TRANSLATE_NOOP("core", "Cancelled."), {}}) {}

Error notFinite(int64_t image) {
  return Error(
      {QT_TRANSLATE_NOOP("core", "The classifier gives no finite answer to test image %1."), {std::to_string(image)}},
      {QT_TRANSLATE_NOOP("core", "Its weights have grown too large. Use an earlier checkpoint."), {}});
}

Evaluator::Evaluator(const Dataset& data, at::Device device)
    : data_(data), test_(data.test), images_(tensorsOf(data.test, device)) {}

const Network& Evaluator::reference(const std::function<void()>& rest) {
  if (!reference_)
    reference_ = referenceClassifier(data_, [&](int64_t, int64_t) {
                   rest();
                   return true;
                 })->on(images_.labels.device());
  return *reference_;
}

int64_t Evaluator::imagesFor(int64_t limit) const { return evenPartSize(test_.count(), limit); }

bool Verdicts::isRight(int64_t i, int64_t lane, const ImageSet& test) const {
  return predicted[static_cast<size_t>(i * lanes + lane)] ==
         test.labels[static_cast<size_t>(images[static_cast<size_t>(i)])];
}

Share Verdicts::right(int64_t lane, const ImageSet& test) const {
  Share share{0, count()};
  for (int64_t i = 0; i < share.count; ++i) share.right += isRight(i, lane, test);
  return share;
}

Verdicts Evaluator::verdicts(const Network& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                             const Progress& progress) {
  if (!attack) return verdicts(net, {}, false, limit, seed, progress);
  const auto& row = attackRow(attack->name);
  return verdicts(
      net, [&](int64_t, const AttackContext& context) { row.run(*attack, context); }, row.onModel(), limit, seed,
      progress);
}

Verdicts Evaluator::verdicts(const Network& net, const LaneAttack& attack, bool onModel, int64_t limit, uint64_t seed,
                             const Progress& progress) {
  std::vector<Network> apart;
  for (int64_t k = 0; onModel && k < net.copies(); ++k) apart.push_back(net.copy(k));
  const std::span<const Network> nets = onModel ? std::span<const Network>(apart) : std::span(&net, 1);

  auto chosen = evenPart(test_.count(), limit);
  const auto total = static_cast<int64_t>(chosen.size()), lanes = net.copies(), pixels = images_.pixels.size(1);
  const auto index = at::from_blob(chosen.data(), {total}, at::kLong).to(images_.labels.device());
  const int64_t width = lanes / static_cast<int64_t>(nets.size()), rounds = total * static_cast<int64_t>(nets.size());
  const auto options = net.options();
  auto trace = nets.front().makeTrace(kChunk);
  const auto x = at::empty({kChunk, pixels}, options), attacked = at::empty_like(x);
  const auto predicted = at::empty({total, lanes}, options.dtype(at::kInt));
  const auto confidence = at::empty({total, lanes}, options);
  int64_t done = 0;
  const std::function<void()> rest = [&] {
    if (progress && !progress(done * total / rounds, total)) throw Cancelled();
  };
  const std::function<const Network&()> other = [&]() -> const Network& { return reference(rest); };
  for (int64_t first = 0; first < total; first += kChunk) {
    const int64_t n = std::min(kChunk, total - first);
    auto images = x.narrow(0, 0, n), out = attacked.narrow(0, 0, n);
    const auto part = index.narrow(0, first, n), labels = images_.labels.index_select(0, part).unsqueeze(1);
    ops::gather(images_.pixels, part, 1.0f / 255, 0, images);
    for (size_t k = 0; k < nets.size(); ++k) {
      rest();
      if (attack)
        attack(static_cast<int64_t>(k),
               {nets[k], trace, test_.kind, images, labels, out, chosen.data() + first, seed, rest, other});
      const auto named = at::empty({n, width}, predicted.options()), sure = at::empty({n, width}, options);
      ops::verdict(nets[k].forward(attack ? out : images, trace), named, sure);
      predicted.narrow(0, first, n).narrow(1, static_cast<int64_t>(k), width).copy_(named);
      confidence.narrow(0, first, n).narrow(1, static_cast<int64_t>(k), width).copy_(sure);
      done += n;
    }
  }
  const auto p = predicted.cpu(), c = confidence.cpu();
  const auto* verdict = p.data_ptr<int32_t>();
  const auto* sureness = c.data_ptr<float>();
  for (int64_t i = 0; i < c.numel(); ++i)
    if (!std::isfinite(sureness[i]))  // the verdict would be the first class, and now and then right
      throw notFinite(chosen[static_cast<size_t>(i / lanes)]);
  return {lanes, std::move(chosen), {verdict, verdict + p.numel()}, {sureness, sureness + c.numel()}};
}

std::vector<double> Evaluator::accuracy(const Network& net, const AttackSpec* attack, int64_t limit, uint64_t seed,
                                        const Progress& progress) {
  const auto found = verdicts(net, attack, limit, seed, progress);
  std::vector<double> shares;
  for (int64_t k = 0; k < found.lanes; ++k) shares.push_back(found.right(k, test_).value());
  return shares;
}

Gallery Evaluator::gallery(const Network& net, const AttackSpec& attack, const std::vector<int64_t>& chosen,
                           uint64_t seed) {
  const auto n = static_cast<int64_t>(chosen.size()), pixels = images_.pixels.size(1);
  const auto& row = attackRow(attack.name);
  const auto index = at::from_blob(const_cast<int64_t*>(chosen.data()), {n}, at::kLong).to(images_.labels.device());
  const auto x = at::empty({n, pixels}, net.options()), out = at::empty_like(x);
  const auto labels = images_.labels.index_select(0, index).unsqueeze(1);
  const std::function<void()> rest = [] {};
  const std::function<const Network&()> other = [&]() -> const Network& { return reference(rest); };
  ops::gather(images_.pixels, index, 1.0f / 255, 0, x);

  Gallery gallery;
  gallery.attack = attack;
  gallery.index = chosen;
  gallery.source = {test_.kind, bytesOf(x)};
  for (const int64_t i : chosen) gallery.label.push_back(test_.labels[static_cast<size_t>(i)]);
  for (int64_t k = 0; k < net.copies(); ++k) {
    const auto single = net.copy(k);
    auto trace = single.makeTrace(n);
    const auto named = [&](const at::Tensor& images) {
      const auto predicted = at::empty({n}, index.options().dtype(at::kInt));
      const auto confidence = at::empty({n}, net.options());
      ops::verdict(single.forward(images, trace), predicted, confidence);
      const auto p = predicted.cpu(), c = confidence.cpu();
      std::vector<Gallery::Verdict> verdicts;
      for (int64_t i = 0; i < n; ++i) verdicts.push_back({p.data_ptr<int32_t>()[i], c.data_ptr<float>()[i]});
      return verdicts;
    };
    Gallery::Lane lane;
    lane.before = named(x);
    row.run(attack, {single, trace, test_.kind, x, labels, out, chosen.data(), seed, rest, other});
    lane.after = named(out);
    lane.adversarial = {test_.kind, bytesOf(out)};
    const auto difference = out.sub(x).cpu().contiguous();
    lane.difference.assign(difference.data_ptr<float>(), difference.data_ptr<float>() + difference.numel());
    gallery.lanes.push_back(std::move(lane));
  }
  return gallery;
}

PairSet pairsOf(const Gallery& gallery, int lane) {
  const Gallery::Lane& side = gallery.lanes[static_cast<size_t>(lane)];
  PairSet pairs;
  pairs.lane = lane;
  pairs.attack = gallery.attack.text();
  pairs.index = gallery.index;
  pairs.source = gallery.source;
  pairs.adversarial = side.adversarial;
  pairs.difference = side.difference;
  pairs.label = gallery.label;
  for (const auto& [predicted, confidence] : side.before) {
    pairs.predictedSource.push_back(predicted);
    pairs.confidenceSource.push_back(confidence);
  }
  for (const auto& [predicted, confidence] : side.after) {
    pairs.predictedAdversarial.push_back(predicted);
    pairs.confidenceAdversarial.push_back(confidence);
  }
  return pairs;
}

}  // namespace sparring
