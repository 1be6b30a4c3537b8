// Every fused pass against its ATen form, and the random numbers against what they promise.
#include "engine/ops.h"

#include <ATen/ATen.h>

#include "engine_fixture.h"

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

TEST(Ops, BiasAndActivationMatchTheirAtenForm) {
  for (const Act act : kActs)
    expectSame({random({130, 200}), random({200}, 2)}, [act](auto& t) { ops::biasAct(t[0], t[1], act); });
}

TEST(Ops, ActivationGradientMatchesItsAtenForm) {
  for (const Act act : kActs)
    expectSame({random({130, 200}), random({130, 200}, 2).abs() * 0.3, at::zeros({200})},
               [act](auto& t) { ops::actBackward(t[0], t[1], act, t[2]); });
}

TEST(Ops, BatchNormalisationMatchesItsAtenFormBothWays) {
  expectSame(
      {random({96, 200}), at::zeros({96, 200}), random({200}, 2), random({200}, 3), at::zeros({200}), at::ones({200}),
       at::zeros({200}), at::zeros({200}), random({96, 200}, 4), at::zeros({200}), at::zeros({200})},
      [](auto& t) {
        const ops::BatchNormState state{t[2], t[3], t[4], t[5]};
        ops::batchNorm(t[0], t[1], state, t[6], t[7], Act::LeakyRelu);
        ops::batchNormBackward(t[8], t[1], t[0], t[2], t[6], t[7], t[9], t[10], Act::LeakyRelu);
      },
      1e-5);
}

TEST(Ops, ClassifierLossesMatchTheirAtenForm) {
  const auto labels = at::arange(64, at::kInt).remainder(10);
  for (const auto kind : {ClassLoss::Squared, ClassLoss::CrossEntropy})
    expectSame({random({64, 10}) * 3, random({64}, 2).abs(), at::zeros({64, 10}), at::zeros({64})},
               [&](auto& t) { ops::classLoss(t[0], labels, t[1], kind, t[2], t[3]); });
}

TEST(Ops, GanLossesMatchTheirAtenForm) {
  for (const auto kind : {GanLoss::LeastSquares, GanLoss::Bce})
    for (const bool sigmoid : {false, true})
      expectSame({random({77}) * 4, at::zeros({77}), at::zeros({77})},
                 [&](auto& t) { ops::ganLoss(t[0], 1, kind, sigmoid, 0.1f, t[1], t[2]); });
}

TEST(Ops, AdamMatchesItsAtenForm) {
  expectSame({random({5001}), random({5001}, 2), random({5001}, 3) * 0.1, random({5001}, 4).square()}, [](auto& t) {
    ops::adam(t[0], t[1], t[2], t[3], {1e-3f, 0.5f, 0.999f, 0.75f, 0.02f});
  });
}

TEST(Ops, GatherSignStepAffineAndAxpyMatchTheirAtenForm) {
  const auto pixels = at::arange(50 * 64, at::kInt).remainder(256).to(at::kByte).view({50, 64});
  const auto index = at::arange(40, at::kLong).mul(7).remainder(50);
  expectSame({at::zeros({40, 64})}, [&](auto& t) { ops::gather(pixels, index, 2.0f / 255, -1, t[0]); });
  expectSame({random({40, 64}), random({40, 64}, 2), at::zeros({40, 64})},
             [](auto& t) { ops::signStep(t[0], t[1], 0.1f, t[2]); });
  expectSame({random({40, 64}), at::zeros({40, 64})}, [](auto& t) { ops::affine(t[0], 0.5f, 0.5f, 0, 1, t[1]); });
  expectSame({random({40, 64}), random({40, 64}, 2)}, [](auto& t) { ops::axpy(t[0], -0.3f, t[1]); });
}

TEST(Ops, ProductsMatchAtenForEveryTranspositionAndStride) {
  const auto wide = random({40, 90});
  const auto a = wide.narrow(1, 10, 60), b = random({60, 30}, 2), bt = random({30, 60}, 3), at = random({60, 40}, 4);
  const auto check = [](const at::Tensor& x, bool tx, const at::Tensor& y, bool ty) {
    auto c = at::ones({40, 50});
    const auto out = c.narrow(1, 5, 30);
    ops::gemm(x, tx, y, ty, out);
    const auto expected = at::matmul(tx ? x.t() : x, ty ? y.t() : y);
    EXPECT_LE(relativeError(out, expected), 1e-6);
    EXPECT_EQ(c.narrow(1, 0, 5).sum().item<float>(), 200) << "wrote beside its columns";
    ops::gemm(x, tx, y, ty, out, true);
    EXPECT_LE(relativeError(out, expected * 2), 1e-6);
  };
  check(a, false, b, false);
  check(a, false, bt, true);
  check(at, true, b, false);
  check(at, true, bt, true);
}

TEST(Ops, TransferFunctionsAreAccurateOverTheirWholeRange) {
  auto x = at::linspace(-20, 20, 40000).view({200, 200});
  const auto zero = at::zeros({200});
  auto tanh = x.clone(), sigmoid = x.clone();
  ops::biasAct(tanh, zero, Act::Tanh);
  ops::biasAct(sigmoid, zero, Act::Sigmoid);
  EXPECT_LE((tanh - x.to(at::kDouble).tanh()).abs().max().item<double>(), 4e-7);
  EXPECT_LE((sigmoid - x.to(at::kDouble).sigmoid()).abs().max().item<double>(), 2e-7);
}

TEST(Ops, NotANumberSurvivesEveryActivation) {
  for (const Act act : kActs) {
    auto y = at::full({1, 16}, std::nan(""));
    ops::biasAct(y, at::zeros({16}), act);
    EXPECT_TRUE(y.isnan().all().item<bool>()) << static_cast<int>(act);
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
