#include "measure/own.h"

#include <ATen/ops/empty.h>

#include "base/text.h"

namespace sparring {

std::optional<LaneAttack> ownAttack(const Params& params, Adversary& adversary, const Dials& dials) {
  const auto& [info, make, twin] = adversaryRow(params);
  if (twin)
    return [spec = parseAttack(twin(params))](int64_t, const AttackContext& c) { attackRow(spec.name).run(spec, c); };
  if (const auto* changer = adversary.changer())
    return [=, &dials](int64_t k, const AttackContext& c) {
      c.out.copy_(changer->perturbed(c.net, k, dials, c.x, c.labels.flatten()));
    };
  if (info.conditional)
    return [&](int64_t k, const AttackContext& c) {
      const auto latents = at::empty({c.x.size(0), params.latent}, c.x.options());
      ops::normals(streamKey(c.seed, Stream::Generate), static_cast<uint64_t>(c.index[0]), latents);
      c.out.copy_(adversary.drawer()->imagine(k, latents, c.labels.flatten()));
    };
  return {};
}

std::string opponentText(const Params& params) {
  const auto& [info, make, twin] = adversaryRow(params);
  if (twin) return twin(params);
  return info.perturbsSource ? info.name + ":eps=" + numberText(params.epsilon) : info.name;
}

}  // namespace sparring
