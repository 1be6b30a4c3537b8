// The coach beside a training on the command line.
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "sparring/coach.h"
#include "sparring/trainer.h"

namespace sparring::cli {

/// Everything that a hint says.
nlohmann::ordered_json hintJson(const Hint& hint, size_t lanes);

/// Looks at a training at each evaluation and at its end, and tells each hint once.
class CoachAside {
 public:
  using Told = std::function<void(const Hint& hint, size_t lanes)>;
  CoachAside(int64_t testImages, Told told);

  /// What was recorded before this process took the run up.
  void begin(const RunRecord& past);
  void add(const Update& update);
  /// What its generator draws in the end; null: not measured.
  void end(std::shared_ptr<const GeneratorQuality> quality);

 private:
  void look(std::vector<std::shared_ptr<const GeneratorQuality>> qualities);

  Told told_;
  std::vector<MetricPoint> points_;
  std::vector<Event> events_;
  Update last_;  // without points and events
  int64_t testImages_;
  std::set<std::string> known_;  // keys of the hints that were told
};

}  // namespace sparring::cli
