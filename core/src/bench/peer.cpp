#include "bench/peer.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sparring/error.h"

namespace sparring {

extern const char* const peerScripts[];  // resources/peers/

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 5min;

std::vector<std::string> argumentsOf(const std::string& work, const PeerSetting& setting, const std::string& device) {
  std::vector<std::string> list{"-c", peerScripts[0], "--work", work, "--device", device};
  const auto add = [&](const char* option, int value) {
    if (value > 0) list.insert(list.end(), {option, std::to_string(value)});
  };
  add("--threads", setting.threads);
  add("--chunk", setting.chunk);
  return list;
}

std::vector<std::string> environmentOf(const PeerSetting& setting) {
  std::vector<std::string> list;
  if (!setting.coreType.empty()) list.push_back("OPENBLAS_CORETYPE=" + setting.coreType);
  if (setting.oneBlasThread) list.push_back("OPENBLAS_NUM_THREADS=1");
  return list;
}

std::filesystem::path temporaryFile() {
  std::string name = (std::filesystem::temp_directory_path() / "sparring-peer-XXXXXX").string();
  const int file = mkstemp(name.data());
  if (file >= 0) close(file);
  return name;
}

std::string lastLineOf(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string last;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) last = line;
  return last;
}

// Steps in a round: some tenths of a second on a machine of today.
int shortRound(const std::string& work) {
  if (work == "pgd-eval") return 1;
  return work == "seed-step" ? 60 : 20;
}

}  // namespace

std::string PeerSetting::text() const {
  std::vector<std::string> words;
  if (threads > 0) words.push_back(std::to_string(threads) + (threads == 1 ? " thread" : " threads"));
  if (!coreType.empty()) words.push_back("OPENBLAS_CORETYPE=" + coreType);
  if (oneBlasThread) words.push_back("OPENBLAS_NUM_THREADS=1");
  if (chunk > 0) words.push_back(std::to_string(chunk) + " images at a time");
  return words.empty() ? "nothing set" : joined(words, ", ");
}

Peer::Log::Log() : path(temporaryFile()) {}
Peer::Log::~Log() {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
}

Peer::Peer(const std::string& python, const std::string& work, const PeerSetting& setting, const std::string& device)
    : process_(python, argumentsOf(work, setting, device),
               {.errorLog = log_.path, .environment = environmentOf(setting), .talks = true}) {
  const auto hello = nlohmann::json::parse(answer(), nullptr, false);
  version_ = hello.is_object() ? hello.value("peer", "") : "";
}

std::string Peer::answer() {
  if (auto line = process_.hear(kPatience)) return *line;
  const std::string said = lastLineOf(log_.path);
  throw Error({QT_TRANSLATE_NOOP("core", "PyTorch, measured beside this program, broke down: %1"),
               {said.empty() ? "no answer" : said}},
              {QT_TRANSLATE_NOOP("core", "Measure without it: --no-peers."), {}});
}

double Peer::run(int steps) {
  process_.say("run " + std::to_string(steps));
  const std::string line = answer();
  const auto result = nlohmann::json::parse(line, nullptr, false);
  if (!result.is_object() || !result.contains("ms") || !result["ms"].is_number())
    throw Error({QT_TRANSLATE_NOOP("core", "PyTorch, measured beside this program, broke down: %1"), {line}},
                {QT_TRANSLATE_NOOP("core", "Measure without it: --no-peers."), {}});
  peakMegabytes_ = result.value("peak_mb", 0.0);
  return result["ms"];
}

std::optional<std::string> Peer::findPython() {
  for (const char* python : {"python3", "/usr/bin/python3"}) {
    const Log log;
    try {
      ChildProcess probe(python, {"-c", "import torch; print(torch.__version__)"},
                         {.errorLog = log.path, .talks = true});
      if (probe.hear(1min)) return python;
    } catch (const Error&) {
      // not installed
    }
  }
  return {};
}

std::vector<PeerSetting> peerSettings(const std::string& work, int cores) {
  const bool evaluation = work == "pgd-eval";  // seconds a step: what matters there is the threads and the chunks
  std::vector<PeerSetting> list{PeerSetting()};
  for (const int threads : cores > 1 ? std::vector{1, cores} : std::vector{1})
    for (const char* coreType : {"", "SapphireRapids", "SkylakeX", "Haswell"})
      for (const bool oneBlasThread : evaluation ? std::vector{true} : std::vector{true, false})
        for (const int chunk : evaluation ? std::vector{250, 1000} : std::vector{0})
          list.push_back({threads, coreType, oneBlasThread, chunk});
  return list;
}

std::optional<PeerSetting> bestPeerSetting(const std::string& python, const std::string& work,
                                           const std::string& device, int cores, const PeerWatch& watch) {
  struct Candidate {
    PeerSetting setting;
    double best = std::numeric_limits<double>::infinity();
  };
  std::vector<Candidate> candidates;
  for (const auto& setting : peerSettings(work, cores)) candidates.push_back({setting});
  const auto race = [&](Candidate& candidate, int rounds) {
    watch.next(candidate.setting);
    try {
      Peer peer(python, work, candidate.setting, device);
      peer.run(1 + shortRound(work) / 10);
      for (int i = 0; i < rounds; ++i) candidate.best = std::min(candidate.best, peer.run(shortRound(work)));
    } catch (const Error& error) {  // this processor lacks what the setting asks for, say
      candidate.best = std::numeric_limits<double>::infinity();
      watch.brokeDown(candidate.setting, error);
    }
  };
  const auto sort = [&] {
    std::erase_if(candidates, [](const Candidate& candidate) { return std::isinf(candidate.best); });
    std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.best < b.best; });
  };
  for (auto& candidate : candidates) race(candidate, 1);
  sort();
  candidates.resize(std::min<size_t>(candidates.size(), 4));
  for (auto& candidate : candidates) race(candidate, 3);
  sort();
  return candidates.empty() ? std::nullopt : std::optional(candidates.front().setting);
}

}  // namespace sparring
