// What a person may change while training runs, where the step program reads it.
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

  ops::AdamRates classifier, generator, discriminator;
  ops::AdamRates teacher;  ///< no parameter's: Adam's usual memory, the short one is for the duel
  ops::Dial beta, epsilon, confidence, momentum;
  ops::Dial attackWeight, attackNorm, attackHinge, gatCost, atganAdversarial, atganDistance;
  std::vector<ops::Dial> lambda;       ///< one for each lane
  std::vector<ops::Dial> cleanWeight;  ///< of L beside λ·L_adv, for each lane: without an opponent all of it

 private:
  at::Tensor device_;  ///< float32: what the dials' tensors are views of
};

/// How a step learns of an edit of one live parameter. At least one of the three holds.
struct LiveParameter {
  std::string key;
  /// Numbers that the program reads anew each time.
  std::vector<ops::Dial*> (*dials)(Dials&) = nullptr;
  /// What dial i of them is set to; null: the parameter itself, its element i where it is a list.
  double (*value)(const Params&, size_t i) = nullptr;
  /// A choice: which program is run. Null where the parameter has no say in that.
  std::string (*word)(const Params&) = nullptr;
  /// Read where the step draws its random numbers, which is never recorded.
  bool drawn = false;
  Member member = {};  ///< filled in from the parameter's row
};

/// Every live parameter that a step reads; what is only for watching stands nowhere in here.
const std::vector<LiveParameter>& liveParameters();

/// Whether any lane's λ is above 0.
bool anyLambda(const Params& params);

/// Says which program a step of these parameters runs: two steps with the same word do the same work on the same
/// buffers, whatever the dials say.
std::string programOf(const std::string& phase, const Params& params);

}  // namespace sparring
