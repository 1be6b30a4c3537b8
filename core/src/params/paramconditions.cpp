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

/// Of the parameters that not every training reads, those that no row of an adversary or a GAN loss names.
const std::map<std::string, bool (*)(const Params&)>& conditions() {
  static const std::map<std::string, bool (*)(const Params&)> table = {
      {"beta", drawsImages},
      {"fooling", [](const Params& p) { return drawsImages(p) && p.beta > 0; }},
      {"teacher.weight", [](const Params& p) { return drawsImages(p) && opponent(p).conditional; }},
      {"loss.gan", hasDiscriminator},
      {"generator.hidden", hasGenerator},
      {"generator.batchnorm", hasGenerator},
      {"generator.activation", hasGenerator},
      {"discriminator.hidden", hasDiscriminator},
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

template <class Info>
bool names(const Info& info, const std::string& key) {
  return std::find(info.params.begin(), info.params.end(), key) != info.params.end();
}

template <class Info>
bool anyNames(const std::vector<Info>& infos, const std::string& key) {
  return std::any_of(infos.begin(), infos.end(), [&](const Info& info) { return names(info, key); });
}

}  // namespace

bool ganLossReads(const std::string& key, const Params& params) {
  return std::any_of(ganLosses().begin(), ganLosses().end(),
                     [&](const auto& info) { return info.name == params.lossGan && names(info, key); });
}

bool matters(const std::string& key, const Params& params) {
  if (const auto found = conditions().find(key); found != conditions().end()) return found->second(params);
  if (anyNames(ganLosses(), key)) return hasDiscriminator(params) && ganLossReads(key, params);
  return !anyNames(adversaries(), key) || names(opponent(params), key);
}

}  // namespace sparring
