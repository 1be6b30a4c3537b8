// When a parameter plays a part beside the others' values.
#include <algorithm>
#include <map>

#include "sparring/adversaries.h"
#include "sparring/params.h"

namespace sparring {

namespace {

const AdversaryInfo& opponent(const Params& p) { return adversaryInfo(p.adversary); }

bool hasGenerator(const Params& p) { return opponent(p).usesGenerator; }
bool drawsImages(const Params& p) { return opponent(p).drawsImages(); }
bool hasDiscriminator(const Params& p) { return opponent(p).usesDiscriminator; }

/// Of the parameters that not every training reads, those that no adversary's row names.
const std::map<std::string, bool (*)(const Params&)>& conditions() {
  static const std::map<std::string, bool (*)(const Params&)> table = {
      {"beta", drawsImages},
      {"fooling", [](const Params& p) { return drawsImages(p) && p.beta > 0; }},
      {"teacher.weight", [](const Params& p) { return drawsImages(p) && opponent(p).conditional; }},
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
      {"clean.weight", [](const Params& p) { return p.adversary != "none"; }},
  };
  return table;
}

bool names(const AdversaryInfo& info, const std::string& key) {
  return std::find(info.params.begin(), info.params.end(), key) != info.params.end();
}

}  // namespace

bool matters(const std::string& key, const Params& params) {
  if (const auto found = conditions().find(key); found != conditions().end()) return found->second(params);
  const auto& all = adversaries();
  const bool someonesOwn = std::any_of(all.begin(), all.end(), [&](const auto& info) { return names(info, key); });
  return !someonesOwn || names(opponent(params), key);
}

}  // namespace sparring
