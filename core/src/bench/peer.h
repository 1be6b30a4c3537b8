// A PyTorch process that does the same work beside us, a round at a time.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "data/childprocess.h"
#include "sparring/error.h"

namespace sparring {

/// What PyTorch is told; nothing at all is PyTorch as installed.
struct PeerSetting {
  int threads = 0;             ///< torch.set_num_threads; 0: left alone
  std::string coreType;        ///< OPENBLAS_CORETYPE; empty: unset
  bool oneBlasThread = false;  ///< OPENBLAS_NUM_THREADS=1
  int chunk = 0;               ///< images at a time in an evaluation; 0: the script's own
  std::string text() const;
};

class Peer {
 public:
  /// Starts it and waits until it is ready. Throws Error with what it said where it does not come up.
  Peer(const std::string& python, const std::string& work, const PeerSetting& setting, const std::string& device);

  /// Milliseconds a step, of `steps` steps. Throws Error where it broke down.
  double run(int steps);

  const std::string& version() const { return version_; }  ///< "PyTorch 1.13.0"
  double peakMegabytes() const { return peakMegabytes_; }

  /// The first python3 that has PyTorch: that of the PATH, then the system's.
  static std::optional<std::string> findPython();

 private:
  std::string answer();

  /// Its stderr, for as long as it runs.
  struct Log {
    Log();
    ~Log();
    std::filesystem::path path;
  } log_;
  ChildProcess process_;
  std::string version_;
  double peakMegabytes_ = 0;
};

/// Every setting of threads, OpenBLAS and chunks worth trying for a work on a machine of so many cores; the first is
/// none at all.
std::vector<PeerSetting> peerSettings(const std::string& work, int cores);

/// Who is told of the settings that are tried: before each, and of each that PyTorch broke down with.
struct PeerWatch {
  std::function<void(const PeerSetting&)> next;
  std::function<void(const PeerSetting&, const Error&)> brokeDown;
};

/// The fastest of them: a short round for each, then three more for the best four. One that PyTorch breaks down with
/// (it may ask for what the processor lacks) is left out; nothing where it does with all.
std::optional<PeerSetting> bestPeerSetting(const std::string& python, const std::string& work,
                                           const std::string& device, int cores, const PeerWatch& watch);

}  // namespace sparring
