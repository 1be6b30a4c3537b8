// The one table of parameters. A new parameter is a member of Params (with its default) and a row: in one of the files
// of rows.h, or in the file of the opponent that alone reads it.
#include <algorithm>
#include <iterator>

#include "params/rows.h"
#include "sparring/adversaries.h"

namespace sparring {

namespace {

/// The opponents whose own rows come first in the panel, in this order; those of others follow as the registry has
/// them.
constexpr const char* kFirst[] = {"advgan", "gat",     "atgan",  "fgsm", "fgsm-rs",
                                  "noise",  "gan-pgd", "latent", "gan",  "cgan"};

std::vector<ParamRow> opponentsOwnRows() {
  auto all = adversaries();
  std::ranges::stable_sort(all, {},
                           [](const auto& info) { return std::ranges::find(kFirst, info.name) - std::begin(kFirst); });
  std::vector<ParamRow> rows;
  for (const auto& info : all)
    for (const auto& row : info.own)  // one that two of them read is shown once
      if (std::ranges::find(rows, row.key, &ParamRow::key) == rows.end()) rows.push_back(row);
  return rows;
}

}  // namespace

const std::vector<ParamRow>& paramTable() {
  static const std::vector<ParamRow> table = [] {
    std::vector<ParamRow> all;
    const auto add = [&](const char* group, std::vector<ParamRow> rows) {
      for (auto& row : rows) {
        row.group = group;
        all.push_back(std::move(row));
      }
    };
    const char* opponent = QT_TRANSLATE_NOOP("params", "Opponent");
    add(QT_TRANSLATE_NOOP("params", "Objective"), objectiveRows());
    add(opponent, opponentRows());
    add(opponent, opponentsOwnRows());
    add(opponent, duelRows());
    add(QT_TRANSLATE_NOOP("params", "Optimiser"), rateRows());
    add(QT_TRANSLATE_NOOP("params", "Schedule"), scheduleRows());
    add(QT_TRANSLATE_NOOP("params", "Networks"), networkRows());
    add(QT_TRANSLATE_NOOP("params", "Watching"), watchingRows());
    add(QT_TRANSLATE_NOOP("params", "Data and machine"), dataRows());
    return all;
  }();
  return table;
}

}  // namespace sparring
