// What one run keeps, whatever is done to it between its steps.
#include <set>

#include "engine_fixture.h"
#include "io/safetensors.h"
#include "sparring/phases.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

void run(Experiment& experiment, int64_t until) {
  const Schedule schedule(experiment.params(), experiment.stepsPerEpoch());
  while (experiment.steps() < until) experiment.step(schedule.phaseAt(experiment.steps()));
}

bool sameWeights(Experiment& a, Experiment& b) {
  const auto x = a.checkpoint(), y = b.checkpoint();
  for (size_t i = 0; i < x.tensors.size(); ++i)
    if (!x.tensors[i].tensor.equal(y.tensors[i].tensor)) return false;
  return x.metadata == y.metadata;
}

std::vector<std::string> names(const std::vector<AdversaryInfo>& infos) {
  std::vector<std::string> list;
  for (const auto& info : infos) list.push_back(info.name);
  return list;
}

class EveryAdversary : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryAdversary, GivesTheSameRunForTheSameSeed) {
  Experiment a(smallParams(GetParam()), smallDigits(), at::kCPU), b(smallParams(GetParam()), smallDigits(), at::kCPU);
  run(a, 70);
  run(b, 70);
  EXPECT_TRUE(sameWeights(a, b));
}

// The duel's phase and the joint one, two lanes: with an opponent for each there are copies of its networks too.
TEST_P(EveryAdversary, GoesOnFromACheckpointAsIfNothingHadHappened) {
  test::TempFolder folder;
  auto p = smallParams(GetParam());
  p.lambda = {0, 1};
  for (const int64_t at : {33, 47, 67}) {
    Experiment straight(p, smallDigits(), at::kCPU), resumed(p, smallDigits(), at::kCPU);
    run(straight, at);
    const auto saved = straight.checkpoint();
    writeSafetensors(folder / "c.safetensors", saved.views(), saved.metadata);
    run(straight, 75);
    resumed.restore(readSafetensors(folder / "c.safetensors"));
    EXPECT_EQ(resumed.steps(), at);
    run(resumed, 75);
    EXPECT_TRUE(sameWeights(straight, resumed)) << "from step " << at;
  }
}

TEST_P(EveryAdversary, IsNotChangedByBeingLookedAt) {
  Experiment quiet(smallParams(GetParam()), smallDigits(), at::kCPU),
      watched(smallParams(GetParam()), smallDigits(), at::kCPU);
  const Schedule schedule(quiet.params(), quiet.stepsPerEpoch());
  while (quiet.steps() < 70) {
    quiet.step(schedule.phaseAt(quiet.steps()));
    watched.step(schedule.phaseAt(watched.steps()));
    watched.accuracies({});
    watched.samples();
    watched.pairs();
    watched.checkpoint();
  }
  EXPECT_TRUE(sameWeights(quiet, watched));
}

TEST_P(EveryAdversary, KeepsAdversarialSamplesWithinTheImageRange) {
  Experiment experiment(smallParams(GetParam()), smallDigits(), at::kCPU);
  run(experiment, 75);
  EXPECT_GE(experiment.batch().adversarial().min().item<float>(), 0);
  EXPECT_LE(experiment.batch().adversarial().max().item<float>(), 1);
}

// Who has a generator to learn but nothing else that its row promises would train silently wrong.
TEST_P(EveryAdversary, IsWhatItsRowSays) {
  auto p = smallParams(GetParam());
  p.labelRule = "classifier";  // nobody but who must has a teacher
  p.teacherWeight = 0;
  const auto& info = adversaryInfo(GetParam());
  const auto adversary = makeAdversary(p, {smallDigits()->kind()});
  auto* drawer = adversary->drawer();
  EXPECT_EQ(!adversary->networks().empty(), info.usesGenerator);
  EXPECT_EQ(drawer != nullptr, info.drawsImages());
  EXPECT_EQ(adversary->changer() != nullptr, info.usesGenerator && info.perturbsSource);
  EXPECT_EQ(drawer && drawer->game().conditional(), info.conditional);
  EXPECT_EQ(drawer && drawer->game().hasTeacher(), info.needsTeacher);
  EXPECT_EQ(adversary->makesSamples(), info.usesGenerator || info.perturbsSource);
}

