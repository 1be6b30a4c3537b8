// The command line: reads the arguments, runs one command, turns errors into exit codes.
#include <cstdio>
#include <exception>

#include "cli_common.h"
#include "sparring/version.h"

namespace {

void addCommands(sparring::cli::Command& program) {
  using namespace sparring::cli;
  addTrain(program);
  addEvaluate(program);
  addGenerate(program);
  addQuality(program);
  addExport(program);
  addData(program);
  addParams(program);
  addPresets(program);
  addBench(program);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace sparring::cli;
  try {
    CommandLine line("sparring-cli", "Trains a digit classifier against an opponent that makes adversarial samples.");
    line.version([] { return "sparring-cli " + sparring::version() + "\n" + sparring::buildReport(); });
    line.root().footer("Exit codes: 0 done, 1 failed, 2 bad usage. `sparring-cli COMMAND --help` explains a command.");
    addCommands(line.root());
    return line.run(argc, argv);
  } catch (const sparring::Error& error) {
    printError(error);
    return static_cast<int>(error.kind());
  } catch (const std::exception& error) {  // out of memory and the like
    std::fprintf(stderr, "error: %s\n", error.what());
    return kFailed;
  }
}
