#include <cstdint>

#include "engine/kernels.h"

namespace sparring {

namespace {
#include "engine/kernels_impl.h"
}  // namespace

Kernels kernels_base() { return table("base"); }

}  // namespace sparring
