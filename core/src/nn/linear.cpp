#include "nn/linear.h"

#include <ATen/ATen.h>

#include <array>
#include <cassert>

#include "nn/fused.h"
#include "nn/gemm.h"

namespace sparring::ops {

namespace {

// Products whose factors or results are columns blocks of wide activations or rows blocks of stacked weights.
Matrix shared(const at::Tensor& t, bool transposed) { return {t.data_ptr<float>(), t.stride(0), transposed, 0}; }
Matrix sideBySide(const at::Tensor& t, bool transposed, int64_t width) {
  return {t.data_ptr<float>(), t.stride(0), transposed, width};
}
Matrix stacked(const at::Tensor& t, bool transposed, int64_t height) {
  return {t.data_ptr<float>(), t.stride(0), transposed, height * t.stride(0)};
}

bool sharedInput(const at::Tensor& x, const Linear& layer) { return x.size(1) == layer.in(); }

// x·wᵀ. With an input that all copies share they are one product.
Products forwardProducts(const at::Tensor& x, const Linear& l, const at::Tensor& y) {
  if (sharedInput(x, l))
    return {.a = shared(x, false),
            .b = shared(l.weight, true),
            .c = shared(y, false),
            .m = x.size(0),
            .n = l.weight.size(0),
            .k = l.in()};
  return {.a = sideBySide(x, false, l.in()),
          .b = stacked(l.weight, true, l.out()),
          .c = sideBySide(y, false, l.out()),
          .m = x.size(0),
          .n = l.out(),
          .k = l.in(),
          .copies = static_cast<int>(l.copies)};
}

// dyᵀ·x
Products weightProducts(const at::Tensor& dy, const at::Tensor& x, const Linear& l, bool add) {
  if (sharedInput(x, l))
    return {.a = shared(dy, true),
            .b = shared(x, false),
            .c = shared(l.dweight, false),
            .m = l.weight.size(0),
            .n = l.in(),
            .k = x.size(0),
            .add = add};
  return {.a = sideBySide(dy, true, l.out()),
          .b = sideBySide(x, false, l.in()),
          .c = stacked(l.dweight, false, l.out()),
          .m = l.out(),
          .n = l.in(),
          .k = x.size(0),
          .copies = static_cast<int>(l.copies),
          .add = add};
}

// dy·w
Products inputProducts(const at::Tensor& dy, const Linear& l, const at::Tensor& dx) {
  return {.a = sideBySide(dy, false, l.out()),
          .b = stacked(l.weight, false, l.out()),
          .c = sideBySide(dx, false, l.in()),
          .m = dy.size(0),
          .n = l.in(),
          .k = l.out(),
          .copies = static_cast<int>(l.copies)};
}

Rows pieceOf(const at::Tensor& t, const Piece& piece, int64_t width) {
  const auto whole = rows(t);
  return {whole.row(piece.row) + piece.copy * width + piece.column, piece.rows, piece.columns, whole.stride};
}

float* from(const at::Tensor& t, int64_t first) { return t.data_ptr<float>() + first; }

void throughPiece(const Rows& gradient, const Through& to, const Piece& piece, int64_t width) {
  const int64_t c = piece.copy * width + piece.column;
  if (to.norm)
    kernels().batchNormBackward(gradient, pieceOf(to.out, piece, width), pieceOf(to.trace.linear, piece, width),
                                from(to.norm->gamma, c), from(to.trace.mean, c), from(to.trace.invstd, c),
                                from(to.norm->dgamma, c), from(to.norm->dbeta, c), to.act, alone());
  else if (to.act != Act::None)
    kernels().actBackward(gradient, pieceOf(to.out, piece, width), to.act, nullptr, alone());
}

// [N, K·f] -> [K, N, f]
at::Tensor byCopy(const at::Tensor& t, int64_t copies) { return t.unflatten(1, {copies, -1}).transpose(0, 1); }
at::Tensor sideBySideAgain(const at::Tensor& t) { return t.transpose(0, 1).flatten(1); }

at::Tensor forwardGeneric(const at::Tensor& x, const Linear& l) {
  if (sharedInput(x, l)) return at::mm(x, l.weight.t());
  return sideBySideAgain(at::bmm(byCopy(x, l.copies), l.weight.view({l.copies, l.out(), l.in()}).transpose(1, 2)));
}

at::Tensor weightGeneric(const at::Tensor& dy, const at::Tensor& x, const Linear& l) {
  if (sharedInput(x, l)) return at::mm(dy.t(), x);
  return at::bmm(byCopy(dy, l.copies).transpose(1, 2), byCopy(x, l.copies)).flatten(0, 1);
}

at::Tensor inputGeneric(const at::Tensor& dy, const Linear& l) {
  if (l.copies == 1) return at::mm(dy, l.weight);
  return sideBySideAgain(at::bmm(byCopy(dy, l.copies), l.weight.view({l.copies, l.out(), l.in()})));
}

// y = act(x·wᵀ + bias) for one block of rows.
void linearBlock(const at::Tensor& x, const Linear& layer, Act act, const at::Tensor& y) {
  if (!fused(y)) {
    y.copy_(activated(forwardGeneric(x, layer) + layer.bias, act));
    return;
  }
  auto products = forwardProducts(x, layer, y);
  products.byColumns = products.n > products.m;
  makeProducts(team(), {&products, 1}, [&](const Piece& piece) {
    const int64_t width = products.n;
    kernels().biasAct(pieceOf(y, piece, width), from(layer.bias, piece.copy * width + piece.column), act, alone());
  });
}

// The rows of dy that belong to each block.
at::Tensor ofShared(const at::Tensor& dy, const Input& in) {
  return in.own.defined() ? dy.narrow(0, 0, in.x.size(0)) : dy;
}
at::Tensor ofOwn(const at::Tensor& dy, const Input& in) { return dy.narrow(0, in.x.size(0), in.own.size(0)); }

}  // namespace

void linear(const Input& in, const Linear& layer, Act act, const at::Tensor& y) {
  linearBlock(in.x, layer, act, ofShared(y, in));
  if (in.own.defined()) linearBlock(in.own, layer, act, ofOwn(y, in));
}

void linear(const Input& in, const Linear& layer, const BatchNorm& norm, Act act, const BatchNormTrace& trace,
            const at::Tensor& y) {
  assert(!in.own.defined());  // the statistics are those of all rows
  const auto& x = in.x;
  const auto& linear = trace.linear;
  if (!fused(y)) {
    linear.copy_(forwardGeneric(x, layer));
    trace.mean.copy_(linear.mean(0));
    const auto variance = (linear - trace.mean).square().mean(0);
    const double n = static_cast<double>(linear.size(0));
    norm.runningMean.add_(trace.mean - norm.runningMean, kBatchNormMomentum);
    norm.runningVar.add_(variance * (n / (n - 1)) - norm.runningVar, kBatchNormMomentum);
    trace.invstd.copy_((variance + kBatchNormEps).rsqrt());
    y.copy_(activated((linear - trace.mean) * trace.invstd * norm.gamma + norm.beta, act));
    return;
  }
  auto products = forwardProducts(x, layer, linear);
  products.byColumns = true;  // the statistics are a column's
  makeProducts(team(), {&products, 1}, [&](const Piece& piece) {
    const int64_t width = products.n, c = piece.copy * width + piece.column;
    kernels().batchNorm(pieceOf(linear, piece, width), pieceOf(y, piece, width), from(norm.gamma, c),
                        from(norm.beta, c), from(trace.mean, c), from(trace.invstd, c), from(norm.runningMean, c),
                        from(norm.runningVar, c), kBatchNormMomentum, kBatchNormEps, act, alone());
  });
}

void linearFrozen(const Input& in, const Linear& layer, const BatchNorm& norm, Act act, const BatchNormTrace& trace,
                  const at::Tensor& y) {
  assert(!in.own.defined());
  const auto& x = in.x;
  const auto& linear = trace.linear;
  if (fused(y)) {
    const auto products = forwardProducts(x, layer, linear);
    makeProducts(team(), {&products, 1}, [](const Piece&) {});
  } else {
    linear.copy_(forwardGeneric(x, layer));
  }
  const auto invstd = (norm.runningVar + kBatchNormEps).rsqrt();
  y.copy_(activated((linear - norm.runningMean) * invstd * norm.gamma + norm.beta, act));
}

void through(const at::Tensor& gradient, const Through& to) {
  if (fused(gradient)) {
    const Piece all{0, 0, 0, gradient.size(0), 0, gradient.size(1)};
    if (to.norm)
      throughPiece(rows(gradient), to, all, gradient.size(1));
    else if (to.act != Act::None)
      kernels().actBackward(rows(gradient), rows(to.out), to.act, nullptr, team());
    return;
  }
  if (to.act != Act::None) gradient.mul_(slopeOf(to.out, to.act));
  if (!to.norm) return;
  const auto normal = (to.trace.linear - to.trace.mean) * to.trace.invstd;
  to.norm->dbeta.copy_(gradient.sum(0));
  to.norm->dgamma.copy_((gradient * normal).sum(0));
  const double n = static_cast<double>(gradient.size(0));
  gradient.copy_(to.norm->gamma * to.trace.invstd * (gradient - (to.norm->dbeta + normal * to.norm->dgamma) / n));
}

void linearBackward(const at::Tensor& dy, const Input& in, const Linear& layer, const at::Tensor& dx,
                    const Through& below) {
  const bool parameters = in.defined(), own = in.own.defined(), bias = parameters && layer.bias.defined();
  if (!fused(dy)) {
    if (parameters) layer.dweight.copy_(weightGeneric(ofShared(dy, in), in.x, layer));
    if (own) layer.dweight.add_(weightGeneric(ofOwn(dy, in), in.own, layer));
    if (bias) layer.dbias.copy_(dy.sum(0));
    if (!dx.defined()) return;
    dx.copy_(inputGeneric(dy, layer));
    return through(dx, below);
  }
  std::array<Products, 2> list;
  size_t count = 0;
  if (parameters) list[count++] = weightProducts(ofShared(dy, in), in.x, layer, false);
  if (dx.defined()) {
    auto& products = list[count++] = inputProducts(dy, layer, dx);
    products.byColumns = below.norm || products.n > products.m;
  }
  makeProducts(team(), {list.data(), count}, [&](const Piece& piece) {
    if (parameters && piece.product == 0) {
      if (!bias) return;
      // rows of dweight are columns of dy; the bias sees the rows of both blocks
      const auto& products = list[0];
      const int64_t c = piece.copy * products.m + piece.row;
      const Rows columns{from(dy, c), dy.size(0), piece.rows, dy.stride(0)};
      kernels().actBackward(columns, columns, Act::None, from(layer.dbias, c), alone());
    } else {
      throughPiece(pieceOf(dx, piece, layer.in()), below, piece, layer.in());
    }
  });
  if (!own) return;
  const auto products = weightProducts(ofOwn(dy, in), in.own, layer, true);
  makeProducts(team(), {&products, 1}, [](const Piece&) {});
}

}  // namespace sparring::ops
