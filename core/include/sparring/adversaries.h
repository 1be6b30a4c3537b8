// What a face may know of the opponents: the registry's rows without their code.
#pragma once

#include <string>
#include <vector>

#include "sparring/params.h"

namespace sparring {

struct AdversaryInfo {
  std::string name;         ///< as in the parameter `adversary`
  std::string label;        ///< English, translated under context "adversaries"
  std::string help;         ///< formula, source, what to expect; same context
  bool usesGenerator;       ///< it duels: phase 2 exists, `generate` works
  bool conditional;         ///< the generator is asked for a class
  bool perturbsSource;      ///< x_adv is made from a real x, so pairs can be shown
  bool needsTeacher = false;  ///< the frozen teacher takes part whatever the parameters say
};

/// All registered adversaries in display order.
const std::vector<AdversaryInfo>& adversaries();

/// Throws Error (Usage) naming the nearest known adversary.
const AdversaryInfo& adversaryInfo(const std::string& name);

/// Whether a run of these parameters has a frozen teacher, and so a phase for it.
bool needsTeacher(const Params& params);

}  // namespace sparring
