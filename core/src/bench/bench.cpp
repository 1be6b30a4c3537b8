#include "sparring/bench.h"

#include <ATen/ops/zeros.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "base/text.h"
#include "bench/peer.h"
#include "bench/works.h"
#include "nn/gemm.h"
#include "sparring/error.h"
#include "sparring/version.h"

namespace sparring {

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration d) { return std::chrono::duration<double, std::milli>(d).count(); }

// Milliseconds of one time; `last` is the wait for what is still under way.
template <class Work>
double timed(
    int times, Work work, const std::function<void()>& last = [] {}) {
  last();
  const auto start = Clock::now();
  for (int i = 0; i < times; ++i) work();
  last();
  return milliseconds(Clock::now() - start) / times;
}

// A card works on after a call has returned; reading anything from it waits for the end.
void finish(at::Device device) {
  if (!device.is_cpu()) at::zeros({1}, at::TensorOptions().device(device)).item<float>();
}

Rounds roundsOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values[values.size() / 2], values.front(), values.back()};
}

Rounds ratioOf(const std::vector<double>& above, const std::vector<double>& below) {
  std::vector<double> ratios;
  for (size_t i = 0; i < above.size(); ++i) ratios.push_back(above[i] / below[i]);
  return roundsOf(ratios);
}

// The largest resident size of this process since the last reset, in MB; Linux only.
double peakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmHWM:", 0) == 0) return std::stod(line.substr(6)) / 1024;
  return 0;
}
void resetPeak() { std::ofstream("/proc/self/clear_refs") << 5; }

std::string lineOf(const char* path, const std::string& key) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (line.rfind(key, 0) == 0) return line.substr(line.find_first_not_of(" \t:", key.size()));
  return {};
}

std::string machineText() {
  const double kilobytes = std::strtod(lineOf("/proc/meminfo", "MemTotal").c_str(), nullptr);
  return lineOf("/proc/cpuinfo", "model name") + ", " + std::to_string(std::thread::hardware_concurrency()) +
         " cores, " + std::to_string(std::lround(kilobytes / (1 << 20))) + " GiB";
}

// The products of one step, to be made again alone.
ops::Replay productsOf(const BenchTask& task) {
  for (int i = 0; i < 3; ++i) task.step();  // what a first step allocates is there now
  ops::ProductLog log;
  ops::logProducts(&log);
  task.step();
  ops::logProducts(nullptr);
  return ops::Replay(std::move(log));
}

// A peer in the race, and what it has needed so far.
struct Rival {
  std::string name;
  PeerSetting setting;
  Peer peer;
  std::vector<double> milliseconds = {};
};
using Rivals = std::vector<std::unique_ptr<Rival>>;

std::string leftOutText(const PeerSetting& setting, const Error& error) {
  return setting.text() + ": " + error.cause().str();
}

// Lets each rival do `part`; one that breaks down leaves the race.
template <class Part>
void race(Rivals& rivals, std::vector<std::string>& leftOut, Part part) {
  std::erase_if(rivals, [&](const std::unique_ptr<Rival>& rival) {
    try {
      part(*rival);
      return false;
    } catch (const Error& error) {
      leftOut.push_back(leftOutText(rival->setting, error));
      return true;
    }
  });
}

