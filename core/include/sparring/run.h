// Run folders: what a run leaves on disk, and how it is read back. Opening one executes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sparring/event.h"
#include "sparring/metrics.h"
#include "sparring/params.h"

namespace sparring {

/// The default place for runs: $SPARRING_RUNS, else <user data>/sparring/runs.
std::filesystem::path runsFolder();

/// A fresh, not yet existing folder name under `parent`: "<date>-<time>-<name>", with a counter if taken.
std::filesystem::path freshRunFolder(const std::filesystem::path& parent, const std::string& name);

/// The contents of config.json.
struct RunConfig {
  std::string version;  ///< of the program that began the run
  std::string preset;   ///< may be empty
  std::string dataName;
  std::string dataSha256;
  std::string device;  ///< "cpu" or "cuda"
  int threads = 0;
  std::string started;  ///< ISO 8601, UTC
  Params params;        ///< as the run began; edits are in events.jsonl
};

/// What a list of runs shows. `problem` is set where the folder could not be read.
struct RunSummary {
  std::filesystem::path folder;
  std::string preset;
  std::string started;
  std::string adversary;
  std::string lambda;
  int64_t lastStep = 0;
  std::optional<double> clean;  ///< last recorded accuracies, lane 0, in [0,1]
  std::optional<double> noise;
  std::optional<double> fgsm;
  std::optional<Message> problem;
};

/// Runs under `parent`, newest first, broken ones last. Folders without a config.json are passed over. Never throws
/// for what it finds; no folder `parent`, no runs.
std::vector<RunSummary> listRuns(const std::filesystem::path& parent);

/// Everything readable of one run. A last line cut short by a kill is passed over. Throws Error.
struct RunRecord {
  RunConfig config;
  std::vector<MetricPoint> points;
  std::vector<Event> events;
  std::vector<int64_t> checkpoints;  ///< steps, ascending
  std::vector<int64_t> samples;      ///< steps that have a samples/step-N.png, ascending
};
RunRecord readRun(const std::filesystem::path& folder);

std::filesystem::path checkpointPath(const std::filesystem::path& folder, int64_t step);
std::filesystem::path samplesPath(const std::filesystem::path& folder, int64_t step);

/// metrics.csv's first line, without its line feed: step,epoch,phase,lane,metric,value.
std::string metricsHeader();

}  // namespace sparring
