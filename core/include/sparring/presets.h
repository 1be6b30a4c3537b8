// Named settings. One JSON file each under resources/presets/, compiled into the library.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sparring/attack.h"
#include "sparring/params.h"

namespace sparring {

/// A text in the product's languages.
struct LocalText {
  std::string en;
  std::string zh;
  /// The text for a locale name such as "zh_CN" or "en"; English where there is no other.
  const std::string& in(const std::string& locale) const;
};

/// A part of an expectation that can be measured after the run: the accuracy on all test images lies in [min, max].
struct Expectation {
  Against against;
  std::optional<double> lambda;  ///< of the lanes with this λ alone
  double min = 0, max = 1;
};

struct Preset {
  std::string name;
  std::string group;  ///< "start", "opponents", "published" or "failures"
  LocalText title;
  LocalText help;                         ///< what it is, what it reproduces, what it does not
  LocalText expectation;                  ///< one line: what one should see
  std::vector<Expectation> expectations;  ///< what of it the program checks
  double minutes = 0;                     ///< how long it takes on two cores, measured
  Params params;
};

/// All presets; the default comes first. Built once; safe from any thread.
const std::vector<Preset>& presets();

/// Throws Error (Usage) naming the nearest known preset.
const Preset& preset(const std::string& name);

}  // namespace sparring
