// How a command of sparring-cli describes itself: its name, its options, what it does. A command is one file that knows
// this interface; cli_command.cpp alone knows the argument parser behind it, whose header costs seconds a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace sparring::cli {

/// What a command does; returns the exit code, may throw Error.
using Action = std::function<int()>;

enum class Need { Optional, Required };

/// One command while it is being described. A handle: copies describe the same command. Targets are written while the
/// arguments are read, so they must live as long as the command line; of an option given twice the last value counts.
/// A name with leading dashes is an option, one without is a positional argument.
class Command {
 public:
  /// A command below this one, of which one must then be given.
  Command add(const std::string& name, const std::string& help);

  void flag(const std::string& name, bool& target, const std::string& help);
  /// One whole number in [min, max]; another value is an Error (Usage) that names option, value and range.
  void number(const std::string& name, std::optional<int64_t>& target, int64_t min, int64_t max,
              const std::string& help, Need need = Need::Optional);
  /// A path; an empty one is an Error (Usage).
  void path(const std::string& name, std::filesystem::path& target, const std::string& type, const std::string& help,
            Need need = Need::Optional);
  /// `type` is what the help calls the value.
  void text(const std::string& name, std::string& target, const std::string& type, const std::string& help,
            Need need = Need::Optional);
  void text(const std::string& name, std::optional<std::string>& target, const std::string& type,
            const std::string& help);
  /// A text that `read` takes apart; what it throws ends the reading.
  void text(const std::string& name, std::function<void(const std::string&)> read, const std::string& type,
            const std::string& help);
  /// An option that may be given again and again, one value each time.
  void repeated(const std::string& name, std::vector<std::string>& target, const std::string& type,
                const std::string& help);
  /// All positional arguments that are left.
  void words(const std::string& name, std::vector<std::string>& target, const std::string& help);

  /// A last line of the help.
  void footer(const std::string& text);
  void runs(Action action);

 private:
  friend class CommandLine;
  Command(CLI::App& app, Action& chosen) : app_(&app), chosen_(&chosen) {}
  CLI::App* app_;
  Action* chosen_;  ///< of the command line: the command that was given
};

/// The whole program's arguments.
class CommandLine {
 public:
  CommandLine(const std::string& name, const std::string& help);
  ~CommandLine();

  Command& root() { return root_; }
  /// What --version prints.
  void version(std::function<std::string()> text);
  /// Reads the arguments and runs the command they name; --help and --version are answered on stdout. Returns the exit
  /// code. Throws Error (Usage) with one cause, one hint and the nearest known name where the arguments are none.
  int run(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
  Action chosen_;
  Command root_;
};

}  // namespace sparring::cli
