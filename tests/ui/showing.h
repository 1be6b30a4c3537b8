// What a page by itself is made with: a Shown of a session in which nothing was started.
#pragma once

#include "measure/examiner.h"
#include "session/session.h"
#include "shown/shown.h"
#include "sparring/attack.h"
#include "sparring/metrics.h"

namespace sparring::ui {

/// Milliseconds: long enough for a loaded machine under a sanitizer; a wait ends as soon as what it waits for is there.
inline constexpr int kPatience = 60000;

/// What a training measures by itself.
inline const Metric kNoise = accuracyUnder(parseAttack("noise:sigma=0.2")),
                    kFgsm = accuracyUnder(parseAttack("fgsm:eps=0.1"));

struct Showing {
  Session session{"runs"};  // nothing is written before a start
  Examiner examiner{session};
  Shown shown{session, examiner};
};

}  // namespace sparring::ui
