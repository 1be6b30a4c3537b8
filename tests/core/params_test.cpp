// The one table and the texts that are made from it.
#include "sparring/params.h"

#include <gtest/gtest.h>

#include <set>

#include "io/file.h"
#include "params_fixture.h"
#include "sparring/adversaries.h"
#include "sparring/error.h"
#include "sparring/nearest.h"
#include "sparring/presets.h"

namespace sparring {
namespace {

using test::complaint;
using test::has;

TEST(DecimalComma, IsSeenWhereSeveralRealNumbersMayStand) {
  const auto comma = decimalComma(paramRow("lambda"), "0,5");
  ASSERT_TRUE(comma);
  EXPECT_EQ(comma->first, "0");
  EXPECT_EQ(comma->second, "5");
  EXPECT_EQ(comma->one, "0.5");
}

TEST(DecimalComma, IsNotSeenInAnythingElse) {
  for (const char* text : {"0, 5", "0.5", "5", "0,0.5", "0,1,2", "0,", ",5", ""})
    EXPECT_FALSE(decimalComma(paramRow("lambda"), text)) << text;
  EXPECT_FALSE(decimalComma(paramRow("classifier.hidden"), "128,64")) << "whole numbers";
  EXPECT_FALSE(decimalComma(paramRow("data"), "1,5"));
}

TEST(DecimalComma, OfASingleNumberIsAnsweredByThePoint) {
  EXPECT_TRUE(has(complaint("lr.classifier", "0,001"), "\"0.001\""));
  EXPECT_TRUE(has(complaint("lr.classifier", " 1,5e-3 "), "\"1.5e-3\""));
  for (const char* other : {"1,2,3", "a,5"}) EXPECT_FALSE(has(complaint("lr.classifier", other), "point")) << other;
}

TEST(DecimalComma, OfAWholeNumberIsAnsweredWithoutIt) {
  EXPECT_TRUE(has(complaint("batch", "1,024"), "\"1024\""));
  EXPECT_TRUE(has(complaint("seed", "1,000,000"), "\"1000000\""));
  for (const char* other : {"1,5", "1,0000", "1234,567", ",024"})
    EXPECT_TRUE(has(complaint("batch", other), "whole numbers in")) << other;
}

TEST(DecimalComma, OfAnAttacksSettingIsAnsweredByThePoint) {
  for (const char* attacks : {"fgsm:eps=0,1", "noise,fgsm:eps=0,1", "fgsm:eps=0,1,noise", "pgd:steps=5,eps=0,1"})
    EXPECT_TRUE(has(complaint("evaluate.attacks", attacks), "point: \"0.1\"")) << attacks;
  EXPECT_TRUE(has(complaint("evaluate.attacks", "pgd:eps=0.1,steps=1,000"), "\"1000\""));
  EXPECT_TRUE(has(complaint("evaluate.epsilon", "0,1"), "\"0.1\"")) << "as older versions wrote it";
}

TEST(Params, EveryDefaultIsWithinItsRowAndReadsBackAsWritten) {
  for (const auto& row : paramTable()) {
    Params p;
    const auto text = paramText(Params{}, row);
    setParam(p, row.key, text);
    EXPECT_EQ(p, Params{}) << row.key << "=" << text;
  }
}

TEST(Params, KeysAreUniqueAndGroupsStandTogether) {
  std::set<std::string> keys, groups;
  std::string current;
  for (const auto& row : paramTable()) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key;
    if (row.group != current) {
      EXPECT_TRUE(groups.insert(row.group).second) << row.group << " comes twice";
    }
    current = row.group;
    EXPECT_FALSE(row.label.empty());
    EXPECT_FALSE(row.help.empty());
  }
}

TEST(Params, HaveTheKeysThatOthersScriptAgainst) {
  for (const char* key : {"data",
                          "adversary",
                          "lambda",
                          "beta",
                          "lr.classifier",
                          "lr.generator",
                          "lr.discriminator",
                          "adam.beta1",
                          "adam.beta2",
                          "classifier.hidden",
                          "generator.hidden",
                          "discriminator.hidden",
                          "latent",
                          "batch",
                          "epochs.pretrain",
                          "epochs.gan",
                          "epochs.joint",
                          "loss.classifier",
                          "loss.gan",
                          "seed",
                          "device",
                          "threads",
                          "evaluate.attacks"})
    EXPECT_NO_THROW(paramRow(key)) << key;
}

TEST(Params, RefusalsNameKeyValueAndRange) {
  const auto range = complaint("batch", "1");
  EXPECT_TRUE(has(range, "batch") && has(range, "\"1\"") && has(range, "2 … 8192")) << range;
  EXPECT_TRUE(has(complaint("lambda", "zero"), "0 … 20"));
  EXPECT_TRUE(has(complaint("lambda", "nan"), "lambda"));
  EXPECT_TRUE(has(complaint("batch", "12.5"), "whole numbers"));
  EXPECT_TRUE(has(complaint("classifier.hidden", "128,,64"), "128,,64"));
  EXPECT_TRUE(has(complaint("adversary", "cgam"), "Did you mean cgan"));
  EXPECT_TRUE(has(complaint("generator.batchnorm", "maybe"), "true or false"));
  EXPECT_TRUE(has(complaint("seed", "99999999999999999999"), "seed"));
}

TEST(Params, UnknownKeysNameTheNearest) { EXPECT_TRUE(has(complaint("lamda", "1"), "Did you mean lambda")); }

TEST(Params, WhatIsNearNothingNamesTheList) {
  EXPECT_TRUE(has(complaint("seed.literal", "1"), "`sparring-cli params` lists them all"));
  EXPECT_FALSE(has(complaint("seed.literal", "1"), "Did you mean"));
  const auto word = complaint("adversary", "xyz");
  EXPECT_TRUE(has(word, "It takes one of") && has(word, "fgsm") && !has(word, "Did you mean")) << word;
}

TEST(Nearest, IsAFewSlipsAwayOrBegunSo) {
  const std::vector<std::string> words{"cw", "pgd", "seed-literal", "lr.classifier", "momentum"};
  EXPECT_EQ(nearest("pdg", words), "pgd");
  EXPECT_EQ(nearest("sed-literall", words), "seed-literal");
  EXPECT_EQ(nearest("lr", words), "lr.classifier");
  for (const char* strange : {"", "c", "xx", "learning-rate", "foo", "lambda"}) EXPECT_EQ(nearest(strange, words), "");
}

TEST(Params, ListsAndWordsAreRead) {
  Params p;
  setParam(p, "lambda=0, 0.5,2");
  setParam(p, "classifier.hidden=");
  setParam(p, "batch=1e2");
  EXPECT_EQ(p.lambda, (std::vector<double>{0, 0.5, 2}));
  EXPECT_TRUE(p.classifierHidden.empty());
  EXPECT_EQ(p.batch, 100);
  EXPECT_THROW(setParam(p, "lambda"), Error);
  EXPECT_THROW(setParam(p, "lambda="), Error);
}

TEST(Params, JsonHoldsEveryParameterExactly) {
  Params p;
  p.lambda = {0.1, 1.0 / 3};
  p.lrGenerator = 1.23456789e-5;
  p.classifierHidden = {};
  p.data = "/some where/with \"quotes\"";
  EXPECT_EQ(paramsFromJson(paramsToJson(p)), p);
  EXPECT_EQ(paramsFromJson("{\"version\":\"1\",\"params\":" + paramsToJson(p) + "}"), p);
}

TEST(Params, BrokenJsonIsRefusedWithItsReason) {
  for (const char* bad :
       {"", "[1]", "{\"lamda\":1}", "{\"batch\":\"many\"}", "{\"batch\":true}", "{\"lambda\":[1,\"x\"]}",
        "{\"lambda\":-1}", "{\"generator.batchnorm\":1}", "{\"adversary\":null}", "{\"batch\":1e400}"})
    EXPECT_THROW(paramsFromJson(bad), Error) << bad;
}

TEST(Params, ScalarsStandForListsOfOneInJson) {
  EXPECT_EQ(paramsFromJson("{\"lambda\":0.5}").lambda, std::vector<double>{0.5});
}

TEST(Params, CombinationsThatMakeNoSenseAreRefused) {
  Params p;
  p.epochsTeacher = 0;
  EXPECT_THROW(validate(p), Error);
  p.teacherWeight = 0;
  EXPECT_NO_THROW(validate(p));
  p.epochsPretrain = p.epochsGan = p.epochsJoint = 0;
  EXPECT_THROW(validate(p), Error);
}

TEST(Params, TheDocumentIsWhatTheTableSays) {
  EXPECT_EQ(readFile(std::filesystem::path(SPARRING_SOURCE_DIR) / "docs" / "parameters.md"), paramsMarkdown())
      << "run: build/release/app/sparring-cli params --markdown > docs/parameters.md";
}

TEST(Presets, AreValidAndSpeakBothLanguages) {
  ASSERT_FALSE(presets().empty());
  EXPECT_EQ(presets().front().name, "seed-repaired");
  Params standard;
  standard.lambda = {0, 1};
  EXPECT_EQ(presets().front().params, standard) << "the default preset is the table's defaults, beside λ = 0";
  for (const auto& preset : presets()) {
    EXPECT_NO_THROW(validate(preset.params)) << preset.name;
    for (const auto* text : {&preset.title, &preset.help, &preset.expectation}) {
      EXPECT_FALSE(text->en.empty()) << preset.name;
      EXPECT_FALSE(text->zh.empty()) << preset.name;
    }
  }
}

TEST(Presets, TheSeedAsWrittenIsAsWritten) {
  const auto& p = preset("seed-literal").params;
  EXPECT_EQ(p.adversary, "gan");
  EXPECT_EQ(p.generatorHidden, std::vector<int64_t>{128});
  EXPECT_EQ(p.latent, 100);
  EXPECT_TRUE(p.discriminatorHidden.empty());
  EXPECT_EQ(p.discriminatorOutput, "sigmoid");
  EXPECT_FALSE(p.generatorBatchNorm);
  EXPECT_EQ(p.lrClassifier, 1e-4);
  EXPECT_EQ(p.epochsTeacher + p.epochsPretrain + p.epochsGan + p.epochsJoint, 100);
}

TEST(Presets, UnknownNamesGetTheNearest) {
  try {
    preset("seed-repared");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_TRUE(has(error.what(), "seed-repaired"));
  }
}

TEST(Adversaries, TheirRowsNameParametersOfTheTable) {
  for (const auto& info : adversaries())
    for (const auto& key : info.params) EXPECT_NO_THROW(paramRow(key)) << info.name;
}

TEST(Adversaries, ARowInAnOpponentsFileIsOneOfTheTable) {
  for (const auto& info : adversaries())
    for (const auto& own : info.own) {
      const auto& row = paramRow(own.key);
      EXPECT_EQ(row.help, own.help);
      EXPECT_EQ(row.group, paramRow("adversary").group) << own.key;
    }
}

TEST(Adversaries, AParameterOfOneAloneMattersToNoOther) {
  Params p;
  for (const auto& owner : adversaries())
    for (const auto& row : owner.own)
      for (const auto& info : adversaries()) {
        p.adversary = info.name;
        EXPECT_EQ(matters(row.key, p), info.reads(row.key)) << row.key << " beside " << info.name;
      }
}

TEST(Adversaries, OnlyTheParametersThatTheyReadMatter) {
  Params p;
  p.adversary = "pgd";
  for (const char* key : {"pgd.steps", "epsilon", "lambda", "clean.weight"}) EXPECT_TRUE(matters(key, p)) << key;
  for (const char* key : {"gat.cg", "generator.hidden", "beta", "noise.sigma"}) EXPECT_FALSE(matters(key, p)) << key;
  p.adversary = "gat";
  for (const char* key : {"gat.cg", "generator.hidden", "epsilon"}) EXPECT_TRUE(matters(key, p)) << key;
  for (const char* key : {"discriminator.hidden", "latent", "pgd.steps"}) EXPECT_FALSE(matters(key, p)) << key;
}

TEST(Adversaries, EveryChoiceOfTheTableIsARowOfTheRegistry) {
  for (const auto& choice : paramRow("adversary").choices) EXPECT_EQ(adversaryInfo(choice.value).name, choice.value);
  EXPECT_THROW(adversaryInfo("cgam"), Error);
}

}  // namespace
}  // namespace sparring
