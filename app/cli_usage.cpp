#include "cli_usage.h"

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

}  // namespace

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

}  // namespace sparring::cli
