#include "judge/masking.h"

#include <algorithm>

#include "base/text.h"

namespace sparring {

namespace {

using Verdict = Check::Verdict;

constexpr double kPoint = 0.01;       // the least difference that counts
constexpr double kHidden = 0.05;      // … between two gradients of one classifier: they never agree to the point
constexpr double kUnbounded = 0.5;    // ε at which any image can be made a grey one
constexpr double kNearlyNone = 0.05;  // what may be left there: a search of finite length
constexpr double kManySteps = 10;     // that an ascent needs to be a witness

/// Clean accuracy that a classifier needs to be judged: twice chance; of two classes half way from chance to all.
double trainedFrom(const LaneAssessment& lane) {
  const double chance = 1.0 / std::max(2, lane.classes());
  return std::min(2 * chance, (1 + chance) / 2);
}

struct Outcome {
  Verdict verdict = Verdict::Unknown;
  Message finding;
};

/// Two figures of which the first should not be the larger.
struct Pair {
  std::string attack;
  double strength = 0;
  Share suspect, bound;

  double excess() const { return difference(suspect, bound).value; }
  bool alarms(double least) const { return excess() >= least && difference(suspect, bound).low > 0; }
};

Outcome unknown() {
  return {Verdict::Unknown, {QT_TRANSLATE_NOOP("core", "Not measured: it takes the attacks of the full suite."), {}}};
}

/// Places of both sentences: %1 the strength, %2 and %3 the two figures in per cent, %4 the attack. They tell the pair
/// with the largest excess.
Outcome judged(const std::vector<Pair>& pairs, const char* alarm, const char* pass, double least = kPoint) {
  const auto worst = std::ranges::max_element(
      pairs, {}, [&](const Pair& pair) { return std::pair(pair.alarms(least), pair.excess()); });
  if (worst == pairs.end()) return unknown();
  const bool raised = worst->alarms(least);
  return {raised ? Verdict::Alarm : Verdict::Pass,
          {raised ? alarm : pass,
           {numberText(worst->strength), percentText(worst->suspect.value()), percentText(worst->bound.value()),
            worst->attack}}};
}

const Share* at(const Curve& curve, double strength) {
  const auto found = std::ranges::find(curve.points, strength, &Curve::Point::strength);
  return found == curve.points.end() ? nullptr : &found->share;
}

double valueOf(const Curve& curve, const std::string& key) {
  const auto found = curve.attack.values.find(key);
  return found == curve.attack.values.end() ? 0 : found->second;
}

/// Whether it takes many steps that together reach eps. An ascent that was cut short leaves more right than there need
/// be, and no gradient is to blame for that.
bool climbs(const Curve& curve) { return valueOf(curve, "steps") >= kManySteps && valueOf(curve, "alpha") >= 1; }

bool isWitness(const Curve& curve) { return attackInfo(curve.attack.name).witness && climbs(curve); }

const Curve* ascent(const LaneAssessment& lane, const std::string& attack) {
  const auto found =
      std::ranges::find_if(lane.curves, [&](const Curve& c) { return c.attack.name == attack && climbs(c); });
  return found == lane.curves.end() ? nullptr : &*found;
}

/// Both at every strength that both were measured at.
std::vector<Pair> pairs(const Curve* suspect, const Curve* bound) {
  std::vector<Pair> list;
  if (suspect && bound)
    for (const auto& point : suspect->points)
      if (const auto* other = at(*bound, point.strength))
        list.push_back({suspect->attack.name, point.strength, point.share, *other});
  return list;
}

Outcome oneStep(const LaneAssessment& lane) {
  return judged(
      pairs(ascent(lane, "pgd"), lane.curve("fgsm")),
      QT_TRANSLATE_NOOP("core", "At ε = %1 many steps (PGD) leave %2 % right, a single one (FGSM) only %3 %."),
      QT_TRANSLATE_NOOP("core", "Many steps do at least as much as one: at eps %1 PGD leaves %2 %, FGSM %3 %."));
}

bool climbed(const LaneAssessment& lane, double strength) {
  return std::ranges::any_of(lane.curves, [&](const Curve& c) { return isWitness(c) && at(c, strength); });
}

/// What an attack without the gradient leaves should not be less than what those with it leave.
std::vector<Pair> againstWhiteBox(const LaneAssessment& lane, const std::string& attack) {
  std::vector<Pair> list;
  if (const auto* curve = lane.curve(attack))
    for (size_t i = 0; i < curve->whiteBox.size(); ++i)
      if (curve->whiteBox[i].count > 0 && climbed(lane, curve->points[i].strength))
        list.push_back({attack, curve->points[i].strength, curve->whiteBox[i], curve->points[i].share});
  return list;
}

Outcome blackBox(const LaneAssessment& lane) {
  return judged(againstWhiteBox(lane, "square"),
                QT_TRANSLATE_NOOP("core",
                                  "At ε = %1 a blind search (Square) leaves %3 % right, the attacks that see the "
                                  "gradient %2 % of the same images."),
                QT_TRANSLATE_NOOP("core",
                                  "Seeing the gradient helps: at eps %1 it leaves %2 %, the blind search (Square) "
                                  "%3 % of the same images."));
}

Outcome transferred(const LaneAssessment& lane) {
  return judged(againstWhiteBox(lane, "transfer"),
                QT_TRANSLATE_NOOP("core",
                                  "At ε = %1 an attack built against another classifier leaves %3 % right, those "
                                  "built against this one %2 %."),
                QT_TRANSLATE_NOOP("core",
                                  "Attacks built against this classifier do more: at eps %1 they leave %2 %, those "
                                  "built against another %3 %."));
}

Outcome unbounded(const LaneAssessment& lane) {
  const auto* curve = ascent(lane, "pgd");
  const auto* share = curve ? at(*curve, kUnbounded) : nullptr;
  if (!share) return unknown();
  if (lane.clean.interval().low < trainedFrom(lane))
    return {Verdict::Unknown,
            {QT_TRANSLATE_NOOP("core", "The classifier knows too few clean images to be judged."), {}}};
  const bool raised = share->interval().low > kNearlyNone;
  return {raised ? Verdict::Alarm : Verdict::Pass,
          {QT_TRANSLATE_NOOP("core",
                             "With eps %1, at which any image can be turned into plain grey, PGD leaves %2 % "
                             "right."),
           {numberText(kUnbounded), percentText(share->value())}}};
}

Outcome monotone(const LaneAssessment& lane) {
  std::vector<Pair> list;
  for (const auto& curve : lane.curves) {
    if (!isWitness(curve) || curve.points.empty()) continue;
    Share least = curve.points.front().share;
    for (size_t i = 1; i < curve.points.size(); ++i) {
      const auto& [strength, share] = curve.points[i];
      list.push_back({curve.attack.name, strength, share, least});
      if (share.value() < least.value()) least = share;
    }
  }
  return judged(
      list, QT_TRANSLATE_NOOP("core", "%4 leaves %2 % right at eps %1, but only %3 % at a smaller one."),
      QT_TRANSLATE_NOOP("core", "The larger eps, the fewer are right, or as many (%4 at %1: %2 %, before %3 %)."));
}

Outcome leaking(const LaneAssessment& lane) {
  std::vector<Pair> list;
  for (const auto& curve : lane.curves)
    if (attackInfo(curve.attack.name).knows == AttackInfo::Knows::Gradient)
      for (const auto& [strength, share] : curve.points)
        list.push_back({curve.attack.name, strength, share, lane.clean});
  return judged(list,
                QT_TRANSLATE_NOOP("core", "Under %4 with eps %1 %2 % are right, more than the %3 % of clean images."),
                QT_TRANSLATE_NOOP("core",
                                  "No attack leaves more right than clean images have (%4 with eps %1: %2 %, clean "
                                  "%3 %)."));
}

Outcome margin(const LaneAssessment& lane) {
  return judged(
      pairs(ascent(lane, "pgd"), ascent(lane, "cw")),
      QT_TRANSLATE_NOOP(
          "core", "At ε = %1 climbing the cross-entropy (PGD) leaves %2 % right, climbing the margin (CW) only %3 %."),
      QT_TRANSLATE_NOOP("core",
                        "The margin finds no more than the cross-entropy: at eps %1 PGD leaves %2 %, CW %3 %."));
}

// Whoever trains with cross-entropy of the logits has no softmax between the loss and the gradient.
Outcome saturated(const LaneAssessment& lane) {
  if (lane.loss == "cross-entropy")
    return {Verdict::Pass,
            {QT_TRANSLATE_NOOP("core",
                               "It was trained with cross-entropy, whose gradient is taken of the "
                               "logits."),
             {}}};
  return judged(pairs(lane.curve("fgsm-mse"), lane.curve("fgsm")),
                QT_TRANSLATE_NOOP("core",
                                  "At ε = %1 the step along the softmax's squared error leaves %2 % right, the one "
                                  "along the logits' cross-entropy %3 %."),
                QT_TRANSLATE_NOOP("core",
                                  "The softmax hides little: at eps %1 the step along its squared error leaves %2 "
                                  "%, the one along the logits' cross-entropy %3 %."),
                kHidden);
}

struct Rule {
  const char* name;
  const char* title;
  const char* meaning;
  Outcome (*look)(const LaneAssessment&);
  bool doubts = true;
};

constexpr Rule kRules[] = {
    {"one-step", QT_TRANSLATE_NOOP("core", "One step against many"),
     QT_TRANSLATE_NOOP("core",
                       "Many small steps can go wherever a single one goes. Where they do less, the gradient "
                       "leads astray, and the robustness against PGD is not real. Trust the worst figure of any "
                       "attack, and train against PGD with a random start."),
     oneStep},
    {"black-box", QT_TRANSLATE_NOOP("core", "Gradient against blind search"),
     QT_TRANSLATE_NOOP("core",
                       "Who sees the gradient knows more than who only sees the logits. Where that does not help, "
                       "the gradient is masked. Report the black-box figure, and look for what flattens the loss."),
     blackBox},
    {"transfer", QT_TRANSLATE_NOOP("core", "Own attack against a borrowed one"),
     QT_TRANSLATE_NOOP("core",
                       "An attack built against another classifier should do less than one built against this "
                       "very one. Where it does more, the gradient here is masked, though the errors are there. "
                       "Report the transferred figure."),
     transferred},
    {"unbounded", QT_TRANSLATE_NOOP("core", "Attack without bounds"),
     QT_TRANSLATE_NOOP("core",
                       "Nothing can be recognised where every pixel may become grey. Whatever is still right was "
                       "not reached by the attack: its other figures are too good as well. Give it more steps and "
                       "restarts."),
     unbounded},
    {"monotone", QT_TRANSLATE_NOOP("core", "Accuracy along eps"),
     QT_TRANSLATE_NOOP("core",
                       "A larger eps allows everything that a smaller one allows. Where accuracy rises with it, "
                       "the attack gets stuck. Give it more steps and restarts, and trust the lower figure."),
     monotone},
    {"leaking", QT_TRANSLATE_NOOP("core", "Attacked images against clean ones"),
     QT_TRANSLATE_NOOP("core",
                       "The attack writes the class into the image, and the classifier has learned to read it "
                       "there (label leaking, Kurakin 2017). Its figure under that attack says nothing. Train with "
                       "many steps and a random start."),
     leaking},
    {"margin", QT_TRANSLATE_NOOP("core", "Cross-entropy against margin"),
     QT_TRANSLATE_NOOP("core",
                       "Where a classifier is very sure its cross-entropy is flat, and PGD finds no way where the "
                       "margin still shows one (Carlini & Wagner 2017). The figure under PGD is too good there: take "
                       "the one under CW, and the lowest of all."),
     margin},
    {"saturated", QT_TRANSLATE_NOOP("core", "Saturated softmax"),
     QT_TRANSLATE_NOOP("core",
                       "An attack along the squared error that this classifier was trained with would report more "
                       "robustness than there is: the softmax flattens it. All other attacks here climb the logits "
                       "and see through that. Compare only such figures, or train with cross-entropy."),
     saturated, false},
};

}  // namespace

std::vector<Check> maskingChecks(const LaneAssessment& lane) {
  std::vector<Check> checks;
  for (const auto& rule : kRules) {
    auto [verdict, finding] = rule.look(lane);
    checks.push_back({rule.name, {rule.title, {}}, std::move(finding), {rule.meaning, {}}, verdict, rule.doubts});
  }
  return checks;
}

}  // namespace sparring
