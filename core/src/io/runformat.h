// The text of a run folder's files: one place for what the writer writes and the reader reads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/measuredlists.h"
#include "sparring/run.h"

namespace sparring {

// Names inside a run folder.
constexpr char kConfigFile[] = "config.json";
constexpr char kMetricsFile[] = "metrics.csv";
constexpr char kEventsFile[] = "events.jsonl";
constexpr char kCheckpointsFolder[] = "checkpoints";
constexpr char kSnapshotsFolder[] = "snapshots";
constexpr char kSamplesFolder[] = "samples";
constexpr char kLabelsFile[] = "labels.json";
constexpr char kEvaluationsFolder[] = "evaluations";
constexpr char kCheckpointExtension[] = ".safetensors";
constexpr char kSamplesExtension[] = ".png";

/// config.json as text, and back. `path` is named in errors.
std::string configToJson(const RunConfig& config);
RunConfig configFromJson(const std::string& text, const std::filesystem::path& path);

/// The configuration `text` with another length, all else as it is, also what another version wrote.
std::string withLength(const std::string& text, const RunLength& length);

/// The configuration of the run in `folder`. Throws Error: no run there, not readable, damaged.
RunConfig readConfig(const std::filesystem::path& folder);

/// A log's text; empty where there is none, as in a run killed while it was made. Throws Error.
std::string readLog(const std::filesystem::path& path);

/// One line of metrics.csv with its line feed; `key` as metricKey() has it. The value is the shortest text that reads
/// back exactly.
/// What the epoch of the line tells; nothing at step 0.
std::optional<int64_t> stepsPerEpochOf(std::string_view line);
std::string metricLine(const MetricPoint& point, const std::string& key, Phase phase, int64_t stepsPerEpoch);

/// The point of a line without its line feed; nothing where the line is not one (a header, a broken line). `lists` tell
/// what the name of an attack stood for.
std::optional<MetricPoint> parseMetricLine(std::string_view line, const MeasuredLists& lists);

/// One line of events.jsonl with its line feed, and back (without it).
std::string eventLine(const Event& event);
std::optional<Event> parseEventLine(std::string_view line);

/// The step of a line of either log, also of one that another version wrote and this one cannot read; nothing where it
/// has none (a header, a comment).
std::optional<int64_t> stepOfMetricLine(std::string_view line);
std::optional<int64_t> stepOfEventLine(std::string_view line);

/// The events of the run in `folder` that can be read, those of lines that hold `word`. Throws Error.
std::vector<Event> readEvents(const std::filesystem::path& folder, std::string_view word = {});

/// The lines of `text` that end in a line feed, without it and without carriage returns before it, as an editor may
/// leave them; a last line cut short is left out.
std::vector<std::string_view> wholeLines(std::string_view text);

/// Steps N of the files step-N<extension> in `folder`, ascending. Empty where there is no such folder.
std::vector<int64_t> stepFiles(const std::filesystem::path& folder, std::string_view extension);

}  // namespace sparring
