// The attacks of the evaluation: one function and one row each.
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/full.h>
#include <ATen/ops/where.h>

#include <cmath>

#include "engine/evaluator.h"
#include "engine/slope.h"
#include "text.h"

namespace sparring {

namespace {

void noise(const AttackSpec& spec, const AttackContext& c) {
  ops::noisy(c.x, static_cast<float>(spec.values.at("sigma")), streamKey(c.seed, Stream::EvaluationNoise),
             static_cast<uint64_t>(c.first), c.out);
}

ops::Dial fixed(double value, const at::Tensor& like) {
  return {static_cast<float>(value), at::full({}, value, like.options())};
}

// clip(x + ε·sign ∇ₓJ), J the cross-entropy of the logits (Goodfellow 2015).
void fgsm(const AttackSpec& spec, const AttackContext& c) {
  Slope slope(c.net, c.x.size(0));
  slope(c.net, c.trace, c.x, c.labels, c.out);
  ops::signStep(c.x, c.out, fixed(spec.values.at("eps"), c.x), c.out);
}

// Steps of α·sign ∇ₓJ from a random start, kept within ε (Madry 2018). Of several restarts the first that fools the
// classifier counts.
void pgd(const AttackSpec& spec, const AttackContext& c) {
  const auto steps = static_cast<int64_t>(spec.values.at("steps"));
  const auto restarts = static_cast<uint64_t>(spec.values.at("restarts"));
  const auto eps = fixed(spec.values.at("eps"), c.x);
  const auto share = static_cast<float>(spec.values.at("alpha") / static_cast<double>(steps));
  const int64_t n = c.x.size(0), pixels = c.x.size(1), lanes = c.net.copies();
  Slope slope(c.net, n);
  const auto x = at::empty_like(c.out), gradient = at::empty_like(c.out), start = at::empty_like(c.x);
  const auto predicted = at::empty({n, lanes}, c.labels.options()), confidence = at::empty({n, lanes}, c.x.options());
  at::Tensor fooled;
  for (uint64_t restart = 0; restart < restarts; ++restart) {
    ops::jittered(c.x, eps, streamKey(c.seed, Stream::EvaluationStart) + restart, static_cast<uint64_t>(c.first), start);
    for (int64_t k = 0; k < lanes; ++k) x.narrow(1, k * pixels, pixels).copy_(start);
    for (int64_t i = 0; i < steps; ++i) {
      c.rest();
      slope(c.net, c.trace, x, c.labels, gradient);
      ops::projectedStep(c.x, gradient, eps, share, x);
    }
    if (!fooled.defined()) {
      c.out.copy_(x);
    } else {
      const auto take = fooled.logical_not().unsqueeze(2).expand({n, lanes, pixels}).reshape({n, lanes * pixels});
      c.out.copy_(at::where(take, x, c.out));
    }
    if (restart + 1 == restarts) return;
    ops::verdict(c.net.forward(c.out, c.trace), predicted, confidence);
    fooled = predicted.ne(c.labels);
  }
}

}  // namespace

const std::vector<AttackRow>& attackRegistry() {
  constexpr const char* kEps = QT_TRANSLATE_NOOP("attacks", "largest change of a pixel, of full ink");
  static const std::vector<AttackRow> rows = {
      {{"noise",
        QT_TRANSLATE_NOOP("attacks", "Gaussian noise on every pixel, clipped to [0,1]"),
        {{"sigma", QT_TRANSLATE_NOOP("attacks", "standard deviation, of full ink"), 0.2, 0, 1}}},
       false,
       noise},
      {{"fgsm",
        QT_TRANSLATE_NOOP("attacks", "one step uphill on the cross-entropy of the model's own logits"),
        {{"eps", kEps, 0.1, 0, 1}}},
       true,
       fgsm},
      {{"pgd",
        QT_TRANSLATE_NOOP("attacks", "many small steps of fgsm from a random start, kept within eps"),
        {{"eps", kEps, 0.1, 0, 1},
         {"steps", QT_TRANSLATE_NOOP("attacks", "number of steps"), 40, 1, 200, true},
         {"alpha", QT_TRANSLATE_NOOP("attacks", "length of a step, in units of eps / steps"), 2.5, 0.1, 200},
         {"restarts", QT_TRANSLATE_NOOP("attacks", "random starts, of which the best counts"), 1, 1, 100, true}}},
       true,
       pgd},
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

namespace {

void setAttackValue(AttackSpec& spec, const AttackInfo& info, const std::string& word) {
  const auto equals = word.find('=');
  const std::string key = word.substr(0, equals);
  std::vector<std::string> keys;
  for (const auto& value : info.values) {
    keys.push_back(value.key);
    if (value.key != key || equals == std::string::npos) continue;
    const auto number = parseReal(word.substr(equals + 1));
    const bool whole = !value.whole || (number && *number == std::floor(*number));
    if (!number || !whole || !(*number >= value.min && *number <= value.max))
      throw Error({QT_TRANSLATE_NOOP("core", "%1 of the attack %2 cannot be \"%3\"."),
                   {key, info.name, word.substr(equals + 1)}},
                  {value.whole ? QT_TRANSLATE_NOOP("core", "It takes whole numbers in %1.")
                             : QT_TRANSLATE_NOOP("core", "It takes values in %1."),
                   {numberText(value.min) + " … " + numberText(value.max)}},
                  Error::Kind::Usage);
    spec.values[key] = *number;
    return;
  }
  throw Error({QT_TRANSLATE_NOOP("core", "The attack %1 has no setting \"%2\"."), {info.name, word}},
              {QT_TRANSLATE_NOOP("core", "Write NAME:key=value; its keys: %1."), {joined(keys, ", ")}},
              Error::Kind::Usage);
}

}  // namespace

AttackSpec parseAttack(const std::string& text) {
  const auto colon = text.find(':');
  const auto& info = attackRow(text.substr(0, colon)).info;
  AttackSpec spec{info.name, {}};
  for (const auto& value : info.values) spec.values[value.key] = value.standard;
  if (colon != std::string::npos)
    for (const auto& word : splitList(text.substr(colon + 1))) setAttackValue(spec, info, word);
  return spec;
}

std::string AttackSpec::text() const {
  std::vector<std::string> words;
  for (const auto& [key, value] : values) words.push_back(key + "=" + numberText(value));
  return words.empty() ? name : name + ":" + joined(words, ",");
}

}  // namespace sparring
