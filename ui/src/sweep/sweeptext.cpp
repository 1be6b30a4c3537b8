#include "sweep/sweeptext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "sparring/params.h"

namespace sparring::ui {

QString roughDuration(double seconds) {
  if (seconds < 90)
    return QCoreApplication::translate("sweeps", "%1 s")
        .arg(std::max(1LL, static_cast<long long>(std::llround(seconds))));
  const auto minutes = std::llround(seconds / 60);
  if (minutes < 90) return QCoreApplication::translate("sweeps", "%1 min").arg(minutes);
  return QCoreApplication::translate("sweeps", "%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString budgetText(int64_t budget, const SweepSpec& spec) {
  if (budget == 0) return {};
  const QString length = budget == 1 ? (spec.steps ? QCoreApplication::translate("sweeps", "%1 step")
                                                   : QCoreApplication::translate("sweeps", "%1 epoch"))
                                     : (spec.steps ? QCoreApplication::translate("sweeps", "%1 steps")
                                                   : QCoreApplication::translate("sweeps", "%1 epochs"));
  return length.arg(stepText(budget));
}

QString runsText(int64_t runs, const SweepSpec& spec, const std::vector<int64_t>& budgets) {
  QString words = (runs == 1 ? QCoreApplication::translate("sweeps", "%1 run, %2 at a time.")
                             : QCoreApplication::translate("sweeps", "%1 runs, %2 at a time."))
                      .arg(stepText(runs), stepText(spec.jobs));
  if (budgets.size() < 2) return words;
  int64_t left = runs;
  QStringList rungs;
  for (const int64_t budget : budgets) {
    rungs << QCoreApplication::translate("sweeps", "%1 up to %2").arg(stepText(left), budgetText(budget, spec));
    left /= spec.halving;
  }
  return words + u' ' + rungs.join(QCoreApplication::translate("sweeps", ", ")) +
         QCoreApplication::translate("sweeps", ".");
}

QString metricValueText(double value, const SweepMetric& metric) {
  return metric.more ? percentText(value, 2) : localNumber(value);
}

QString valueText(const std::string& key, const std::string& value) {
  const ParamRow& row = paramRow(key);
  const auto choice = std::ranges::find(row.choices, value, &Choice::value);
  if (choice != row.choices.end()) return label(*choice);
  bool number = false;
  const double read = QString::fromStdString(value).toDouble(&number);
  return number ? QLocale().toString(read, 'g', 4) : QString::fromStdString(value);
}

QString settingsText(const SweepSpec& spec, const SweepRun& run) {
  QStringList all;
  for (size_t d = 0; d < spec.vary.size(); ++d)
    all << label(paramRow(spec.vary[d].key)) + u' ' + valueText(spec.vary[d].key, variedValue(run, d));
  return all.join(QStringLiteral(" · "));
}

}  // namespace sparring::ui
