#include "sparring/anatomy.h"

#include <algorithm>

#include "sparring/adversaries.h"
#include "sparring/phases.h"

namespace sparring {

namespace {

using Kind = AnatomyPart::Kind;
using What = AnatomyFlow::What;

constexpr Phases kClassifierLearns{Phase::Pretrain, Phase::Joint};
constexpr Phases kDuel{Phase::Gan, Phase::Joint};

std::string keyOf(const Member& member) { return std::ranges::find(paramTable(), member, &ParamRow::member)->key; }

/// Those of the numbers that play a part.
std::vector<std::string> dialsOf(const Params& params, const std::vector<Member>& members) {
  std::vector<std::string> keys;
  for (const Member& member : members)
    if (const std::string key = keyOf(member); matters(key, params)) keys.push_back(key);
  return keys;
}

std::vector<int64_t> widthsOf(int64_t in, const std::vector<int64_t>& hidden, int64_t out) {
  std::vector<int64_t> widths{in};
  widths.insert(widths.end(), hidden.begin(), hidden.end());
  widths.push_back(out);
  return widths;
}

Phases phasesWhere(bool (*learns)(const Learners&), const AdversaryInfo& opponent) {
  Phases phases;
  if (learns(learnersIn(Phase::Gan, opponent))) phases = {Phase::Gan};
  if (learns(learnersIn(Phase::Joint, opponent))) phases = phases == Phases() ? Phases{Phase::Joint} : kDuel;
  return phases;
}

AnatomyPart dataPart(const Params& params) {
  return {.kind = Kind::Data,
          .formula = "x, y",
          .meaning = {QT_TRANSLATE_NOOP("core", "The training images x and their classes y, a batch a step."), {}},
          .dials = dialsOf(params, {&Params::batch})};
}

AnatomyPart teacherPart(const Params& params, const ImageKind& kind) {
  return {.kind = Kind::Teacher,
          .formula = "h(x)",
          .meaning = {QT_TRANSLATE_NOOP("core",
                                        "A classifier of its own that learns real images first and then rests: it "
                                        "says which class a generated image is of, and whether that is to be used."),
                      {}},
          .widths = widthsOf(kind.size(), params.teacherHidden, kind.classes),
          .widthsKey = keyOf(&Params::teacherHidden),
          .dials = dialsOf(params, {&Params::labelConfidence}),
          .learns = {Phase::Teacher}};
}

AnatomyPart generatorPart(const Params& params, const AdversaryInfo& opponent, const ImageKind& kind) {
  const int64_t in = opponent.perturbsSource ? kind.size() : params.latent + (opponent.conditional ? kind.classes : 0);
  return {.kind = Kind::Generator,
          .formula = opponent.perturbsSource ? "x + ε·G(x)"
                     : opponent.conditional  ? "G(z, c)"
                                             : "G(z)",
          .meaning = opponent.perturbsSource
                         ? Message{QT_TRANSLATE_NOOP("core", "Learns to change images a little, so that f errs."), {}}
                         : Message{QT_TRANSLATE_NOOP("core",
                                                     "Draws images out of random numbers z, so that D takes "
                                                     "them for real ones."),
                                   {}},
          .widths = widthsOf(in, params.generatorHidden, kind.size()),
          .widthsKey = keyOf(&Params::generatorHidden),
          .dials = dialsOf(params, {&Params::lrGenerator, &Params::epsilon}),
          .learns = phasesWhere([](const Learners& who) { return who.generator; }, opponent),
          .loss = Metric::G};
}

AnatomyPart discriminatorPart(const Params& params, const AdversaryInfo& opponent, const ImageKind& kind) {
  const int64_t in = kind.size() + (opponent.conditional ? kind.classes : 0);
  return {.kind = Kind::Discriminator,
          .formula = opponent.conditional ? "D(x, c)" : "D(x)",
          .meaning = {QT_TRANSLATE_NOOP("core",
                                        "Learns to tell real images from the generator's, which learns from "
                                        "its score."),
                      {}},
          .widths = widthsOf(in, params.discriminatorHidden, 1),
          .widthsKey = keyOf(&Params::discriminatorHidden),
          .dials = dialsOf(params, {&Params::lrDiscriminator}),
          .learns = phasesWhere([](const Learners& who) { return who.discriminator; }, opponent),
          .loss = Metric::D};
}

AnatomyPart attackPart(const Params& params, const AdversaryInfo& opponent) {
  std::vector<std::string> dials = dialsOf(params, {&Params::epsilon, &Params::pgdSteps});
  for (const ParamRow& row : opponent.own)
    if (dials.size() < 2 && std::holds_alternative<double Params::*>(row.member) && matters(row.key, params))
      dials.push_back(row.key);
  return {
      .kind = Kind::Attack,
      .formula = opponent.aims ? "x_adv ← x, ∇J" : "x_adv ← x",
      .meaning = opponent.aims
                     ? Message{QT_TRANSLATE_NOOP("core",
                                                 "Changes each image against the classifier as it is now; "
                                                 "it has nothing to learn itself."),
                               {}}
                     : Message{QT_TRANSLATE_NOOP("core", "Changes each image without looking at the classifier."), {}},
      .dials = dials};
}

AnatomyPart classifierPart(const Params& params, const ImageKind& kind) {
  return {
      .kind = Kind::Classifier,
      .formula = "L_total = L + λ·L_adv",
      .meaning = {QT_TRANSLATE_NOOP("core", "Learns to name images: real ones, and with weight λ adversarial ones."),
                  {}},
      .widths = widthsOf(kind.size(), params.classifierHidden, kind.classes),
      .widthsKey = keyOf(&Params::classifierHidden),
      .dials = dialsOf(params, {&Params::lrClassifier}),
      .learns = kClassifierLearns,
      .loss = Metric::LTotal};
}

bool attacks(const AdversaryInfo& opponent) {
  return opponent.attacksDrawn || (opponent.perturbsSource && !opponent.usesGenerator);
}

/// Who hands the classifiers their adversarial images.
Kind makerOf(const AdversaryInfo& opponent) { return attacks(opponent) ? Kind::Attack : Kind::Generator; }

void addSamples(const Params& params, const AdversaryInfo& opponent, Anatomy& anatomy) {
  const Kind maker = makerOf(opponent);
  const Phases made = maker == Kind::Generator ? kDuel : Phases{Phase::Joint};
  if (opponent.perturbsSource || opponent.mixesReal)
    anatomy.flows.push_back({What::Real, Kind::Data, maker, "x", made});
  if (opponent.attacksDrawn)
    anatomy.flows.push_back(
        {What::Made, Kind::Generator, Kind::Attack, opponent.conditional ? "G(z, c)" : "G(z)", {Phase::Joint}});
  if (opponent.aims) anatomy.flows.push_back({What::Slope, Kind::Classifier, maker, "∇J", made});
  const bool learnsToFool = params.beta > 0 && matters(keyOf(&Params::beta), params);
  if (learnsToFool && !(opponent.aims && maker == Kind::Generator))
    anatomy.flows.push_back({.what = What::Slope,
                             .from = Kind::Classifier,
                             .to = Kind::Generator,
                             .symbol = "β·∇J",
                             .phases = kDuel,
                             .weightKey = keyOf(&Params::beta),
                             .weight = params.beta});
  anatomy.flows.push_back({.what = What::Adversarial,
                           .from = maker,
                           .to = Kind::Classifier,
                           .symbol = "x_adv",
                           .phases = {Phase::Joint},
                           .weightKey = keyOf(&Params::lambda),
                           .weight = *std::ranges::max_element(params.lambda),
                           .loss = Metric::LambdaLAdv});
}

// A generator that is asked for a class is paid by the teacher for drawing it; else the teacher names what was drawn.
void addNames(const Params& params, const AdversaryInfo& opponent, Anatomy& anatomy) {
  if (opponent.needsTeacher)
    anatomy.flows.push_back({What::Names, Kind::Teacher, makerOf(opponent), "h(x)", {Phase::Joint}});
  if (opponent.conditional && params.teacherWeight > 0)
    anatomy.flows.push_back({.what = What::Names,
                             .from = Kind::Teacher,
                             .to = Kind::Generator,
                             .symbol = "h = c",
                             .phases = kDuel,
                             .weightKey = keyOf(&Params::teacherWeight),
                             .weight = params.teacherWeight});
  if (!opponent.conditional || params.labelAgree)
    anatomy.flows.push_back({What::Names, Kind::Teacher, Kind::Classifier, "y_adv", {Phase::Joint}});
}

}  // namespace

const AnatomyPart* Anatomy::part(AnatomyPart::Kind kind) const {
  const auto found = std::ranges::find(parts, kind, &AnatomyPart::kind);
  return found == parts.end() ? nullptr : &*found;
}

Anatomy anatomyOf(const Params& params, const ImageKind& kind) {
  const AdversaryInfo& opponent = adversaryInfo(params.adversary);
  Anatomy anatomy;
  anatomy.parts.push_back(dataPart(params));
  anatomy.flows.push_back({.what = What::Real,
                           .from = Kind::Data,
                           .to = Kind::Classifier,
                           .symbol = "x",
                           .phases = kClassifierLearns,
                           .weightKey = keyOf(&Params::cleanWeight),
                           .weight = params.cleanWeight,
                           .loss = Metric::L});
  if (needsTeacher(params)) {
    anatomy.parts.push_back(teacherPart(params, kind));
    anatomy.flows.push_back({What::Real, Kind::Data, Kind::Teacher, "x", {Phase::Teacher}});
  }
  if (opponent.usesGenerator) anatomy.parts.push_back(generatorPart(params, opponent, kind));
  if (opponent.usesDiscriminator) {
    anatomy.parts.push_back(discriminatorPart(params, opponent, kind));
    const Phases judged = anatomy.parts.back().learns;
    anatomy.flows.push_back({What::Real, Kind::Data, Kind::Discriminator, "x", judged});
    anatomy.flows.push_back({What::Made, Kind::Generator, Kind::Discriminator, "G", judged});
  }
  if (attacks(opponent)) anatomy.parts.push_back(attackPart(params, opponent));
  if (opponent.makesSamples()) addSamples(params, opponent, anatomy);
  if (anatomy.part(Kind::Teacher)) addNames(params, opponent, anatomy);
  anatomy.parts.push_back(classifierPart(params, kind));
  return anatomy;
}

}  // namespace sparring
