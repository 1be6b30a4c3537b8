// The command line: reads the arguments, runs one command, turns errors and signals into exit codes.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>

#include "cli_common.h"
#include "cli_json.h"
#include "cli_signals.h"
#include "descriptors.h"
#include "sparring/signals.h"
#include "sparring/version.h"

namespace {

using namespace sparring::cli;

constexpr int kEndedBySignal = 128;  // as a shell has it: plus the signal's number

void addCommands(Command& program) {
  addTrain(program);
  addSweep(program);
  addRuns(program);
  addCompare(program);
  addReport(program);
  addLabel(program);
  addEvaluate(program);
  addRead(program);
  addGenerate(program);
  addQuality(program);
  addCoach(program);
  addExport(program);
  addData(program);
  addParams(program);
  addPresets(program);
  addBench(program);
}

/// What was printed may wait in a buffer: only now is it known whether it got there. Who was told to stop, by a pipe
/// that nobody reads or a terminal that is gone, knows.
void checkPrinted() {
  if ((std::fflush(stdout) == 0 && !std::ferror(stdout)) || stopRequested()) return;
  throw sparring::Error({"What was printed could not be written: %1.", {std::strerror(errno)}},
                        {"Print to another place; files that were asked for are written.", {}});
}

int fail(const sparring::Error& error, bool json) {
  if (json) printJsonError(error);
  printError(error);
  return static_cast<int>(error.kind());
}

int run(int argc, char** argv) {
  // looked for by hand: arguments that cannot be read are a failure too
  const bool json = std::any_of(argv, argv + argc, [](const char* word) { return std::strcmp(word, "--json") == 0; });
  try {
    CommandLine line("sparring-cli", "Trains a digit classifier against an opponent that makes adversarial samples.");
    line.version([] { return "sparring-cli " + sparring::version() + "\n" + sparring::buildReport(); });
    line.root().footer(
        "Exit codes: 0 done, 1 failed, 2 bad usage, 128 + N after signal N (130: Ctrl-C). `sparring-cli COMMAND "
        "--help` "
        "explains a command.");
    addCommands(line.root());
    const int code = line.run(argc, argv);
    checkPrinted();
    return code;
  } catch (const std::exception& error) {
    return fail(sparring::errorOf(error), json);
  }
}

}  // namespace

int main(int argc, char** argv) {
  sparring::openStandardDescriptors();
  const int code = run(argc, argv);
  // whatever became of it: a script must see that it was broken off
  const int signal = sparring::stopSignal();
  return signal ? kEndedBySignal + signal : code;
}
