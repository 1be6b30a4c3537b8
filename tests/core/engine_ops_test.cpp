// Fused passes against their ATen forms, and the random numbers against what they promise. Layers and losses have
// tables of their own.
#include "nn/ops.h"

#include <ATen/ATen.h>

#include "engine_fixture.h"
#include "nn/linear.h"

namespace sparring {
namespace {

using test::relativeError;

at::Tensor random(at::IntArrayRef shape, uint64_t key = 7) {
  auto t = at::empty({shape[0], shape.size() > 1 ? shape[1] : 1}, at::kFloat);
  ops::normals(key, 0, t);
  return t.view(shape);
}

constexpr Act kActs[] = {Act::None, Act::Relu, Act::LeakyRelu, Act::Tanh, Act::Sigmoid};

// Runs `op` on copies of the tensors in both forms and compares every tensor afterwards.
template <class Op>
void expectSame(std::vector<at::Tensor> tensors, Op op, double tolerance = 2e-6) {
  ops::setThreads(2);
  std::vector<at::Tensor> fused, generic;
  for (const auto& t : tensors) {
    fused.push_back(t.clone());
    generic.push_back(t.clone());
  }
  op(fused);
  ops::forceGeneric(true);
  op(generic);
  ops::forceGeneric(false);
  for (size_t i = 0; i < tensors.size(); ++i)
    EXPECT_LE(relativeError(fused[i].to(at::kDouble), generic[i].to(at::kDouble)), tolerance) << "tensor " << i;
}

TEST(Ops, TheLogisticMatchesItsAtenForm) {
  expectSame({random({77}) * 4, at::zeros({77}), at::zeros({77})}, [](auto& t) { ops::logistic(t[0], t[1], t[2]); });
}

ops::Dial dial(double value) { return {static_cast<float>(value), at::full({}, value, at::kFloat)}; }

TEST(Ops, AdamMatchesItsAtenForm) {
  expectSame(
      {random({5001}), random({5001}, 2), random({5001}, 3) * 0.1, random({5001}, 4).square(), at::full({1}, 7.0)},
      [](auto& t) {
        ops::adam(t[0], t[1], t[2], t[3], t[4], {dial(1e-3), dial(0.5), dial(0.999)});
      });
}

TEST(Ops, WhatChangesImagesMatchesItsAtenForm) {
  const auto images = random({40, 64}).sigmoid();
  expectSame({images, random({40, 192}, 2), at::zeros({40, 192})},
             [](auto& t) { ops::shifted(t[0], t[1], dial(0.3), t[2]); });
  expectSame({images, random({40, 192}, 2), random({40, 192}, 3), at::zeros({40, 192})},
             [](auto& t) { ops::shiftedBackward(t[0], t[1], dial(0.3), t[2], t[3]); });
  for (const auto kind : {SizeCost::Beyond, SizeCost::Square})  // about half of the rows are longer than 0.8
    expectSame({random({40, 192}, 2), random({40, 192}, 3), at::zeros({40, 3})}, [&](auto& t) {
      ops::sizeCost(t[0], dial(0.1), {kind, dial(0.8), dial(7)}, 0.5f, t[1], t[2]);
    });
  const auto rows = random({40, 192}, 2);
  rows[3].zero_();
  expectSame({rows, at::ones({40, 192})}, [](auto& t) { ops::levelled(t[0], 3, t[1]); });
}

TEST(Ops, GatherSignStepAffineAndAxpyMatchTheirAtenForm) {
  const auto pixels = at::arange(50 * 64, at::kInt).remainder(256).to(at::kByte).view({50, 64});
  const auto index = at::arange(40, at::kLong).mul(7).remainder(50);
  expectSame({at::zeros({40, 64})}, [&](auto& t) { ops::gather(pixels, index, 2.0f / 255, -1, t[0]); });
  expectSame({random({40, 64}), random({40, 64}, 2), at::zeros({40, 64})},
             [](auto& t) { ops::signStep(t[0], t[1], dial(0.1), t[2]); });
  expectSame({random({40, 64}).sigmoid(), random({40, 192}, 2), at::rand({40, 192})},
             [](auto& t) { ops::projectedStep(t[0], t[1], dial(0.1), 0.25f, t[2]); });
  expectSame({random({40, 64}).sigmoid(), at::zeros({40, 64})},
             [](auto& t) { ops::jittered(t[0], dial(0.1), 3, 4, t[1]); });
  expectSame({random({40, 3}), at::zeros({40, 2})},
             [](auto& t) { ops::scaled(t[0].select(1, 1), dial(0.3), 2, t[1].select(1, 0)); });
  expectSame({random({40, 64}), at::zeros({40, 64})}, [](auto& t) { ops::affine(t[0], 0.5f, 0.5f, 0, 1, t[1]); });
  expectSame({random({40, 64}), random({40, 64}, 2)}, [](auto& t) { ops::axpy(t[0], -0.3f, t[1]); });
}

TEST(Ops, LayersLeaveTheColumnsBesideTheirOutputAlone) {
  ops::setThreads(2);
  const auto x = random({40, 60}), w = random({30, 60}, 2), b = random({30}, 3);
  auto wide = at::ones({40, 50});
  ops::linear(x, {w, b, {}, {}, 1}, Act::None, wide.narrow(1, 5, 30));
  EXPECT_LE(relativeError(wide.narrow(1, 5, 30), at::matmul(x, w.t()) + b), 1e-6);
  EXPECT_EQ(wide.narrow(1, 0, 5).sum().item<float>(), 200);
  EXPECT_EQ(wide.narrow(1, 35, 15).sum().item<float>(), 600);
}

// act(x) by the fused pass
at::Tensor activated(const at::Tensor& x, Act act) {
  auto y = x.clone();
  Team one(1, [] {});
  const auto zero = at::zeros({x.size(1)});
  kernels().biasAct({y.data_ptr<float>(), y.size(0), y.size(1), y.size(1)}, zero.data_ptr<float>(), act, one);
  return y;
}

TEST(Ops, TransferFunctionsAreAccurateOverTheirWholeRange) {
  auto x = at::linspace(-20, 20, 40000).view({200, 200});
  const auto tanh = activated(x, Act::Tanh), sigmoid = activated(x, Act::Sigmoid);
  EXPECT_LE((tanh - x.to(at::kDouble).tanh()).abs().max().item<double>(), 4e-7);
  EXPECT_LE((sigmoid - x.to(at::kDouble).sigmoid()).abs().max().item<double>(), 2e-7);
}

TEST(Ops, NotANumberSurvivesEveryActivation) {
  for (const Act act : kActs) {
    EXPECT_TRUE(activated(at::full({1, 16}, std::nan("")), act).isnan().all().item<bool>()) << static_cast<int>(act);
  }
}

TEST(Normals, HaveTheMomentsOfTheNormalDistribution) {
  auto n = at::empty({1000, 1000}, at::kFloat);
  ops::normals(123, 0, n);
  const auto d = n.to(at::kDouble);
  EXPECT_NEAR(d.mean().item<double>(), 0, 0.005);
  EXPECT_NEAR(d.square().mean().item<double>(), 1, 0.008);
  EXPECT_NEAR(d.pow(3).mean().item<double>(), 0, 0.02);
  EXPECT_NEAR(d.pow(4).mean().item<double>(), 3, 0.06);
  EXPECT_NEAR(d.abs().gt(1.959964).to(at::kDouble).mean().item<double>(), 0.05, 0.001);
  // neighbours in memory, and the four numbers of one counter, are uncorrelated
  for (const int64_t lag : {1, 16, 32, 48, 64}) {
    const auto flat = d.view({-1});
    const auto product = flat.narrow(0, 0, 900000) * flat.narrow(0, lag, 900000);
    EXPECT_NEAR(product.mean().item<double>(), 0, 0.005) << lag;
  }
}

TEST(Normals, DependOnKeyAndCounterAndNotOnThreads) {
  auto one = at::empty({300, 70}, at::kFloat), two = one.clone(), other = one.clone(), later = one.clone();
  ops::setThreads(1);
  ops::normals(5, 9, one);
  ops::setThreads(2);
  ops::normals(5, 9, two);
  ops::normals(6, 9, other);
  ops::normals(5, 10, later);
  EXPECT_TRUE(one.equal(two));
  EXPECT_LT((one * other).mean().abs().item<float>(), 0.03);
  EXPECT_LT((one * later).mean().abs().item<float>(), 0.03);
}

TEST(Uniforms, FillTheirRangeEvenly) {
  auto u = at::empty({500, 500}, at::kFloat);
  ops::jittered(at::full({500, 500}, 0.5), dial(0.5), 11, 2, u);  // = (1 + u)/2
  EXPECT_GE(u.min().item<float>(), 0);
  EXPECT_LE(u.max().item<float>(), 1);
  EXPECT_NEAR(u.mean().item<float>(), 0.5, 0.003);
  EXPECT_NEAR(u.var().item<float>(), 1.0 / 12, 0.001);
  const auto tenths = at::histc(u, 10, 0, 1) / static_cast<double>(u.numel());
  EXPECT_LE((tenths - 0.1).abs().max().item<float>(), 0.003);
}

TEST(Normals, NoisyAddsTheSameNumbersAndClips) {
  auto numbers = at::empty({3, 200}, at::kFloat);
  ops::normals(1, 1, numbers);
  ops::forceGeneric(true);
  auto noisy = at::empty({3, 200}, at::kFloat);
  ops::noisy(at::full({3, 200}, 0.5), 0.1f, 1, 1, noisy);
  ops::forceGeneric(false);
  EXPECT_LE((noisy - (numbers * 0.1 + 0.5).clamp(0, 1)).abs().max().item<float>(), 1e-6);
}

}  // namespace
}  // namespace sparring
