#include "engine/ops.h"

#ifdef SPARRING_HAVE_DNNL
#include <dnnl.h>
#endif

#include <ATen/ops/addmm.h>
#include <ATen/ops/mm.h>

#include "sparring/error.h"

namespace sparring::ops {

namespace {

bool rowMajor(const at::Tensor& t) { return t.dim() == 2 && (t.stride(1) == 1 || t.size(1) == 1); }

void gemmAten(const at::Tensor& a, const at::Tensor& b, const at::Tensor& c, bool add) {
  auto out = c;
  if (add)
    at::addmm_out(out, c, a, b);
  else
    at::mm_out(out, a, b);
}

}  // namespace

const char* gemmName() {
#ifdef SPARRING_HAVE_DNNL
  return "oneDNN sgemm";
#else
  return "LibTorch's BLAS";
#endif
}

void gemm(const at::Tensor& a, bool transposeA, const at::Tensor& b, bool transposeB, const at::Tensor& c, bool add) {
#ifdef SPARRING_HAVE_DNNL
  // Debian's libtorch multiplies with whatever BLAS is there, often one that does not know the processor.
  if (c.is_cpu() && rowMajor(a) && rowMajor(b) && rowMajor(c)) {
    const auto k = transposeA ? a.size(0) : a.size(1);
    const auto status = dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', c.size(0), c.size(1), k, 1.0f,
                                   a.data_ptr<float>(), a.stride(0), b.data_ptr<float>(), b.stride(0),
                                   add ? 1.0f : 0.0f, c.data_ptr<float>(), c.stride(0));
    if (status == dnnl_success) return;
    throw Error({QT_TRANSLATE_NOOP("core", "oneDNN could not multiply matrices (status %1)."),
                 {std::to_string(static_cast<int>(status))}});
  }
#endif
  gemmAten(transposeA ? a.t() : a, transposeB ? b.t() : b, c, add);
}

}  // namespace sparring::ops
