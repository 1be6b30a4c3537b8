#include "base/attacktext.h"

#include <QCoreApplication>
#include <QStringList>
#include <span>

#include "base/text.h"

namespace sparring::ui {
namespace {

struct Name {
  const char* name;
  const char* text;
};

constexpr Name kNames[] = {
    {"fgsm", QT_TRANSLATE_NOOP("attacks", "FGSM")},
    {"own", QT_TRANSLATE_NOOP("attacks", "the opponent of training")},
    {"fgsm-mse", QT_TRANSLATE_NOOP("attacks", "FGSM on softmax")},
    {"pgd", QT_TRANSLATE_NOOP("attacks", "PGD")},
    {"cw", QT_TRANSLATE_NOOP("attacks", "CW")},
    {"kl", QT_TRANSLATE_NOOP("attacks", "KL (TRADES)")},
    {"square", QT_TRANSLATE_NOOP("attacks", "Square")},
    {"transfer", QT_TRANSLATE_NOOP("attacks", "Transfer")},
    {"noise", QT_TRANSLATE_NOOP("attacks", "Gaussian noise")},
    {"impulse", QT_TRANSLATE_NOOP("attacks", "Impulse noise")},
    {"speckle", QT_TRANSLATE_NOOP("attacks", "Speckle noise")},
    {"contrast", QT_TRANSLATE_NOOP("attacks", "Contrast")},
    {"brightness", QT_TRANSLATE_NOOP("attacks", "Brightness")},
};

QString of(const std::string& name, std::span<const Name> table) {
  for (const auto& [known, text] : table)
    if (name == known) return QCoreApplication::translate("attacks", text);
  return QString::fromStdString(name);
}

}  // namespace

QString attackName(const std::string& name) { return of(name, kNames); }

QString attackHelp(const std::string& name) {
  for (const AttackInfo& info : attacks())
    if (info.name == name) return QCoreApplication::translate("attacks", info.help.c_str());
  return {};
}

QString strengthSymbol(const std::string& key) {
  if (key == "eps") return QStringLiteral("ε");
  if (key == "sigma") return QStringLiteral("σ");
  constexpr Name kKeys[] = {{"amount", QT_TRANSLATE_NOOP("attacks", "share")},
                            {"factor", QT_TRANSLATE_NOOP("attacks", "factor")},
                            {"shift", QT_TRANSLATE_NOOP("attacks", "shift")}};
  return of(key, kKeys);
}

QString strengthTitle(const std::string& key) {
  if (key != "eps") return strengthSymbol(key);
  return QCoreApplication::translate("attacks", "ε, largest change of a pixel (1 is from paper to ink)");
}

QString attackAt(const std::string& name, const std::string& key, double strength) {
  return QStringLiteral("%1 (%2\u00a0=\u00a0%3)").arg(attackName(name), strengthSymbol(key), localNumber(strength));
}

QString attackSettings(const AttackSpec& attack, const std::string& key) {
  QStringList parts;
  const auto add = [&](const char* name, const char* text, double trivial) {
    const auto found = attack.values.find(name);
    if (found != attack.values.end() && found->second != trivial && found->first != key)
      parts << QCoreApplication::translate("attacks", text).arg(localNumber(found->second));
  };
  add("steps", QT_TRANSLATE_NOOP("attacks", "%1 steps"), 1);
  add("restarts", QT_TRANSLATE_NOOP("attacks", "%1 starts"), 1);
  add("queries", QT_TRANSLATE_NOOP("attacks", "%1 queries"), 1);
  return parts.join(QStringLiteral(", "));
}

bool isAttack(const Curve& curve) { return curve.key == "eps"; }

}  // namespace sparring::ui
