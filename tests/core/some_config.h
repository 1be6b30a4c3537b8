// A run's config.json as any program might have begun it.
#pragma once

#include "sparring/run.h"

namespace sparring::test {

inline RunConfig someConfig() {
  RunConfig config;
  config.version = "0.1.0";
  config.preset = "seed-repaired";
  config.dataName = "synthetic";
  config.dataSha256 = "ab12";
  config.device = "cpu";
  config.threads = 2;
  config.started = "2026-01-02T03:04:05Z";
  return config;
}

}  // namespace sparring::test
