#include <ATen/ops/empty_like.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/full.h>
#include <ATen/ops/isfinite.h>

#include <algorithm>
#include <cmath>

#include "explain/looker.h"
#include "measure/evaluator.h"
#include "measure/modelparts.h"
#include "measure/own.h"
#include "measure/reference.h"

namespace sparring {

Pixels pixelsAt(const Images& images, int64_t i) {
  Pixels values(images.at(i), images.at(i) + images.kind.size());
  for (float& v : values) v *= 1.0f / 255;
  return values;
}

Images imageOf(const Pixels& pixels, const ImageKind& kind) {
  Images image{kind, {}};
  for (const float v : pixels)  // NaN is nothing
    image.pixels.push_back(static_cast<uint8_t>(std::lround(255 * std::clamp(v >= 0 ? v : 0, 0.0f, 1.0f))));
  return image;
}

int LaneReading::predicted() const { return static_cast<int>(std::ranges::max_element(logits) - logits.begin()); }

at::Tensor rowOf(const Pixels& x, const Network& net) {
  return at::from_blob(const_cast<float*>(x.data()), {1, static_cast<int64_t>(x.size())}, at::kFloat)
      .clone()
      .to(net.options().device());
}

Pixels pixelsOfRow(const at::Tensor& row) {
  const auto host = row.cpu().contiguous();
  return {host.data_ptr<float>(), host.data_ptr<float>() + host.numel()};
}

LaneReading readingOf(const float* logits, int64_t classes) {
  LaneReading reading{{logits, logits + classes}, {}};
  const double most = std::ranges::max(reading.logits);
  double all = 0;
  for (const float z : reading.logits) all += std::exp(z - most);
  for (const float z : reading.logits) reading.probabilities.push_back(static_cast<float>(std::exp(z - most) / all));
  return reading;
}

void requireFinite(const at::Tensor& logits) {
  if (at::isfinite(logits).all().item<bool>()) return;
  throw Error({QT_TRANSLATE_NOOP("core", "The classifier gives no finite answer to this image."), {}},
              {QT_TRANSLATE_NOOP("core", "Its weights have grown too large. Use an earlier checkpoint."), {}});
}

bool takesTarget(const std::string& attack) { return attackRow(attack).targeted == Targeted::Yes; }

Reader::Reader(const Model& model, const Dataset* data, int threads) : model_(model), data_(data), threads_(threads) {}

void Reader::requireImage(const Pixels& x) const {
  if (std::ssize(x) == model_.kind().size()) return;
  throw Error({QT_TRANSLATE_NOOP("core", "An image of %1 values cannot be read: the networks are made for %2."),
               {std::to_string(x.size()), std::to_string(model_.kind().size())}},
              {}, Error::Kind::Usage);
}

void Reader::requireLane(int lane) const {
  if (lane >= 0 && lane < model_.lanes()) return;
  throw Error({QT_TRANSLATE_NOOP("core", "There is no lane %1."), {std::to_string(lane)}},
              {QT_TRANSLATE_NOOP("core", "The run has lanes 0 to %1."), {std::to_string(model_.lanes() - 1)}},
              Error::Kind::Usage);
}

void Reader::requireClass(std::optional<int> c) const {
  if (!c || (*c >= 0 && *c < model_.kind().classes)) return;
  throw Error({QT_TRANSLATE_NOOP("core", "There is no class %1."), {std::to_string(*c)}},
              {QT_TRANSLATE_NOOP("core", "The classes are 0 to %1."), {std::to_string(model_.kind().classes - 1)}},
              Error::Kind::Usage);
}

std::vector<LaneReading> Reader::read(const Pixels& x) const {
  requireImage(x);
  ops::setThreads(threads_);
  const auto& net = model_.impl_->lanes;
  auto trace = net.makeTrace(1);
  const auto logits = net.forward(rowOf(x, net), trace).cpu().contiguous();
  requireFinite(logits);
  std::vector<LaneReading> lanes;
  for (int64_t k = 0; k < net.copies(); ++k)
    lanes.push_back(readingOf(logits.data_ptr<float>() + k * net.outputs(), net.outputs()));
  return lanes;
}

Opponent Reader::opponent() const {
  const auto& impl = *model_.impl_;
  const auto& row = adversaryRow(impl.params);
  Opponent opponent{.name = row.info.name};
  if (row.twin) {
    opponent.twin = parseAttack(row.twin(impl.params));
    const auto& info = attackInfo(opponent.twin->name);
    opponent.strength = opponent.twin->values.at(info.strength().key);
    opponent.targeted = takesTarget(info.name);
  } else if (impl.adversary->changer()) {
    opponent.strength = impl.params.epsilon;
  }
  opponent.attacks = opponent.strength || row.info.conditional;
  return opponent;
}

namespace {

/// What attacks one image in one lane. `context.labels` are the classes to go away from, or towards.
struct ImageAttack {
  LaneAttack run;
  bool onModel = true;
};

[[noreturn]] void refuseTarget(const std::string& name) {
  std::string known;
  for (const auto& info : attacks())
    if (takesTarget(info.name)) known += (known.empty() ? "" : ", ") + info.name;
  throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be sent towards a class."), {name}},
              {QT_TRANSLATE_NOOP("core", "These can: %1."), {known}}, Error::Kind::Usage);
}

ImageAttack registered(const AttackSpec& spec, bool towards) {
  const auto& row = attackRow(spec.name);
  if (towards && row.targeted == Targeted::No) refuseTarget(spec.name);
  return {[spec, &row](int64_t, const AttackContext& c) { row.run(spec, c); }, row.onModel()};
}

}  // namespace

