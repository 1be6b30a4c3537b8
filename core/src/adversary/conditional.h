// What cgan, atgan, gan-pgd and latent share: a conditional GAN plays its game, whatever is made of its digits.
#pragma once

#include "adversary/adversary.h"

namespace sparring {

class ConditionalDuel : public Adversary, public ImageDrawer {
 public:
  ConditionalDuel(const Params& params, const BuildContext& build) : duel_(params, true, build) {}

  void draw(StepContext& context) override { duel_.draw(context); }
  void teach(StepContext& context) override { duel_.teach(context); }
  void duel(StepContext& context) override {
    generate(context, context.batch.shared());
    learn(context);
  }
  std::vector<Network*> networks() override { return duel_.networks(); }
  ImageDrawer* drawer() override { return this; }
  Duel& game() override { return duel_; }

 protected:
  /// G(z, c) into `images` [B,P]; y_adv = c, and all of them count.
  void generate(StepContext& context, const at::Tensor& images) {
    duel_.generate(context, images);
    context.batch.adversarialLabels().copy_(context.batch.wanted.unsqueeze(1));
    context.batch.keep.fill_(1);
  }
  /// One step of D, then one of G.
  void learn(StepContext& context) {
    duel_.updateDiscriminator(context);
    duel_.updateGenerator(context);
  }

  Duel duel_;
};

}  // namespace sparring
