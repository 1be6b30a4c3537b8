#include <cstdint>

#include "nn/kernels.h"

namespace sparring {

namespace {
#include "nn/kernels_impl.h"
}  // namespace

Kernels kernels_avx2() { return table("avx2"); }

}  // namespace sparring