/// The weights under names that begin so, one after another.
std::vector<float> weightsOf(Experiment& experiment, const std::string& network) {
  const auto weights = experiment.weights();
  std::vector<float> values;
  for (const auto& [name, tensor] : weights->file.tensors)
    if (name.starts_with(network)) values.insert(values.end(), tensor.data.begin(), tensor.data.end());
  return values;
}

TEST_P(EveryAdversary, TrainsInEachPhaseWhomItsRowNames) {
  const auto& info = adversaryInfo(GetParam());
  Experiment experiment(smallParams(GetParam()), smallDigits(), at::kCPU);
  for (const Phase phase : {Phase::Teacher, Phase::Pretrain, Phase::Gan, Phase::Joint}) {
    SCOPED_TRACE(phaseName(phase));
    const Learners learners = learnersIn(phase, info);
    const auto classifiers = weightsOf(experiment, "classifier"),
               discriminator = weightsOf(experiment, "discriminator");
    experiment.step(phase);
    EXPECT_EQ(weightsOf(experiment, "classifier") != classifiers, learners.classifiers);
    EXPECT_EQ(weightsOf(experiment, "discriminator") != discriminator, learners.discriminator);
  }
}

TEST_P(EveryAdversary, HasPointsOfTheLossesThatAPhaseMeasuresAndOfNoOthers) {
  const auto& info = adversaryInfo(GetParam());
  Experiment experiment(smallParams(GetParam()), smallDigits(), at::kCPU);
  std::set<Metric> ever;
  for (const Phase phase : {Phase::Teacher, Phase::Pretrain, Phase::Gan, Phase::Joint}) {
    SCOPED_TRACE(phaseName(phase));
    experiment.step(phase);
    std::set<Metric> points;
    for (const MetricPoint& point : experiment.takeLosses()) points.insert(point.metric);
    for (const Metric loss : {Metric::L, Metric::LambdaLAdv, Metric::LTotal, Metric::D, Metric::G})
      EXPECT_EQ(points.contains(loss), isMeasured(loss, phase, info)) << metricRow(loss).key;
    ever.insert(points.begin(), points.end());
  }
  const auto losses = lossesAgainst(info);
  EXPECT_EQ(ever, std::set<Metric>(losses.begin(), losses.end()));
}

TEST_P(EveryAdversary, LeavesLabelsAndMarksWhatCounts) {
  Experiment experiment(smallParams(GetParam()), smallDigits(), at::kCPU);
  auto& batch = experiment.batch();
  batch.adversarialLabels().fill_(-1);
  batch.keep.fill_(-1);
  experiment.step(Phase::Joint);
  const bool made = experiment.adversary().makesSamples();
  EXPECT_EQ(batch.adversarialLabels().ge(0).all().item<bool>(), made);
  EXPECT_EQ(batch.keep.ge(0).all().item<bool>(), made);
}

class LanesAlone : public EveryAdversary {};

