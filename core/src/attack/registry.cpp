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
  return {"eps", QT_TRANSLATE_NOOP("attacks", "largest change of a pixel, of full ink"), standard, 0, 1};
}
Value steps() { return {"steps", QT_TRANSLATE_NOOP("attacks", "number of steps"), 40, 1, 200, true}; }
Value alpha() {
  return {"alpha", QT_TRANSLATE_NOOP("attacks", "length of a step, in units of eps / steps"), 2.5, 0.1, 200};
}
Value restarts() {
  return {"restarts", QT_TRANSLATE_NOOP("attacks", "random starts, of which the best counts"), 1, 1, 100, true};
}
Value sigma(double standard) {
  return {"sigma", QT_TRANSLATE_NOOP("attacks", "standard deviation, of full ink"), standard, 0, 1};
}

}  // namespace

const std::vector<AttackRow>& attackRegistry() {
  static const std::vector<AttackRow> rows = {
      {{"noise", QT_TRANSLATE_NOOP("attacks", "Gaussian noise on every pixel, clipped to [0,1]"), {sigma(0.2)}}, noise},
      {{"impulse",
        QT_TRANSLATE_NOOP("attacks", "pixels lost to black or to white"),
        {{"amount", QT_TRANSLATE_NOOP("attacks", "share of the pixels"), 0.09, 0, 1}}},
       impulse},
      {{"speckle",
        QT_TRANSLATE_NOOP("attacks", "Gaussian noise in proportion to the ink"),
        {{"sigma", QT_TRANSLATE_NOOP("attacks", "standard deviation, of the pixel's own value"), 0.35, 0, 2}}},
       speckle},
      {{"contrast",
        QT_TRANSLATE_NOOP("attacks", "every pixel drawn towards the image's mean; the lower, the stronger"),
        {{"factor", QT_TRANSLATE_NOOP("attacks", "what is left of the distance to the mean"), 0.2, 0, 1}}},
       contrast},
      {{"brightness",
        QT_TRANSLATE_NOOP("attacks", "light added to every pixel"),
        {{"shift", QT_TRANSLATE_NOOP("attacks", "what is added, of full ink"), 0.3, 0, 1}}},
       brightness},
      {{"fgsm",
        QT_TRANSLATE_NOOP("attacks", "one step uphill on the cross-entropy of the model's own logits"),
        {eps(0.1)},
        Knows::Gradient},
       fgsm},
      {{"fgsm-mse",
        QT_TRANSLATE_NOOP("attacks",
                          "one step uphill on the squared error of the softmax, to see what saturation hides"),
        {eps(0.1)},
        Knows::Gradient,
        true},
       fgsmSquared},
      {{"pgd",
        QT_TRANSLATE_NOOP("attacks", "many small steps of fgsm from a random start, kept within eps"),
        {eps(0.1), steps(), alpha(), restarts()},
        Knows::Gradient},
       pgd},
      {{"cw",
        QT_TRANSLATE_NOOP("attacks", "the steps of pgd, uphill on the margin of the logits (Carlini-Wagner)"),
        {eps(0.1), steps(), alpha(), restarts()},
        Knows::Gradient},
       cw},
      {{"kl",
        QT_TRANSLATE_NOOP("attacks",
                          "the steps of pgd away from the model's own opinion of x, no class needed (TRADES)"),
        {eps(0.1), steps(), alpha()},
        Knows::Gradient},
       kl},
      {{"square",
        QT_TRANSLATE_NOOP("attacks", "random search that sees the logits and no gradient (Square attack)"),
        {eps(0.1), {"queries", QT_TRANSLATE_NOOP("attacks", "questions asked for each image"), 1000, 1, 10000, true}},
        Knows::Logits},
       square},
      {{"transfer",
        QT_TRANSLATE_NOOP("attacks", "pgd built against a separately trained model, applied to this one"),
        {eps(0.1), steps()},
        Knows::Substitute},
       transfer},
  };
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
  std::vector<std::string> names;
  for (const auto& row : attackRegistry()) {
    if (row.info.name == name) return row;
    names.push_back(row.info.name);
  }
  throw Error({QT_TRANSLATE_NOOP("core", "There is no attack \"%1\"."), {name}},
              {QT_TRANSLATE_NOOP("core", "Known attacks: %1."), {joined(names, ", ")}}, Error::Kind::Usage);
}

const AttackInfo& attackInfo(const std::string& name) { return attackRow(name).info; }

int64_t passesOf(const AttackSpec& spec) {
  double passes = 1;
  for (const char* key : {"steps", "restarts", "queries"})
    if (const auto found = spec.values.find(key); found != spec.values.end()) passes *= found->second;
  return static_cast<int64_t>(passes) + 1;  // and the verdict
}

}  // namespace sparring