// Everything in turn, round by round: what the machine does beside it then falls on all alike.
BenchRow measure(const BenchWorkRow& row, int rounds, std::shared_ptr<const Dataset> data, at::Device device,
                 Rivals& rivals, std::vector<std::string>& leftOut) {
  resetPeak();
  const auto task = row.make(data, device);
  std::optional<BenchTask> other;
  if (!row.base.empty()) other = benchWorkRow(row.base).make(data, device);
  const auto products = productsOf(task);
  constexpr std::chrono::milliseconds kSettle{150};  // a peer's threads wait awake for some time after their work
  constexpr int kFewRounds = 5;                      // where one step takes as long as a round of the others
  if (task.stepsPerRound == 1) rounds = std::min(rounds, kFewRounds);
  const auto round = [&](const BenchTask& some) {
    return timed(some.stepsPerRound, some.step, [&] { finish(device); });
  };
  race(rivals, leftOut, [&](Rival& rival) { rival.peer.run(1 + task.stepsPerRound / 4); });  // it warms up too

  std::vector<double> ours, floor, base;
  for (int i = 0; i < rounds; ++i) {
    ours.push_back(round(task));
    if (products.flop() > 0) floor.push_back(timed(task.stepsPerRound, [&] { products.run(ops::team()); }));
    if (other) base.push_back(round(*other));
    race(rivals, leftOut, [&](Rival& rival) {
      rival.milliseconds.push_back(rival.peer.run(task.stepsPerRound));
      std::this_thread::sleep_for(kSettle);
    });
  }
  BenchRow result;
  result.work = row.work;
  result.batch = task.batch;
  result.milliseconds = roundsOf(ours);
  result.samplesPerSecond = 1e3 * task.batch / result.milliseconds.median;
  if (!floor.empty()) {
    result.gflopPerStep = 1e-9 * products.flop();
    result.gflopPerSecond = 1e3 * result.gflopPerStep / result.milliseconds.median;
    result.floorMilliseconds = roundsOf(floor);
    result.overFloor = ratioOf(ours, floor);
  }
  if (other) {
    result.base = benchWorkRow(row.base).work.title;
    result.overBase = ratioOf(ours, base);
  }
  for (const auto& rival : rivals)
    result.peers.push_back({rival->name, rival->setting.text(), roundsOf(rival->milliseconds),
                            ratioOf(rival->milliseconds, ours), rival->peer.peakMegabytes()});
  result.peakMegabytes = peakMegabytes();
  return result;
}

}  // namespace

BenchReport runBench(const BenchOptions& options, std::shared_ptr<const Dataset> data, const BenchProgress& progress) {
  std::vector<const BenchWorkRow*> works;
  for (const auto& key : options.works) works.push_back(&benchWorkRow(key));
  if (works.empty())
    for (const auto& row : benchWorkRows()) works.push_back(&row);
  const auto device = resolveDevice(options.device);
  const int threads = ops::setThreads(options.threads);

  BenchReport report;
  report.machine = machineText();
  report.build = buildReport();
  report.data = data->name;
  report.gemmGflopPerSecond = measureGemm(threads);
  const auto python = options.peers ? Peer::findPython() : std::nullopt;
  report.peer = python ? "" : options.peers ? "none: no python3 with PyTorch here" : "not asked for";
  const int total = static_cast<int>(works.size());
  for (int done = 0; done < total; ++done) {
    const auto& row = *works[static_cast<size_t>(done)];
    const auto tell = [&](const std::string& what) {
      if (progress && !progress(what, done, total)) throw Cancelled();
    };
    Rivals rivals;
    if (python && !row.peer.empty()) {
      const std::string name = device.is_cuda() ? "cuda" : "cpu";
      const auto enter = [&](const char* title, const PeerSetting& setting) {
        try {
          rivals.push_back(std::unique_ptr<Rival>(new Rival{title, setting, Peer(*python, row.peer, setting, name)}));
          report.peer = rivals.back()->peer.version();
        } catch (const Error& error) {
          report.leftOut.push_back(leftOutText(setting, error));
        }
      };
      enter("as installed", {});
      if (!device.is_cuda()) {
        const auto next = [&](const PeerSetting& setting) {
          tell(row.work.title + ": PyTorch with " + setting.text());
        };
        const auto brokeDown = [&](const PeerSetting& setting, const Error& error) {
          report.leftOut.push_back(leftOutText(setting, error));
        };
        const auto best = bestPeerSetting(*python, row.peer, name, threads, {next, brokeDown});
        if (best) enter("tuned", *best);
      }
    }
    tell(row.work.title);
    report.rows.push_back(measure(row, options.rounds, data, device, rivals, report.leftOut));
  }
  return report;
}

double measureGemm(int threads) {
  ops::setThreads(threads);
  constexpr int64_t n = 1024;
  std::vector<float> numbers(3 * n * n, 0.5f);
  const auto matrix = [&](int which) { return ops::Matrix{numbers.data() + which * n * n, n}; };
  const ops::Replay product({{{.a = matrix(0), .b = matrix(1), .c = matrix(2), .m = n, .n = n, .k = n}}});
  double best = 0;
  for (int i = 0; i < 8; ++i)
    best = std::max(best, 1e-6 * product.flop() / timed(1, [&] { product.run(ops::team()); }));
  return best;
}

}  // namespace sparring