std::vector<LaneAttacked> Reader::attack(const Pixels& x, const AttackWish& wish) const {
  requireImage(x);
  requireClass(wish.target);
  requireClass(wish.label);
  const auto& impl = *model_.impl_;
  const auto before = read(x);
  ImageAttack attack;
  Params params = impl.params;
  std::optional<Dials> dials;  // of these parameters, for as long as the opponent is asked
  if (wish.against.kind == Against::Kind::Own) {
    const Opponent own = opponent();
    if (!own.attacks)
      throw Error(
          {QT_TRANSLATE_NOOP("core", "The opponent of training, %1, changes no image that it is given."), {own.name}},
          {QT_TRANSLATE_NOOP("core", "Choose an attack by name."), {}}, Error::Kind::Usage);
    if (wish.target && !own.targeted) refuseTarget(own.name);
    if (own.twin) {
      AttackSpec spec = *own.twin;
      if (wish.strength) spec.values[attackInfo(spec.name).strength().key] = *wish.strength;
      attack = registered(parseAttack(spec.text()), wish.target.has_value());
    } else {
      if (own.strength && wish.strength) params.epsilon = *wish.strength;
      dials.emplace(params, impl.device);
      attack.run = *ownAttack(params, *impl.adversary, *dials);
    }
  } else if (wish.against.kind == Against::Kind::Attack) {
    attack = registered(wish.against.attack, wish.target.has_value());
  } else {
    attack.run = [](int64_t, const AttackContext& c) { c.out.copy_(c.x); };
  }
  std::shared_ptr<const Network> substitute;
  const std::function<const Network&()> reference = [&]() -> const Network& {
    if (!data_)
      throw Error(
          {QT_TRANSLATE_NOOP("core", "The attack %1 needs the training images: its substitute learns from them."),
           {wish.against.attack.name}},
          {}, Error::Kind::Usage);
    if (!substitute)
      substitute = std::make_shared<const Network>(referenceClassifier(*data_, [&](int64_t, int64_t) {
                                                     rest_();
                                                     return true;
                                                   })->on(impl.device));
    return *substitute;
  };
  std::vector<LaneAttacked> lanes;
  for (int64_t k = 0; k < impl.lanes.copies(); ++k) {
    const auto net = impl.lanes.copy(k);
    auto trace = net.makeTrace(1);
    const auto row = rowOf(x, net), out = row.clone();
    LaneAttacked lane;
    lane.from = wish.label.value_or(before[static_cast<size_t>(k)].predicted());
    const auto labels = at::full({1, 1}, wish.target.value_or(lane.from), net.options().dtype(at::kInt));
    attack.run(k, {net, trace, impl.kind, row, labels, out, &wish.index, wish.seed, rest_, reference,
                   wish.target.has_value()});
    lane.image = pixelsOfRow(out);
    const auto logits = net.forward(out, trace).cpu().contiguous();
    requireFinite(logits);
    lane.after = readingOf(logits.data_ptr<float>(), net.outputs());
    lanes.push_back(std::move(lane));
  }
  return lanes;
}

