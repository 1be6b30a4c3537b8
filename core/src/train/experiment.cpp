#include "train/experiment.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include <cmath>
#include <numeric>

#include "base/text.h"
#include "networks/networks.h"

namespace sparring {

namespace {

constexpr int64_t kGridColumns = 10, kGridRows = 10;

TrainingSet trainingSet(const ImageSet& images, at::Device device) {
  auto* pixels = const_cast<uint8_t*>(images.pixels.data());
  auto* labels = const_cast<uint8_t*>(images.labels.data());
  return {at::from_blob(pixels, {images.count(), images.kind.size()}, at::kByte).to(device),
          at::from_blob(labels, {images.count()}, at::kByte).to(at::kInt).to(device)};
}

// Before anything is made of them.
const Params& checked(const Params& params, const Dataset& data) {
  validate(params);
  if (params.batch <= data.train.count()) return params;
  throw Error({QT_TRANSLATE_NOOP("core", "batch = %1 is more than the %2 training images of %3."),
               {std::to_string(params.batch), std::to_string(data.train.count()), data.name}},
              {QT_TRANSLATE_NOOP("core", "Set batch to %1 or less."), {std::to_string(data.train.count())}},
              Error::Kind::Usage);
}

}  // namespace

Experiment::Experiment(const Params& params, std::shared_ptr<const Dataset> data, at::Device device)
    : params_(checked(params, *data)),
      opponent_(&adversaryInfo(params.adversary)),
      source_(std::move(data)),
      device_(device),
      data_(trainingSet(source_->train, device)),
      evaluator_(*source_, device),
      lanes_{makeClassifiers(params, {source_->kind(), device}), {}, {}},
      dials_(params, device),
      adversary_(makeAdversary(params, {source_->kind(), device})),
      program_(makeRecorder(device)) {
  makeBatch();
  const auto options = batch_.x.options();
  sums_ = at::zeros({2 + 3 * lanes_.count()}, options.dtype(at::kDouble));

  const int64_t tiles = kGridColumns * kGridRows;
  fixedLatents_ = at::empty({tiles, params_.latent}, options);
  ops::normals(streamKey(static_cast<uint64_t>(params_.seed), Stream::FixedLatent), 0, fixedLatents_);
  auto classes = at::empty({tiles}, at::kInt);
  for (int64_t i = 0; i < tiles; ++i)  // a row a class
    classes.data_ptr<int32_t>()[i] = static_cast<int32_t>(i / kGridColumns % source_->kind().classes);
  fixedClasses_ = classes.to(device);
}

void Experiment::makeBatch() {
  const int64_t b = params_.batch, pixels = data_.imageSize(), lanes = lanes_.count();
  const auto options = at::TensorOptions().dtype(at::kFloat).device(device_);
  batch_.x = at::zeros({2 * b, pixels}, options);
  makeOwnSamples();
  batch_.y = at::zeros({b}, options.dtype(at::kInt));
  batch_.labels = at::zeros({2 * b, lanes}, options.dtype(at::kInt));
  batch_.keep = at::ones({b, lanes}, options);
  batch_.weight = at::zeros({2 * b, lanes}, options);
  ones_ = at::ones({b}, options);
  batch_.index = at::zeros({b}, options.dtype(at::kLong));
  batch_.wanted = at::zeros({b}, options.dtype(at::kInt));
  batch_.wrong = at::zeros({b}, options.dtype(at::kInt));
  lanes_.trace = lanes_.net.makeTrace(2 * b);
  lanes_.loss = at::zeros({2 * b, lanes}, options);
}

void Experiment::makeOwnSamples() {
  const int64_t lanes = lanes_.count();
  batch_.own = lanes > 1 && adversary_->ownSamples()
                   ? at::zeros({params_.batch, lanes * data_.imageSize()}, batch_.x.options())
                   : at::Tensor();
}

void Experiment::shuffle(int64_t epoch) {
  const int64_t n = data_.count(), used = stepsPerEpoch() * params_.batch;
  const auto seed = static_cast<uint64_t>(params_.seed), at = static_cast<uint64_t>(epoch);
  auto permutation = at::empty({n}, at::kLong);
  auto* p = permutation.data_ptr<int64_t>();
  std::iota(p, p + n, int64_t(0));
  Draw order(seed, Stream::Permutation, at);
  for (int64_t i = n - 1; i > 0; --i) std::swap(p[i], p[order.below(static_cast<uint64_t>(i) + 1)]);

  auto wanted = at::empty({used}, at::kInt), wrong = at::empty({used}, at::kInt);
  const auto count = static_cast<uint64_t>(source_->kind().classes);
  Draw classes(seed, Stream::WantedClass, at), offsets(seed, Stream::WrongClass, at);
  for (int64_t i = 0; i < used; ++i) {
    wanted.data_ptr<int32_t>()[i] = static_cast<int32_t>(classes.below(count));
    wrong.data_ptr<int32_t>()[i] = 1 + static_cast<int32_t>(offsets.below(count - 1));
  }
  permutation_ = permutation.to(device_);
  wanted_ = wanted.to(device_);
  wrong_ = wrong.to(device_);
  shuffled_ = epoch;
}

void Experiment::loadBatch() {
  const int64_t epoch = steps_ / stepsPerEpoch();
  if (epoch != shuffled_) shuffle(epoch);
  const int64_t b = params_.batch, first = steps_ % stepsPerEpoch() * b;
  batch_.index.copy_(permutation_.narrow(0, first, b));
  batch_.wanted.copy_(wanted_.narrow(0, first, b));
  batch_.wrong.copy_(wrong_.narrow(0, first, b));
  ops::gather(data_.pixels, batch_.index, 1.0f / 255, 0, batch_.original());
  ops::pick(data_.labels, batch_.index, batch_.y);
  batch_.originalLabels().copy_(batch_.y.unsqueeze(1));
}

// D, G, then L, λ·L_adv and L_total of each lane.
at::Tensor Experiment::sum(Metric metric, int64_t lane) const {
  const auto at = [&] {
    switch (metric) {
      case Metric::D:
        return int64_t(0);
      case Metric::G:
        return int64_t(1);
      case Metric::L:
        return 2 + 3 * lane;
      case Metric::LambdaLAdv:
        return 3 + 3 * lane;
      default:
        return 4 + 3 * lane;
    }
  }();
  return sums_.narrow(0, at, 1);
}

void Experiment::step(Phase phase, double done) {
  const c10::InferenceMode quick;  // views and copies cost half without autograd's book-keeping
  StepContext context{params_, dials_, steps_, batch_, lanes_, sum(Metric::D, 0), sum(Metric::G, 0)};
  const bool duels = (phase == Phase::Gan || phase == Phase::Joint) && opponent_->usesGenerator;
  const bool against = phase == Phase::Joint && adversary_->makesSamples() && anyLambda(params_);
  program_.runOnce([&] {
    if (phase == Phase::Joint) dials_.follow(params_, done);
    loadBatch();
    adversary_->draw(context, phase);
  });
  program_.run(programOf(phaseName(phase), params_), [&] {
    if (phase == Phase::Teacher) return adversary_->teach(context);
    if (duels) adversary_->duel(context);
    if (phase != Phase::Gan) trainClassifiers(context, against);
  });
  if (duels) ++duelSteps_;
  if (duels && adversary_->discriminates(phase)) ++discriminatorSteps_;
  if (phase == Phase::Pretrain || phase == Phase::Joint) ++classifierSteps_;
  ++steps_;
}

void Experiment::trainClassifiers(StepContext& context, bool against) {
  const int64_t b = params_.batch, n = against ? 2 * b : b;
  if (against) adversary_->attack(context);

  // one pass over both halves: L and λ·L_adv differ in the weights of their rows
  const auto input = !against               ? Input(batch_.original())
                     : batch_.own.defined() ? Input(batch_.original(), batch_.own)
                                            : Input(batch_.x);
  const auto logits = lanes_.net.forward(input, lanes_.trace);
  const float mean = 1.0f / static_cast<float>(b);
  const auto cleanWeight = batch_.weight.narrow(0, 0, b), adversarialWeight = batch_.weight.narrow(0, b, b);
  if (against) {
    adversary_->label(context, logits.narrow(0, b, b));
    for (int64_t k = 0; k < lanes_.count(); ++k) {
      const auto at = static_cast<size_t>(k);
      ops::scaled(ones_, dials_.cleanWeight[at], mean, cleanWeight.select(1, k));
      ops::scaled(batch_.keep.select(1, k), dials_.lambda[at], mean, adversarialWeight.select(1, k));
    }
  } else {
    cleanWeight.fill_(mean);
  }
  const ClassifierPass pass{logits, batch_.labels.narrow(0, 0, n), batch_.weight.narrow(0, 0, n),
                            lanes_.net.outputGradient(lanes_.trace), lanes_.loss.narrow(0, 0, n)};
  if (against)
    adversary_->loss(context, pass);
  else
    classifierLoss(params_, pass);
  for (int64_t k = 0; k < lanes_.count(); ++k) {
    const auto rows = pass.loss.select(1, k), share = pass.weight.select(1, k);
    ops::accumulate(rows, share, 1, sum(Metric::LTotal, k));
    ops::accumulate(rows.narrow(0, 0, b), share.narrow(0, 0, b), 1, sum(Metric::L, k));
    if (against) ops::accumulate(rows.narrow(0, b, b), share.narrow(0, b, b), 1, sum(Metric::LambdaLAdv, k));
  }
  lanes_.net.backward(lanes_.trace, true);
  if (params_.optimiser == "sgd")
    lanes_.net.step(dials_.classifier.lr, dials_.momentum);
  else
    lanes_.net.step(dials_.classifier);
}

void Experiment::edit(const std::string& key, const std::string& value) {
  const std::string before = params_.adversary;
  params_ = editedLive(params_, key, value);
  dials_.set(params_);
  if (params_.adversary != before) changeAdversary();
}

// What was recorded has the old one's buffers in it.
void Experiment::changeAdversary() {
  opponent_ = &adversaryInfo(params_.adversary);
  adversary_ = makeAdversary(params_, {source_->kind(), device_});
  program_ = Program(makeRecorder(device_));
  makeOwnSamples();
}

std::vector<MetricPoint> Experiment::takeLosses() {
  std::vector<MetricPoint> points;
  const auto host = sums_.cpu();
  const double* sums = host.data_ptr<double>();
  const auto add = [&](Metric metric, int64_t lane, int64_t at, int64_t count) {
    if (count > 0)
      points.push_back({steps_, metric, static_cast<int16_t>(lane), sums[at] / static_cast<double>(count)});
  };
  for (int64_t k = 0; k < lanes_.count(); ++k) {
    const int64_t at = 2 + 3 * k;
    add(Metric::L, k, at, classifierSteps_);
    add(Metric::LambdaLAdv, k, at + 1, classifierSteps_);
    add(Metric::LTotal, k, at + 2, classifierSteps_);
  }
  add(Metric::D, 0, 0, discriminatorSteps_);
  add(Metric::G, 0, 1, duelSteps_);
  sums_.zero_();
  duelSteps_ = discriminatorSteps_ = classifierSteps_ = 0;
  return points;
}

std::optional<Metric> Experiment::notFinite() const {
  const auto host = sums_.cpu();
  const double* sums = host.data_ptr<double>();
  constexpr Metric perLane[] = {Metric::L, Metric::LambdaLAdv, Metric::LTotal};
  for (int64_t i = 0; i < host.numel(); ++i)
    if (!std::isfinite(sums[i])) return i == 0 ? Metric::D : i == 1 ? Metric::G : perLane[(i - 2) % 3];
  return {};
}

std::vector<MetricPoint> Experiment::accuracies(const Evaluator::Progress& progress) {
  std::vector<MetricPoint> points;
  for (const Metric metric : accuraciesUnder(params_.evaluateAttacks)) {
    const auto& attack = metricRow(metric).attack;
    const auto shares = evaluator_.accuracy(lanes_.net, attack ? &*attack : nullptr, params_.evaluateLimit,
                                            static_cast<uint64_t>(params_.seed), progress);
    for (size_t k = 0; k < shares.size(); ++k) points.push_back({steps_, metric, static_cast<int16_t>(k), shares[k]});
  }
  return points;
}

std::shared_ptr<const SampleGrid> Experiment::samples() {
  if (!opponent_->usesGenerator) return nullptr;
  at::Tensor images, classes = fixedClasses_;
  if (adversary_->duelists()) {
    images = adversary_->imagine(0, fixedLatents_, fixedClasses_);
  } else {
    const auto real = evaluator_.examples(kGridColumns);
    classes = real.labels;
    images = adversary_->perturbed(lanes_.net.copy(0), 0, dials_, real.x, real.labels);
  }
  const int64_t n = images.size(0);
  const auto judge = lanes_.net.copy(0);
  auto trace = judge.makeTrace(n);
  auto predicted = at::empty({n}, images.options().dtype(at::kInt));
  auto confidence = at::empty({n}, images.options());
  ops::verdict(judge.forward(images, trace), predicted, confidence);

  auto grid = std::make_shared<SampleGrid>();
  grid->step = steps_;
  grid->columns = kGridColumns;
  grid->perturbed = opponent_->perturbsSource;
  const auto p = predicted.cpu(), c = confidence.cpu(), asked = classes.cpu();
  grid->images = {source_->kind(), bytesOf(images)};
  grid->predicted.assign(p.data_ptr<int32_t>(), p.data_ptr<int32_t>() + n);
  grid->confidence.assign(c.data_ptr<float>(), c.data_ptr<float>() + n);
  if (opponent_->conditional || opponent_->perturbsSource)
    grid->wanted.assign(asked.data_ptr<int32_t>(), asked.data_ptr<int32_t>() + n);
  else
    grid->wanted.assign(static_cast<size_t>(n), -1);
  return grid;
}

std::shared_ptr<const PairSet> Experiment::pairs() {
  const auto& main = metricRow(mainAttackOf(accuraciesUnder(params_.evaluateAttacks))).attack;
  const AttackSpec attack = main ? *main : parseAttack("fgsm");  // a run that measures none shows some all the same
  return std::make_shared<PairSet>(
      evaluator_.pairs(lanes_.net.copy(0), attack, 3, static_cast<uint64_t>(params_.seed), steps_));
}

std::vector<Network*> Experiment::networks() {
  std::vector<Network*> all{&lanes_.net};
  const auto rivals = adversary_->networks();
  all.insert(all.end(), rivals.begin(), rivals.end());
  return all;
}

Experiment::Checkpoint Experiment::checkpoint() {
  Checkpoint result{onHost(stateOf(networks(), true)), {}};
  const auto host = sums_.cpu();
  std::vector<std::string> sums;
  for (int64_t i = 0; i < host.numel(); ++i) sums.push_back(numberText(host.data_ptr<double>()[i]));
  result.metadata = {{"step", std::to_string(steps_)},
                     {"params", paramsToJson(params_)},
                     {"losses.sums", joined(sums, ",")},
                     {"losses.duel_steps", std::to_string(duelSteps_)},
                     {"losses.discriminator_steps", std::to_string(discriminatorSteps_)},
                     {"losses.classifier_steps", std::to_string(classifierSteps_)}};
  describeKind(source_->kind(), result.metadata);
  return result;
}

std::shared_ptr<const Weights> Experiment::weights() {
  auto weights = std::make_shared<Weights>();
  weights->params = params_;
  weights->step = steps_;
  weights->kind = source_->kind();
  for (const auto& [name, tensor] : onHost(stateOf(networks(), false)).tensors) {
    const float* values = tensor.data_ptr<float>();
    weights->file.tensors[name] = {tensor.sizes().vec(), {values, values + tensor.numel()}};
  }
  return weights;
}

void Experiment::restore(const TensorFile& file) {
  const auto entry = [&](const char* key) -> const std::string& {
    const auto found = file.metadata.find(key);
    if (found == file.metadata.end())
      throw Error({QT_TRANSLATE_NOOP("core", "The checkpoint does not say its \"%1\"."), {key}},
                  {QT_TRANSLATE_NOOP("core", "It was not written by Sparring; use an earlier one."), {}});
    return found->second;
  };
  const auto count = [&](const char* key) { return parseInteger(entry(key)).value_or(0); };
  const auto sums = splitList(entry("losses.sums"));
  restoreTensors(file, stateOf(networks(), true));
  for (Network* net : networks()) net->stateLoaded();
  auto host = at::zeros({sums_.numel()}, at::kDouble);
  for (int64_t i = 0; i < host.numel() && i < static_cast<int64_t>(sums.size()); ++i)
    host.data_ptr<double>()[i] = parseReal(sums[static_cast<size_t>(i)]).value_or(0);
  sums_.copy_(host);
  steps_ = count("step");
  duelSteps_ = count("losses.duel_steps");
  // checkpoints from before there were duels without a discriminator say it once
  const char* discriminator = "losses.discriminator_steps";
  discriminatorSteps_ = file.metadata.count(discriminator) ? count(discriminator) : duelSteps_;
  classifierSteps_ = count("losses.classifier_steps");
}

}  // namespace sparring
