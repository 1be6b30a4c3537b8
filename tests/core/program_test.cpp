// Recording and replaying a step: what a card does, tried with a recorder on the processor.
#include "train/program.h"

#include "engine_fixture.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

// Counts, and replays by calling the work again.
class Counting : public Recorder {
 public:
  struct Counts {
    int runs = 0, records = 0, replays = 0;
  };
  explicit Counting(Counts& counts) : counts_(counts) {}
  void run(const Work& work) override {
    ++counts_.runs;
    work();
  }
  Work record(const Work& work) override {
    ++counts_.records;
    return [this, work] {
      ++counts_.replays;
      work();
    };
  }

 private:
  Counts& counts_;
};

TEST(Program, RunsThenRecordsOnceThenReplays) {
  Counting::Counts counts;
  Program program(std::make_unique<Counting>(counts));
  int done = 0;
  for (int i = 0; i < 10; ++i) program.run("a", [&] { ++done; });
  EXPECT_EQ(done, 10);
  EXPECT_EQ(counts.runs, Program::kWarmUp);
  EXPECT_EQ(counts.records, 1);
  EXPECT_EQ(counts.replays, 10 - Program::kWarmUp);
}

TEST(Program, RecordsEachNameByItselfAndKeepsTheRecord) {
  Counting::Counts counts;
  Program program(std::make_unique<Counting>(counts));
  for (int i = 0; i < 6; ++i) program.run("a", [] {});
  for (int i = 0; i < 6; ++i) program.run("b", [] {});
  program.run("a", [] {});
  EXPECT_EQ(counts.records, 2);
}

TEST(Program, WithoutARecorderCallsTheWorkEveryTime) {
  Program program(nullptr);
  int done = 0;
  for (int i = 0; i < 5; ++i) program.run("a", [&] { ++done; });
  program.runOnce([&] { ++done; });
  EXPECT_EQ(done, 6);
}

TEST(ProgramName, ChangesOnlyWithTheWork) {
  auto p = smallParams("cgan");
  const auto before = programOf("joint", p);
  p.lambda = {7};
  p.lrClassifier = p.lrGenerator = p.lrDiscriminator = 0.05;
  p.adamBeta1 = 0.1;
  p.epsilon = 0.3;
  p.labelConfidence = 0.2;
  EXPECT_EQ(programOf("joint", p), before);
  p.lambda = {0};
  EXPECT_NE(programOf("joint", p), before) << "without λ there is no adversarial half";
  p.lambda = {7};
  p.beta = 0.5;
  const auto fooling = programOf("joint", p);
  EXPECT_NE(fooling, before);
  p.beta = 2;
  EXPECT_EQ(programOf("joint", p), fooling);
  p.lossClassifier = "cross-entropy";
  EXPECT_NE(programOf("joint", p), fooling);
}

class OnADevice : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { ops::forceGeneric(true); }
  void TearDown() override { ops::forceGeneric(false); }
};

Params fullParams(const std::string& adversary) {
  auto p = smallParams(adversary);
  p.beta = 0.4;
  p.lambda = {0.5, 2};
  return p;
}

// The dials' values on the host stay where the recording saw them; only what stands on the device moves on.
TEST_P(OnADevice, TheAtenFormsReadTheDialsFromTheDeviceAlone) {
  Experiment plain(fullParams(GetParam()), smallDigits(), at::kCPU),
      blind(fullParams(GetParam()), smallDigits(), at::kCPU);
  auto& dials = const_cast<Dials&>(blind.dials());
  for (int i = 0; i < 4; ++i) {
    if (i == 2)
      for (auto* experiment : {&plain, &blind}) {
        experiment->edit("lambda", "1.5,3");
        experiment->edit("lr.classifier", "0.01");
        experiment->edit("adam.beta1", "0.8");
      }
    for (auto* dial : dials.all()) dial->value = std::nanf("");
    plain.step(Phase::Joint);
    blind.step(Phase::Joint);
  }
  const auto a = plain.checkpoint(), b = blind.checkpoint();
  for (size_t i = 0; i < a.tensors.size(); ++i)
    EXPECT_TRUE(a.tensors[i].tensor.equal(b.tensors[i].tensor)) << a.tensors[i].name;
  EXPECT_EQ(a.metadata.at("losses.sums"), b.metadata.at("losses.sums"));
}

TEST_P(OnADevice, AWholeRunEqualsTheProcessorsToRounding) {
  auto p = smallParams(GetParam());
  Experiment generic(p, smallDigits(), at::kCPU), fused(p, smallDigits(), at::kCPU);
  const Schedule schedule(p, generic.stepsPerEpoch());
  while (generic.steps() < 70) {
    ops::forceGeneric(true);
    generic.step(schedule.phaseAt(generic.steps()));
    ops::forceGeneric(false);
    fused.step(schedule.phaseAt(fused.steps()));
  }
  const auto a = generic.checkpoint(), b = fused.checkpoint();
  const double tolerance = generic.adversary().ownSamples() ? 5e-2 : 1e-2;
  for (size_t i = 0; i < a.tensors.size(); ++i)
    if (a.tensors[i].name.find("adam") == std::string::npos)
      EXPECT_LE(test::relativeError(a.tensors[i].tensor, b.tensors[i].tensor), tolerance) << a.tensors[i].name;
}

INSTANTIATE_TEST_SUITE_P(Adversaries, OnADevice,
                         ::testing::Values("none", "gan", "cgan", "atgan", "advgan", "gat", "gan-pgd", "latent", "fgsm",
                                           "fgsm-rs", "pgd", "trades", "noise"));

}  // namespace
}  // namespace sparring
