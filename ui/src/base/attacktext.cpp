#include "base/attacktext.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "base/text.h"

namespace sparring::ui {
namespace {

QString translated(const std::string& english) { return QCoreApplication::translate("attacks", english.c_str()); }

const AttackInfo* infoOf(const std::string& name) {
  const auto found = std::ranges::find(attacks(), name, &AttackInfo::name);
  return found == attacks().end() ? nullptr : &*found;
}

const AttackInfo::Value* valueOf(const std::string& attack, const std::string& key) {
  const AttackInfo* info = infoOf(attack);
  return info ? info->value(key) : nullptr;
}

}  // namespace

QString attackName(const std::string& name) {
  const AttackInfo* info = infoOf(name);
  return info ? translated(info->label) : QString::fromStdString(name);
}

QString attackHelp(const std::string& name) {
  const AttackInfo* info = infoOf(name);
  return info ? translated(info->help) : QString();
}

QString symbol(const AttackInfo::Value& value) {
  return value.symbol.empty() ? QString::fromStdString(value.key) : translated(value.symbol);
}

QString strengthSymbol(const std::string& attack, const std::string& key) {
  const auto* value = valueOf(attack, key);
  return value ? symbol(*value) : QString::fromStdString(key);
}

QString strengthTitle(const std::string& attack, const std::string& key) {
  const auto* value = valueOf(attack, key);
  return value && !value->title.empty() ? translated(value->title) : strengthSymbol(attack, key);
}

QString attackAt(const std::string& name, const std::string& key, double strength) {
  return QStringLiteral("%1 (%2\u00a0=\u00a0%3)")
      .arg(attackName(name), strengthSymbol(name, key), localNumber(strength));
}

QString attackSettings(const AttackSpec& attack, const std::string& key) {
  QStringList parts;
  for (const AttackInfo::Value& value : attackInfo(attack.name).values) {
    const auto found = attack.values.find(value.key);
    if (value.times.empty() || value.key == key || found == attack.values.end() || found->second == 1) continue;
    parts << translated(value.times).arg(localNumber(found->second));
  }
  return parts.join(QStringLiteral(", "));
}

}  // namespace sparring::ui
