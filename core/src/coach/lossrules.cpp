// What losses and their gradients say.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "coach/rules.h"

namespace sparring {

namespace {

constexpr double kJump = 5, kStaysUp = 3;    // times the median before
constexpr size_t kBefore = 20, kAfter = 10;  // points
constexpr double kMost = 10;                 // of the ratio of two gradients, and one over it the least
constexpr double kOpposed = -0.3;            // of the cosine
constexpr double kAgree = 0.5;               ///< cosine from which two gradients are one way
constexpr size_t kMeasured = 8;              // times, of which …
constexpr double kMostOf = 0.75;             // … so many show it

Hint halved(const CoachView& view, int lane) {
  Hint hint = hintOf("loss-jump", view, lane, "Goodfellow 2016, Deep Learning, 11.4");
  hint.sign = {QT_TRANSLATE_NOOP("core", "The loss has jumped."), {}};
  hint.meaning = {QT_TRANSLATE_NOOP("core", "The steps are too long: each overshoots what the one before has reached."),
                  {}};
  const double half = view.params().lrClassifier / 2;
  hint.advice = {QT_TRANSLATE_NOOP("core", "Go on from before it at half the rate, %1."), {numberText(half)}};
  hint.remedy = {"lr.classifier=" + numberText(half)};
  return hint;
}

double shareOf(const Figures& figures, auto condition) {
  return static_cast<double>(std::ranges::count_if(figures, condition, &Figure::value)) /
         static_cast<double>(figures.size());
}

/// The last measurements since anything was changed; none where they are too few.
Figures lately(const CoachView& view, Metric metric, int lane) {
  Figures figures = view.since(metric, lane, view.settled());
  if (figures.size() < kMeasured) return {};
  figures.erase(figures.begin(), figures.end() - kMeasured);
  return figures;
}

std::string twoDigits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2g", value);
  return numberText(parseReal(text).value_or(value));
}

/// All lanes' λ as text, that of `lane` being `value`.
std::string lambdasWith(const CoachView& view, int lane, const std::string& value) {
  std::vector<std::string> texts;
  for (int k = 0; k < view.lanes(); ++k) texts.push_back(k == lane ? value : numberText(view.lambda(k)));
  return joined(texts, ",");
}

}  // namespace

std::vector<Hint> lossJumps(const CoachView& view) {
  if (view.run().broken) {
    Hint hint = halved(view, -1);
    hint.sign = {QT_TRANSLATE_NOOP("core", "The loss is no longer a finite number."), {}};
    hint.figures = {QT_TRANSLATE_NOOP("core", "Seen at step %1."), {std::to_string(view.run().step)}};
    hint.from = view.run().step;
    return {hint};
  }
  std::vector<Hint> hints;
  for (int lane = 0; lane < view.lanes(); ++lane) {
    const Figures all = view.since(Metric::LTotal, lane, view.settled());
    for (size_t i = kBefore; i + kAfter <= all.size(); ++i) {
      const auto at = all.begin() + static_cast<std::ptrdiff_t>(i);
      const double before = medianOf({at - kBefore, at}), after = medianOf({at, at + kAfter});
      if (!(before > 0) || at->value < kJump * before || after < kStaysUp * before) continue;
      if (medianOf({all.end() - kAfter, all.end()}) < kStaysUp * before) continue;  // it has come back
      Hint hint = halved(view, lane);
      hint.figures = {QT_TRANSLATE_NOOP("core", "From about %1 to %2 at step %3, and it stays up."),
                      {twoDigits(before), twoDigits(after), std::to_string(at->step)}};
      hint.from = (at - 1)->step;
      hints.push_back(std::move(hint));
      break;
    }
  }
  return hints;
}

std::vector<Hint> unbalanced(const CoachView& view) {
  std::vector<Hint> hints;
  for (int lane = 0; lane < view.lanes(); ++lane) {
    const Figures ratios = lately(view, Metric::GradientRatio, lane);
    if (ratios.empty() || view.lambda(lane) <= 0) continue;
    // where both point the same way the longer one drowns nothing: a large λ at its work
    const Figures cosines = lately(view, Metric::GradientCosine, lane);
    const bool agree = !cosines.empty() && medianOf(cosines) >= kAgree;
    const bool above = !agree && shareOf(ratios, [](double r) { return r > kMost; }) >= kMostOf;
    const bool below = shareOf(ratios, [](double r) { return r < 1 / kMost; }) >= kMostOf;
    if (!above && !below) continue;
    const double ratio = medianOf(ratios);
    const std::string balanced = twoDigits(std::min(view.lambda(lane) / ratio, paramRow("lambda").range.max));
    Hint hint = hintOf("unbalanced", view, lane, "Chen 2018, GradNorm, arXiv 1711.02257");
    hint.sign = {
        above ? QT_TRANSLATE_NOOP("core", "λ·L_adv drowns L.") : QT_TRANSLATE_NOOP("core", "L drowns λ·L_adv."), {}};
    hint.figures = {QT_TRANSLATE_NOOP("core", "The gradient of λ·L_adv is %1 times as long as that of L."),
                    {twoDigits(ratio)}};
    hint.meaning = {above ? QT_TRANSLATE_NOOP("core",
                                              "The classifier follows the opponent's samples alone; the original ones "
                                              "hardly count.")
                          : QT_TRANSLATE_NOOP("core",
                                              "The opponent's samples hardly count; the classifier is trained as if "
                                              "there were none."),
                    {}};
    hint.advice = {QT_TRANSLATE_NOOP("core", "Both pull alike with λ = %1."), {balanced}};
    hint.remedy = {"lambda=" + lambdasWith(view, lane, balanced)};
    hints.push_back(std::move(hint));
  }
  return hints;
}

std::vector<Hint> opposed(const CoachView& view) {
  std::vector<Hint> hints;
  for (int lane = 0; lane < view.lanes(); ++lane) {
    const Figures cosines = lately(view, Metric::GradientCosine, lane);
    if (cosines.empty() || shareOf(cosines, [](double c) { return c < kOpposed; }) < kMostOf) continue;
    Hint hint = hintOf("opposed", view, lane, "Yu 2020, Gradient surgery, arXiv 2001.06782");
    hint.sign = {QT_TRANSLATE_NOOP("core", "L and L_adv pull apart."), {}};
    hint.figures = {QT_TRANSLATE_NOOP("core", "The cosine of their gradients is %1 in the middle of the last %2."),
                    {numberText(std::round(100 * medianOf(cosines)) / 100), std::to_string(cosines.size())}};
    hint.meaning = {QT_TRANSLATE_NOOP("core",
                                      "What helps against the opponent harms on original samples: much of each step "
                                      "undoes the other's work."),
                    {}};
    const std::string half = twoDigits(view.lambda(lane) / 2);
    hint.advice = {QT_TRANSLATE_NOOP("core",
                                     "Weaken the opponent, or take λ = %1: half of it. Samples under wrong labels do "
                                     "this, too: look at them."),
                   {half}};
    hint.remedy = {"lambda=" + lambdasWith(view, lane, half)};
    hints.push_back(std::move(hint));
  }
  return hints;
}

}  // namespace sparring
