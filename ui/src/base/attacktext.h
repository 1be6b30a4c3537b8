// Attacks and corruptions in words for people. Names that are not known here come back as they are.
#pragma once

#include <QString>

#include "sparring/assessment.h"

namespace sparring::ui {

/// "PGD", "Gaussian noise": context "attacks".
QString attackName(const std::string& name);
/// What it does, as attacks() tells it; empty for an unknown one.
QString attackHelp(const std::string& name);

/// "ε", "σ", "factor": what a strength is called on an axis and in a readout.
QString strengthSymbol(const std::string& key);
/// "ε, largest change of a pixel (0 to 1)".
QString strengthTitle(const std::string& key);

/// "PGD (ε = 0.1)": the attack at one strength. No line breaks within the brackets.
QString attackAt(const std::string& name, const std::string& key, double strength);

/// The settings besides the strength: "40 steps, 10 restarts"; empty where there are none.
QString attackSettings(const AttackSpec& attack, const std::string& key);

/// Built against the classifier, within ε; the others are corruptions, that know nothing of it.
bool isAttack(const Curve& curve);

}  // namespace sparring::ui
