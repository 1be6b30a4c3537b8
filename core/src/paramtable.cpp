// The one table of parameters. A new parameter is a member of Params (with its default) and a row here.
#include "sparring/adversaries.h"
#include "sparring/error.h"
#include "sparring/params.h"

namespace sparring {

namespace {

constexpr const char* kData = QT_TRANSLATE_NOOP("params", "Data and machine");
constexpr const char* kObjective = QT_TRANSLATE_NOOP("params", "Objective");
constexpr const char* kOpponent = QT_TRANSLATE_NOOP("params", "Opponent");
constexpr const char* kRates = QT_TRANSLATE_NOOP("params", "Optimiser");
constexpr const char* kNetworks = QT_TRANSLATE_NOOP("params", "Networks");
constexpr const char* kSchedule = QT_TRANSLATE_NOOP("params", "Schedule");
constexpr const char* kWatching = QT_TRANSLATE_NOOP("params", "Watching");

constexpr const char* kSteps = QT_TRANSLATE_NOOP("params", "steps");
constexpr const char* kEpochs = QT_TRANSLATE_NOOP("params", "epochs");
constexpr const char* kPixels = QT_TRANSLATE_NOOP("params", "of full ink");
constexpr const char* kUnits = QT_TRANSLATE_NOOP("params", "units");

std::vector<Choice> adversaryChoices() {
  std::vector<Choice> choices;
  for (const auto& adversary : adversaries()) choices.push_back({adversary.name, adversary.label});
  return choices;
}

std::vector<ParamRow> objectiveRows() {
  return {
      {"lambda", QT_TRANSLATE_NOOP("params", "λ"),
       QT_TRANSLATE_NOOP("params",
                         "Weight of the adversarial loss: L_total = L + λ·L_adv. At 0 the opponent plays no part. "
                         "A comma list trains one classifier for each λ on the same batches."),
       kObjective, "", &Params::lambda, {0, 20, Scale::Linear, 1, 16}, {}, Apply::Live},
      {"loss.classifier", QT_TRANSLATE_NOOP("params", "Classifier loss"),
       QT_TRANSLATE_NOOP("params",
                         "Squared error ‖softmax − y‖² is the objective as written; it saturates where the softmax "
                         "does. Cross-entropy keeps its gradient when the classifier is confidently wrong."),
       kObjective, "", &Params::lossClassifier, {},
       {{"squared", QT_TRANSLATE_NOOP("params", "squared error")},
        {"cross-entropy", QT_TRANSLATE_NOOP("params", "cross-entropy")}},
       Apply::Live},
  };
}

std::vector<ParamRow> opponentRows() {
  return {
      {"adversary", QT_TRANSLATE_NOOP("params", "Adversary"),
       QT_TRANSLATE_NOOP("params", "Who makes the adversarial samples x_adv and their labels y_adv."), kOpponent, "",
       &Params::adversary, {}, adversaryChoices(), Apply::Restart},
      {"beta", QT_TRANSLATE_NOOP("params", "β, fooling weight"),
       QT_TRANSLATE_NOOP("params",
                         "How strongly the generator is paid for raising the classifier's loss, beside deceiving the "
                         "discriminator. 0: it only imitates. Too high: digits lose their class."),
       kOpponent, "", &Params::beta, {0, 10}, {}, Apply::Live},
      {"fooling", QT_TRANSLATE_NOOP("params", "Fooling term"),
       QT_TRANSLATE_NOOP("params",
                         "Maximise: the generator's loss gets −β·L_adv. Wrong target: it gets +β times the squared "
                         "distance of the classifier's softmax to a randomly drawn wrong class."),
       kOpponent, "", &Params::fooling, {},
       {{"maximise", QT_TRANSLATE_NOOP("params", "maximise L_adv")},
        {"wrong-target", QT_TRANSLATE_NOOP("params", "wrong target")}},
       Apply::Live},
      {"epsilon", QT_TRANSLATE_NOOP("params", "ε, largest change"),
       QT_TRANSLATE_NOOP("params", "FGSM: how far each pixel may move, in [0,1] pixel units."), kOpponent, kPixels,
       &Params::epsilon, {0, 0.4}, {}, Apply::Live},
      {"label.rule", QT_TRANSLATE_NOOP("params", "Label rule"),
       QT_TRANSLATE_NOOP("params",
                         "Adversary gan only: who names an unconditionally generated image. The frozen teacher knows "
                         "only real digits; the classifier naming them itself confirms its own errors."),
       kOpponent, "", &Params::labelRule, {},
       {{"teacher", QT_TRANSLATE_NOOP("params", "frozen teacher")},
        {"classifier", QT_TRANSLATE_NOOP("params", "the classifier itself")}},
       Apply::Restart},
      {"label.confidence", QT_TRANSLATE_NOOP("params", "τ, label confidence"),
       QT_TRANSLATE_NOOP("params",
                         "Adversary gan only: a generated image is used when the namer's largest softmax output is "
                         "at least τ. 0 uses all of them."),
       kOpponent, "", &Params::labelConfidence, {0, 1}, {}, Apply::Live},
      {"label.agree", QT_TRANSLATE_NOOP("params", "Only where the teacher agrees"),
       QT_TRANSLATE_NOOP("params",
                         "Adversary cgan only: use a generated image when the frozen teacher reads the class that "
                         "was asked for."),
       kOpponent, "", &Params::labelAgree, {}, {}, Apply::Restart},
      {"teacher.weight", QT_TRANSLATE_NOOP("params", "Teacher weight"),
       QT_TRANSLATE_NOOP("params",
                         "Conditional generators: weight of the cross-entropy by which the frozen teacher asks the "
                         "generator for the right class. 0 leaves the class to the discriminator alone."),
       kOpponent, "", &Params::teacherWeight, {0, 10}, {}, Apply::Restart},
      {"loss.gan", QT_TRANSLATE_NOOP("params", "GAN loss"),
       QT_TRANSLATE_NOOP("params",
                         "Least squares (Mao 2017) keeps a gradient for samples far from the decision boundary; "
                         "binary cross-entropy is the classic game."),
       kOpponent, "", &Params::lossGan, {},
       {{"least-squares", QT_TRANSLATE_NOOP("params", "least squares")},
        {"bce", QT_TRANSLATE_NOOP("params", "binary cross-entropy")}},
       Apply::Restart},
      {"gan.coding", QT_TRANSLATE_NOOP("params", "Target coding (a, b, c)"),
       QT_TRANSLATE_NOOP("params",
                         "Least squares only: the discriminator pulls fakes to a and real digits to b, the generator "
                         "pulls fakes to c."),
       kOpponent, "", &Params::ganCoding, {},
       {{"0,1,1", QT_TRANSLATE_NOOP("params", "0, 1, 1")}, {"-1,1,0", QT_TRANSLATE_NOOP("params", "−1, 1, 0 (Pearson)")}},
       Apply::Restart},
  };
}

std::vector<ParamRow> rateRows() {
  return {
      {"lr.classifier", QT_TRANSLATE_NOOP("params", "Classifier learning rate"),
       QT_TRANSLATE_NOOP("params", "Adam's step size for the classifier."), kRates, "",
       &Params::lrClassifier, {1e-6, 1e-1, Scale::Log}, {}, Apply::Live},
      {"lr.generator", QT_TRANSLATE_NOOP("params", "Generator learning rate"),
       QT_TRANSLATE_NOOP("params", "Adam's step size for the generator."), kRates, "", &Params::lrGenerator,
       {1e-6, 1e-1, Scale::Log}, {}, Apply::Live},
      {"lr.discriminator", QT_TRANSLATE_NOOP("params", "Discriminator learning rate"),
       QT_TRANSLATE_NOOP("params", "Adam's step size for the discriminator."), kRates, "", &Params::lrDiscriminator,
       {1e-6, 1e-1, Scale::Log}, {}, Apply::Live},
      {"adam.beta1", QT_TRANSLATE_NOOP("params", "Adam β₁"),
       QT_TRANSLATE_NOOP("params", "Memory of the gradient's mean. GANs like 0.5; 0.9 is the usual value elsewhere."),
       kRates, "", &Params::adamBeta1, {0, 0.999}, {}, Apply::Live},
      {"adam.beta2", QT_TRANSLATE_NOOP("params", "Adam β₂"),
       QT_TRANSLATE_NOOP("params", "Memory of the gradient's mean square."), kRates, "", &Params::adamBeta2,
       {0, 0.99999}, {}, Apply::Live},
  };
}

std::vector<ParamRow> networkRows() {
  return {
      {"classifier.hidden", QT_TRANSLATE_NOOP("params", "Classifier hidden widths"),
       QT_TRANSLATE_NOOP("params", "Widths of the hidden ReLU layers, comma-separated; empty: a linear classifier."),
       kNetworks, kUnits, &Params::classifierHidden, {1, 8192, Scale::Linear, 0, 12}, {}, Apply::Restart},
      {"generator.hidden", QT_TRANSLATE_NOOP("params", "Generator hidden widths"),
       QT_TRANSLATE_NOOP("params", "Widths of the generator's hidden layers; its output is tanh."), kNetworks, kUnits,
       &Params::generatorHidden, {1, 8192, Scale::Linear, 0, 12}, {}, Apply::Restart},
      {"generator.batchnorm", QT_TRANSLATE_NOOP("params", "Generator batch normalisation"),
       QT_TRANSLATE_NOOP("params", "After each hidden linear layer. The single most useful help against collapse here."),
       kNetworks, "", &Params::generatorBatchNorm, {}, {}, Apply::Restart},
      {"generator.activation", QT_TRANSLATE_NOOP("params", "Generator activation"),
       QT_TRANSLATE_NOOP("params", "Of the generator's hidden layers. Leaky ReLU has slope 0.2 below zero."), kNetworks,
       "", &Params::generatorActivation, {},
       {{"leaky-relu", QT_TRANSLATE_NOOP("params", "leaky ReLU")}, {"relu", QT_TRANSLATE_NOOP("params", "ReLU")}},
       Apply::Restart},
      {"discriminator.hidden", QT_TRANSLATE_NOOP("params", "Discriminator hidden widths"),
       QT_TRANSLATE_NOOP("params", "Widths of its hidden leaky-ReLU layers; empty: one linear layer, as written."),
       kNetworks, kUnits, &Params::discriminatorHidden, {1, 8192, Scale::Linear, 0, 12}, {}, Apply::Restart},
      {"discriminator.output", QT_TRANSLATE_NOOP("params", "Discriminator output"),
       QT_TRANSLATE_NOOP("params",
                         "Least squares needs a linear score; a sigmoid in front of it fades the gradient (σ(1−σ))."),
       kNetworks, "", &Params::discriminatorOutput, {},
       {{"linear", QT_TRANSLATE_NOOP("params", "linear")}, {"sigmoid", QT_TRANSLATE_NOOP("params", "sigmoid")}},
       Apply::Restart},
      {"latent", QT_TRANSLATE_NOOP("params", "Latent size"),
       QT_TRANSLATE_NOOP("params", "How many normal random numbers the generator makes an image from."), kNetworks, "",
       &Params::latent, {1, 4096}, {}, Apply::Restart},
      {"teacher.hidden", QT_TRANSLATE_NOOP("params", "Teacher hidden widths"),
       QT_TRANSLATE_NOOP("params", "The teacher learns real digits under noise σ = 0.2 (Adam, 1e-3) and is then frozen."), kNetworks,
       kUnits, &Params::teacherHidden, {1, 8192, Scale::Linear, 0, 12}, {}, Apply::Restart},
  };
}

std::vector<ParamRow> scheduleRows() {
  const Range epochs{0, 10000};
  return {
      {"batch", QT_TRANSLATE_NOOP("params", "Batch size"),
       QT_TRANSLATE_NOOP("params", "Original images a step; as many adversarial ones beside them."), kSchedule, "",
       &Params::batch, {2, 8192}, {}, Apply::Restart},
      {"epochs.teacher", QT_TRANSLATE_NOOP("params", "Teacher epochs"),
       QT_TRANSLATE_NOOP("params", "Training of the teacher before anything else; only where something needs it."),
       kSchedule, kEpochs, &Params::epochsTeacher, epochs, {}, Apply::Restart},
      {"epochs.pretrain", QT_TRANSLATE_NOOP("params", "Pretraining epochs"),
       QT_TRANSLATE_NOOP("params", "Phase 1: the classifier on original data alone."), kSchedule, kEpochs,
       &Params::epochsPretrain, epochs, {}, Apply::Restart},
      {"epochs.gan", QT_TRANSLATE_NOOP("params", "Duel epochs"),
       QT_TRANSLATE_NOOP("params",
                         "Phase 2: generator against discriminator, the classifier resting. Skipped by adversaries "
                         "without a generator."),
       kSchedule, kEpochs, &Params::epochsGan, epochs, {}, Apply::Restart},
      {"epochs.joint", QT_TRANSLATE_NOOP("params", "Joint epochs"),
       QT_TRANSLATE_NOOP("params", "Phase 3: the classifier on L + λ·L_adv while the duel goes on."), kSchedule,
       kEpochs, &Params::epochsJoint, epochs, {}, Apply::Restart},
  };
}

std::vector<ParamRow> watchingRows() {
  return {
      {"metrics.every", QT_TRANSLATE_NOOP("params", "Loss point every"),
       QT_TRANSLATE_NOOP("params", "Steps averaged into one point of the loss curves."), kWatching, kSteps,
       &Params::metricsEvery, {1, 100000}, {}, Apply::Restart},
      {"evaluate.every", QT_TRANSLATE_NOOP("params", "Test every"),
       QT_TRANSLATE_NOOP("params", "Steps between looks at the test set; 0: never."), kWatching, kSteps,
       &Params::evaluateEvery, {0, 1000000}, {}, Apply::Live},
      {"evaluate.limit", QT_TRANSLATE_NOOP("params", "Test images"),
       QT_TRANSLATE_NOOP("params", "The first so many test images are used while training; 0: all."), kWatching, "",
       &Params::evaluateLimit, {0, 1000000}, {}, Apply::Live},
      {"evaluate.noise", QT_TRANSLATE_NOOP("params", "Test noise σ"),
       QT_TRANSLATE_NOOP("params", "Standard deviation of the Gaussian noise in the noise accuracy."), kWatching,
       kPixels, &Params::evaluateNoise, {0, 1}, {}, Apply::Live},
      {"evaluate.epsilon", QT_TRANSLATE_NOOP("params", "Test ε"),
       QT_TRANSLATE_NOOP("params", "Size of the FGSM step in the FGSM accuracy and in the pairs shown."), kWatching,
       kPixels, &Params::evaluateEpsilon, {0, 1}, {}, Apply::Live},
      {"samples.every", QT_TRANSLATE_NOOP("params", "Pictures every"),
       QT_TRANSLATE_NOOP("params", "Steps between two looks at the generated digits; 0: never."), kWatching, kSteps,
       &Params::samplesEvery, {0, 1000000}, {}, Apply::Live},
      {"checkpoint.every", QT_TRANSLATE_NOOP("params", "Checkpoint every"),
       QT_TRANSLATE_NOOP("params", "Steps between two checkpoints of a run with a folder; 0: only at its end."),
       kWatching, kSteps, &Params::checkpointEvery, {0, 10000000}, {}, Apply::Live},
  };
}

std::vector<ParamRow> dataRows() {
  return {
      {"data", QT_TRANSLATE_NOOP("params", "Data"),
       QT_TRANSLATE_NOOP("params",
                         "mnist, fashion-mnist, synthetic, or a folder of four IDX files with square images."),
       kData, "", &Params::data, {}, {}, Apply::Restart},
      {"seed", QT_TRANSLATE_NOOP("params", "Seed"),
       QT_TRANSLATE_NOOP("params", "The same seed, threads and build give the same run, bit for bit."), kData, "",
       &Params::seed, {0, 2147483647}, {}, Apply::Restart},
      {"device", QT_TRANSLATE_NOOP("params", "Device"),
       QT_TRANSLATE_NOOP("params", "Auto takes a CUDA card where there is one."), kData, "", &Params::device, {},
       {{"auto", QT_TRANSLATE_NOOP("params", "automatic")},
        {"cpu", QT_TRANSLATE_NOOP("params", "processor")},
        {"cuda", QT_TRANSLATE_NOOP("params", "CUDA card")}},
       Apply::Restart},
      {"threads", QT_TRANSLATE_NOOP("params", "Threads"),
       QT_TRANSLATE_NOOP("params", "Processor threads of a step; 0: as many as there are cores."), kData, "",
       &Params::threads, {0, 256}, {}, Apply::Restart},
  };
}

}  // namespace

const std::vector<ParamRow>& paramTable() {
  static const std::vector<ParamRow> table = [] {
    std::vector<ParamRow> all;
    for (const auto& rows : {objectiveRows(), opponentRows(), rateRows(), scheduleRows(), networkRows(), watchingRows(),
                             dataRows()})
      all.insert(all.end(), rows.begin(), rows.end());
    return all;
  }();
  return table;
}

}  // namespace sparring
