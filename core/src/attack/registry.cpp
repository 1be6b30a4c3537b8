// The list of attacks: the only place that knows them all.
#include <algorithm>

#include "attack/rows.h"
#include "base/text.h"
#include "sparring/error.h"

namespace sparring {

namespace {

using Value = AttackInfo::Value;
using Knows = AttackInfo::Knows;

Value eps(double standard) {
  return {.key = "eps",
          .help = QT_TRANSLATE_NOOP("attacks", "largest change of a pixel, of full ink"),
          .standard = standard,
          .symbol = "ε",
          .title = QT_TRANSLATE_NOOP("attacks", "ε, largest change of a pixel (1 is from paper to ink)")};
}
Value steps() {
  return {.key = "steps",
          .help = QT_TRANSLATE_NOOP("attacks", "number of steps"),
          .standard = 40,
          .min = 1,
          .max = 200,
          .whole = true,
          .times = QT_TRANSLATE_NOOP("attacks", "%1 steps")};
}
Value alpha() {
  return {.key = "alpha",
          .help = QT_TRANSLATE_NOOP("attacks", "length of a step, in units of eps / steps"),
          .standard = 2.5,
          .min = 0.1,
          .max = 200};
}
Value restarts() {
  return {.key = "restarts",
          .help = QT_TRANSLATE_NOOP("attacks", "random starts, of which the best counts"),
          .standard = 1,
          .min = 1,
          .max = 100,
          .whole = true,
          .times = QT_TRANSLATE_NOOP("attacks", "%1 starts")};
}
Value queries() {
  return {.key = "queries",
          .help = QT_TRANSLATE_NOOP("attacks", "questions asked for each image"),
          .standard = 1000,
          .min = 1,
          .max = 10000,
          .whole = true,
          .times = QT_TRANSLATE_NOOP("attacks", "%1 queries")};
}

std::vector<AttackRow> corruptions() {
  return {
      {{.name = "noise",
        .label = QT_TRANSLATE_NOOP("attacks", "Gaussian noise"),
        .help = QT_TRANSLATE_NOOP("attacks", "Gaussian noise on every pixel, clipped to [0,1]"),
        .values = {{.key = "sigma",
                    .help = QT_TRANSLATE_NOOP("attacks", "standard deviation, of full ink"),
                    .standard = 0.2,
                    .symbol = "σ"}},
        .suite = {{0.08, 0.12, 0.18, 0.26, 0.38}}},
       noise},
      {{.name = "impulse",
        .label = QT_TRANSLATE_NOOP("attacks", "Impulse noise"),
        .help = QT_TRANSLATE_NOOP("attacks", "pixels lost to black or to white"),
        .values = {{.key = "amount",
                    .help = QT_TRANSLATE_NOOP("attacks", "share of the pixels"),
                    .standard = 0.09,
                    .symbol = QT_TRANSLATE_NOOP("attacks", "share")}},
        .suite = {{0.03, 0.06, 0.09, 0.17, 0.27}}},
       impulse},
      {{.name = "speckle",
        .label = QT_TRANSLATE_NOOP("attacks", "Speckle noise"),
        .help = QT_TRANSLATE_NOOP("attacks", "Gaussian noise in proportion to the ink"),
        .values = {{.key = "sigma",
                    .help = QT_TRANSLATE_NOOP("attacks", "standard deviation, of the pixel's own value"),
                    .standard = 0.35,
                    .max = 2,
                    .symbol = "σ"}},
        .suite = {{0.15, 0.2, 0.35, 0.45, 0.6}}},
       speckle},
      {{.name = "contrast",
        .label = QT_TRANSLATE_NOOP("attacks", "Contrast"),
        .help = QT_TRANSLATE_NOOP("attacks", "every pixel drawn towards the image's mean; the lower, the stronger"),
        .values = {{.key = "factor",
                    .help = QT_TRANSLATE_NOOP("attacks", "what is left of the distance to the mean"),
                    .standard = 0.2,
                    .symbol = QT_TRANSLATE_NOOP("attacks", "factor")}},
        .suite = {{0.4, 0.3, 0.2, 0.1, 0.05}}},
       contrast},
      {{.name = "brightness",
        .label = QT_TRANSLATE_NOOP("attacks", "Brightness"),
        .help = QT_TRANSLATE_NOOP("attacks", "light added to every pixel"),
        .values = {{.key = "shift",
                    .help = QT_TRANSLATE_NOOP("attacks", "what is added, of full ink"),
                    .standard = 0.3,
                    .symbol = QT_TRANSLATE_NOOP("attacks", "shift")}},
        .suite = {{0.1, 0.2, 0.3, 0.4, 0.5}}},
       brightness},
  };
}

std::vector<AttackRow> gradientAttacks() {
  return {
      {{.name = "fgsm",
        .label = QT_TRANSLATE_NOOP("attacks", "FGSM"),
        .help = QT_TRANSLATE_NOOP("attacks", "one step uphill on the cross-entropy of the model's own logits"),
        .values = {eps(0.1)},
        .knows = Knows::Gradient,
        .suite = {{0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4}}},
       fgsm,
       Targeted::Yes},
      {{.name = "fgsm-mse",
        .label = QT_TRANSLATE_NOOP("attacks", "FGSM on softmax"),
        .help = QT_TRANSLATE_NOOP("attacks",
                                  "one step uphill on the squared error of the softmax, to see what saturation hides"),
        .values = {eps(0.1)},
        .knows = Knows::Gradient,
        .diagnostic = true,
        .suite = {{0.05, 0.1}}},
       fgsmSquared,
       Targeted::Yes},
      {{.name = "pgd",
        .label = QT_TRANSLATE_NOOP("attacks", "PGD"),
        .help = QT_TRANSLATE_NOOP("attacks", "many small steps of fgsm from a random start, kept within eps"),
        .values = {eps(0.1), steps(), alpha(), restarts()},
        .knows = Knows::Gradient,
        .witness = true,
        .suite = {{0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5}, {{"restarts", 10}}}},
       pgd,
       Targeted::Yes},
      {{.name = "cw",
        .label = QT_TRANSLATE_NOOP("attacks", "CW"),
        .help = QT_TRANSLATE_NOOP("attacks", "the steps of pgd, uphill on the margin of the logits (Carlini-Wagner)"),
        .values = {eps(0.1), steps(), alpha(), restarts()},
        .knows = Knows::Gradient,
        .witness = true,
        .suite = {{0.05, 0.1, 0.2, 0.3}}},
       cw,
       Targeted::Yes},
      {{.name = "kl",
        .label = QT_TRANSLATE_NOOP("attacks", "KL (TRADES)"),
        .help = QT_TRANSLATE_NOOP("attacks",
                                  "the steps of pgd away from the model's own opinion of x, no class needed (TRADES)"),
        .values = {eps(0.1), steps(), alpha()},
        .knows = Knows::Gradient},
       kl},
  };
}

std::vector<AttackRow> blindAttacks() {
  constexpr int64_t kFew = 1000;  // a thousand queries an image are a hundred times a gradient attack's step
  return {
      {{.name = "square",
        .label = QT_TRANSLATE_NOOP("attacks", "Square"),
        .help = QT_TRANSLATE_NOOP("attacks", "random search that sees the logits and no gradient (Square attack)"),
        .values = {eps(0.1), queries()},
        .knows = Knows::Logits,
        .suite = {{0.1, 0.2, 0.3}, {}, kFew}},
       square},
      {{.name = "transfer",
        .label = QT_TRANSLATE_NOOP("attacks", "Transfer"),
        .help = QT_TRANSLATE_NOOP("attacks", "pgd built against a separately trained model, applied to this one"),
        .values = {eps(0.1), steps()},
        .knows = Knows::Substitute,
        .suite = {{0.1, 0.2, 0.3}}},
       transfer,
       Targeted::Yes},
  };
}

}  // namespace

const std::vector<AttackRow>& attackRegistry() {
  static const std::vector<AttackRow> rows = [] {
    std::vector<AttackRow> all;
    for (const auto& some : {corruptions(), gradientAttacks(), blindAttacks()})
      all.insert(all.end(), some.begin(), some.end());
    return all;
  }();
  return rows;
}

const std::vector<AttackInfo>& attacks() {
  static const std::vector<AttackInfo> infos = [] {
    std::vector<AttackInfo> list;
    for (const auto& row : attackRegistry()) list.push_back(row.info);
    return list;
  }();
  return infos;
}

const AttackRow& attackRow(const std::string& name) {
  const auto found = std::ranges::find(attackRegistry(), name, [](const AttackRow& row) { return row.info.name; });
  if (found != attackRegistry().end()) return *found;
  std::vector<std::string> names;
  for (const auto& row : attackRegistry()) names.push_back(row.info.name);
  throw Error({QT_TRANSLATE_NOOP("core", "There is no attack \"%1\"."), {name}},
              {QT_TRANSLATE_NOOP("core", "Known attacks: %1."), {joined(names, ", ")}}, Error::Kind::Usage);
}

const AttackInfo& attackInfo(const std::string& name) { return attackRow(name).info; }

const AttackInfo::Value* AttackInfo::value(const std::string& key) const {
  const auto found = std::ranges::find(values, key, &Value::key);
  return found == values.end() ? nullptr : &*found;
}

int64_t passesOf(const AttackSpec& spec) {
  double passes = 1;
  for (const auto& value : attackInfo(spec.name).values)
    if (const auto found = spec.values.find(value.key); !value.times.empty() && found != spec.values.end())
      passes *= found->second;
  return static_cast<int64_t>(passes) + 1;  // and the verdict
}

}  // namespace sparring
