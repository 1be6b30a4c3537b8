#include "nn/gemm.h"

#include <algorithm>
#include <map>

#include <ATen/Context.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/mm.h>
#include <c10/core/InferenceMode.h>

#ifdef SPARRING_HAVE_DNNL
#include <dnnl.h>
#endif

namespace sparring::ops {

namespace {

constexpr int64_t kWorthWaking = 1 << 20;   // multiplications below which one thread is through before others are up
constexpr int64_t kWorthCutting = 1 << 17;  // and below which a product stays in one piece

thread_local ProductLog* productLog = nullptr;

int64_t multiplications(const Products& p) { return p.m * p.n * p.k; }

}  // namespace

static void multiplyByLibTorch(const Matrix& a, const Matrix& b, const Matrix& c, int64_t m, int64_t n, int64_t k,
                               bool add) {
  const c10::InferenceMode quick;
  const auto tensor = [](const Matrix& x, int64_t rows, int64_t columns) {
    return at::from_blob(x.data, {rows, columns},
                         x.transposed ? at::IntArrayRef{1, x.stride} : at::IntArrayRef{x.stride, 1}, at::kFloat);
  };
  auto out = tensor(c, m, n);
  if (add)
    at::addmm_out(out, out, tensor(a, m, k), tensor(b, k, n));
  else
    at::mm_out(out, tensor(a, m, k), tensor(b, k, n));
}

// Official builds of LibTorch bring MKL, which knows the processor. Debian's multiplies with whatever BLAS is there,
// often one that does not: then oneDNN.
static bool libTorchIsGood() {
#ifdef SPARRING_HAVE_DNNL
  static const bool mkl = at::globalContext().hasMKL();
  return mkl;
#else
  return true;
#endif
}

const char* gemmName() {
  if (!libTorchIsGood()) return "oneDNN sgemm";
  return at::globalContext().hasMKL() ? "LibTorch's MKL" : "LibTorch's BLAS";
}

static void multiply(const Matrix& a, const Matrix& b, const Matrix& c, int64_t m, int64_t n, int64_t k, bool add) {
#ifdef SPARRING_HAVE_DNNL
  if (!libTorchIsGood()) {
    dnnl_sgemm(a.transposed ? 'T' : 'N', b.transposed ? 'T' : 'N', m, n, k, 1.0f, a.data, a.stride, b.data, b.stride,
               add ? 1.0f : 0.0f, c.data, c.stride);
    return;
  }
#endif
  multiplyByLibTorch(a, b, c, m, n, k, add);
}

void makePiece(const Products& p, const Piece& piece) {
  multiply(p.a.at(piece.copy, piece.row, 0), p.b.at(piece.copy, 0, piece.column),
           p.c.at(piece.copy, piece.row, piece.column), piece.rows, piece.columns, p.k, p.add);
}

// Each part makes its own stripes of c. The library's own threads would meet several times inside one product, and
// every meeting waits for whoever the system has put aside.
int stripesOf(const Products& p, int threads) {
  const bool evenAlready = p.copies % threads == 0;
  return evenAlready || multiplications(p) < kWorthCutting ? 1 : threads;
}

bool worthWaking(std::span<const Products> list) {
  int64_t total = 0;
  for (const auto& products : list) total += multiplications(products) * products.copies;
  return total >= kWorthWaking;
}

void logProducts(ProductLog* log) { productLog = log; }

void noteProducts(std::span<const Products> list) {
  if (productLog) productLog->emplace_back(list.begin(), list.end());
}

namespace {

// Calls visit(matrix, floats it reaches over) for every factor and result.
template <class Visit>
void eachMatrix(ProductLog& log, Visit visit) {
  const auto reach = [](const Matrix& x, int64_t rows, int64_t columns, int64_t copies) {
    if (x.transposed) std::swap(rows, columns);
    return (copies - 1) * x.copyStep + (rows - 1) * x.stride + columns;
  };
  for (auto& list : log)
    for (auto& p : list) {
      visit(p.a, reach(p.a, p.m, p.k, p.copies));
      visit(p.b, reach(p.b, p.k, p.n, p.copies));
      visit(p.c, reach(p.c, p.m, p.n, p.copies));
    }
}

}  // namespace

Replay::Replay(ProductLog log) : log_(std::move(log)) {
  // the stretches of memory in use, overlapping ones as one: what was hot in the cache then is so now
  std::map<float*, float*> used;
  eachMatrix(log_, [&](const Matrix& x, int64_t size) {
    float* first = x.data;
    float* last = x.data + size;
    auto at = used.upper_bound(first);
    if (at != used.begin() && std::prev(at)->second >= first) --at;
    while (at != used.end() && at->first <= last) {
      first = std::min(first, at->first);
      last = std::max(last, at->second);
      at = used.erase(at);
    }
    used[first] = last;
  });
  std::map<float*, float*> place;
  for (const auto& [first, last] : used) {
    memory_.emplace_back(static_cast<size_t>(last - first), 0.5f);
    place[first] = memory_.back().data();
  }
  eachMatrix(log_, [&](Matrix& x, int64_t) {
    const auto& [first, moved] = *std::prev(place.upper_bound(x.data));
    x.data = moved + (x.data - first);
  });
}

void Replay::run(Team& team) const {
  for (const auto& list : log_) makeProducts(team, list, [](const Piece&) {});
}

double Replay::flop() const {
  double sum = 0;
  for (const auto& list : log_)
    for (const auto& products : list) sum += products.flop();
  return sum;
}

}  // namespace sparring::ops
