// One function for each adversary's file; registry.cpp lists them.
#pragma once

#include "adversary/adversary.h"
#include "sparring/error.h"

namespace sparring {

AdversaryRow noneRow();
AdversaryRow ganRow();
AdversaryRow cganRow();
AdversaryRow atganRow();
AdversaryRow advganRow();
AdversaryRow gatRow();
AdversaryRow fgsmRow();
AdversaryRow pgdRow();

}  // namespace sparring