namespace {

/// PGD on one image in one lane.
class Turning {
 public:
  Turning(const Network& net, const ImageKind& kind, const Pixels& x, const AttackWish& wish, int from,
          const std::function<void()>& rest)
      : net_(net), kind_(kind), wish_(wish), from_(from), rest_(rest), trace_(net.makeTrace(1)), x_(rowOf(x, net)) {}

  /// How far the image that turns the verdict is from x, at most ε; nothing where PGD at ε finds none.
  std::optional<double> within(double epsilon) {
    AttackSpec spec = parseAttack("pgd");
    spec.values["eps"] = epsilon;
    const auto out = at::empty_like(x_);
    const auto labels = at::full({1, 1}, wish_.target.value_or(from_), net_.options().dtype(at::kInt));
    const std::function<const Network&()> none = [this]() -> const Network& { return net_; };
    attackRow("pgd").run(
        spec, {net_, trace_, kind_, x_, labels, out, &wish_.index, wish_.seed, rest_, none, wish_.target.has_value()});
    if (!turned(out)) return {};
    return std::min(epsilon, out.sub(x_).abs().max().item<double>());
  }

  bool turned(const at::Tensor& image) {
    const auto logits = net_.forward(image, trace_);
    const auto named = logits.argmax(1).item<int64_t>();
    return wish_.target ? named == *wish_.target : named != from_;
  }

  bool turnedAlready() { return turned(x_); }

 private:
  const Network& net_;
  const ImageKind& kind_;
  const AttackWish& wish_;
  const int from_;
  const std::function<void()>& rest_;
  Trace trace_;
  at::Tensor x_;
};

FlipDistance search(Turning& turning, double most, double tolerance) {
  constexpr double kFirst = 1.0 / 64;
  FlipDistance found{.most = most};
  if (turning.turnedAlready()) {
    found.epsilon = 0;
    return found;
  }
  for (double epsilon = std::min(kFirst, most);; epsilon = std::min(2 * epsilon, most)) {
    found.epsilon = turning.within(epsilon);
    if (found.epsilon || epsilon >= most) break;
    found.below = epsilon;
  }
  while (found.epsilon && *found.epsilon - found.below > tolerance) {
    const double middle = (found.below + *found.epsilon) / 2;
    if (const auto nearer = turning.within(middle))
      found.epsilon = nearer;
    else
      found.below = middle;
  }
  return found;
}

}  // namespace

std::vector<FlipDistance> Reader::flips(const Pixels& x, const AttackWish& wish, double most, double tolerance) const {
  requireImage(x);
  requireClass(wish.target);
  requireClass(wish.label);
  const auto before = read(x);
  const auto& impl = *model_.impl_;
  std::vector<FlipDistance> lanes;
  for (int64_t k = 0; k < impl.lanes.copies(); ++k) {
    const auto net = impl.lanes.copy(k);
    Turning turning(net, impl.kind, x, wish, wish.label.value_or(before[static_cast<size_t>(k)].predicted()), rest_);
    lanes.push_back(search(turning, most, tolerance));
  }
  return lanes;
}

}  // namespace sparring
