// What a face may know of the opponents: the registry's rows without their code.
#pragma once

#include <string>
#include <vector>

namespace sparring {

struct AdversaryInfo {
  std::string name;         ///< as in the parameter `adversary`
  std::string label;        ///< English, translated under context "adversaries"
  std::string help;         ///< formula, source, what to expect; same context
  bool usesGenerator;       ///< it duels: phase 2 exists
  bool conditional;         ///< the generator is asked for a class
  /// Holds no networks of its own: a running training may change to it, and from it.
  bool stateless() const { return !usesGenerator; }
  bool perturbsSource;      ///< x_adv is made from a real x; with a generator, that changes images and draws none
  bool needsTeacher = false;  ///< the frozen teacher takes part whatever the parameters say
};

/// All registered adversaries in display order.
const std::vector<AdversaryInfo>& adversaries();

/// Throws Error (Usage) naming the nearest known adversary.
const AdversaryInfo& adversaryInfo(const std::string& name);

}  // namespace sparring
