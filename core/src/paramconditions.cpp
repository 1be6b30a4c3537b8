#include "paramconditions.h"

#include "sparring/adversaries.h"

namespace sparring {

namespace {

template <class... Names>
bool is(const Params& params, Names... names) {
  return ((params.adversary == names) || ...);
}

bool hasGenerator(const Params& p) { return adversaryInfo(p.adversary).usesGenerator; }
bool changesImages(const Params& p) { return hasGenerator(p) && adversaryInfo(p.adversary).perturbsSource; }
bool drawsImages(const Params& p) { return hasGenerator(p) && !changesImages(p); }
bool hasDiscriminator(const Params& p) { return hasGenerator(p) && !is(p, "gat"); }
bool conditional(const Params& p) { return adversaryInfo(p.adversary).conditional; }
bool boundsChange(const Params& p) { return adversaryInfo(p.adversary).perturbsSource || is(p, "gan-pgd"); }
bool climbs(const Params& p) { return is(p, "pgd", "trades", "gan-pgd"); }

}  // namespace

const std::map<std::string, bool (*)(const Params&)>& paramConditions() {
  static const std::map<std::string, bool (*)(const Params&)> table = {
      {"beta", drawsImages},
      {"fooling", [](const Params& p) { return drawsImages(p) && p.beta > 0; }},
      {"epsilon", [](const Params& p) { return boundsChange(p) && !is(p, "noise"); }},
      {"epsilon.ramp", [](const Params& p) { return boundsChange(p) && !is(p, "noise"); }},
      {"pgd.steps", climbs},
      {"pgd.alpha", climbs},
      {"attack.weight", [](const Params& p) { return is(p, "advgan"); }},
      {"attack.norm", [](const Params& p) { return is(p, "advgan"); }},
      {"attack.hinge", [](const Params& p) { return is(p, "advgan"); }},
      {"attack.loss", [](const Params& p) { return is(p, "advgan", "atgan"); }},
      {"gat.cg", [](const Params& p) { return is(p, "gat"); }},
      {"atgan.adversarial", [](const Params& p) { return is(p, "atgan"); }},
      {"atgan.distance", [](const Params& p) { return is(p, "atgan"); }},
      {"atgan.noise", [](const Params& p) { return is(p, "atgan"); }},
      {"fgsm.label", [](const Params& p) { return is(p, "fgsm"); }},
      {"fgsmrs.alpha", [](const Params& p) { return is(p, "fgsm-rs"); }},
      {"noise.sigma", [](const Params& p) { return is(p, "noise"); }},
      {"fake.share", [](const Params& p) { return is(p, "gan-pgd"); }},
      {"latent.steps", [](const Params& p) { return is(p, "latent"); }},
      {"latent.epsilon", [](const Params& p) { return is(p, "latent"); }},
      {"latent.near", [](const Params& p) { return is(p, "latent"); }},
      {"latent.class", [](const Params& p) { return is(p, "latent"); }},
      {"label.rule", [](const Params& p) { return is(p, "gan"); }},
      {"label.confidence", [](const Params& p) { return is(p, "gan"); }},
      {"label.agree", [](const Params& p) { return is(p, "cgan"); }},
      {"teacher.weight", [](const Params& p) { return drawsImages(p) && conditional(p); }},
      {"loss.gan", hasDiscriminator},
      {"gan.coding", [](const Params& p) { return hasDiscriminator(p) && p.lossGan == "least-squares"; }},
      {"generator.hidden", hasGenerator},
      {"generator.batchnorm", hasGenerator},
      {"generator.activation", hasGenerator},
      {"discriminator.hidden", hasDiscriminator},
      {"discriminator.output", hasDiscriminator},
      {"latent", drawsImages},
      {"teacher.hidden", needsTeacher},
      {"epochs.teacher", needsTeacher},
      {"epochs.gan", hasGenerator},
      {"lr.generator", hasGenerator},
      {"lr.discriminator", hasDiscriminator},
      {"momentum", [](const Params& p) { return p.optimiser == "sgd"; }},
      {"lr.drop", [](const Params& p) { return p.rateSchedule == "drop"; }},
      {"clean.weight", [](const Params& p) { return !is(p, "none"); }},
  };
  return table;
}

}  // namespace sparring
