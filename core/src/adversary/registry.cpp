#include <algorithm>

#include "adversary/rows.h"
#include "base/text.h"

namespace sparring {

const std::vector<AdversaryRow>& adversaryRegistry() {
  static const std::vector<AdversaryRow> rows = {
      cganRow(), ganRow(),    atganRow(), advganRow(), gatRow(),   ganPgdRow(), latentRow(),
      fgsmRow(), fgsmRsRow(), pgdRow(),   tradesRow(), noiseRow(), noneRow(),
  };
  return rows;
}

const AdversaryRow& adversaryRow(const Params& params) {
  adversaryInfo(params.adversary);  // or its error
  return *std::ranges::find(adversaryRegistry(), params.adversary, [](const auto& row) { return row.info.name; });
}

std::unique_ptr<Adversary> makeAdversary(const Params& params, const BuildContext& build) {
  return adversaryRow(params).make(params, build);
}

const std::vector<AdversaryInfo>& adversaries() {
  static const std::vector<AdversaryInfo> infos = [] {
    std::vector<AdversaryInfo> list;
    for (const auto& row : adversaryRegistry()) list.push_back(row.info);
    return list;
  }();
  return infos;
}

const AdversaryInfo& adversaryInfo(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& info : adversaries()) {
    if (info.name == name) return info;
    names.push_back(info.name);
  }
  const std::string meant = nearest(name, names);
  throw Error({QT_TRANSLATE_NOOP("core", "There is no adversary \"%1\"."), {name}},
              meant.empty() ? Message{QT_TRANSLATE_NOOP("core", "It takes one of: %1."), {joined(names, " | ")}}
                            : Message{QT_TRANSLATE_NOOP("core", "Did you mean %1?"), {meant}},
              Error::Kind::Usage);
}

}  // namespace sparring
