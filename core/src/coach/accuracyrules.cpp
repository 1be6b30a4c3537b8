// What the accuracies of the evaluations say. An accuracy of n test images is known to its binomial interval; nothing
// is said of a difference within it.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "coach/rules.h"
#include "sparring/adversaries.h"

namespace sparring {

namespace {

constexpr double kGap = 0.3;                    // between one step and many, of all images …
constexpr double kHollow = 5;                   // … and so many times as many right under one
constexpr double kPlunge = 0.1;                 // within an epoch
constexpr double kLeak = 0.01;                  // of attacked images above clean ones
constexpr double kRobustLoss = 0.03;            // of the mean since its best …
constexpr double kEachBelow = 0.02;             // … and of each evaluation in it: they swing more than chance
constexpr size_t kSmooth = 5;                   // evaluations to a mean
constexpr double kOverfit = 0.05;               // between training and test images
constexpr double kQuarter = 0.25, kTail = 0.1;  // of the run
constexpr size_t kSteadyEvaluations = 8;
constexpr double kSteadyLoss = 0.02;  // of the loss's mean
constexpr int64_t kFewSteps = 5;      // of an ascent that counts as many

bool isAbove(const Share& a, const Share& b, double least) {
  const Difference d = difference(a, b);
  return d.value >= least && d.low > 0;
}

bool trainsAgainst(const CoachView& view, int lane) {
  return view.lambda(lane) > 0 && adversaryInfo(view.params().adversary).perturbsSource;
}

double valueOf(const AttackSpec& attack, const std::string& key) {
  const auto found = attack.values.find(key);
  return found == attack.values.end() ? 0 : found->second;
}

bool isOneStep(const AttackSpec& attack) { return attack.name == "fgsm"; }
bool isClimb(const AttackSpec& attack) {
  return attackInfo(attack.name).witness && valueOf(attack, "steps") >= kFewSteps;
}

/// The same images under one step and under many of the same length in all, at one time.
struct StepPair {
  double strength = 0;
  int64_t step = 0;
  Share one, many;
};

/// By time; of the recorded accuracies, and the newest assessment where that is all there is.
std::vector<StepPair> pairsOf(const CoachView& view, int lane) {
  std::vector<StepPair> pairs;
  for (const Metric single : view.accuracies()) {
    const auto& one = metricRow(single).attack;
    if (!one || !isOneStep(*one)) continue;
    for (const Metric climb : view.accuracies()) {
      const auto& many = metricRow(climb).attack;
      if (!many || !isClimb(*many) || valueOf(*many, "eps") != valueOf(*one, "eps")) continue;
      const Figures& steps = view.of(climb, lane);
      for (const Figure& figure : view.of(single, lane)) {
        const auto same = std::ranges::find(steps, figure.step, &Figure::step);
        if (same != steps.end())
          pairs.push_back({valueOf(*one, "eps"), figure.step, view.share(figure.value), view.share(same->value)});
      }
      return pairs;
    }
  }
  return pairs;
}

/// Of an assessment, at the strength nearest to that of training.
std::optional<StepPair> assessedPair(const CoachView& view, int lane) {
  const auto& assessment = view.run().assessment;
  if (!assessment || static_cast<size_t>(lane) >= assessment->lanes.size()) return {};
  const LaneAssessment& found = assessment->lanes[static_cast<size_t>(lane)];
  const Curve *one = found.curve("fgsm"), *many = found.curve("pgd");
  std::optional<StepPair> best;
  if (!one || !many) return {};
  for (const auto& point : one->points) {
    const auto same = std::ranges::find(many->points, point.strength, &Curve::Point::strength);
    if (same == many->points.end() || point.strength > view.params().epsilon * 1.001) continue;
    best = StepPair{point.strength, assessment->step, point.share, same->share};
  }
  return best;
}

bool isHollow(const StepPair& pair) {
  return isAbove(pair.one, pair.many, kGap) && pair.one.value() >= kHollow * pair.many.value();
}

/// Where many steps came to break what they had left standing an epoch before, while one step came to leave more.
const StepPair* plunge(const std::vector<StepPair>& pairs, int64_t epoch, size_t now) {
  for (size_t before = now; before-- > 0;) {
    if (now - before > 1 && pairs[now].step - pairs[before].step > epoch) break;
    if (isAbove(pairs[before].many, pairs[now].many, kPlunge) && pairs[now].one.value() >= pairs[before].one.value())
      return &pairs[before];
  }
  return nullptr;
}

}  // namespace

std::vector<Hint> catastrophicOverfitting(const CoachView& view) {
  std::vector<Hint> hints;
  for (int lane = 0; lane < view.lanes(); ++lane) {
    if (!trainsAgainst(view, lane)) continue;
    const auto pairs = pairsOf(view, lane);
    std::optional<StepPair> seen, before;
    if (pairs.size() >= 2 && isHollow(pairs.back()) && isHollow(pairs[pairs.size() - 2])) seen = pairs.back();
    for (size_t now = pairs.size(); now-- > 1 && !before;)
      if (const StepPair* was = plunge(pairs, view.epoch(), now))
        if (isAbove(was->many, pairs.back().many, kPlunge / 2)) seen = pairs.back(), before = *was;
    if (!seen) {
      const auto assessed = assessedPair(view, lane);
      if (assessed && isHollow(*assessed)) seen = assessed;
    }
    if (!seen) continue;
    Hint hint = hintOf("catastrophic-overfitting", view, lane,
                       "Wong 2020, arXiv 2001.03994; Andriushchenko 2020, arXiv 2007.02617");
    hint.sign = {QT_TRANSLATE_NOOP("core", "Catastrophic overfitting."), {}};
    hint.figures =
        before
            ? Message{QT_TRANSLATE_NOOP("core",
                                        "At ε = %1 many steps (PGD) leave %2 % right at step %3, %4 % at step %5; a "
                                        "single one (FGSM) leaves %6 %."),
                      {numberText(seen->strength), percentText(seen->many.value()), std::to_string(seen->step),
                       percentText(before->many.value()), std::to_string(before->step), percentText(seen->one.value())}}
            : Message{
                  QT_TRANSLATE_NOOP("core", "At ε = %1 a single step (FGSM) leaves %2 % right, many (PGD) only %3 %."),
                  {numberText(seen->strength), percentText(seen->one.value()), percentText(seen->many.value())}};
    hint.meaning = {QT_TRANSLATE_NOOP("core",
                                      "The classifier has learned to spoil the single step that it is trained "
                                      "against, and nothing else: its robustness is none."),
                    {}};
    hint.advice = {QT_TRANSLATE_NOOP("core",
                                     "Train against PGD instead, or with a smaller step and a stronger random start; "
                                     "go on from before it began, or begin anew."),
                   {}};
    if (adversaryInfo(view.params().adversary).stateless() && view.params().adversary != "pgd")
      hint.remedy = {"adversary=pgd"};
    if (before) hint.from = before->step;
    hints.push_back(std::move(hint));
  }
  return hints;
}

// One that overfits to a single step reads that, too: it is told once.
std::vector<Hint> labelLeaking(const CoachView& view) {
  std::vector<Hint> hints;
  const std::vector<Hint> hollow = catastrophicOverfitting(view);
  for (int lane = 0; lane < view.lanes(); ++lane) {
    if (!trainsAgainst(view, lane) || std::ranges::count(hollow, lane, &Hint::lane)) continue;
    for (const Metric metric : view.accuracies()) {
      const auto& attack = metricRow(metric).attack;
      const Figures &attacked = view.of(metric, lane), &clean = view.of(Metric::Clean, lane);
      if (!attack || attackInfo(attack->name).knows != AttackInfo::Knows::Gradient) continue;
      if (attacked.size() < 2 || clean.size() < 2) continue;
      bool twice = true;
      for (size_t back = 1; back <= 2; ++back) {
        const Figure &a = attacked[attacked.size() - back], &c = clean[clean.size() - back];
        twice = twice && a.step == c.step && isAbove(view.share(a.value), view.share(c.value), kLeak);
      }
      if (!twice) continue;
      Hint hint = hintOf("label-leaking", view, lane, "Kurakin 2017, arXiv 1611.01236");
      hint.sign = {QT_TRANSLATE_NOOP("core", "Attacked images are read better than clean ones."), {}};
      hint.figures = {QT_TRANSLATE_NOOP("core", "Under %1 %2 % are right, of clean images %3 %."),
                      {attack->written(), percentText(attacked.back().value), percentText(clean.back().value)}};
      hint.meaning = {QT_TRANSLATE_NOOP("core",
                                        "The attack writes the class into the image, and the classifier has learned "
                                        "to read it there. Its figure under that attack says nothing."),
                      {}};
      hint.advice = {QT_TRANSLATE_NOOP("core",
                                       "Measure with PGD as well, and train with many steps and a random start, or "
                                       "with the class that the classifier reads."),
                     {}};
      if (adversaryInfo(view.params().adversary).stateless() && view.params().adversary != "pgd")
        hint.remedy = {"adversary=pgd"};
      hints.push_back(std::move(hint));
      break;
    }
  }
  return hints;
}

std::vector<Hint> robustOverfitting(const CoachView& view) {
  std::vector<Hint> hints;
  const auto found = std::ranges::find_if(view.accuracies(), [](Metric metric) {
    const auto& attack = metricRow(metric).attack;
    return attack && isClimb(*attack);
  });
  if (found == view.accuracies().end() || view.epoch() <= 0) return hints;
  const Metric main = *found;
  for (int lane = 0; lane < view.lanes(); ++lane) {
    const Figures attacked = view.since(main, lane, view.phaseBegin()),
                  clean = view.since(Metric::Clean, lane, view.phaseBegin());
    if (!trainsAgainst(view, lane) || attacked.size() < 2 * kSmooth || clean.size() != attacked.size()) continue;
    const size_t last = attacked.size() - kSmooth;
    size_t best = 0;
    for (size_t i = 0; i <= last; ++i)
      if (meanOf(attacked, i, kSmooth) > meanOf(attacked, best, kSmooth)) best = i;
    const Share then = view.share(meanOf(attacked, best, kSmooth)), now = view.share(meanOf(attacked, last, kSmooth));
    const size_t middle = best + kSmooth / 2;
    if (attacked.back().step - attacked[middle].step < 2 * view.epoch() || !isAbove(then, now, kRobustLoss)) continue;
    const auto recovered = [&](const Figure& figure) { return figure.value > then.value() - kEachBelow; };
    if (std::any_of(attacked.begin() + static_cast<std::ptrdiff_t>(last), attacked.end(), recovered)) continue;
    if (meanOf(clean, last, kSmooth) < meanOf(clean, best, kSmooth)) continue;
    Hint hint = hintOf("robust-overfitting", view, lane, "Rice 2020, arXiv 2002.11569");
    hint.sign = {QT_TRANSLATE_NOOP("core", "Robust overfitting."), {}};
    hint.figures = {QT_TRANSLATE_NOOP("core",
                                      "Under %1 %2 % were right around step %3, and %4 % are now; on clean images %5 % "
                                      "then and %6 % now."),
                    {metricKey(main, view.accuracies()), percentText(then.value()),
                     std::to_string(attacked[middle].step), percentText(now.value()),
                     percentText(meanOf(clean, best, kSmooth)), percentText(meanOf(clean, last, kSmooth))}};
    hint.meaning = {QT_TRANSLATE_NOOP("core",
                                      "Clean accuracy still rises, but at the price of robustness: the classifier "
                                      "learns the training images' own attacks by heart."),
                    {}};
    hint.advice = {
        QT_TRANSLATE_NOOP("core", "Keep the weights of step %1, or go on from there at a tenth of the rate."),
        {std::to_string(attacked[middle].step)}};
    hint.remedy = {"lr.classifier=" + numberText(view.params().lrClassifier / 10)};
    hint.from = attacked[middle].step;
    hints.push_back(std::move(hint));
  }
  return hints;
}

// Of a misread image the loss is at least the floor, since its class has at most half of the softmax: so at most
// L / floor of the training images are misread.
std::vector<Hint> overfitting(const CoachView& view) {
  std::vector<Hint> hints;
  const Params& p = view.params();
  const double floor = p.lossClassifier == "cross-entropy" ? std::log(2.0) : 0.5;
  for (int lane = 0; lane < view.lanes(); ++lane) {
    const bool against = view.phase() == Phase::Joint && view.lambda(lane) > 0;
    const double weight = against ? p.cleanWeight : 1;
    const Figures losses = view.since(Metric::L, lane, std::max(view.settled(), view.run().step - view.epoch()));
    const Figures& clean = view.of(Metric::Clean, lane);
    if (weight <= 0 || view.epoch() <= 0 || losses.size() < kSteadyEvaluations || clean.size() < 2) continue;
    if (clean[clean.size() - 2].step <= view.settled()) continue;  // tested before it learned what the loss tells of
    const double trained = 1 - meanOf(losses, 0, losses.size()) / weight / floor;
    bool twice = true;
    for (size_t back = 1; back <= 2; ++back) {
      const Share tested = view.share(clean[clean.size() - back].value);
      twice = twice && trained - tested.value() >= kOverfit && tested.interval().high < trained;
    }
    if (!twice) continue;
    Hint hint = hintOf("overfitting", view, lane, "Goodfellow 2016, Deep Learning, 5.2");
    hint.sign = {QT_TRANSLATE_NOOP("core", "Overfitting."), {}};
    hint.figures = {QT_TRANSLATE_NOOP("core",
                                      "Of the training images at least %1 % are read rightly, as their loss shows, of "
                                      "the test images %2 %."),
                    {percentText(trained), percentText(clean.back().value)}};
    hint.meaning = {
        QT_TRANSLATE_NOOP("core", "The classifier knows its training images by heart, and others not so well."), {}};
    hint.advice = {QT_TRANSLATE_NOOP("core", "Train for fewer epochs, with a smaller network or on more images."), {}};
    if (std::ranges::any_of(p.classifierHidden, [](int64_t width) { return width > 1; })) {
      std::vector<std::string> widths;
      for (const int64_t width : p.classifierHidden) widths.push_back(std::to_string(std::max<int64_t>(1, width / 2)));
      hint.remedy = {"classifier.hidden=" + joined(widths, ",")};
    }
    hints.push_back(std::move(hint));
  }
  return hints;
}

std::vector<Hint> nothingMoves(const CoachView& view) {
  const CoachCase& run = view.run();
  const auto total = static_cast<double>(run.totalSteps);
  const auto from = run.step - static_cast<int64_t>(kQuarter * total);
  const bool learns = view.phase() == Phase::Joint;
  if (run.over || run.tested <= 0 || !learns || from < view.settled()) return {};
  if (static_cast<double>(run.totalSteps - run.step) < kTail * total) return {};
  const auto still = [&](const Figures& figures, double tolerance) {
    const size_t half = figures.size() / 2;
    return std::abs(meanOf(figures, figures.size() - half, half) - meanOf(figures, 0, half)) <= tolerance;
  };
  size_t looked = 0;
  for (int lane = 0; lane < view.lanes(); ++lane) {
    for (const Metric metric : view.accuracies()) {
      const Figures figures = view.since(metric, lane, from);
      if (figures.size() < kSteadyEvaluations) continue;
      const auto [low, high] = view.share(meanOf(figures, 0, figures.size())).interval();
      if (!still(figures, (high - low) / 2)) return {};
      ++looked;
    }
    const Figures losses = view.since(Metric::LTotal, lane, from);
    if (losses.size() < kSteadyEvaluations) return {};
    if (!still(losses, kSteadyLoss * meanOf(losses, 0, losses.size()))) return {};
  }
  if (looked == 0) return {};
  Hint hint = hintOf("nothing-moves", view, -1, "Prechelt 1998, Early stopping – but when?");
  hint.sign = {QT_TRANSLATE_NOOP("core", "Nothing moves any more."), {}};
  hint.figures = {QT_TRANSLATE_NOOP("core",
                                    "Since step %1, a quarter of the run, no accuracy has changed beyond its interval, "
                                    "and no loss by more than 2 %."),
                  {std::to_string(from)}};
  hint.meaning = {QT_TRANSLATE_NOOP("core", "There is nothing more to learn with these settings."), {}};
  hint.advice = {QT_TRANSLATE_NOOP("core", "Stop here and keep what there is, or change what holds it back."), {}};
  return {hint};
}

}  // namespace sparring
