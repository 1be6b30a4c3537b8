// Every kind of layer against autograd: a row a layer, and each row with one copy and several, with rows that the
// copies share, rows of their own and both, fused and in its ATen form, alone and below another layer.
#include "autograd_fixture.h"

namespace sparring {
namespace {

using test::relativeError;
using test::WeightMap;

struct LayerRow {
  const char* name;
  Shape in;
  LayerSpec spec;
};

const LayerRow kLayers[] = {
    {"Dense", {200}, Dense{70}},
    {"DenseRelu", {200}, Dense{70, Act::Relu}},
    {"DenseLeakyRelu", {200}, Dense{70, Act::LeakyRelu}},
    {"DenseTanh", {200}, Dense{70, Act::Tanh}},
    {"DenseSigmoid", {200}, Dense{70, Act::Sigmoid}},
    {"DenseOnImages", {3, 9, 12}, Dense{10, Act::Relu}},
    {"DenseOfOneOutput", {33}, Dense{1}},
    {"DenseNorm", {200}, Dense{70, Act::None, true}},
    {"DenseNormRelu", {200}, Dense{70, Act::Relu, true}},
    {"DenseNormLeakyRelu", {200}, Dense{70, Act::LeakyRelu, true}},
    {"DenseNormTanh", {40}, Dense{17, Act::Tanh, true}},
};

enum class Given { Shared, Own, Both };

constexpr int64_t kBatch = 130, kOwn = 57;
constexpr double kTolerance = 1e-5;

// --- what PyTorch makes of one copy's rows, in double precision

torch::Tensor activated(const torch::Tensor& x, Act act) {
  switch (act) {
    case Act::Relu:
      return torch::relu(x);
    case Act::LeakyRelu:
      return torch::leaky_relu(x, kLeak);
    case Act::Tanh:
      return torch::tanh(x);
    case Act::Sigmoid:
      return torch::sigmoid(x);
    case Act::None:
      break;
  }
  return x;
}

torch::Tensor expected(const Dense& layer, const WeightMap& w, const std::string& net, int number,
                       const torch::Tensor& x, bool train) {
  const auto fc = net + ".fc" + std::to_string(number), bn = net + ".bn" + std::to_string(number);
  const auto product = torch::matmul(x, w.at(fc + ".weight").t());
  if (!layer.norm) return activated(product + w.at(fc + ".bias"), layer.act);
  const auto mean = w.at(bn + ".running_mean").clone(), var = w.at(bn + ".running_var").clone();
  return activated(
      torch::batch_norm(product, w.at(bn + ".weight"), w.at(bn + ".bias"), mean, var, train, 0.1, 1e-5, false),
      layer.act);
}

torch::Tensor expected(const NetworkSpec& spec, const WeightMap& w, const std::string& net, torch::Tensor x,
                       bool train) {
  int number = 0;
  for (const auto& layer : spec.layers)
    x = std::visit([&](const auto& one) { return expected(one, w, net, ++number, x, train); }, layer);
  return x;
}

// --- the table

at::Tensor uniform(at::IntArrayRef shape, uint64_t key) {
  auto t = at::empty({c10::multiply_integers(shape), 1}, at::kFloat);
  ops::normals(key, 0, t);
  return t.view(shape);
}

// In steps of 1/`steps`: products of such numbers are exact, so that no rounding decides on which side of a kink one
// is.
at::Tensor inSteps(const at::Tensor& t, double steps) { return t.mul(steps).round_().div_(steps); }

bool normalises(const LayerSpec& spec) {
  return std::visit([](const auto& one) { return one.norm; }, spec);
}

std::string nameOf(int64_t k) { return k == 0 ? "net" : "net@" + std::to_string(k); }

struct Setting {
  int64_t copies;
  Given given;
  bool plain;  ///< the ATen form
  bool below;  ///< another layer, which takes the gradient through this one
};

std::string textOf(const Setting& s) {
  constexpr const char* kGiven[] = {"shared", "own", "both"};
  return std::to_string(s.copies) + " copies, rows " + kGiven[static_cast<int>(s.given)] +
         (s.plain ? ", ATen" : ", fused") + (s.below ? ", below another" : "");
}

// One row in one setting.
class LayerCase {
 public:
  LayerCase(const LayerRow& row, const Setting& setting)
      : given_(setting.given), net_("net", specOf(row, setting), at::kCPU, setting.copies) {
    net_.parameters().copy_(inSteps(uniform({net_.parameters().numel()}, 1) * 0.2, 64));
    for (auto& [name, tensor] : net_.state(false)) {
      if (name.ends_with("running_mean")) tensor.copy_(uniform(tensor.sizes(), 2));
      if (name.ends_with("running_var")) tensor.copy_(uniform(tensor.sizes(), 3).square() + 0.5);
    }
  }

  const Network& net() const { return net_; }
  const NetworkSpec& spec() const { return net_.spec(); }
  int64_t width() const { return net_.outputs(); }

