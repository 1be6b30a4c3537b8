#include <cstdint>

#include "engine/kernels.h"

namespace sparring {

namespace {
#include "engine/kernels_impl.h"
}  // namespace

Kernels kernels_avx2() { return table("avx2"); }

}  // namespace sparring
