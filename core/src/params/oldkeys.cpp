#include "params/oldkeys.h"

#include <algorithm>

#include "sparring/attack.h"
#include "sparring/error.h"

namespace sparring {

namespace {

constexpr OldKey kOldKeys[] = {
    {"evaluate.noise", "evaluate.attacks", "noise", "sigma"},
    {"evaluate.epsilon", "evaluate.attacks", "fgsm", "eps"},
};

double valueOf(const OldKey& old, const std::string& text) {
  try {
    return parseAttack(std::string(old.attack) + ":" + old.setting + "=" + text).values.at(old.setting);
  } catch (const Error& error) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be \"%2\"."), {old.key, text}}, error.hint(), Error::Kind::Usage);
  }
}

}  // namespace

const OldKey* oldKey(const std::string& key) {
  const auto* found =
      std::find_if(std::begin(kOldKeys), std::end(kOldKeys), [&](const OldKey& old) { return old.key == key; });
  return found == std::end(kOldKeys) ? nullptr : found;
}

void setOld(Params& params, const OldKey& old, const std::string& text) {
  const double value = valueOf(old, text);
  std::vector<AttackSpec> list = parseAttacks(params.evaluateAttacks);
  auto attack = std::find_if(list.begin(), list.end(), [&](const AttackSpec& one) { return one.name == old.attack; });
  if (attack == list.end()) attack = list.insert(list.end(), parseAttack(old.attack));
  attack->values[old.setting] = value;
  setParam(params, old.now, attacksText(list));
}

}  // namespace sparring
