// The parsers of what comes from outside, each as a function of bytes: a fuzzer and a test feed the same ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sparring::fuzz {

struct Target {
  std::string name;
  /// Gives the bytes to the parser, which may take them or refuse them with an Error. Throws Broken where something
  /// does not hold that must, and lets through whatever else the parser throws.
  void (*feed)(std::string_view bytes);
  std::vector<std::string> seeds;  ///< what the product itself would write
  std::vector<std::string> words;  ///< that mean something to this parser
};

const std::vector<Target>& targets();

// files.cpp
Target idxTarget();
Target pictureFilesTarget();
Target gzipTarget();
Target pngTarget();
Target safetensorsTarget();
// records.cpp
Target configTarget();
Target metricsTarget();
Target eventsTarget();
Target logsTarget();
Target timesTarget();
Target evaluationsTarget();
Target picturesTarget();
// settings.cpp
Target settingsTarget();
Target paramsTarget();
Target attacksTarget();
Target sweepsTarget();
Target slurmTarget();
// library.cpp
Target labelsTarget();
Target filtersTarget();
// lessons.cpp
Target lessonsTarget();
// weights.cpp
Target checkpointsTarget();

}  // namespace sparring::fuzz
