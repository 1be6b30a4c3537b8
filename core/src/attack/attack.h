// One attack or corruption of the evaluation: a function in one of the files here, and a row in registry.cpp.
#pragma once

#include <functional>

#include "nn/network.h"
#include "sparring/attack.h"
#include "sparring/images.h"

namespace sparring {

/// Images of one chunk under attack, and what is needed for it. The classifier is one: lanes are attacked in turn.
struct AttackContext {
  const Network& net;
  Trace& trace;          ///< of `net`, at least as many rows as `x`
  ImageKind kind;        ///< of the images
  at::Tensor x;          ///< [N,P] clean, in [0,1]
  at::Tensor labels;     ///< int32 [N,1]
  at::Tensor out;        ///< [N,P] where the attacked images go
  const int64_t* index;  ///< [N] where in the test set each image stands
  uint64_t seed;
  const std::function<void()>& rest;  ///< to be called every few milliseconds; throws where the evaluation is cancelled
  const std::function<const Network&()>& reference;  ///< the separately trained classifier
  bool towards = false;  ///< labels are the classes to be reached: of rows that are Targeted
};

/// Whether an attack has a form that goes towards a class instead of away from one.
enum class Targeted : uint8_t { No, Yes };

struct AttackRow {
  AttackInfo info;
  void (*run)(const AttackSpec& spec, const AttackContext& context);
  Targeted targeted = Targeted::No;

  /// Whether each classifier gets images of its own; else one image serves all lanes.
  bool onModel() const { return info.knows == AttackInfo::Knows::Gradient || info.knows == AttackInfo::Knows::Logits; }
};

const std::vector<AttackRow>& attackRegistry();
/// Throws Error (Usage) naming what is known.
const AttackRow& attackRow(const std::string& name);

/// How often an image goes through a network under this attack, at most: the measure of its cost.
int64_t passesOf(const AttackSpec& spec);

}  // namespace sparring
