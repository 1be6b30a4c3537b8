// Model's side of latentwalk.h: points and images before its generator, and what all networks say of the result.
#include "sparring/latentwalk.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "measure/evaluator.h"
#include "measure/modelparts.h"

namespace sparring {

namespace {

constexpr int64_t kCandidates = 400;  // latents that pointReadAs() chooses among

void require(bool fits, const Message& cause) {
  if (!fits) throw Error(cause, {}, Error::Kind::Usage);
}

void requireClass(int c, const ImageKind& kind) {
  require(c >= 0 && c < kind.classes, {QT_TRANSLATE_NOOP("core", "There is no class %1."), {std::to_string(c)}});
}

/// As a tensor [n, width] of its own.
at::Tensor rowsOf(const std::vector<WalkPoint>& points, std::vector<float> WalkPoint::*part, int64_t width) {
  require(!points.empty(), {QT_TRANSLATE_NOOP("core", "There is nothing to draw."), {}});
  auto rows = at::empty({static_cast<int64_t>(points.size()), width}, at::kFloat);
  float* to = rows.data_ptr<float>();
  for (const auto& point : points) {
    require(std::ssize(point.*part) == width,
            {QT_TRANSLATE_NOOP("core", "A point has %1 numbers where the generator takes %2."),
             {std::to_string((point.*part).size()), std::to_string(width)}});
    to = std::ranges::copy(point.*part, to).out;
  }
  return rows;
}

std::vector<float> floatsOf(const at::Tensor& values) {
  const auto host = values.cpu().to(at::kFloat).contiguous();
  return {host.data_ptr<float>(), host.data_ptr<float>() + host.numel()};
}

std::vector<int> numbersOf(const at::Tensor& values) {
  const auto host = values.cpu().to(at::kInt).contiguous();
  return {host.data_ptr<int32_t>(), host.data_ptr<int32_t>() + host.numel()};
}

Opinions opinionsOf(const Network& lanes, const at::Tensor& images, const at::Tensor& scores) {
  Opinions opinions{static_cast<int>(lanes.copies()), static_cast<int>(lanes.outputs())};
  const int64_t n = images.size(0);
  auto trace = lanes.makeTrace(n);
  const auto logits = lanes.forward(images, trace, Network::Mode::Frozen);
  opinions.probabilities = floatsOf(logits.reshape({n, opinions.lanes, opinions.classes}).softmax(2));
  if (scores.defined()) opinions.scores = floatsOf(scores);
  return opinions;
}

}  // namespace

GeneratorTraits Model::generatorTraits() const {
  using Makes = GeneratorTraits::Makes;
  GeneratorTraits traits;
  const auto judge = [&](const Discriminator* discriminator) {
    if (discriminator) traits.scale = ScoreScale{discriminator->scale().fake, discriminator->scale().real};
  };
  if (auto* drawer = impl_->adversary->drawer()) {
    const auto& duel = drawer->game();
    traits = {Makes::Images, impl_->params.latent, duel.conditional(), duel.hasTeacher()};
    judge(&duel.discriminator());
  } else if (const auto* changer = impl_->adversary->changer()) {
    traits.makes = Makes::Changes;
    judge(changer->discriminator());
  }
  return traits;
}

DrawnImages Model::draw(const std::vector<WalkPoint>& points, int lane) const {
  ops::setThreads(1);
  auto& duel = impl_->duel();
  requireLane(lane, lanes());
  const auto latents = rowsOf(points, &WalkPoint::latent, impl_->params.latent).to(impl_->device);
  const auto classes =
      rowsOf(points, &WalkPoint::classes, duel.conditional() ? impl_->kind.classes : 0).to(impl_->device);
  const auto images = impl_->adversary->drawer()->imagine(lane, latents, classes);

  DrawnImages drawn;
  drawn.images = {impl_->kind, bytesOf(images)};
  drawn.opinions = opinionsOf(impl_->lanes, images, duel.scores(images, classes));
  if (duel.conditional()) {
    drawn.wanted = numbersOf(classes.argmax(1));
  } else if (duel.hasTeacher()) {
    const auto namer = duel.teacher().net().copy(0);
    auto trace = namer.makeTrace(images.size(0));
    drawn.wanted = numbersOf(namer.forward(images, trace, Network::Mode::Frozen).argmax(1));
  } else {
    drawn.wanted.assign(points.size(), -1);
  }
  return drawn;
}

ChangedImages Model::change(const std::vector<float>& images, const std::vector<int>& labels, int lane) const {
  ops::setThreads(1);
  const auto* changer = impl_->adversary->changer();
  const auto n = static_cast<int64_t>(labels.size()), pixels = impl_->kind.size();
  require(changer, {QT_TRANSLATE_NOOP("core", "No generator of this run changes images: its adversary is %1."),
                    {impl_->params.adversary}});
  requireLane(lane, lanes());
  require(n > 0 && std::ssize(images) == n * pixels,
          {QT_TRANSLATE_NOOP("core", "%1 values are no %2 images of %3."),
           {std::to_string(images.size()), std::to_string(n), sizeText(impl_->kind)}});
  for (const int label : labels) requireClass(label, impl_->kind);
  auto x = at::empty({n, pixels}, at::kFloat);
  std::ranges::copy(images, x.data_ptr<float>());
  auto named = at::empty({n}, at::kInt);
  std::ranges::copy(labels, named.data_ptr<int32_t>());
  x = x.to(impl_->device);
  const Dials dials(impl_->params, impl_->device);
  const auto made = changer->perturbed(impl_->lanes.copy(lane), lane, dials, x, named.to(impl_->device));
  const auto* judge = changer->discriminator();

  ChangedImages changed;
  changed.source = {impl_->kind, bytesOf(x)};
  changed.adversarial = {impl_->kind, bytesOf(made)};
  changed.difference = floatsOf(made - x);
  changed.label = labels;
  changed.before = opinionsOf(impl_->lanes, x, {});
  changed.after = opinionsOf(impl_->lanes, made, judge ? judge->scores(lane, made * 2 - 1) : at::Tensor());
  return changed;
}

WalkPoint Model::pointReadAs(int wanted, int lane, uint64_t seed) const {
  const auto& duel = impl_->duel();
  requireLane(lane, lanes());
  requireClass(wanted, impl_->kind);
  auto points = latentsOf(impl_->params.latent, duel.conditional() ? 1 : kCandidates, seed);
  if (duel.conditional()) return {std::move(points.front().latent), onlyClass(wanted, impl_->kind.classes)};
  const auto drawn = draw(points, lane);
  const auto surely = [&](size_t i) { return drawn.opinions.of(i, lane)[wanted]; };
  size_t best = 0;
  for (size_t i = 1; i < points.size(); ++i)
    if (surely(i) > surely(best)) best = i;
  return std::move(points[best]);
}

}  // namespace sparring
