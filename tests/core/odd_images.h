// Images that are neither grey nor square nor of ten classes.
#pragma once

#include <memory>

#include "data/fingerprint.h"
#include "data/splitmix.h"
#include "sparring/data.h"

namespace sparring::test {

/// Three classes, each bright in a channel of its own on a dim noise, 12 x 9 pixels in colour.
inline ImageSet oddSet(int64_t count, uint64_t seed) {
  ImageSet set;
  set.kind = {.channels = 3,
              .height = 12,
              .width = 9,
              .classes = 3,
              .names = {"Rose", "Leaf", "Sky"},
              .ink = false,
              .digits = false};
  SplitMix random(seed);
  for (int64_t i = 0; i < count; ++i) {
    const auto label = static_cast<uint8_t>(i % 3);
    set.labels.push_back(label);
    for (int64_t value = 0; value < set.kind.size(); ++value)
      set.pixels.push_back(static_cast<uint8_t>(random.below(90) + (value % 3 == label ? 80 : 20)));
  }
  return set;
}

inline std::shared_ptr<const Dataset> oddImages() {
  static const auto data = [] {
    auto made = std::make_shared<Dataset>();
    made->name = "odd";
    made->train = oddSet(240, 1);
    made->test = oddSet(90, 2);
    made->sha256 = fingerprint(*made);
    return made;
  }();
  return data;
}

}  // namespace sparring::test
