// sparring-cli bench: the speed of this build on this machine, beside PyTorch.
#include <cstdio>

#include "cli_common.h"
#include "sparring/bench.h"

namespace sparring::cli {
namespace {

struct Arguments {
  BenchOptions options;
  std::optional<int64_t> threads, rounds;
  std::string data = Params().data;
  bool json = false, noPeers = false;
};

int run(const Arguments& arguments) {
  auto options = arguments.options;
  for (const auto& key : options.works) benchWork(key);  // or its error, before anything is loaded
  options.threads = static_cast<int>(arguments.threads.value_or(0));
  options.rounds = static_cast<int>(arguments.rounds.value_or(options.rounds));
  options.peers = !arguments.noPeers;
  const auto report = runBench(options, loadData(arguments.data), [](const std::string& what, int done, int total) {
    std::fprintf(stderr, "[%d/%d] %s\n", done + 1, total, what.c_str());
    return true;
  });
  std::fputs((arguments.json ? benchJson(report) : benchMarkdown(report)).c_str(), stdout);
  return kDone;
}

}  // namespace

void addBench(Command& program) {
  auto arguments = std::make_shared<Arguments>();
  Command command = program.add("bench", "The speed of this build on this machine, beside PyTorch");
  std::string known;
  for (const auto& work : benchWorks()) known += (known.empty() ? "" : ", ") + work.key;
  command.words("works", arguments->options.works, "Which to measure, of " + known + " (default: all)");
  command.text("--device", arguments->options.device, "TEXT", "cpu (default), cuda or auto");
  command.text("--data", arguments->data, "TEXT", "What the batches come from: a data set's name or folder");
  command.number("--threads", arguments->threads, 1, 1024, "Threads (default: one a core)");
  command.number("--rounds", arguments->rounds, 1, 1000, "Rounds of each measurement (default: 9)");
  command.flag("--no-peers", arguments->noPeers, "Measure Sparring alone, without PyTorch");
  command.flag("--json", arguments->json, "As JSON");
  command.runs([arguments] { return run(*arguments); });
}

}  // namespace sparring::cli
