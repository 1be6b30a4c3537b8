// What a network is made of and what it holds, for training and for looking; how it gets into a file.
#include "engine_fixture.h"
#include "networks/networks.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallParams;

std::vector<std::string> namesOf(const Network& net) {
  std::vector<std::string> names;
  for (const auto& [name, tensor] : net.state(false)) names.push_back(name);
  return names;
}

TEST(NetworkSpec, CountsMultiplicationsAndKnowsWhatComesOut) {
  const auto spec = mlpSpec({1, 28, 28}, {128, 64}, 10, Act::Relu, Act::None);
  EXPECT_EQ(spec.out(), Shape{10});
  EXPECT_EQ(spec.multiplications(), 784 * 128 + 128 * 64 + 64 * 10);
  EXPECT_EQ(withoutNorm(mlpSpec({5}, {4}, 3, Act::Relu, Act::Tanh, true)), mlpSpec({5}, {4}, 3, Act::Relu, Act::Tanh));
}

TEST(NetworkSpec, FollowsTheKindOfImage) {
  const ImageKind kind{3, 9, 12, 4};
  const auto p = smallParams("advgan");
  EXPECT_EQ(classifierSpec(p, kind).in, (Shape{3, 9, 12}));
  EXPECT_EQ(classifierSpec(p, kind).out(), Shape{4});
  EXPECT_EQ(generatorSpec(p, {8}, kind).out().size(), 324);
  EXPECT_EQ(teacherSpec(p, kind).out(), Shape{4});
  EXPECT_EQ(referenceSpec(kind).out(), Shape{4});
  EXPECT_EQ(discriminatorSpec(p, shapeOf(kind)).out(), Shape{1});
}

TEST(Network, NamesItsTensorsAsPyTorchDoes) {
  const Network net("net", mlpSpec({5}, {4}, 3, Act::Relu, Act::None, true), at::kCPU, 2, Purpose::Looking);
  EXPECT_EQ(namesOf(net),
            (std::vector<std::string>{"net.fc1.weight", "net.bn1.weight", "net.bn1.bias", "net.bn1.running_mean",
                                      "net.bn1.running_var", "net.fc2.weight", "net.fc2.bias", "net@1.fc1.weight",
                                      "net@1.bn1.weight", "net@1.bn1.bias", "net@1.bn1.running_mean",
                                      "net@1.bn1.running_var", "net@1.fc2.weight", "net@1.fc2.bias"}));
}

TEST(Network, ForLookingHoldsItsWeightsAlone) {
  const auto p = smallParams();
  const auto trained = makeClassifiers(p, {ImageKind{}}),
             looking = makeClassifiers(p, {ImageKind{}, at::kCPU, Purpose::Looking});
  EXPECT_EQ(trained.purpose(), Purpose::Training);
  EXPECT_TRUE(trained.gradient().defined());
  EXPECT_EQ(looking.parameters().numel(), trained.parameters().numel());
  const auto copy = trained.copy(0);
  for (const auto* net : {&looking, &copy}) {
    EXPECT_EQ(net->purpose(), Purpose::Looking);
    EXPECT_FALSE(net->gradient().defined());
  }
}

TEST(Network, ACopySharesItsWeights) {
  auto p = smallParams();
  p.lambda = {1, 2};
  const auto both = makeClassifiers(p, {ImageKind{}});
  const auto second = both.copy(1);
  both.parameters().fill_(0.5);
  for (const auto& [name, tensor] : second.state(false)) {
    EXPECT_TRUE(name.starts_with("classifier@1.")) << name;
    EXPECT_TRUE(tensor.eq(0.5).all().item<bool>()) << name;
  }
}

TEST(Network, OnADeviceItHasWeightsOfItsOwn) {
  const auto here = makeClassifiers(smallParams(), {ImageKind{}});
  const auto there = here.on(at::kCPU);
  EXPECT_TRUE(there.parameters().equal(here.parameters()));
  EXPECT_NE(there.parameters().data_ptr(), here.parameters().data_ptr());
}

TEST(HostTensors, AStridedViewIsWrittenInTheOrderOfItsShape) {
  test::TempFolder folder;
  const auto memory = at::arange(24, at::kFloat);
  const auto view = memory.view({2, 3, 4}).permute({0, 2, 1});  // as a file shows it: [2,4,3]
  const auto stored = onHost({{"flat", memory}, {"view", view}});
  writeSafetensors(folder / "t.safetensors", stored.views(), {});
  const auto read = readSafetensors(folder / "t.safetensors").tensors;
  EXPECT_EQ(read.at("view").shape, (std::vector<int64_t>{2, 4, 3}));
  EXPECT_EQ(std::vector<float>(read.at("view").data.begin(), read.at("view").data.begin() + 6),
            (std::vector<float>{0, 4, 8, 1, 5, 9}));
  EXPECT_EQ(read.at("flat").data[7], 7);
}

TEST(HostTensors, AStridedViewIsRestored) {
  const auto memory = at::zeros({6}, at::kFloat);
  TensorFile file;
  file.tensors["view"] = {{3, 2}, {0, 3, 1, 4, 2, 5}};
  restoreTensors(file, {{"view", memory.view({2, 3}).t()}});
  EXPECT_TRUE(memory.equal(at::arange(6, at::kFloat)));
}

TEST(Model, RefusesADeviceThatIsNotThere) {
  if (at::hasCUDA()) GTEST_SKIP() << "there is a card";
  const auto weights = Experiment(smallParams("none"), test::smallDigits(), at::kCPU).weights();
  EXPECT_THROW(Model(*weights, "cuda"), Error);
  EXPECT_EQ(Model(*weights, "auto").hash(), Model(*weights).hash());
}

}  // namespace
}  // namespace sparring
