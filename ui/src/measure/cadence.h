// How often a running training is measured.
#pragma once

#include <QString>

namespace sparring::ui {

struct Cadence {
  enum class When { Never, Evaluations, Seconds };
  When when = When::Seconds;
  int seconds = 30;  ///< of Seconds, > 0

  /// "never", "evaluations" or a number of seconds; what is none of these is the default.
  static Cadence of(const QString& name);
  QString name() const;

  bool operator==(const Cadence&) const = default;
};

}  // namespace sparring::ui
