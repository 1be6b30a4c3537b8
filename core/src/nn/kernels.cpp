#include "nn/kernels.h"

namespace sparring {

Kernels kernels_base();
#ifdef SPARRING_X86_KERNELS
Kernels kernels_avx2();
Kernels kernels_avx512();
#endif

const Kernels& kernels() {
  static const Kernels best = [] {
#ifdef SPARRING_X86_KERNELS
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl"))
      return kernels_avx512();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return kernels_avx2();
#endif
    return kernels_base();
  }();
  return best;
}

}  // namespace sparring
