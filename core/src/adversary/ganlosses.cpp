#include <algorithm>

#include "adversary/ganloss.h"
#include "base/text.h"
#include "sparring/error.h"

namespace sparring {

const std::vector<GanLossRow>& ganLossRegistry() {
  static const std::vector<GanLossRow> rows = {leastSquaresRow(), crossEntropyRow(), hingeRow()};
  return rows;
}

const std::vector<GanLossInfo>& ganLosses() {
  static const std::vector<GanLossInfo> infos = [] {
    std::vector<GanLossInfo> list;
    for (const auto& row : ganLossRegistry()) list.push_back(row.info);
    return list;
  }();
  return infos;
}

namespace {

const GanLossRow& ganLossRow(const Params& params) {
  const auto row =
      std::ranges::find(ganLossRegistry(), params.lossGan, [](const auto& loss) { return loss.info.name; });
  if (row != ganLossRegistry().end()) return *row;
  std::vector<std::string> names;
  for (const auto& info : ganLosses()) names.push_back(info.name);
  throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be \"%2\"."), {"loss.gan", params.lossGan}},
              {QT_TRANSLATE_NOOP("core", "It takes one of: %1."), {joined(names, " | ")}}, Error::Kind::Usage);
}

}  // namespace

GanLoss makeGanLoss(const Params& params) { return ganLossRow(params).make(params); }
GanScale ganScale(const Params& params) { return ganLossRow(params).scale(params); }

}  // namespace sparring
