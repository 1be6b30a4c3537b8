// One attack by itself, outside a step.
#pragma once

#include "engine_fixture.h"

namespace sparring::test {

/// Of the adversary on the batch that is loaded, against the classifiers as they are; a generator's images stay those
/// of its last step.
inline void attackOnce(Experiment& experiment) {
  const auto nowhere = at::zeros({1}, at::kDouble);
  StepContext context{experiment.params(), experiment.dials(), Phase::Joint, experiment.steps(),
                      experiment.batch(),  experiment.lanes(), nowhere,      nowhere};
  experiment.adversary().draw(context);
  experiment.adversary().attack(context);
}

}  // namespace sparring::test
