// Sentences about sweeps in the language of the window.
#pragma once

#include <QString>
#include <cstdint>
#include <vector>

#include "sparring/sweep.h"

namespace sparring::ui {

/// "about" is said by the caller: "40 s", "4 min", "2 h 10 min".
QString roughDuration(double seconds);
/// "27 runs, 2 at a time. 27 up to 3 epochs, 9 up to 9 epochs."
QString runsText(int64_t runs, const SweepSpec& spec, const std::vector<int64_t>& budgets);
/// "9 epochs", "500 steps"; the run's own length: empty.
QString budgetText(int64_t budget, const SweepSpec& spec);
/// A value of the sweep's metric: "92.3 %" or "0.241".
QString metricValueText(double value, const SweepMetric& metric);
/// A run by what it varies: "Classifier learning rate 0.003 · Batch 32".
QString settingsText(const SweepSpec& spec, const SweepRun& run);
/// As it stands in files, a parameter's value for people: a choice by its label.
QString valueText(const std::string& key, const std::string& value);

}  // namespace sparring::ui
