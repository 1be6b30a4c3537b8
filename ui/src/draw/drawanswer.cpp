#include "draw/drawanswer.h"

#include <algorithm>

namespace sparring::ui {
namespace {

Reader readerOf(const DrawSource& source, const std::atomic<bool>& stop) {
  Reader reader(*source.model, source.data.get(), source.threads);
  reader.setRest([&stop] {
    if (stop) throw Error({QT_TRANSLATE_NOOP("core", "Cancelled."), {}});
  });
  return reader;
}

/// The class that is nearest to taking the verdict from `from`.
int rivalOf(const LaneReading& reading, int from) {
  int best = from == 0 ? 1 : 0;
  for (int c = 0; c < int(reading.logits.size()); ++c)
    if (c != from && reading.logits[size_t(c)] > reading.logits[size_t(best)]) best = c;
  return best;
}

}  // namespace

Answers answersOf(const DrawSource& source, const Pixels& x, const AttackWish& wish, const std::atomic<bool>& stop) {
  const Reader reader = readerOf(source, stop);
  const auto attacked = reader.attack(x, wish);
  const auto flips = reader.flips(x, wish);
  Answers answers;
  for (size_t k = 0; k < attacked.size(); ++k) {
    const int from = attacked[k].from;
    const int to = wish.target && *wish.target != from ? *wish.target : rivalOf(attacked[k].after, from);
    answers.push_back(
        {attacked[k], flips[k], to, reader.why(x, attacked[k].image, int(k), from, to), wish.target == from});
  }
  return answers;
}

Slices slicesOf(const DrawSource& source, const Pixels& x, const Answers& answers,
                const std::optional<AttackWish>& second, double extent, const std::atomic<bool>& stop) {
  const Reader reader = readerOf(source, stop);
  std::vector<LaneAttacked> others;
  if (second) others = reader.attack(x, *second);
  Slices slices;
  for (size_t k = 0; k < answers.size(); ++k) {
    SliceWish wish{.changed = answers[k].attacked.image, .extent = extent};
    if (second) wish.second = others[k].image;
    slices.push_back(reader.slice(x, int(k), wish));
  }
  return slices;
}

}  // namespace sparring::ui
