#include "io/measuredlists.h"

#include <algorithm>
#include <limits>

#include "sparring/error.h"
#include "sparring/run.h"

namespace sparring {
namespace {

constexpr const char* kKey = "evaluate.attacks";

bool changesTheList(const Event& event) {
  if (event.kind != Event::Kind::Edit) return false;
  try {
    return paramRow(event.key).key == kKey;  // an older version edited parts of it
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

MeasuredLists::MeasuredLists(const Params& began, const std::vector<Event>& events) {
  Params params;
  params.evaluateAttacks = began.evaluateAttacks;
  lists_.emplace_back(std::numeric_limits<int64_t>::min(), accuraciesUnder(params.evaluateAttacks));
  for (const Event& event : events) {
    if (!changesTheList(event)) continue;
    try {
      setParam(params, event.key, event.value);
      lists_.emplace_back(event.step, accuraciesUnder(params.evaluateAttacks));
    } catch (const Error&) {  // a record written by hand: the list before stays
    }
  }
}

const std::vector<Metric>& MeasuredLists::at(int64_t step) const {
  const auto after =
      std::find_if(lists_.begin() + 1, lists_.end(), [step](const auto& list) { return list.first >= step; });
  return (after - 1)->second;
}

std::vector<Metric> accuraciesOf(const Params& began, const std::vector<Event>& events) {
  return MeasuredLists(began, events).last();
}

}  // namespace sparring
