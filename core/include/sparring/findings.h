// What training against an opponent bought, in words and figures.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sparring/assessment.h"

namespace sparring {

/// One sentence of the verdict: one attack, the baseline's accuracy and the trained classifier's.
struct Finding {
  enum class Kind : uint8_t {
    Gain,   ///< better than the baseline by more than the interval
    Cost,   ///< worse by more than the interval
    Equal,  ///< a difference within the interval: no gain
    Doubt,  ///< the figures are not to be believed: the masking alarm
  };
  Kind kind = Kind::Equal;
  Against against;
  Share baseline, trained;
  double difference = 0;     ///< trained - baseline, in [-1,1]
  double low = 0, high = 0;  ///< its 95 % interval (Newcombe 1998, method 10)
  Message sentence;          ///< context "core"
};

/// Clean images first, then the attacks both were measured under with the same settings, at one strength each: the last
/// at which the better of the two is still right on half of the images, else the first. Then the opponent of training,
/// where that is the same for both. Doubts last.
std::vector<Finding> findings(const LaneAssessment& baseline, const LaneAssessment& trained);

/// The whole verdict in one sentence, made of the findings.
Message verdictOf(const std::vector<Finding>& findings);

}  // namespace sparring
