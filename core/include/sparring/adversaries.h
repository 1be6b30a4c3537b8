// What a face may know of the opponents: the registry's rows without their code.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "sparring/params.h"

namespace sparring {

struct AdversaryInfo {
  std::string name;                 ///< as in the parameter `adversary`
  std::string label;                ///< English, translated under context "adversaries"
  std::string help;                 ///< formula, source, what to expect; same context
  bool usesGenerator = false;       ///< it duels: phase 2 exists
  bool usesDiscriminator = false;   ///< which the generator has to convince
  bool discriminatorRests = false;  ///< in the joint phase
  bool conditional = false;         ///< the generator is asked for a class
  bool perturbsSource = false;  ///< x_adv is made from a real x; with a generator, that changes images and draws none
  bool aims = false;            ///< x_adv is made against the classifier as it is: its slope or verdict goes into it
  bool attacksDrawn = false;    ///< what the generator draws is changed against the classifier before it learns from it
  bool mixesReal = false;       ///< real images are changed beside the drawn ones
  bool needsTeacher = false;    ///< the frozen teacher takes part whatever the parameters say
  /// Keys of the common parameters that it reads beside those that every adversary of its kind has.
  std::vector<std::string> params = {};
  /// Parameters of its own, or of a few like it: the table shows them with the opponent's.
  std::vector<ParamRow> own = {};

  /// Holds no networks of its own: a running training may change to it, and from it.
  bool stateless() const { return !usesGenerator; }
  bool makesSamples() const { return usesGenerator || perturbsSource; }
  bool drawsImages() const { return usesGenerator && !perturbsSource; }
  bool reads(const std::string& key) const {
    return std::ranges::find(params, key) != params.end() || std::ranges::find(own, key, &ParamRow::key) != own.end();
  }
};

/// What the discriminator and the generator of a GAN play for.
struct GanLossInfo {
  std::string name;   ///< as in the parameter `loss.gan`
  std::string label;  ///< English, translated under context "params"
  std::string help;   ///< what to expect, and the source; same context
  /// Keys of the parameters that it reads and not every one does.
  std::vector<std::string> params = {};
};

/// All registered losses in display order.
const std::vector<GanLossInfo>& ganLosses();

/// Whether the loss that the parameters name reads the parameter `key` as one of its own.
bool ganLossReads(const std::string& key, const Params& params);

/// All registered adversaries in display order.
const std::vector<AdversaryInfo>& adversaries();

/// Throws Error (Usage) naming the nearest known adversary.
const AdversaryInfo& adversaryInfo(const std::string& name);

}  // namespace sparring
