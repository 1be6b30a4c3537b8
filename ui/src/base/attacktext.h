// Attacks and corruptions in words for people, from their rows. What is not known there comes back as it is.
#pragma once

#include <QString>

#include "sparring/attack.h"

namespace sparring::ui {

/// "PGD", "Gaussian noise": context "attacks".
QString attackName(const std::string& name);
/// What it does, as attacks() tells it; empty for an unknown one.
QString attackHelp(const std::string& name);

/// "ε", "σ", "factor": what a setting is called in a readout.
QString symbol(const AttackInfo::Value& value);
/// The same of the attack's setting `key`.
QString strengthSymbol(const std::string& attack, const std::string& key);
/// "ε, largest change of a pixel (0 to 1)": on an axis.
QString strengthTitle(const std::string& attack, const std::string& key);

/// "PGD (ε = 0.1)": the attack at one strength. No line breaks within the brackets.
QString attackAt(const std::string& name, const std::string& key, double strength);

/// How much work it does, `key` aside: "40 steps, 10 starts"; empty where there is nothing to say.
QString attackSettings(const AttackSpec& attack, const std::string& key);

}  // namespace sparring::ui
