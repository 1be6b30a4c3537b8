#include "measure/cadence.h"

namespace sparring::ui {

Cadence Cadence::of(const QString& name) {
  if (name == "never") return {When::Never};
  if (name == "evaluations") return {When::Evaluations};
  const int seconds = name.toInt();
  return seconds > 0 ? Cadence{When::Seconds, seconds} : Cadence{};
}

QString Cadence::name() const {
  if (when == When::Never) return QStringLiteral("never");
  return when == When::Evaluations ? QStringLiteral("evaluations") : QString::number(seconds);
}

}  // namespace sparring::ui
