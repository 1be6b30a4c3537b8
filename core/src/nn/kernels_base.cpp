#include <cstdint>

#include "nn/kernels.h"

namespace sparring {

namespace {
#include "nn/kernels_impl.h"
}  // namespace

Kernels kernels_base() { return table("base"); }

}  // namespace sparring
