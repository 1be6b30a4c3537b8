#include "train/experiment.h"

#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include "base/text.h"
#include "networks/networks.h"

namespace sparring {

namespace {

constexpr const char* kMeasured = " measured";  // the same step with more work in it is another program

// Before anything is made of them.
const Params& checked(const Params& params, const Dataset& data) {
  validate(params);
  if (params.batch <= data.train.count()) return params;
  throw Error({QT_TRANSLATE_NOOP("core", "batch = %1 is more than the %2 training images of %3."),
               {std::to_string(params.batch), std::to_string(data.train.count()), data.name}},
              {QT_TRANSLATE_NOOP("core", "Set batch to %1 or less."), {std::to_string(data.train.count())}},
              Error::Kind::Usage);
}

/// As whom a network learns; nothing else than All for a teacher.
Learning learningOf(const Network& net) {
  if (net.name() == "classifier") return Learning::Classifiers;
  if (net.name() == "discriminator") return Learning::Discriminator;
  return net.name() == "teacher" ? Learning::All : Learning::Generator;
}

}  // namespace

Experiment::Experiment(const Params& params, std::shared_ptr<const Dataset> data, at::Device device)
    : params_(checked(params, *data)),
      opponent_(&adversaryInfo(params.adversary)),
      source_(std::move(data)),
      device_(device),
      batches_(tensorsOf(source_->train, device), params.batch, static_cast<uint64_t>(params.seed),
               Batches::Order::Anew),
      wanted_(presentClasses(source_->train), source_->kind().classes, params.batch, batches_.perEpoch(),
              static_cast<uint64_t>(params.seed), device),
      evaluator_(*source_, device),
      pictures_(params, *source_, device),
      lanes_{makeClassifiers(params, {source_->kind(), device}), {}, {}},
      dials_(params, device),
      adversary_(makeAdversary(params, {source_->kind(), device})),
      losses_(lanes_.count(), device),
      program_(makeRecorder(device)) {
  makeBatch();
}

void Experiment::makeBatch() {
  const int64_t b = params_.batch, pixels = imageSize(), lanes = lanes_.count();
  const auto options = at::TensorOptions().dtype(at::kFloat).device(device_);
  batch_.x = at::zeros({2 * b, pixels}, options);
  makeOwnSamples();
  batch_.y = at::zeros({b}, options.dtype(at::kInt));
  batch_.labels = at::zeros({2 * b, lanes}, options.dtype(at::kInt));
  batch_.keep = at::ones({b, lanes}, options);
  batch_.weight = at::zeros({2 * b, lanes}, options);
  ones_ = at::ones({b}, options);
  batch_.wanted = at::zeros({b}, options.dtype(at::kInt));
  batch_.wrong = at::zeros({b}, options.dtype(at::kInt));
  batch_.others = wanted_.table();
  lanes_.trace = lanes_.net.makeTrace(2 * b);
  lanes_.loss = at::zeros({2 * b, lanes}, options);
}

void Experiment::makeOwnSamples() {
  const int64_t lanes = lanes_.count();
  batch_.own = lanes > 1 && adversary_->ownSamples()
                   ? at::zeros({params_.batch, lanes * imageSize()}, batch_.x.options())
                   : at::Tensor();
}

void Experiment::loadBatch() {
  batches_.load(steps_, batch_.original(), batch_.y);
  batch_.originalLabels().copy_(batch_.y.unsqueeze(1));
  wanted_.load(steps_, batch_.wanted, batch_.wrong);
}

void Experiment::step(Phase phase, double done, bool gradients) {
  const c10::InferenceMode quick;  // views and copies cost half without autograd's book-keeping
  StepContext context{params_, dials_, phase, steps_, batch_, lanes_, losses_.of(Metric::D), losses_.of(Metric::G)};
  const Learners learners = learnersIn(phase, *opponent_);
  const bool against = phase == Phase::Joint && adversary_->makesSamples() && anyLambda(params_);
  program_.runOnce([&] {
    if (phase == Phase::Joint) dials_.follow(params_, done);
    loadBatch();
    adversary_->draw(context);
  });
  const bool measured = against && gradients;
  program_.run(programOf(phaseName(phase), params_) + (measured ? kMeasured : ""), [&] {
    if (phase == Phase::Teacher) adversary_->teach(context);
    if (learners.generator) adversary_->duel(context);
    if (against) adversary_->attack(context);
    if (learners.classifiers) trainClassifiers(context, against, measured);
  });
  losses_.count(learners);
  if (measured) meter_.count();
  ++steps_;
}

// The whole step is done, and what was to rest is put back: so it is the step that it would have been for the others.
void Experiment::step(Phase phase, double done, Learning who) {
  if (who == Learning::All) return step(phase, done);
  const c10::InferenceMode quick;
  std::vector<Network*> resting = networks();
  std::erase_if(resting, [who](const Network* net) { return learningOf(*net) == who; });
  const std::vector<NamedTensor> state = stateOf(resting, true);
  std::vector<at::Tensor> kept;
  for (const NamedTensor& one : state) kept.push_back(one.tensor.clone());
  step(phase, done);
  for (size_t i = 0; i < state.size(); ++i) state[i].tensor.copy_(kept[i]);
  for (Network* net : resting) net->stateLoaded();
}

// One pass over both halves: L and λ·L_adv differ in the weights of their rows.
void Experiment::trainClassifiers(StepContext& context, bool against, bool gradients) {
  const int64_t b = params_.batch, n = against ? 2 * b : b;
  const auto input = !against               ? Input(batch_.original())
                     : batch_.own.defined() ? Input(batch_.original(), batch_.own)
                                            : Input(batch_.x);
  const auto logits = lanes_.net.forward(input, lanes_.trace);
  if (against) adversary_->label(context, logits.narrow(0, b, b));
  weigh(against);
  const ClassifierPass pass{logits, batch_.labels.narrow(0, 0, n), batch_.weight.narrow(0, 0, n),
                            lanes_.net.outputGradient(lanes_.trace), lanes_.loss.narrow(0, 0, n)};
  if (against)
    adversary_->loss(context, pass);
  else
    classifierLoss(params_, pass);
  addLosses(pass, against);
  lanes_.net.backward(lanes_.trace, true);
  if (gradients) meter_.measure(context, pass);
  if (params_.optimiser == "sgd")
    lanes_.net.step(dials_.classifier.lr, dials_.momentum);
  else
    lanes_.net.step(dials_.classifier);
}

// Of the rows: 1/B, or clean.weight/B and λ/B where an adversarial sample counts.
void Experiment::weigh(bool against) {
  const int64_t b = params_.batch;
  const float mean = 1.0f / static_cast<float>(b);
  const auto clean = batch_.weight.narrow(0, 0, b), adversarial = batch_.weight.narrow(0, b, b);
  if (!against) {
    clean.fill_(mean);
    return;
  }
  for (int64_t k = 0; k < lanes_.count(); ++k) {
    const auto at = static_cast<size_t>(k);
    ops::scaled(ones_, dials_.cleanWeight[at], mean, clean.select(1, k));
    ops::scaled(batch_.keep.select(1, k), dials_.lambda[at], mean, adversarial.select(1, k));
  }
}

void Experiment::addLosses(const ClassifierPass& pass, bool against) {
  const int64_t b = params_.batch;
  for (int64_t k = 0; k < lanes_.count(); ++k) {
    const auto rows = pass.loss.select(1, k), share = pass.weight.select(1, k);
    ops::accumulate(rows, share, 1, losses_.of(Metric::LTotal, k));
    ops::accumulate(rows.narrow(0, 0, b), share.narrow(0, 0, b), 1, losses_.of(Metric::L, k));
    if (against) ops::accumulate(rows.narrow(0, b, b), share.narrow(0, b, b), 1, losses_.of(Metric::LambdaLAdv, k));
  }
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

std::vector<Network*> Experiment::networks() {
  std::vector<Network*> all{&lanes_.net};
  const auto rivals = adversary_->networks();
  all.insert(all.end(), rivals.begin(), rivals.end());
  return all;
}

Experiment::Checkpoint Experiment::checkpoint() {
  return described({onHost(stateOf(networks(), true)), losses_.text()});
}

Experiment::Checkpoint Experiment::snapshot() { return described({onHost(stateOf(networks(), false)), {}}); }

Experiment::Checkpoint Experiment::described(Checkpoint result) const {
  result.metadata["step"] = std::to_string(steps_);
  result.metadata["params"] = paramsToJson(params_);
  describeKind(source_->kind(), result.metadata);
  result.metadata[kPresentClasses] = classesText(presentClasses(source_->train));
  return result;
}

std::shared_ptr<const Weights> Experiment::weights() {
  auto weights = std::make_shared<Weights>();
  weights->params = params_;
  weights->said = paramsToJson(params_);
  weights->step = steps_;
  weights->kind = source_->kind();
  weights->classes = presentClasses(source_->train);
  for (const auto& [name, tensor] : onHost(stateOf(networks(), false)).tensors) {
    const float* values = tensor.data_ptr<float>();
    weights->file.tensors[name] = {tensor.sizes().vec(), {values, values + tensor.numel()}};
  }
  return weights;
}

void Experiment::restore(const TensorFile& file) {
  const auto steps = parseInteger(entryOf(file.metadata, "step")).value_or(0);
  losses_.read(file.metadata);
  restoreTensors(file, stateOf(networks(), true));
  for (Network* net : networks()) net->stateLoaded();
  steps_ = steps;
}

std::vector<std::string> Experiment::adopt(const TensorFile& file, const std::vector<double>& lambdas) {
  const auto steps = parseInteger(entryOf(file.metadata, "step")).value_or(0);
  const auto from = sourceLanes(lambdas, params_.lambda);
  std::vector<std::string> anew;
  for (Network* net : networks()) {
    const auto state = net->state(true);
    const TensorFile moved = lanesMoved(file, state, from);
    if (!fits(moved, state)) {
      anew.push_back(networkOf(state.front().name));
      continue;
    }
    restoreTensors(moved, state);
    net->stateLoaded();
  }
  if (lambdas.size() == params_.lambda.size()) losses_.read(file.metadata);
  steps_ = steps;
  return anew;
}

}  // namespace sparring
