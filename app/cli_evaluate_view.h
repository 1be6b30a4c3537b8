// What `evaluate` prints: tables for people, one JSON object for programs.
#pragma once

#include <filesystem>
#include <vector>

#include "sparring/findings.h"
#include "sparring/seeds.h"

namespace sparring::cli {

/// A classifier beside its baseline.
struct Comparison {
  int lane = 0;
  std::string baseline;  ///< what it is compared with, as a person would call it
  std::vector<Finding> findings;
};

/// What was measured of one run.
struct Evaluation {
  std::filesystem::path run;
  int64_t step = 0;
  bool suite = false;  ///< a whole suite; else single attacks
  bool allLanes = false;
  Assessment assessment;
  ImageKind kind;  ///< of the test images, which names the classes
  std::vector<Comparison> comparisons;
};

/// A run in a folder of runs that has no part in their mean.
struct LeftOut {
  std::filesystem::path run;
  std::string why;
};

/// Several runs that differ in their seed.
struct SeedsEvaluation {
  std::vector<std::filesystem::path> runs;
  std::vector<LeftOut> leftOut;
  std::vector<LaneOverSeeds> lanes;
};

void printText(const Evaluation& evaluation);
void printText(const SeedsEvaluation& evaluation);
void printJson(const Evaluation& evaluation);
void printJson(const SeedsEvaluation& evaluation);

}  // namespace sparring::cli
