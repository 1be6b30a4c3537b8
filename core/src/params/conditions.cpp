#include "params/conditions.h"

#include <algorithm>

#include "sparring/adversaries.h"

namespace sparring {

bool hasGenerator(const Params& params) { return adversaryInfo(params.adversary).usesGenerator; }
bool hasDiscriminator(const Params& params) { return adversaryInfo(params.adversary).usesDiscriminator; }
bool drawsImages(const Params& params) { return adversaryInfo(params.adversary).drawsImages(); }

bool ganLossReads(const std::string& key, const Params& params) {
  return std::ranges::any_of(ganLosses(), [&](const GanLossInfo& info) {
    return info.name == params.lossGan && std::ranges::find(info.params, key) != info.params.end();
  });
}

bool matters(const std::string& key, const Params& params) {
  if (const auto applies = paramRow(key).applies) return applies(params);
  const bool someonesOwn = std::ranges::any_of(adversaries(), [&](const auto& info) { return info.reads(key); });
  return !someonesOwn || adversaryInfo(params.adversary).reads(key);
}

}  // namespace sparring
