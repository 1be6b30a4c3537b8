// The opponent, and what several opponents have in common. A parameter of one alone stands in that one's file.
#include "params/conditions.h"
#include "params/rows.h"
#include "sparring/adversaries.h"

namespace sparring {

namespace {

std::vector<Choice> adversaryChoices() {
  std::vector<Choice> choices;
  for (const auto& adversary : adversaries()) choices.push_back({adversary.name, adversary.label, "adversaries"});
  return choices;
}

bool mayFool(const Params& p) { return drawsImages(p) && p.beta > 0; }
bool asksForClass(const Params& p) { return drawsImages(p) && adversaryInfo(p.adversary).conditional; }

std::vector<Choice> ganLossChoices() {
  std::vector<Choice> choices;
  for (const auto& loss : ganLosses()) choices.push_back({.value = loss.name, .label = loss.label, .help = loss.help});
  return choices;
}

}  // namespace

std::vector<ParamRow> opponentRows() {
  return {
      {.key = "adversary",
       .label = QT_TRANSLATE_NOOP("params", "Adversary"),
       .help = QT_TRANSLATE_NOOP(
           "params",
           "Who makes the adversarial samples x_adv and their labels y_adv. Those without networks of their own "
           "can take over from one another while training runs."),
       .member = &Params::adversary,
       .choices = adversaryChoices(),
       .apply = Apply::Live},
      {.key = "beta",
       .label = QT_TRANSLATE_NOOP("params", "β, fooling weight"),
       .help = QT_TRANSLATE_NOOP(
           "params",
           "How strongly the generator is paid for raising the classifier's loss, beside deceiving the "
           "discriminator. 0: it only imitates. Too high: digits lose their class."),
       .member = &Params::beta,
       .range = {0, 10},
       .apply = Apply::Live,
       .applies = drawsImages,
       .brief = QT_TRANSLATE_NOOP("params", "β")},
      {.key = "fooling",
       .label = QT_TRANSLATE_NOOP("params", "Fooling term"),
       .help =
           QT_TRANSLATE_NOOP("params",
                             "Maximise: the generator's loss gets −β·L_adv. Wrong target: it gets +β times the squared "
                             "distance of the classifier's softmax to a randomly drawn wrong class."),
       .member = &Params::fooling,
       .choices = {{"maximise", QT_TRANSLATE_NOOP("params", "maximise L_adv")},
                   {"wrong-target", QT_TRANSLATE_NOOP("params", "wrong target")}},
       .apply = Apply::Live,
       .applies = mayFool},
      {.key = "epsilon",
       .label = QT_TRANSLATE_NOOP("params", "ε, largest change"),
       .help = QT_TRANSLATE_NOOP("params", "How far an attack may move each pixel, in [0,1] pixel units."),
       .unit = kPixels,
       .member = &Params::epsilon,
       .range = {0, 0.4},
       .apply = Apply::Live,
       .brief = QT_TRANSLATE_NOOP("params", "ε")},
      {.key = "epsilon.ramp",
       .label = QT_TRANSLATE_NOOP("params", "Ramp of ε"),
       .help = QT_TRANSLATE_NOOP(
           "params",
           "Share of the joint phase over which ε grows from 0 to its value; 0: ε from the beginning. A "
           "network that meets a large ε at once may learn nothing."),
       .member = &Params::epsilonRamp,
       .range = {0, 1}},
      {.key = "pgd.steps",
       .label = QT_TRANSLATE_NOOP("params", "PGD steps"),
       .help = QT_TRANSLATE_NOOP(
           "params",
           "Adversaries pgd, gan-pgd and trades: steps uphill for each sample (k); a training step costs "
           "as many times more."),
       .member = &Params::pgdSteps,
       .range = {1, 200}},
      {.key = "pgd.alpha",
       .label = QT_TRANSLATE_NOOP("params", "PGD step length"),
       .help = QT_TRANSLATE_NOOP(
           "params", "α in units of ε / k: at 1 the k steps just reach ε, at 2.5 they can turn on the way."),
       .unit = QT_TRANSLATE_NOOP("params", "ε / k"),
       .member = &Params::pgdAlpha,
       .range = {0.1, 20}},
  };
}

std::vector<ParamRow> duelRows() {
  return {
      {.key = "teacher.weight",
       .label = QT_TRANSLATE_NOOP("params", "Teacher weight"),
       .help =
           QT_TRANSLATE_NOOP("params",
                             "Conditional generators: weight of the cross-entropy by which the frozen teacher asks the "
                             "generator for the right class. 0 leaves the class to the discriminator alone."),
       .member = &Params::teacherWeight,
       .range = {0, 10},
       .applies = asksForClass},
      {.key = "loss.gan",
       .label = QT_TRANSLATE_NOOP("params", "GAN loss"),
       .help = QT_TRANSLATE_NOOP("params", "What the discriminator and the generator play for."),
       .member = &Params::lossGan,
       .choices = ganLossChoices(),
       .applies = hasDiscriminator},
      {.key = "gan.coding",
       .label = QT_TRANSLATE_NOOP("params", "Target coding (a, b, c)"),
       .help = QT_TRANSLATE_NOOP(
           "params",
           "Least squares only: the discriminator pulls fakes to a and real digits to b, the generator "
           "pulls fakes to c."),
       .member = &Params::ganCoding,
       .choices = {{"0,1,1", QT_TRANSLATE_NOOP("params", "0, 1, 1")},
                   {"-1,1,0", QT_TRANSLATE_NOOP("params", "−1, 1, 0 (Pearson)")}},
       .applies = [](const Params& p) { return hasDiscriminator(p) && ganLossReads("gan.coding", p); }},
  };
}

}  // namespace sparring
