// The speed of this build on this machine, beside PyTorch doing the same work.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sparring/data.h"

namespace sparring {

/// One unit of work that is measured.
struct BenchWork {
  std::string key;    ///< "seed-step", "default-step", "pgd-step", "pgd-eval", "lanes-8", …
  std::string title;  ///< English
};
/// All of them, in the table's order.
const std::vector<BenchWork>& benchWorks();
/// Throws Error (Usage) naming what is known.
const BenchWork& benchWork(const std::string& key);

struct BenchOptions {
  std::vector<std::string> works;  ///< keys; empty: all
  std::string device = "cpu";      ///< or "cuda"
  int threads = 0;                 ///< 0: as many as there are cores
  int rounds = 9;                  ///< of each measurement, in turn with the floor's and the peers'
  bool peers = true;               ///< measure PyTorch too, where a python3 with it is there
};

/// Median, smallest and largest of the rounds.
struct Rounds {
  double median = 0, low = 0, high = 0;
};

struct BenchPeer {
  std::string name;     ///< "as installed" or "tuned"
  std::string setting;  ///< what was set: threads, environment
  Rounds milliseconds;
  Rounds ratio;  ///< its time over ours, round by round
  double peakMegabytes = 0;
};

struct BenchRow {
  BenchWork work;
  int batch = 0;        ///< images a step
  Rounds milliseconds;  ///< of one step
  double samplesPerSecond = 0;
  double gflopPerStep = 0;  ///< of its matrix products; 0 where they were not counted (cuda)
  double gflopPerSecond = 0;
  Rounds floorMilliseconds;  ///< its matrix products alone, the same on the same buffers
  Rounds overFloor;          ///< our time over theirs, round by round
  std::string base;          ///< title of the work that it is compared with; empty: none
  Rounds overBase;           ///< its time over that work's, round by round
  double peakMegabytes = 0;
  std::vector<BenchPeer> peers;
};

struct BenchReport {
  std::string machine;               ///< processor or card, cores, memory
  std::string build;                 ///< version, LibTorch, GEMM, fused passes
  std::string peer;                  ///< "PyTorch 1.13.0", or why there is none
  double gemmGflopPerSecond = 0;     ///< of one large product on all threads
  std::string data;                  ///< what the batches came from
  std::vector<std::string> leftOut;  ///< settings of the peer with which it broke down, and what it said
  std::vector<BenchRow> rows;
};

/// Called before each part with what comes, the parts done and in all; false cancels by throwing Error.
using BenchProgress = std::function<bool(const std::string& what, int done, int total)>;

/// Runs them on the calling thread. Throws Error: unknown work, no such device.
BenchReport runBench(const BenchOptions& options, std::shared_ptr<const Dataset> data, const BenchProgress& progress);

std::string benchMarkdown(const BenchReport& report);
std::string benchJson(const BenchReport& report);

/// What one large matrix product reaches on all threads, in GFLOP/s; takes about a tenth of a second.
double measureGemm(int threads);

}  // namespace sparring
