// The command line: reads the arguments, runs one command, turns errors into exit codes.
#include <cstdio>
#include <exception>

#include "cli_common.h"
#include "cli_usage.h"
#include "sparring/version.h"

namespace {

using sparring::cli::Action;

void addCommands(CLI::App& app, Action& action) {
  using namespace sparring::cli;
  addTrain(app, action);
  addEvaluate(app, action);
  addGenerate(app, action);
  addQuality(app, action);
  addExport(app, action);
  addData(app, action);
  addParams(app, action);
  addPresets(app, action);
  addBench(app, action);
}

int parseAndRun(CLI::App& app, Action& action, int argc, char** argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& answer) {  // --help and --version
    return app.exit(answer);
  } catch (const CLI::ParseError& error) {
    throw sparring::cli::usageError(app, error);
  }
  return action();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Trains a digit classifier against an opponent that makes adversarial samples.", "sparring-cli");
  app.set_version_flag("--version",
                       [] { return "sparring-cli " + sparring::version() + "\n" + sparring::buildReport(); });
  app.footer("Exit codes: 0 done, 1 failed, 2 bad usage. `sparring-cli COMMAND --help` explains a command.");
  app.require_subcommand(1);
  Action action;
  addCommands(app, action);
  try {
    return parseAndRun(app, action, argc, argv);
  } catch (const sparring::Error& error) {
    sparring::cli::printError(error);
    return static_cast<int>(error.kind());
  } catch (const std::exception& error) {  // out of memory and the like
    std::fprintf(stderr, "error: %s\n", error.what());
    return sparring::cli::kFailed;
  }
}
