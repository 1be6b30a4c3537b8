// The attacks of the evaluation: one function and one row each.
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>

#include "engine/evaluator.h"
#include "text.h"

namespace sparring {

namespace {

void noise(const AttackSpec& spec, const AttackContext& c) {
  ops::noisy(c.x, static_cast<float>(spec.values.at("sigma")), streamKey(c.seed, Stream::EvaluationNoise),
             static_cast<uint64_t>(c.first), c.out);
}

// clip(x + ε·sign ∇ₓJ), J the cross-entropy of the logits (Goodfellow 2015).
void fgsm(const AttackSpec& spec, const AttackContext& c) {
  const auto n = c.x.size(0);
  const auto weight = at::full({n}, 1.0, c.x.options());
  const auto loss = at::empty({n}, c.x.options());
  const auto logits = c.net.forward(c.x, c.trace);
  ops::classLoss(logits, c.labels, weight, ClassLoss::CrossEntropy, c.net.outputGradient(c.trace), loss);
  c.net.backward(c.trace, false, c.out);
  ops::signStep(c.x, c.out, static_cast<float>(spec.values.at("eps")), c.out);
}

}  // namespace

const std::vector<AttackRow>& attackRegistry() {
  static const std::vector<AttackRow> rows = {
      {{"noise",
        QT_TRANSLATE_NOOP("attacks", "Gaussian noise on every pixel, clipped to [0,1]"),
        {{"sigma", QT_TRANSLATE_NOOP("attacks", "standard deviation, of full ink"), 0.2, 0, 1}}},
       noise},
      {{"fgsm",
        QT_TRANSLATE_NOOP("attacks", "one step uphill on the cross-entropy of the model's own logits"),
        {{"eps", QT_TRANSLATE_NOOP("attacks", "largest change of a pixel, of full ink"), 0.1, 0, 1}}},
       fgsm},
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

namespace {

const AttackInfo& attackInfo(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& info : attacks()) {
    if (info.name == name) return info;
    names.push_back(info.name);
  }
  throw Error({QT_TRANSLATE_NOOP("core", "There is no attack \"%1\"."), {name}},
              {QT_TRANSLATE_NOOP("core", "Known attacks: %1."), {joined(names, ", ")}}, Error::Kind::Usage);
}

void setAttackValue(AttackSpec& spec, const AttackInfo& info, const std::string& word) {
  const auto equals = word.find('=');
  const std::string key = word.substr(0, equals);
  std::vector<std::string> keys;
  for (const auto& value : info.values) {
    keys.push_back(value.key);
    if (value.key != key || equals == std::string::npos) continue;
    const auto number = parseReal(word.substr(equals + 1));
    if (!number || !(*number >= value.min && *number <= value.max))
      throw Error({QT_TRANSLATE_NOOP("core", "%1 of the attack %2 cannot be \"%3\"."),
                   {key, info.name, word.substr(equals + 1)}},
                  {QT_TRANSLATE_NOOP("core", "It takes values in %1."),
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
  const auto& info = attackInfo(text.substr(0, colon));
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
