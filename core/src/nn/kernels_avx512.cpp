#include <cstdint>

#include "nn/kernels.h"

namespace sparring {

namespace {
#include "nn/kernels_impl.h"
}  // namespace

Kernels kernels_avx512() { return table("avx512"); }

}  // namespace sparring
