#include "adversary/duel.h"

#include <ATen/ops/empty.h>

namespace sparring {

namespace {

/// Classes or weights of them as what networks read, [n, classes].
void putClasses(const at::Tensor& classes, const at::Tensor& to) {
  if (classes.dim() == 2)
    to.copy_(classes);
  else
    ops::oneHot(classes, to);
}

}  // namespace

Duel::Duel(const Params& params, bool conditional, const BuildContext& build)
    : conditional_(conditional),
      pixels_(build.kind.size()),
      classes_(build.kind.classes),
      latent_(params.latent),
      generator_(makeGenerator(params, {params.latent + (conditional ? classes_ : 0)}, build)),
      discriminator_(params, conditional ? Shape{pixels_ + classes_} : shapeOf(build.kind), 1, build) {
  if (needsTeacher(params)) teacher_.emplace(params, build);

  const int64_t b = params.batch;
  const auto options = at::TensorOptions().dtype(at::kFloat).device(build.device);
  latents_ = at::empty({b, generator_.inputs()}, options);
  imageGrad_ = at::empty({b, pixels_}, options);
  rowLoss_ = at::empty({b}, options);
  foolWeight_ = at::empty({b}, options);
  foolLabels_ = at::empty({b}, options.dtype(at::kInt));
  // the generator writes straight into what the discriminator sees
  generatorTrace_ = generator_.makeTrace(b, discriminator_.fakes().narrow(1, 0, pixels_));
}

void Duel::draw(StepContext& context) {
  if (context.phase == Phase::Teacher) {
    if (teacher_) teacher_->draw(context);
  } else if (context.phase != Phase::Pretrain) {
    ops::normals(streamKey(static_cast<uint64_t>(context.params.seed), Stream::Latent),
                 static_cast<uint64_t>(context.step), latents_.narrow(1, 0, latent_));
  }
}

void Duel::teach(StepContext& context) {
  if (teacher_) teacher_->train(context);
}

void Duel::generate(StepContext& context, const at::Tensor& images) {
  const auto& batch = context.batch;
  if (conditional_) {
    ops::oneHot(batch.wanted, latents_.narrow(1, latent_, classes_));
    ops::oneHot(batch.wanted, discriminator_.fakes().narrow(1, pixels_, classes_));
  }
  const auto fakes = generator_.forward(latents_, generatorTrace_);
  ops::affine(fakes, 0.5f, 0.5f, 0, 1, images);
  images_ = images;
}

void Duel::updateDiscriminator(StepContext& context) {
  const auto& batch = context.batch;
  const auto real = discriminator_.real();
  ops::affine(batch.original(), 2, -1, -1, 1, real.narrow(1, 0, pixels_));
  if (conditional_) ops::oneHot(batch.y, real.narrow(1, pixels_, classes_));
  discriminator_.update(context);
}

void Duel::updateGenerator(StepContext& context) {
  const auto& batch = context.batch;
  const auto gradient = generator_.outputGradient(generatorTrace_);
  gradient.copy_(discriminator_.pull(context).narrow(1, 0, pixels_));
  // the teacher and the classifier look at x = (o + 1)/2, hence the half
  if (conditional_ && context.params.teacherWeight > 0) {
    teacher_->logits(images_);
    teacher_->pullTowards(batch.wanted, static_cast<float>(context.params.teacherWeight), imageGrad_.zero_(),
                          context.sumG);
    ops::axpy(imageGrad_, 0.5f, gradient);
  }
  if (context.params.beta > 0) fool(context);
  generator_.backward(generatorTrace_, true);
  generator_.step(context.dials.generator);
}

void Duel::fool(StepContext& context) {
  auto& batch = context.batch;
  const int64_t b = batch.size();
  if (!fooled_) {
    fooled_ = context.lanes.net.copy(0);
    foolTrace_ = fooled_->makeTrace(b);
  }
  const bool wrongTarget = context.params.fooling == "wrong-target";
  // maximise: -β·L_adv on the samples that count; wrong target: +β·‖f - wrong‖² (least squares)
  ops::scaled(batch.keep.select(1, 0), context.dials.beta, (wrongTarget ? 1.0f : -1.0f) / static_cast<float>(b),
              foolWeight_);
  const auto kind = wrongTarget ? ClassLoss::Squared : classLossOf(context.params);
  foolLabels_.copy_(batch.adversarialLabels().select(1, 0));
  if (wrongTarget) {
    foolLabels_.mul_(batch.others.size(1)).add_(batch.wrong);
    foolLabels_.copy_(batch.others.flatten().index_select(0, foolLabels_));
  }
  const auto logits = fooled_->forward(images_, foolTrace_);
  ops::classLoss(logits, foolLabels_, foolWeight_, kind, fooled_->outputGradient(foolTrace_), rowLoss_);
  ops::accumulate(rowLoss_, foolWeight_, 1, context.sumG);
  fooled_->backward(foolTrace_, false, imageGrad_);
  ops::axpy(imageGrad_, 0.5f, generator_.outputGradient(generatorTrace_));
}

std::vector<Network*> Duel::networks() {
  std::vector<Network*> list{&generator_, &discriminator_.net()};
  if (teacher_) list.push_back(&teacher_->net());
  return list;
}

at::Tensor Duel::imagine(const at::Tensor& latents, const at::Tensor& classes, const Network& generator) const {
  const int64_t n = latents.size(0);
  auto in = at::empty({n, generator.inputs()}, latents_.options());
  in.narrow(1, 0, latent_).copy_(latents);
  if (conditional_) putClasses(classes, in.narrow(1, latent_, classes_));
  auto trace = generator.makeTrace(n);
  auto images = at::empty({n, pixels_}, latents_.options());
  ops::affine(generator.forward(in, trace, Network::Mode::Frozen), 0.5f, 0.5f, 0, 1, images);
  return images;
}

at::Tensor Duel::scores(const at::Tensor& images, const at::Tensor& classes) const {
  auto in = at::empty({images.size(0), pixels_ + (conditional_ ? classes_ : 0)}, latents_.options());
  ops::affine(images, 2, -1, -1, 1, in.narrow(1, 0, pixels_));
  if (conditional_) putClasses(classes, in.narrow(1, pixels_, classes_));
  return discriminator_.scores(0, in);
}

}  // namespace sparring
