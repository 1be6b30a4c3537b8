// What the commands of sparring-cli share. A command is one file: it describes its options and what it runs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli_command.h"
#include "sparring/data.h"
#include "sparring/error.h"
#include "sparring/run.h"

namespace sparring::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;

inline constexpr char kUsualDevice[] = "cpu";  ///< of what measures

// Of a run's length, as an option.
inline constexpr int64_t kMostSteps = 1'000'000'000'000;
inline constexpr int64_t kMostEpochs = 1'000'000;

void addTrain(Command& program);
void addEvaluate(Command& program);
void addRead(Command& program);
void addGenerate(Command& program);
void addCoach(Command& program);
void addQuality(Command& program);
void addExport(Command& program);
void addData(Command& program);
void addParams(Command& program);
void addPresets(Command& program);
void addBench(Command& program);
void addSweep(Command& program);
void addRuns(Command& program);
void addCompare(Command& program);
void addReport(Command& program);
void addLabel(Command& program);

/// `text` as a whole number in [min, max]. Throws Error (Usage) that names option, value and range.
int64_t wholeNumber(const std::string& option, const std::string& text, int64_t min, int64_t max);

/// The bad-usage error: cause, then hint.
Error usage(const std::string& cause, const std::string& hint);

/// `error: cause` and, where there is one, `hint: ...` on stderr, a line each.
void printError(const Error& error);

/// The text of a small file. Throws Error.
std::string readText(const std::filesystem::path& path);

/// loadDataset with the command line's own advice where a known data set has not been fetched yet.
std::shared_ptr<const Dataset> loadData(const std::string& nameOrFolder);

/// The run's configuration; warns on stderr of what this version does not know of it. Throws Error.
RunConfig openRun(const std::filesystem::path& run);

/// The data set a run was trained on, from the folder `elsewhere` where that is given: --data. Throws Error where it is
/// not there or no longer the same.
std::shared_ptr<const Dataset> loadDataOf(const RunConfig& config, const std::string& elsewhere);
void addDataOption(Command& command, std::string& elsewhere);

/// Where networks are trained or measured; `usual`: where nothing is said.
void addDeviceOption(Command& command, std::optional<std::string>& device, const std::string& usual);

/// A path as it can be pasted into a shell.
std::string shellQuoted(const std::filesystem::path& path);

}  // namespace sparring::cli
