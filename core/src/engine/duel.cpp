#include "engine/duel.h"

#include <ATen/ops/add.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/remainder.h>
#include <ATen/ops/zeros.h>

#include "sparring/adversaries.h"

namespace sparring {

namespace {

constexpr int64_t kClasses = 10;

GanTargets targetsOf(const Params& params) {
  return params.ganCoding == "-1,1,0" ? GanTargets{-1, 1, 0} : GanTargets{0, 1, 1};
}

Act activationOf(const std::string& word) { return word == "relu" ? Act::Relu : Act::LeakyRelu; }

}  // namespace

Duel::Duel(const Params& params, int64_t pixels, bool conditional, at::Device device)
    : conditional_(conditional),
      pixels_(pixels),
      latent_(params.latent),
      loss_(params.lossGan == "bce" ? GanLoss::Bce : GanLoss::LeastSquares),
      targets_(targetsOf(params)),
      sigmoid_(params.discriminatorOutput == "sigmoid"),
      generator_("generator",
                 mlpLayers(params.latent + (conditional ? kClasses : 0), params.generatorHidden, pixels,
                           activationOf(params.generatorActivation), Act::Tanh, params.generatorBatchNorm),
                 device),
      discriminator_(
          "discriminator",
          mlpLayers(pixels + (conditional ? kClasses : 0), params.discriminatorHidden, 1, Act::LeakyRelu, Act::None),
          device) {
  generator_.initialise(params.seed, Stream::GeneratorInit);
  discriminator_.initialise(params.seed, Stream::DiscriminatorInit);
  if (needsTeacher(params)) teacher_.emplace(params, pixels, device);

  const int64_t b = params.batch;
  const auto options = at::TensorOptions().dtype(at::kFloat).device(device);
  latents_ = at::empty({b, generator_.inputs()}, options);
  pool_ = at::empty({2 * b, discriminator_.inputs()}, options);
  poolGrad_ = at::empty({b, discriminator_.inputs()}, options);
  imageGrad_ = at::empty({b, pixels}, options);
  rowLoss_ = at::empty({b}, options);
  foolWeight_ = at::empty({b}, options);
  foolLabels_ = at::empty({b}, options.dtype(at::kInt));
  // the generator writes straight into the discriminator's pool
  generatorTrace_ = generator_.makeTrace(b, pool_.narrow(0, b, b).narrow(1, 0, pixels));
  discriminatorTrace_ = discriminator_.makeTrace(2 * b);
}

void Duel::draw(StepContext& context, Phase phase) {
  if (phase == Phase::Teacher) {
    if (teacher_) teacher_->draw(context);
  } else if (phase != Phase::Pretrain) {
    ops::normals(streamKey(static_cast<uint64_t>(context.params.seed), Stream::Latent),
                 static_cast<uint64_t>(context.step), latents_.narrow(1, 0, latent_));
  }
}

void Duel::teach(StepContext& context) {
  if (teacher_) teacher_->train(context);
}

void Duel::generate(StepContext& context, const at::Tensor& images) {
  const auto& batch = context.batch;
  const int64_t b = batch.size();
  if (conditional_) {
    ops::oneHot(batch.wanted, latents_.narrow(1, latent_, kClasses));
    ops::oneHot(batch.wanted, pool_.narrow(0, b, b).narrow(1, pixels_, kClasses));
  }
  const auto fakes = generator_.forward(latents_, generatorTrace_);
  ops::affine(fakes, 0.5f, 0.5f, 0, 1, images);
  images_ = images;
}

void Duel::updateDiscriminator(StepContext& context) {
  const auto& batch = context.batch;
  const int64_t b = batch.size();
  const auto real = pool_.narrow(0, 0, b);
  ops::affine(batch.original(), 2, -1, -1, 1, real.narrow(1, 0, pixels_));
  if (conditional_) ops::oneHot(batch.y, real.narrow(1, pixels_, kClasses));

  const auto scores = discriminator_.forward(pool_, discriminatorTrace_).view({2 * b});
  const auto gradient = discriminator_.outputGradient(discriminatorTrace_).view({2 * b});
  // L_D = ½E(D(x)-b)² + ½E(D(G(z))-a)², or E of both cross-entropies
  const float weight = 1.0f / static_cast<float>(b);
  ops::ganLoss(scores.narrow(0, 0, b), targets_.b, loss_, sigmoid_, weight, gradient.narrow(0, 0, b), rowLoss_);
  ops::accumulate(rowLoss_, {}, weight, context.sumD);
  ops::ganLoss(scores.narrow(0, b, b), targets_.a, loss_, sigmoid_, weight, gradient.narrow(0, b, b), rowLoss_);
  ops::accumulate(rowLoss_, {}, weight, context.sumD);
  discriminator_.backward(discriminatorTrace_, true);
  discriminator_.step(context.dials.discriminator);
}

void Duel::updateGenerator(StepContext& context) {
  const auto& batch = context.batch;
  const int64_t b = batch.size();
  const float weight = 1.0f / static_cast<float>(b);
  const auto scores = discriminator_.forward(pool_.narrow(0, b, b), discriminatorTrace_).view({b});
  ops::ganLoss(scores, targets_.c, loss_, sigmoid_, weight,
               discriminator_.outputGradient(discriminatorTrace_).view({b}), rowLoss_);
  ops::accumulate(rowLoss_, {}, weight, context.sumG);
  discriminator_.backward(discriminatorTrace_, false, poolGrad_);

  const auto gradient = generator_.outputGradient(generatorTrace_);
  ops::affine(poolGrad_.narrow(1, 0, pixels_), 1, 0, -3e38f, 3e38f, gradient);
  // the teacher and the classifier look at x = (o + 1)/2, hence the half
  if (conditional_ && context.params.teacherWeight > 0) {
    teacher_->logits(images_);
    teacher_->pullTowards(batch.wanted, static_cast<float>(context.params.teacherWeight),
                          imageGrad_.zero_(), context.sumG);
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
  if (wrongTarget) foolLabels_.add_(batch.wrong).remainder_(kClasses);
  const auto logits = fooled_->forward(images_, foolTrace_);
  ops::classLoss(logits, foolLabels_, foolWeight_, kind, fooled_->outputGradient(foolTrace_), rowLoss_);
  ops::accumulate(rowLoss_, foolWeight_, 1, context.sumG);
  fooled_->backward(foolTrace_, false, imageGrad_);
  ops::axpy(imageGrad_, 0.5f, generator_.outputGradient(generatorTrace_));
}

std::vector<Mlp*> Duel::networks() {
  std::vector<Mlp*> list{&generator_, &discriminator_};
  if (teacher_) list.push_back(&teacher_->net());
  return list;
}

at::Tensor Duel::imagine(const at::Tensor& latents, const at::Tensor& classes) const {
  const int64_t n = latents.size(0);
  auto in = at::empty({n, generator_.inputs()}, latents_.options());
  in.narrow(1, 0, latent_).copy_(latents);
  if (conditional_) ops::oneHot(classes, in.narrow(1, latent_, kClasses));
  auto trace = generator_.makeTrace(n);
  auto images = at::empty({n, pixels_}, latents_.options());
  ops::affine(generator_.forward(in, trace, Mlp::Mode::Frozen), 0.5f, 0.5f, 0, 1, images);
  return images;
}

}  // namespace sparring
