// What the commands of sparring-cli share. A command is one file: it declares its options and hands back what to run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "sparring/data.h"
#include "sparring/error.h"
#include "sparring/run.h"

namespace sparring::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;

/// The command that was chosen, ready to run; returns the exit code, may throw Error.
using Action = std::function<int()>;

void addTrain(CLI::App& app, Action& action);
void addEvaluate(CLI::App& app, Action& action);
void addGenerate(CLI::App& app, Action& action);
void addQuality(CLI::App& app, Action& action);
void addExport(CLI::App& app, Action& action);
void addData(CLI::App& app, Action& action);
void addParams(CLI::App& app, Action& action);
void addPresets(CLI::App& app, Action& action);
void addBench(CLI::App& app, Action& action);

/// A subcommand whose options, given twice, take the last value.
CLI::App* addCommand(CLI::App& app, const std::string& name, const std::string& help);

/// An option or (without leading dashes) a positional that takes one whole number in [min, max]. A value that is none
/// ends the parsing with an Error (Usage) that names option, value and range.
CLI::Option* addNumber(CLI::App* command, const std::string& name, std::optional<int64_t>& target, int64_t min,
                       int64_t max, const std::string& help);

/// An option or positional that takes a path; an empty one is an Error (Usage).
CLI::Option* addPath(CLI::App* command, const std::string& name, std::filesystem::path& target,
                     const std::string& typeName, const std::string& help);

/// The bad-usage error: cause, then hint.
Error usage(const std::string& cause, const std::string& hint);

/// `error: cause` and, where there is one, `hint: ...` on stderr, a line each.
void printError(const Error& error);

/// The text of a small file. Throws Error.
std::string readText(const std::filesystem::path& path);

/// loadDataset with the command line's own advice where a known data set has not been fetched yet.
std::shared_ptr<const Dataset> loadData(const std::string& nameOrFolder);

/// The data set a run was trained on. Throws Error where it is not there or no longer the same.
std::shared_ptr<const Dataset> loadDataOf(const RunConfig& config, const std::filesystem::path& run);

/// A path as it can be pasted into a shell.
std::string shellQuoted(const std::filesystem::path& path);

}  // namespace sparring::cli
