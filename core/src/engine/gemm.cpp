#include "engine/ops.h"

#ifdef SPARRING_HAVE_DNNL
#include <dnnl.h>
#endif

#include <ATen/ops/addmm.h>
#include <ATen/ops/mm.h>

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

#ifdef SPARRING_HAVE_DNNL

struct Matrix {
  bool transposed;
  float* data;
  int64_t stride;
  /// Where row `r`, column `c` of the matrix as it is used begins.
  float* at(int64_t r, int64_t c) const { return transposed ? data + c * stride + r : data + r * stride + c; }
};

void part(const Matrix& a, const Matrix& b, const Matrix& c, int64_t row, int64_t rows, int64_t column, int64_t columns,
          int64_t k, bool add) {
  dnnl_sgemm(a.transposed ? 'T' : 'N', b.transposed ? 'T' : 'N', rows, columns, k, 1.0f, a.at(row, 0), a.stride,
             b.at(0, column), b.stride, add ? 1.0f : 0.0f, c.at(row, column), c.stride);
}

// Each thread makes its own stripe of c. oneDNN's own threads would meet several times inside one product, and every
// meeting waits for whoever the system has put aside.
void product(const Matrix& a, const Matrix& b, const Matrix& c, int64_t m, int64_t n, int64_t k, bool add) {
  constexpr int64_t kAlign = 16, kWorthWaking = 1 << 20;
  if (m * n * k < kWorthWaking) return part(a, b, c, 0, m, 0, n, k, add);
  if (m >= n)
    splitRange(team(), m, kAlign,
               [&](int64_t first, int64_t last) { part(a, b, c, first, last - first, 0, n, k, add); });
  else
    splitRange(team(), n, kAlign,
               [&](int64_t first, int64_t last) { part(a, b, c, 0, m, first, last - first, k, add); });
}

#endif

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
    return product({transposeA, a.data_ptr<float>(), a.stride(0)}, {transposeB, b.data_ptr<float>(), b.stride(0)},
                   {false, c.data_ptr<float>(), c.stride(0)}, c.size(0), c.size(1), k, add);
  }
#endif
  gemmAten(transposeA ? a.t() : a, transposeB ? b.t() : b, c, add);
}

}  // namespace sparring::ops
