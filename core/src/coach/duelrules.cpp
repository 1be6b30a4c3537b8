// What is to be said of the duel between generator and discriminator.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "coach/rules.h"

namespace sparring {

namespace {

constexpr double kBeaten = 0.05;             // of the discriminator's loss at its worst, in the median of an epoch
constexpr double kHigh = 0.9, kFlat = 0.05;  // of the generator's
constexpr size_t kPoints = 10;               // in an epoch

/// The largest median of so many points one after another.
double worstOf(const Figures& figures) {
  double worst = 0;
  for (size_t i = 0; i + kPoints <= figures.size(); i += kPoints) {
    const auto at = figures.begin() + static_cast<std::ptrdiff_t>(i);
    worst = std::max(worst, medianOf({at, at + kPoints}));
  }
  return worst;
}

/// Half the width of the middle half.
double spreadOf(Figures figures) {
  std::ranges::sort(figures, {}, &Figure::value);
  return (figures[figures.size() * 3 / 4].value - figures[figures.size() / 4].value) / 2;
}

const Check* alarmOf(const GeneratorQuality& quality) {
  const auto found = std::ranges::find_if(quality.checks, [](const Check& check) {
    return check.verdict == Check::Verdict::Alarm && check.name != "memorisation";
  });
  return found == quality.checks.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Hint> discriminatorWon(const CoachView& view) {
  const int64_t epoch = view.epoch(), from = view.run().step - epoch;
  const Figures d = view.since(Metric::D, 0, from), g = view.since(Metric::G, 0, from);
  if (epoch <= 0 || d.size() < kPoints || g.size() < kPoints) return {};
  const double loss = medianOf(d), worst = worstOf(view.of(Metric::D)), rival = medianOf(g);
  const bool beaten = loss >= 0 && loss < kBeaten * worst;
  const bool stuck = rival > 0 && rival >= kHigh * worstOf(view.of(Metric::G)) && spreadOf(g) <= kFlat * rival;
  if (!beaten || !stuck) return {};
  const Params& p = view.params();
  Hint hint = hintOf("discriminator-won", view, -1, "Arjovsky 2017, arXiv 1701.04862");
  hint.sign = {QT_TRANSLATE_NOOP("core", "The discriminator has won."), {}};
  hint.figures = {QT_TRANSLATE_NOOP("core", "Its loss is %1, at worst it was %2; the generator's stays at %3."),
                  {numberText(std::round(1e5 * loss) / 1e5), numberText(std::round(1e3 * worst) / 1e3),
                   numberText(std::round(1e3 * rival) / 1e3)}};
  hint.meaning = {QT_TRANSLATE_NOOP("core",
                                    "It tells every generated image at once, and its slope is next to nothing: the "
                                    "generator learns no more."),
                  {}};
  hint.advice = {QT_TRANSLATE_NOOP("core",
                                   "Slow the discriminator down, give the generator batch normalisation, and use least "
                                   "squares with a linear output."),
                 {}};
  if (!p.generatorBatchNorm) hint.remedy.push_back("generator.batchnorm=true");
  if (p.discriminatorOutput != "linear") hint.remedy.push_back("discriminator.output=linear");
  if (p.discriminatorHidden.empty()) hint.remedy.push_back("discriminator.hidden=256,256");
  if (hint.remedy.empty()) hint.remedy = {"lr.discriminator=" + numberText(p.lrDiscriminator / 4)};
  return {hint};
}

// Not of a duel that is young: when it is over, or what was wrong still is at the next measurement.
std::vector<Hint> collapsed(const CoachView& view) {
  const auto& qualities = view.run().qualities;
  if (qualities.empty()) return {};
  const Check* alarm = alarmOf(*qualities.back());
  const Check* before = qualities.size() > 1 ? alarmOf(*qualities[qualities.size() - 2]) : nullptr;
  const bool again = before && alarm && before->name == alarm->name;
  if (!alarm || !(view.run().over || (view.phase() == Phase::Joint && again))) return {};
  Hint hint = hintOf(alarm->name == "agreement" ? "disobedience" : "mode-collapse", view, -1,
                     "Goodfellow 2016, arXiv 1701.00160; Salimans 2016, arXiv 1606.03498");
  hint.step = qualities.back()->step;
  hint.sign = {alarm->name == "agreement"
                   ? QT_TRANSLATE_NOOP("core", "The generator does not draw what it is asked for.")
                   : QT_TRANSLATE_NOOP("core", "The generator has collapsed."),
               {}};
  hint.figures = alarm->finding;
  hint.meaning = {alarm->name == "agreement"
                      ? QT_TRANSLATE_NOOP("core", "The classifier is trained on images under wrong labels.")
                      : QT_TRANSLATE_NOOP("core",
                                          "Whatever the latent, it draws much the same: as training samples its images "
                                          "are worth nothing. The page Generator has the figures."),
                  {}};
  hint.advice = alarm->meaning;
  hint.remedy = alarm->remedy;
  return {hint};
}

}  // namespace sparring
