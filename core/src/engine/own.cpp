#include "engine/own.h"

#include <ATen/ops/empty.h>

#include "text.h"

namespace sparring {

namespace {

std::string pgd(const Params& p, const std::string& name) {
  return name + ":eps=" + numberText(p.epsilon) + ",steps=" + std::to_string(p.pgdSteps) +
         ",alpha=" + numberText(p.pgdAlpha);
}

/// The row of the evaluation that does what the adversary does in training; empty where there is none.
std::string twinOf(const Params& p) {
  if (p.adversary == "noise") return "noise:sigma=" + numberText(p.noiseSigma);
  if (p.adversary == "fgsm") return "fgsm:eps=" + numberText(p.epsilon);
  if (p.adversary == "fgsm-rs")
    return "pgd:eps=" + numberText(p.epsilon) + ",steps=1,alpha=" + numberText(p.fgsmRsAlpha);
  if (p.adversary == "pgd" || p.adversary == "gan-pgd") return pgd(p, "pgd");
  if (p.adversary == "trades") return pgd(p, "kl");
  return {};
}

}  // namespace

std::optional<LaneAttack> ownAttack(const Params& params, Adversary& adversary, const Dials& dials) {
  if (const auto twin = twinOf(params); !twin.empty())
    return [spec = parseAttack(twin)](int64_t, const AttackContext& c) { attackRow(spec.name).run(spec, c); };
  const auto& info = adversaryInfo(params.adversary);
  if (info.usesGenerator && info.perturbsSource)
    return [&](int64_t k, const AttackContext& c) {
      c.out.copy_(adversary.perturbed(c.net, k, dials, c.x, c.labels.flatten()));
    };
  if (info.conditional)
    return [&](int64_t, const AttackContext& c) {
      const auto latents = at::empty({c.x.size(0), params.latent}, c.x.options());
      ops::normals(streamKey(c.seed, Stream::Generate), static_cast<uint64_t>(c.index[0]), latents);
      c.out.copy_(adversary.imagine(latents, c.labels.flatten()));
    };
  return {};
}

}  // namespace sparring
