#include "quality/collapse.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/text.h"

namespace sparring {

namespace {

using Verdict = Check::Verdict;

// Where the alarms go off. Between what seed-literal and seed-repaired show on MNIST, docs/quality.md.
constexpr int64_t kEnoughForShares = 10;  // images a class; with fewer one is missing by chance
constexpr double kLeastScore = 0.7;       // of the real images' score
constexpr double kLeastSpread = 0.5;      // of the real images' spread
constexpr double kLeastCoverage = 0.2;    // of the real images' coverage
constexpr double kLeastAgreement = 0.8;   // of the share of real images read rightly
constexpr double kLeastMemorisation = 0.5;
constexpr int64_t kSteady = 1000;  // images, for means and covariances of some hundred features

std::string fixed(double value, const char* format = "%.2f") {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
}
std::string percent(double value) { return fixed(100 * value, "%.1f"); }

Verdict alarmIf(bool bad) { return bad ? Verdict::Alarm : Verdict::Pass; }

// What is likely behind an alarm, and the settings that mend it.
struct Reason {
  Message meaning;
  std::vector<std::string> remedy = {};
};

void blame(Check& check, Reason reason) {
  check.meaning = std::move(reason.meaning);
  check.remedy = std::move(reason.remedy);
}

// Why images become all alike or nothing at all: the first setting that is known for it.
Reason collapseReason(const Params& p) {
  if (p.discriminatorHidden.empty())
    return {{QT_TRANSLATE_NOOP("core",
                               "The discriminator has no hidden layer: its gradient points the same way for every "
                               "sample, so all images move alike. Set discriminator.hidden=256,256."),
             {}},
            {"discriminator.hidden=256,256"}};
  if (p.lossGan == "least-squares" && p.discriminatorOutput == "sigmoid")
    return {{QT_TRANSLATE_NOOP("core",
                               "The discriminator ends in a sigmoid under least squares: its slope fades the "
                               "generator's gradient once the discriminator is sure. Set discriminator.output=linear."),
             {}},
            {"discriminator.output=linear"}};
  if (p.beta > 0)
    return {{QT_TRANSLATE_NOOP("core",
                               "beta = %1 pays the generator for images that are read wrongly, at the price of being "
                               "recognisable at all. Lower beta."),
             {numberText(p.beta)}},
            {"beta=" + numberText(p.beta / 4)}};
  if (!p.generatorBatchNorm)
    return {{QT_TRANSLATE_NOOP("core",
                               "The generator has no batch normalisation, without which its images soon resemble one "
                               "another. Set generator.batchnorm=true."),
             {}},
            {"generator.batchnorm=true"}};
  if (p.lrDiscriminator > 2 * p.lrGenerator || p.lrGenerator > 2 * p.lrDiscriminator) {
    const std::string lower = numberText(std::min(p.lrGenerator, p.lrDiscriminator));
    return {{QT_TRANSLATE_NOOP("core",
                               "The rates are uneven (lr.generator = %1, lr.discriminator = %2): one side runs away "
                               "from the other. Set both alike."),
             {numberText(p.lrGenerator), numberText(p.lrDiscriminator)}},
            {"lr.generator=" + lower, "lr.discriminator=" + lower}};
  }
  return {{QT_TRANSLATE_NOOP("core",
                             "No setting stands out. A duel of a few epochs is only young: train on (epochs.gan = %1). "
                             "Otherwise lower both rates of the duel."),
           {std::to_string(p.epochsGan)}}};
}

Reason agreementReason(const Params& p) {
  if (p.beta > 0)
    return {
        {QT_TRANSLATE_NOOP("core",
                           "beta = %1 pays the generator for images that the classifier does not read as asked: they "
                           "have become others, and their labels are wrong. Lower beta."),
         {numberText(p.beta)}},
        {"beta=" + numberText(p.beta / 4)}};
  if (p.teacherWeight == 0)
    return {{QT_TRANSLATE_NOOP("core",
                               "Only the discriminator tells the generator which class was asked for. Set "
                               "teacher.weight=0.3, and the teacher does too."),
             {}},
            {"teacher.weight=0.3"}};
  return collapseReason(p);
}

// A class of which the data have no image is nobody's loss.
bool isReal(const GeneratorQuality& q, size_t c) { return q.realClasses.empty() || q.realClasses[c] > 0; }

int64_t classesOf(const GeneratorQuality& q) {
  int64_t n = 0;
  for (size_t c = 0; c < q.classes.size(); ++c) n += isReal(q, c);
  return n;
}

Check classesCheck(const GeneratorQuality& q, const Params& p) {
  const double share = kLeastOfEvenShare / static_cast<double>(std::max<int64_t>(1, classesOf(q)));
  std::vector<std::string> missing;
  int64_t least = q.count;
  for (size_t c = 0; c < q.classes.size(); ++c) {
    if (!isReal(q, c)) continue;
    least = std::min(least, q.classes[c]);
    if (static_cast<double>(q.classes[c]) < share * static_cast<double>(q.count))
      missing.push_back(q.kind.nameOf(static_cast<int>(c)));
  }
  Check check{"classes", {QT_TRANSLATE_NOOP("core", "Every class is there"), {}}, {}, {}, Verdict::Unknown};
  if (q.count < kEnoughForShares * classesOf(q)) {
    check.finding = {QT_TRANSLATE_NOOP("core", "%1 images are too few to tell."), {std::to_string(q.count)}};
    return check;
  }
  check.verdict = alarmIf(!missing.empty());
  if (missing.empty()) {
    check.finding = {QT_TRANSLATE_NOOP("core", "The rarest class has %1 % of the images."),
                     {percent(static_cast<double>(least) / static_cast<double>(q.count))}};
    check.meaning = {QT_TRANSLATE_NOOP("core", "No class has been dropped."), {}};
  } else {
    check.finding = {QT_TRANSLATE_NOOP("core", "Below %2 % of the images: %1."),
                     {joined(missing, ", "), numberText(100 * share)}};
    blame(check, collapseReason(p));
  }
  return check;
}

Check scoreCheck(const GeneratorQuality& q, const Params& p) {
  const bool bad = !(q.score >= kLeastScore * q.realScore);
  Check check{"score",
              {q.kind.digits ? QT_TRANSLATE_NOOP("core", "They read as digits")
                             : QT_TRANSLATE_NOOP("core", "They read as what the data show"),
               {}},
              {q.kind.digits ? QT_TRANSLATE_NOOP("core", "Score %1, real digits %2.")
                             : QT_TRANSLATE_NOOP("core", "Score %1, real images %2."),
               {fixed(q.score), fixed(q.realScore)}},
              {QT_TRANSLATE_NOOP("core", "The judge is sure of single images and sees all classes."), {}},
              alarmIf(bad)};
  if (bad) blame(check, collapseReason(p));
  return check;
}

Check diversityCheck(const GeneratorQuality& q, const Params& p) {
  if (std::isnan(q.spread) || std::isnan(q.realSpread))
    return {"diversity",
            {QT_TRANSLATE_NOOP("core", "They differ from one another"), {}},
            {QT_TRANSLATE_NOOP("core", "Cannot be told: no class has two images."), {}},
            {},
            Verdict::Unknown};
  const bool narrow = q.spread < kLeastSpread * q.realSpread;
  const bool bad = narrow || (q.full && q.coverage < kLeastCoverage * q.realCoverage);
  Check check{"diversity", {QT_TRANSLATE_NOOP("core", "They differ from one another"), {}}, {}, {}, alarmIf(bad)};
  check.finding =
      q.full ? Message{QT_TRANSLATE_NOOP("core",
                                         "Images of a class lie %1 apart, real ones %2; %3 % of the real images have a "
                                         "generated neighbour, of real ones %4 %."),
                       {fixed(q.spread), fixed(q.realSpread), percent(q.coverage), percent(q.realCoverage)}}
             : Message{QT_TRANSLATE_NOOP("core", "Images of a class lie %1 apart, real ones %2."),
                       {fixed(q.spread), fixed(q.realSpread)}};
  check.meaning = {QT_TRANSLATE_NOOP("core", "The latents are used: other latents, other images."), {}};
  if (bad) blame(check, collapseReason(p));
  return check;
}

Check agreementCheck(const GeneratorQuality& q, const Params& p) {
  Check check{"agreement",
              {q.kind.digits ? QT_TRANSLATE_NOOP("core", "They are the digits asked for")
                             : QT_TRANSLATE_NOOP("core", "They are the images asked for"),
               {}},
              {},
              {},
              Verdict::Unknown};
  if (q.agreement < 0) {
    check.finding = {QT_TRANSLATE_NOOP("core", "Nothing was asked for: the generator is not conditional."), {}};
    return check;
  }
  const bool bad = q.agreement < kLeastAgreement * q.realAgreement;
  check.verdict = alarmIf(bad);
  check.finding = {QT_TRANSLATE_NOOP("core",
                                     "%1 % are read as the class asked for; of the real images %2 % are read "
                                     "rightly."),
                   {percent(q.agreement), percent(q.realAgreement)}};
  check.meaning = {QT_TRANSLATE_NOOP("core", "The classifier can learn from them under their labels."), {}};
  if (bad) blame(check, agreementReason(p));
  return check;
}

Check memorisationCheck(const GeneratorQuality& q) {
  Check check{"memorisation", {QT_TRANSLATE_NOOP("core", "They are no copies"), {}}, {}, {}, Verdict::Unknown};
  if (!q.full) {
    check.finding = {QT_TRANSLATE_NOOP("core", "Not measured: it takes the full measurement."), {}};
    return check;
  }
  if (std::isnan(q.memorisation)) {
    check.finding = {QT_TRANSLATE_NOOP("core", "Cannot be told: the test images lie in the training set themselves."),
                     {}};
    return check;
  }
  const bool bad = q.memorisation < kLeastMemorisation;
  check.verdict = alarmIf(bad);
  check.finding = {QT_TRANSLATE_NOOP("core", "They lie %1 times as far from the training images as test images do."),
                   {fixed(q.memorisation)}};
  check.meaning = bad ? Message{QT_TRANSLATE_NOOP("core",
                                                  "The generator repeats training images: they teach the classifier "
                                                  "nothing new. More training data, a smaller generator.hidden or a "
                                                  "shorter duel."),
                                {}}
                      : Message{QT_TRANSLATE_NOOP("core", "The generator does not merely repeat training images."), {}};
  return check;
}

}  // namespace

std::vector<Check> collapseChecks(const GeneratorQuality& quality, const Params& params) {
  std::vector<Check> checks{classesCheck(quality, params), scoreCheck(quality, params), diversityCheck(quality, params),
                            agreementCheck(quality, params), memorisationCheck(quality)};
  if (quality.full && quality.count < kSteady)
    checks.push_back(
        {"count",
         {QT_TRANSLATE_NOOP("core", "There are enough of them"), {}},
         {QT_TRANSLATE_NOOP("core",
                            "%1 images are few: the Fréchet distance comes out too large, and what hangs on "
                            "neighbours is a matter of chance. From %2 on both are steady."),
          {std::to_string(quality.count), std::to_string(kSteady)}},
         {},
         Verdict::Unknown});
  return checks;
}

}  // namespace sparring
