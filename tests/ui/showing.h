// What a page by itself is made with: a Shown of a session in which nothing was started.
#pragma once

#include "measure/examiner.h"
#include "session/session.h"
#include "shown/shown.h"

namespace sparring::ui {

struct Showing {
  Session session{"runs"};  // nothing is written before a start
  Examiner examiner{session};
  Shown shown{session, examiner};
};

}  // namespace sparring::ui
