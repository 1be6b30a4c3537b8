// The argument parser behind cli_command.h, and its complaints in the product's words. The only file that sees CLI11.
#include "cli_command.h"

#include <CLI/CLI.hpp>

#include "cli_common.h"
#include "sparring/nearest.h"

namespace sparring::cli {
namespace {

const CLI::App* deepestCommand(const CLI::App& app) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().back();
  return command;
}

/// "sparring-cli train", as typed.
std::string fullName(const CLI::App* command) {
  std::string name = command->get_name();
  for (const CLI::App* above = command->get_parent(); above; above = above->get_parent()) {
    name = above->get_name() + " " + name;
  }
  return name;
}

std::vector<std::string> optionNames(const CLI::App* command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command->get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::vector<std::string> commandNames(const CLI::App* command) {
  std::vector<std::string> names;
  for (const CLI::App* sub : command->get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(sub->get_name());
  }
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// "Did you mean --epochs? ", where one of them is near.
std::string guess(const std::string& word, const std::vector<std::string>& names) {
  const std::string meant = nearest(word, names);
  return meant.empty() ? std::string() : "Did you mean " + meant + "? ";
}

Error unexpected(const CLI::App* command, const std::string& word) {
  const std::string help = "`" + fullName(command) + " --help` shows them all.";
  const std::vector<std::string> commands = commandNames(command);
  if (word.size() > 1 && word[0] == '-') {
    const std::string name = word.substr(0, word.find('='));
    return usage(fullName(command) + " has no option " + name + ".", guess(name, optionNames(command)) + help);
  }
  if (commands.empty()) {
    return usage(fullName(command) + ": '" + word + "' is one argument too many.",
                 "`" + fullName(command) + " --help` shows how it is used.");
  }
  return usage(fullName(command) + " has no command '" + word + "'.", guess(word, commands) + help);
}

Error missing(const CLI::App* command, const CLI::ParseError& error) {
  const std::vector<std::string> commands = commandNames(command);
  const std::string help = "`" + fullName(command) + " --help` shows how it is used.";
  if (!commands.empty())
    return usage(fullName(command) + ": a command is missing.", "One of " + joined(commands) + ".");
  std::vector<std::string> names;
  for (const CLI::Option* option : command->get_options()) {
    if (option->get_required() && option->count() == 0) names.push_back(option->get_name());
  }
  if (names.empty()) return usage(fullName(command) + ": " + error.what(), help);
  return usage(fullName(command) + ": " + joined(names) + " is missing.", help);
}

/// The product's error for `error`, raised while `app` read its arguments: one cause, one hint, the nearest known name.
Error usageError(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* command = deepestCommand(app);
  const std::vector<std::string> extras = app.remaining(true);
  if (!extras.empty()) return unexpected(command, extras.front());
  if (dynamic_cast<const CLI::RequiredError*>(&error)) return missing(command, error);
  const std::string what = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    const std::string option = what.substr(0, what.find(':'));
    return usage(fullName(command) + ": " + option + " needs a value.",
                 "`" + fullName(command) + " --help` shows which.");
  }
  return usage(fullName(command) + ": " + what, "`" + fullName(command) + " --help` shows how it is used.");
}

/// An option whose value `read` takes.
CLI::Option* reading(CLI::App& app, const std::string& name, std::function<void(const std::string&)> read,
                     const std::string& type, const std::string& help, Need need = Need::Optional) {
  return app.add_option_function<std::string>(name, read, help)->type_name(type)->required(need == Need::Required);
}

}  // namespace

Command Command::add(const std::string& name, const std::string& help) {
  app_->require_subcommand(1);
  CLI::App* command = app_->add_subcommand(name, help);
  command->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  return {*command, *chosen_};
}

void Command::flag(const std::string& name, bool& target, const std::string& help) {
  app_->add_flag(name, target, help);
}

void Command::number(const std::string& name, std::optional<int64_t>& target, int64_t min, int64_t max,
                     const std::string& help, Need need) {
  const auto read = [&target, name, min, max](const std::string& text) { target = wholeNumber(name, text, min, max); };
  reading(*app_, name, read, "N", help, need);
}

void Command::path(const std::string& name, std::filesystem::path& target, const std::string& type,
                   const std::string& help, Need need) {
  const auto read = [&target, name](const std::string& text) {
    if (text.empty()) throw usage(name + ": the path is empty.", "Give the name of a file or folder.");
    target = text;
  };
  reading(*app_, name, read, type, help, need);
}

void Command::text(const std::string& name, std::string& target, const std::string& type, const std::string& help,
                   Need need) {
  reading(
      *app_, name, [&target](const std::string& text) { target = text; }, type, help, need);
}

void Command::text(const std::string& name, std::optional<std::string>& target, const std::string& type,
                   const std::string& help) {
  reading(
      *app_, name, [&target](const std::string& text) { target = text; }, type, help);
}

void Command::text(const std::string& name, std::function<void(const std::string&)> read, const std::string& type,
                   const std::string& help) {
  reading(*app_, name, std::move(read), type, help);
}

void Command::repeated(const std::string& name, std::vector<std::string>& target, const std::string& type,
                       const std::string& help) {
  app_->add_option(name, target, help)
      ->type_name(type)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
}

void Command::words(const std::string& name, std::vector<std::string>& target, const std::string& help) {
  app_->add_option(name, target, help)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Command::footer(const std::string& text) { app_->footer(text); }

void Command::runs(Action action) {
  app_->callback([action = std::move(action), chosen = chosen_] { *chosen = action; });
}

CommandLine::CommandLine(const std::string& name, const std::string& help)
    : app_(std::make_unique<CLI::App>(help, name)), root_(*app_, chosen_) {}

CommandLine::~CommandLine() = default;

void CommandLine::version(std::function<std::string()> text) { app_->set_version_flag("--version", std::move(text)); }

int CommandLine::run(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::Success& answer) {  // --help and --version
    return app_->exit(answer);
  } catch (const CLI::ParseError& error) {
    throw usageError(*app_, error);
  }
  return chosen_();
}

}  // namespace sparring::cli
