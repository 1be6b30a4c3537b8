// The functions behind the rows of registry.cpp.
#pragma once

#include "attack/attack.h"

namespace sparring {

// corruptions.cpp
void noise(const AttackSpec& spec, const AttackContext& c);
void impulse(const AttackSpec& spec, const AttackContext& c);
void speckle(const AttackSpec& spec, const AttackContext& c);
void contrast(const AttackSpec& spec, const AttackContext& c);
void brightness(const AttackSpec& spec, const AttackContext& c);

// gradient.cpp
void fgsm(const AttackSpec& spec, const AttackContext& c);
void fgsmSquared(const AttackSpec& spec, const AttackContext& c);
void pgd(const AttackSpec& spec, const AttackContext& c);
void cw(const AttackSpec& spec, const AttackContext& c);
void kl(const AttackSpec& spec, const AttackContext& c);
void transfer(const AttackSpec& spec, const AttackContext& c);

// square.cpp
void square(const AttackSpec& spec, const AttackContext& c);

}  // namespace sparring
