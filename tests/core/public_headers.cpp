// Every public header in one file: no two of them give one name to two things. Needs no other header before it.
#include "sparring/adversaries.h"
#include "sparring/assessment.h"
#include "sparring/attack.h"
#include "sparring/bench.h"
#include "sparring/data.h"
#include "sparring/error.h"
#include "sparring/evaluations.h"
#include "sparring/event.h"
#include "sparring/expectations.h"
#include "sparring/export.h"
#include "sparring/findings.h"
#include "sparring/forecast.h"
#include "sparring/images.h"
#include "sparring/metrics.h"
#include "sparring/model.h"
#include "sparring/nearest.h"
#include "sparring/params.h"
#include "sparring/phases.h"
#include "sparring/pictures.h"
#include "sparring/presets.h"
#include "sparring/quality.h"
#include "sparring/run.h"
#include "sparring/seeds.h"
#include "sparring/signals.h"
#include "sparring/sweep.h"
#include "sparring/sweeprunner.h"
#include "sparring/trainer.h"
#include "sparring/version.h"

#include <type_traits>

// Two types of one name in two headers did not compile together, and where they never met one took the other's place.
static_assert(!std::is_same_v<sparring::Rounds, sparring::Spread>);
