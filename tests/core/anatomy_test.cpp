// The system that parameters mean, against the networks that are really made of them.
#include "sparring/anatomy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "adversary/adversary.h"
#include "engine_fixture.h"
#include "networks/networks.h"
#include "sparring/phases.h"

namespace sparring::test {
namespace {

using Part = AnatomyPart::Kind;

const ImageKind& smallKind() { return smallDigits()->kind(); }

bool flows(const Anatomy& anatomy, AnatomyFlow::What what, Part from, Part to) {
  return std::ranges::any_of(
      anatomy.flows, [&](const AnatomyFlow& flow) { return flow.what == what && flow.from == from && flow.to == to; });
}

class AnatomyOf : public testing::TestWithParam<AdversaryInfo> {
 protected:
  Params params_ = smallParams(GetParam().name);
  Anatomy anatomy_ = anatomyOf(params_, smallKind());
};

TEST_P(AnatomyOf, HasTheNetworksThatTrain) {
  const auto adversary = makeAdversary(params_, {smallKind()});
  bool generator = false, discriminator = false, teacher = false;
  for (const Network* net : adversary->networks()) {
    if (net->name() == "discriminator") discriminator = true;
    if (net->name() == "teacher") teacher = true;
    if (net->name() == "generator") {
      generator = true;
      const AnatomyPart* part = anatomy_.part(Part::Generator);
      ASSERT_NE(part, nullptr);
      EXPECT_EQ(part->widths.front(), net->inputs());
      EXPECT_EQ(part->widths.back(), net->outputs());
      EXPECT_EQ(part->widths.size(), net->spec().layers.size() + 1);
    }
  }
  EXPECT_EQ(anatomy_.part(Part::Generator) != nullptr, generator);
  EXPECT_EQ(anatomy_.part(Part::Discriminator) != nullptr, discriminator);
  EXPECT_EQ(anatomy_.part(Part::Teacher) != nullptr, teacher);
  EXPECT_NE(anatomy_.part(Part::Classifier), nullptr);
}

TEST_P(AnatomyOf, SaysThatTheClassifierAnswersWhereSamplesAreItsOwn) {
  if (makeAdversary(params_, {smallKind()})->ownSamples()) EXPECT_TRUE(GetParam().aims);
}

TEST_P(AnatomyOf, FlowsGoBetweenPartsThatAreThere) {
  for (const AnatomyFlow& flow : anatomy_.flows) {
    EXPECT_NE(anatomy_.part(flow.from), nullptr) << flow.symbol;
    EXPECT_NE(anatomy_.part(flow.to), nullptr) << flow.symbol;
  }
}

TEST_P(AnatomyOf, LearnsWhereAStepChangesWeights) {
  for (const Phase phase : {Phase::Gan, Phase::Joint}) {
    const Learners learners = learnersIn(phase, GetParam());
    if (const auto* part = anatomy_.part(Part::Generator)) EXPECT_EQ(part->learns.has(phase), learners.generator);
    if (const auto* part = anatomy_.part(Part::Discriminator))
      EXPECT_EQ(part->learns.has(phase), learners.discriminator);
  }
}

TEST_P(AnatomyOf, NamesParametersThatPlayAPart) {
  for (const AnatomyPart& part : anatomy_.parts) {
    if (!part.widthsKey.empty()) EXPECT_TRUE(matters(part.widthsKey, params_)) << part.widthsKey;
    for (const std::string& key : part.dials) EXPECT_TRUE(matters(key, params_)) << key;
  }
}

INSTANTIATE_TEST_SUITE_P(Every, AnatomyOf, testing::ValuesIn(adversaries()),
                         [](const auto& info) { return std::string(1, 'A' + char(info.index)) + "Opponent"; });

TEST(Anatomy, AdversarialImagesCountWithTheLargestLambda) {
  Params params = smallParams("fgsm");
  params.lambda = {0, 2, 0.5};
  const Anatomy anatomy = anatomyOf(params, smallKind());
  const auto flow = std::ranges::find(anatomy.flows, AnatomyFlow::What::Adversarial, &AnatomyFlow::what);
  ASSERT_NE(flow, anatomy.flows.end());
  EXPECT_EQ(flow->weight, 2);
  EXPECT_EQ(flow->weightKey, "lambda");
}

TEST(Anatomy, AnImitatorThatIsPaidForFoolingHearsTheClassifier) {
  Params params = smallParams("cgan");
  EXPECT_FALSE(flows(anatomyOf(params, smallKind()), AnatomyFlow::What::Slope, Part::Classifier, Part::Generator));
  params.beta = 1;
  EXPECT_TRUE(flows(anatomyOf(params, smallKind()), AnatomyFlow::What::Slope, Part::Classifier, Part::Generator));
}

TEST(Anatomy, WithoutAnOpponentOnlyTheDataTrainTheClassifier) {
  const Anatomy anatomy = anatomyOf(smallParams("none"), smallKind());
  EXPECT_EQ(anatomy.parts.size(), 2u);
  EXPECT_EQ(anatomy.flows.size(), 1u);
}

/// What a checkpoint would hold, by name.
std::map<std::string, at::Tensor> tensorsNow(Experiment& experiment) {
  std::map<std::string, at::Tensor> all;
  for (const auto& [name, tensor] : experiment.checkpoint().tensors) all[name] = tensor.clone();
  return all;
}

class StepOfOne : public testing::TestWithParam<Learning> {};

TEST_P(StepOfOne, ChangesItAsAWholeStepWouldAndNothingElse) {
  for (const char* adversary : {"advgan", "cgan"}) {
    Params params = smallParams(adversary);
    params.lambda = {0, 1};
    Experiment whole(params, smallDigits(), at::kCPU), one(params, smallDigits(), at::kCPU);
    const auto before = tensorsNow(one);
    whole.step(Phase::Joint);
    one.step(Phase::Joint, 0, GetParam());
    const auto all = tensorsNow(whole), now = tensorsNow(one);
    size_t changed = 0;
    for (const auto& [name, tensor] : now) {
      const std::string who = GetParam() == Learning::Classifiers ? "classifier"
                              : GetParam() == Learning::Generator ? "generator"
                                                                  : "discriminator";
      const bool learns = name.starts_with(who);
      EXPECT_TRUE(tensor.equal(learns ? all.at(name) : before.at(name))) << adversary << ' ' << name;
      changed += learns && !tensor.equal(before.at(name));
    }
    EXPECT_GT(changed, 0u) << adversary;
    EXPECT_EQ(one.steps(), 1);
  }
}

INSTANTIATE_TEST_SUITE_P(Each, StepOfOne,
                         testing::Values(Learning::Classifiers, Learning::Generator, Learning::Discriminator),
                         [](const auto& info) { return std::string(learningName(info.param)); });

}  // namespace
}  // namespace sparring::test