  Input input() const {
    const int64_t in = net_.inputs(), each = net_.copies() * in;
    const auto rows = [](int64_t n, int64_t columns, uint64_t key) { return inSteps(uniform({n, columns}, key), 8); };
    if (given_ == Given::Own) return rows(kBatch, each, 4);
    if (given_ == Given::Shared) return rows(kBatch, in, 4);
    return {rows(kBatch, in, 4), rows(kOwn, each, 5)};
  }
  // The rows that copy k sees.
  at::Tensor rowsOf(const Input& input, int64_t k) const {
    const int64_t in = net_.inputs();
    const auto mine = [&](const at::Tensor& t) { return t.size(1) == in ? t : t.narrow(1, k * in, in); };
    return (input.own.defined() ? at::cat({mine(input.x), mine(input.own)}) : mine(input.x)).to(at::kDouble);
  }
  WeightMap leaves() const {
    WeightMap weights;
    for (const auto& [name, tensor] : net_.state(false))
      weights[name] = tensor.to(at::kDouble).clone().set_requires_grad(name.find("running") == std::string::npos);
    return weights;
  }
  at::Tensor slope(int64_t rows) const { return uniform({rows, net_.copies() * width()}, 6); }
  at::Tensor dx(int64_t rows) const { return at::empty({rows, net_.copies() * net_.inputs()}, at::kFloat); }

 private:
  static NetworkSpec specOf(const LayerRow& row, const Setting& setting) {
    NetworkSpec spec{row.in, {row.spec}};
    if (setting.below) spec.layers.push_back(Dense{9, Act::Tanh});
    return spec;
  }

  Given given_;
  Network net_;
};

class LayerTable : public ::testing::TestWithParam<LayerRow> {
 protected:
  /// Calls work(LayerCase) for each setting that the row can be in.
  template <class Work>
  void everySetting(Work work) {
    ops::setThreads(2);
    for (const int64_t copies : {1, 3, 4})
      for (const auto given : {Given::Shared, Given::Own, Given::Both})
        for (const bool plain : {false, true})
          for (const bool below : {false, true}) {
            if (given == Given::Both && normalises(GetParam().spec)) continue;  // statistics are of one block of rows
            const Setting setting{copies, given, plain, below};
            SCOPED_TRACE(textOf(setting));
            ops::forceGeneric(plain);
            work(LayerCase(GetParam(), setting));
            ops::forceGeneric(false);
          }
  }
};

void expectNear(const at::Tensor& got, const at::Tensor& wanted, const std::string& what) {
  EXPECT_LE(relativeError(got.to(at::kDouble), wanted.detach()), kTolerance) << what;
}

TEST_P(LayerTable, OutputAndEveryGradientAreAutograds) {
  everySetting([](const LayerCase& c) {
    const auto& net = c.net();
    const auto in = c.input();
    const int64_t n = in.rows(), width = c.width(), inputs = net.inputs();
    const auto slope = c.slope(n), dx = c.dx(n);
    const auto weights = c.leaves();
    auto trace = net.makeTrace(n + 3);
    const auto out = net.forward(in, trace);
    net.outputGradient(trace).copy_(slope);
    net.backward(trace, true, dx);
    for (int64_t k = 0; k < net.copies(); ++k) {
      const auto x = c.rowsOf(in, k).clone().set_requires_grad(true);
      const auto y = expected(c.spec(), weights, nameOf(k), x, true);
      (y * slope.narrow(1, k * width, width)).sum().backward();
      expectNear(out.narrow(1, k * width, width), y, "output of " + nameOf(k));
      expectNear(dx.narrow(1, k * inputs, inputs), x.grad(), "dx of " + nameOf(k));
    }
    // gradients under the names of what they are gradients of
    Network gradients("net", c.spec(), at::kCPU, net.copies(), Purpose::Looking);
    gradients.parameters().copy_(net.gradient());
    for (const auto& [name, tensor] : gradients.state(false))
      if (name.find("running") == std::string::npos) expectNear(tensor, weights.at(name).grad(), name);
  });
}

TEST_P(LayerTable, FrozenItGoesByItsRunningStatistics) {
  everySetting([](const LayerCase& c) {
    const auto in = c.input();
    const auto weights = c.leaves();
    auto trace = c.net().makeTrace(in.rows());
    const auto out = c.net().forward(in, trace, Network::Mode::Frozen);
    for (int64_t k = 0; k < c.net().copies(); ++k)
      expectNear(out.narrow(1, k * c.width(), c.width()),
                 expected(c.spec(), weights, nameOf(k), c.rowsOf(in, k), false), nameOf(k));
  });
}

TEST_P(LayerTable, ForLookingItIsClimbedAlike) {
  everySetting([](const LayerCase& c) {
    const auto in = c.input();
    Network looking("net", c.spec(), at::kCPU, c.net().copies(), Purpose::Looking);
    looking.startFrom(c.net());
    std::vector<at::Tensor> found;
    for (const Network* net : {&c.net(), static_cast<const Network*>(&looking)}) {
      auto trace = net->makeTrace(in.rows());
      net->forward(in, trace);
      net->outputGradient(trace).copy_(c.slope(in.rows()));
      found.push_back(c.dx(in.rows()));
      net->backward(trace, false, found.back());
    }
    EXPECT_TRUE(found[0].equal(found[1]));
  });
}

INSTANTIATE_TEST_SUITE_P(Every, LayerTable, ::testing::ValuesIn(kLayers),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace sparring
