#include "base/heaps.h"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace sparring::ui {

void shareHeaps() {
#ifdef M_ARENA_MAX
  constexpr int kHeaps = 2;
  mallopt(M_ARENA_MAX, kHeaps);
#endif
}

void trimHeaps() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace sparring::ui
