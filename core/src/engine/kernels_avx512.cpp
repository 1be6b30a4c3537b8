#include <cstdint>

#include "engine/kernels.h"

namespace sparring {

namespace {
#include "engine/kernels_impl.h"
}  // namespace

Kernels kernels_avx512() { return table("avx512"); }

}  // namespace sparring