// One product for all lanes may round otherwise than one for each; where x_adv goes by the signs of the classifier's
// own gradient, rounding can turn a pixel around; most often where the slope is next to nothing, as at TRADES' start.
TEST_P(LanesAlone, GivesEachLaneWhatARunWithItsLambdaAloneGives) {
  auto p = smallParams(GetParam());
  p.lambda = {0, 0.5, 3};
  Experiment together(p, smallDigits(), at::kCPU);
  const double tolerance = GetParam() == "trades" ? 1e-1 : together.adversary().ownSamples() ? 5e-2 : 1e-5;
  run(together, 75);
  for (int k = 0; k < 3; ++k) {
    auto single = smallParams(GetParam());
    single.lambda = {p.lambda[static_cast<size_t>(k)]};
    Experiment alone(single, smallDigits(), at::kCPU);
    run(alone, 75);
    const auto lane = together.lanes().net.copy(k).state(false), own = alone.lanes().net.state(false);
    for (size_t i = 0; i < own.size(); ++i)
      EXPECT_LE(test::relativeError(lane[i].tensor, own[i].tensor), tolerance) << own[i].name << " of lane " << k;
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryAdversary, ::testing::ValuesIn(names(adversaries())));
// All but latent, which searches against the first lane for all of them.
INSTANTIATE_TEST_SUITE_P(Registry, LanesAlone,
                         ::testing::Values("none", "gan", "cgan", "atgan", "advgan", "gat", "gan-pgd", "fgsm",
                                           "fgsm-rs", "pgd", "trades", "noise"));

TEST(Experiment, LearnsToReadTheDigits) {
  auto p = smallParams("none");
  p.lossClassifier = "cross-entropy";
  p.lrClassifier = 3e-3;
  p.evaluateLimit = 0;
  Experiment experiment(p, smallDigits(), at::kCPU);
  while (experiment.steps() < 300) experiment.step(Phase::Pretrain);
  const auto points = experiment.accuracies({});
  EXPECT_EQ(points[0].metric, Metric::Clean);
  EXPECT_GT(points[0].value, 0.75);
  EXPECT_GT(points[0].value, points[2].value) << "FGSM should hurt";
}

TEST(Experiment, FgsmTrainingRaisesAccuracyUnderFgsm) {
  const auto accuracy = [](const std::string& adversary) {
    auto p = smallParams(adversary);
    p.lossClassifier = "cross-entropy";
    p.lrClassifier = 3e-3;
    p.evaluateLimit = 0;
    Experiment experiment(p, smallDigits(), at::kCPU);
    while (experiment.steps() < 300) experiment.step(Phase::Joint);
    return experiment.accuracies({})[2].value;
  };
  EXPECT_GT(accuracy("fgsm"), accuracy("none") + 0.1);
}

TEST(Experiment, SamplesShowTheWantedClassByRows) {
  Experiment experiment(smallParams("cgan"), smallDigits(), at::kCPU);
  const auto grid = experiment.samples().at(0);
  EXPECT_EQ(grid->images.pixels.size(), 100u * 784u);
  EXPECT_EQ(grid->wanted[0], 0);
  EXPECT_EQ(grid->wanted[99], 9);
  EXPECT_TRUE(Experiment(smallParams("fgsm"), smallDigits(), at::kCPU).samples().empty());
}

bool alike(const SampleGrid& a, const SampleGrid& b) {
  return a.lane == b.lane && a.step == b.step && a.images.pixels == b.images.pixels && a.wanted == b.wanted &&
         a.predicted == b.predicted && a.confidence == b.confidence;
}

// What is shown of a checkpoint is what was shown when it was the present.
TEST(Experiment, ItsPicturesAreThoseOfItsWeights) {
  for (const char* adversary : {"cgan", "gat"}) {
    SCOPED_TRACE(adversary);
    auto p = smallParams(adversary);
    p.lambda = {0, 2};
    Experiment experiment(p, smallDigits(), at::kCPU);
    for (int i = 0; i < 20; ++i) experiment.step(Phase::Joint);
    const Model model(*experiment.weights());
    ops::setThreads(1);  // as pictures of a checkpoint are made: products cut otherwise may round otherwise
    const auto grids = experiment.samples();
    const auto pairs = experiment.pairs();
    const auto [again, pairsAgain] = model.pictures(*smallDigits());
    ASSERT_EQ(grids.size(), 2u);
    ASSERT_EQ(again.size(), 2u);
    ASSERT_EQ(pairs.size(), 2u);
    ASSERT_EQ(pairsAgain.size(), 2u);
    for (size_t k = 0; k < 2; ++k) {
      EXPECT_EQ(grids[k]->lane, int(k));
      EXPECT_TRUE(alike(*grids[k], *again[k])) << k;
      EXPECT_EQ(pairs[k]->lane, int(k));
      EXPECT_EQ(pairs[k]->adversarial.pixels, pairsAgain[k]->adversarial.pixels) << k;
      EXPECT_EQ(pairs[k]->confidenceAdversarial, pairsAgain[k]->confidenceAdversarial) << k;
    }
    EXPECT_NE(grids[0]->confidence, grids[1]->confidence) << "each lane judges for itself";
    EXPECT_NE(pairs[0]->adversarial.pixels, pairs[1]->adversarial.pixels) << "each lane is attacked by itself";
  }
}

TEST(Experiment, PairsStayWithinEpsilon) {
  auto p = smallParams("none");
  p.evaluateAttacks = "fgsm:eps=0.2";
  Experiment experiment(p, smallDigits(), at::kCPU);
  const auto pairs = experiment.pairs().at(0);
  ASSERT_EQ(pairs->label.size(), 30u);
  EXPECT_EQ(pairs->attack, "fgsm:eps=0.2");
  float largest = 0;
  for (const float d : pairs->difference) largest = std::max(largest, std::abs(d));
  EXPECT_NEAR(largest, 0.2f, 1e-5f);
}

TEST(Experiment, RefusesABatchLargerThanTheTrainingSet) {
  auto p = smallParams("none");
  p.batch = 641;
  EXPECT_THROW(Experiment(p, smallDigits(), at::kCPU), Error);
}

TEST(Experiment, RefusesBadInputBeforeItMakesAnyNetwork) {
  auto p = smallParams("none");
  p.batch = 641;
  p.classifierHidden = {int64_t(1) << 50};  // no machine could
  EXPECT_THROW(Experiment(p, smallDigits(), at::kCPU), Error);
}

TEST(Experiment, RefusesALambdaListOfAnotherLength) {
  Experiment experiment(smallParams("fgsm"), smallDigits(), at::kCPU);
  EXPECT_THROW(experiment.edit("lambda", "1,2"), Error);
  EXPECT_THROW(experiment.edit("batch", "16"), Error);
  experiment.edit("lambda", "0.25");
  EXPECT_EQ(experiment.dials().lambda[0].value, 0.25f);
}

TEST(Experiment, NoticesALossThatIsNotFinite) {
  Experiment experiment(smallParams("none"), smallDigits(), at::kCPU);
  experiment.step(Phase::Pretrain);
  EXPECT_FALSE(experiment.notFinite());
  experiment.lanes().net.parameters().fill_(std::nan(""));
  experiment.step(Phase::Pretrain);
  EXPECT_EQ(experiment.notFinite(), Metric::L);
}

TEST(Experiment, RefusesACheckpointOfOtherShapes) {
  test::TempFolder folder;
  auto p = smallParams("none");
  const auto saved = Experiment(p, smallDigits(), at::kCPU).checkpoint();
  writeSafetensors(folder / "c.safetensors", saved.views(), saved.metadata);
  p.classifierHidden = {25, 16};
  Experiment other(p, smallDigits(), at::kCPU);
  try {
    other.restore(readSafetensors(folder / "c.safetensors"));
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("classifier.fc1.weight"), std::string::npos) << error.what();
  }
}

TEST(Schedule, RunsThroughItsPhasesAndStretchesTheLast) {
  const auto p = smallParams("cgan");
  const Schedule plain(p, 20);
  EXPECT_EQ(plain.totalSteps(), 80);
  EXPECT_EQ(plain.phaseAt(0), Phase::Teacher);
  EXPECT_EQ(plain.phaseAt(20), Phase::Pretrain);
  EXPECT_EQ(plain.phaseAt(40), Phase::Gan);
  EXPECT_EQ(plain.phaseAt(60), Phase::Joint);
  const Schedule longer(p, 20, {}, 9);
  EXPECT_EQ(longer.totalSteps(), 180);
  EXPECT_EQ(longer.phaseAt(179), Phase::Joint);
}

TEST(Schedule, SkipsWhatTheAdversaryDoesNotNeed) {
  const Schedule schedule(smallParams("fgsm"), 20);
  EXPECT_EQ(schedule.totalSteps(), 40);
  EXPECT_EQ(schedule.phaseAt(0), Phase::Pretrain);
  EXPECT_EQ(schedule.phaseAt(20), Phase::Joint);
}

}  // namespace
}  // namespace sparring
