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
AdversaryRow ganPgdRow();
AdversaryRow latentRow();
AdversaryRow fgsmRow();
AdversaryRow fgsmRsRow();
AdversaryRow pgdRow();
AdversaryRow tradesRow();
AdversaryRow noiseRow();

}  // namespace sparring
