// The numbers that a person may turn while training runs, where the step program reads them.
#pragma once

#include <string>
#include <vector>

#include "nn/ops.h"
#include "sparring/params.h"

namespace sparring {

class Dials {
 public:
  Dials(const Params& params, at::Device device);

  /// Takes over the parameters' present values, between two steps.
  void set(const Params& params);
  /// What moves by itself with the share of the joint phase that is over, in [0,1]: lr.schedule and epsilon.ramp.
  void follow(const Params& params, double share);

  std::vector<ops::Dial*> all();

  ops::AdamRates classifier, generator, discriminator, teacher;
  ops::Dial beta, epsilon, confidence, momentum;
  ops::Dial attackWeight, attackNorm, attackHinge, gatCost, atganAdversarial, atganDistance;
  std::vector<ops::Dial> lambda;       ///< one for each lane
  std::vector<ops::Dial> cleanWeight;  ///< of L beside λ·L_adv, for each lane: without an opponent all of it

 private:
  at::Tensor device_;  ///< float32: what the dials' tensors are views of
};

/// Whether any lane's λ is above 0.
bool anyLambda(const Params& params);

/// Says which program a step of these parameters runs: two steps with the same word do the same work on the same
/// buffers, whatever the dials say.
std::string programOf(const std::string& phase, const Params& params);

}  // namespace sparring
