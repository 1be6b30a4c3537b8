#include "engine/experiment.h"

#include <ATen/Context.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include <cmath>
#include <numeric>

#include "text.h"

namespace sparring {

namespace {

constexpr int64_t kGridColumns = 10, kGridRows = 10;

TrainingSet trainingSet(const ImageSet& images, at::Device device) {
  auto* pixels = const_cast<uint8_t*>(images.pixels.data());
  auto* labels = const_cast<uint8_t*>(images.labels.data());
  const int64_t size = int64_t(images.side) * images.side;
  return {at::from_blob(pixels, {images.count, size}, at::kByte).to(device),
          at::from_blob(labels, {images.count}, at::kByte).to(at::kInt).to(device)};
}

void requireBatch(const Params& params, const Dataset& data) {
  if (params.batch <= data.train.count) return;
  throw Error({QT_TRANSLATE_NOOP("core", "batch = %1 is more than the %2 training images of %3."),
               {std::to_string(params.batch), std::to_string(data.train.count), data.name}},
              {QT_TRANSLATE_NOOP("core", "Set batch to %1 or less."), {std::to_string(data.train.count)}},
              Error::Kind::Usage);
}

}  // namespace

std::string laneName(size_t k) { return k == 0 ? "classifier" : "classifier@" + std::to_string(k); }

at::Device resolveDevice(const std::string& word) {
  const bool card = at::globalContext().hasCUDA();
  if (word == "cuda" && !card)
    throw Error({QT_TRANSLATE_NOOP("core", "device = cuda, but this program finds no CUDA card."), {}},
                {QT_TRANSLATE_NOOP("core",
                                   "Set device to auto or cpu, or build Sparring against a LibTorch with CUDA "
                                   "on a machine with a card."),
                 {}});
  return card && word != "cpu" ? at::Device(at::kCUDA, 0) : at::Device(at::kCPU);
}

Experiment::Experiment(const Params& params, std::shared_ptr<const Dataset> data, at::Device device)
    : params_(params),
      source_(std::move(data)),
      device_(device),
      data_(trainingSet(source_->train, device)),
      evaluator_(source_->test, device) {
  validate(params_);
  requireBatch(params_, *source_);
  const int64_t b = params_.batch, pixels = data_.imageSize();
  const auto options = at::TensorOptions().dtype(at::kFloat).device(device);
  batch_.x = at::zeros({2 * b, pixels}, options);
  batch_.labels = at::zeros({2 * b}, options.dtype(at::kInt));
  batch_.keep = at::ones({b}, options);
  batch_.weight = at::zeros({2 * b}, options);
  batch_.weight.narrow(0, 0, b).fill_(1.0 / static_cast<double>(b));

  makeLanes();
  for (const auto& row : adversaryRegistry())
    if (row.info.name == params_.adversary) adversary_ = row.make(params_, pixels, device);
  sums_ = at::zeros({static_cast<int64_t>(2 + 3 * lanes_.size())}, options.dtype(at::kDouble));

  const int64_t tiles = kGridColumns * kGridRows;
  fixedLatents_ = at::empty({tiles, params_.latent}, options);
  ops::normals(streamKey(params_.seed, Stream::FixedLatent), 0, fixedLatents_);
  auto classes = at::empty({tiles}, at::kInt);
  for (int64_t i = 0; i < tiles; ++i) classes.data_ptr<int32_t>()[i] = static_cast<int32_t>(i / kGridColumns);
  fixedClasses_ = classes.to(device);
}

void Experiment::makeLanes() {
  for (size_t k = 0; k < params_.lambda.size(); ++k) {
    Mlp net(laneName(k), mlpLayers(data_.imageSize(), params_.classifierHidden, 10, Act::Relu, Act::None), device_);
    net.initialise(params_.seed, Stream::ClassifierInit);  // every lane starts from the same weights
    auto trace = net.makeTrace(2 * params_.batch);
    auto loss = at::empty({2 * params_.batch}, at::TensorOptions().dtype(at::kFloat).device(device_));
    lanes_.push_back({params_.lambda[k], std::move(net), std::move(trace), std::move(loss)});
  }
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
  Draw classes(seed, Stream::WantedClass, at), offsets(seed, Stream::WrongClass, at);
  for (int64_t i = 0; i < used; ++i) {
    wanted.data_ptr<int32_t>()[i] = static_cast<int32_t>(classes.below(10));
    wrong.data_ptr<int32_t>()[i] = 1 + static_cast<int32_t>(offsets.below(9));
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
  batch_.index = permutation_.narrow(0, first, b);
  batch_.wanted = wanted_.narrow(0, first, b);
  batch_.wrong = wrong_.narrow(0, first, b);
  ops::gather(data_.pixels, batch_.index, 1.0f / 255, 0, batch_.original());
  ops::pick(data_.labels, batch_.index, batch_.originalLabels());
}

at::Tensor Experiment::sum(Metric metric, size_t lane) const {
  int64_t at = 0;
  switch (metric) {
    case Metric::D:
      at = 0;
      break;
    case Metric::G:
      at = 1;
      break;
    case Metric::L:
      at = 2 + 3 * static_cast<int64_t>(lane);
      break;
    case Metric::LambdaLAdv:
      at = 3 + 3 * static_cast<int64_t>(lane);
      break;
    default:
      at = 4 + 3 * static_cast<int64_t>(lane);
      break;
  }
  return sums_.narrow(0, at, 1);
}

void Experiment::step(Phase phase) {
  loadBatch();
  StepContext context{params_, steps_, data_, batch_, lanes_, sum(Metric::D, 0), sum(Metric::G, 0)};
  if (phase == Phase::Teacher) {
    adversary_->teach(context);
  } else {
    if (phase != Phase::Pretrain && adversary_->duelists()) {
      adversary_->duel(context);
      ++duelSteps_;
    }
    if (phase != Phase::Gan) {
      for (size_t k = 0; k < lanes_.size(); ++k) trainLane(k, context, phase == Phase::Joint);
      ++classifierSteps_;
    }
  }
  ++steps_;
}

void Experiment::trainLane(size_t k, StepContext& context, bool joint) {
  auto& lane = lanes_[k];
  const int64_t b = params_.batch;
  const bool against = joint && lane.lambda > 0 && adversary_->makesSamples();
  if (against) adversary_->attack(context, lane);

  // one pass over both halves: L and λ·L_adv differ in the weights of their rows
  const int64_t n = against ? 2 * b : b;
  const auto logits = lane.net.forward(batch_.x.narrow(0, 0, n), lane.trace);
  if (against) {
    adversary_->label(context, logits.narrow(0, b, b));
    ops::affine(batch_.keep.view({1, b}), static_cast<float>(lane.lambda / static_cast<double>(b)), 0, 0, 3e38f,
                batch_.weight.narrow(0, b, b).view({1, b}));
  }
  const auto loss = lane.rowLoss.narrow(0, 0, n);
  ops::classLoss(logits, batch_.labels.narrow(0, 0, n), batch_.weight, classLossOf(params_),
                 lane.net.outputGradient(lane.trace), loss);
  const auto total = sum(Metric::LTotal, k);
  const auto add = [&](int64_t first, Metric metric) {
    const auto rows = loss.narrow(0, first, b), weight = batch_.weight.narrow(0, first, b);
    ops::accumulate(rows, weight, 1, sum(metric, k));
    ops::accumulate(rows, weight, 1, total);
  };
  add(0, Metric::L);
  if (against) add(b, Metric::LambdaLAdv);
  lane.net.backward(lane.trace, true);
  lane.net.step(params_.lrClassifier, params_.adamBeta1, params_.adamBeta2);
}

void Experiment::edit(const std::string& key, const std::string& value) {
  Params changed = params_;
  setParam(changed, key, value);
  if (paramRow(key).apply != Apply::Live)
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be changed while training."), {key}},
                {QT_TRANSLATE_NOOP("core", "It takes effect with the next start."), {}}, Error::Kind::Usage);
  if (changed.lambda.size() != lanes_.size())
    throw Error({QT_TRANSLATE_NOOP("core", "lambda has %1 values; this run trains %2 classifiers."),
                 {std::to_string(changed.lambda.size()), std::to_string(lanes_.size())}},
                {QT_TRANSLATE_NOOP("core", "Keep the number of values, or start anew."), {}}, Error::Kind::Usage);
  params_ = changed;
  for (size_t k = 0; k < lanes_.size(); ++k) lanes_[k].lambda = params_.lambda[k];
}

std::vector<MetricPoint> Experiment::takeLosses() {
  std::vector<MetricPoint> points;
  const auto host = sums_.cpu();
  const double* sums = host.data_ptr<double>();
  const auto add = [&](Metric metric, size_t lane, int64_t at, int64_t count) {
    if (count > 0)
      points.push_back({steps_, metric, static_cast<int16_t>(lane), sums[at] / static_cast<double>(count)});
  };
  for (size_t k = 0; k < lanes_.size(); ++k) {
    const auto at = static_cast<int64_t>(2 + 3 * k);
    add(Metric::L, k, at, classifierSteps_);
    add(Metric::LambdaLAdv, k, at + 1, classifierSteps_);
    add(Metric::LTotal, k, at + 2, classifierSteps_);
  }
  add(Metric::D, 0, 0, duelSteps_);
  add(Metric::G, 0, 1, duelSteps_);
  sums_.zero_();
  duelSteps_ = classifierSteps_ = 0;
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
  const AttackSpec noise{"noise", {{"sigma", params_.evaluateNoise}}};
  const AttackSpec fgsm{"fgsm", {{"eps", params_.evaluateEpsilon}}};
  std::vector<MetricPoint> points;
  for (size_t k = 0; k < lanes_.size(); ++k) {
    const auto add = [&](Metric metric, const AttackSpec* attack) {
      const double share = evaluator_.accuracy(lanes_[k].net, attack, params_.evaluateLimit,
                                               static_cast<uint64_t>(params_.seed), progress);
      points.push_back({steps_, metric, static_cast<int16_t>(k), share});
    };
    add(Metric::Clean, nullptr);
    add(Metric::Noise, &noise);
    add(Metric::Fgsm, &fgsm);
  }
  return points;
}

std::shared_ptr<const SampleGrid> Experiment::samples() {
  auto* duel = adversary_->duelists();
  if (!duel) return nullptr;
  const auto images = duel->imagine(fixedLatents_, fixedClasses_);
  const int64_t n = images.size(0);
  auto trace = lanes_.front().net.makeTrace(n);
  auto predicted = at::empty({n}, images.options().dtype(at::kInt));
  auto confidence = at::empty({n}, images.options());
  ops::verdict(lanes_.front().net.forward(images, trace), predicted, confidence);

  auto grid = std::make_shared<SampleGrid>();
  grid->step = steps_;
  grid->side = source_->train.side;
  grid->columns = kGridColumns;
  const auto host = images.cpu(), p = predicted.cpu(), c = confidence.cpu();
  const float* values = host.data_ptr<float>();
  grid->pixels.resize(static_cast<size_t>(host.numel()));
  for (int64_t i = 0; i < host.numel(); ++i)
    grid->pixels[static_cast<size_t>(i)] = static_cast<uint8_t>(std::lround(255 * (values[i] >= 0 ? values[i] : 0)));
  grid->predicted.assign(p.data_ptr<int32_t>(), p.data_ptr<int32_t>() + n);
  grid->confidence.assign(c.data_ptr<float>(), c.data_ptr<float>() + n);
  for (int64_t i = 0; i < n; ++i) grid->wanted.push_back(duel->conditional() ? static_cast<int>(i / kGridColumns) : -1);
  return grid;
}

std::shared_ptr<const PairSet> Experiment::pairs() {
  const AttackSpec fgsm{"fgsm", {{"eps", params_.evaluateEpsilon}}};
  return std::make_shared<PairSet>(
      evaluator_.pairs(lanes_.front().net, fgsm, 3, static_cast<uint64_t>(params_.seed), steps_));
}

std::vector<NamedTensor> Experiment::state() const {
  std::vector<NamedTensor> all;
  const auto add = [&](const Mlp& net) {
    const auto state = net.state(true);
    all.insert(all.end(), state.begin(), state.end());
  };
  for (const auto& lane : lanes_) add(lane.net);
  if (auto* duel = adversary_->duelists()) {
    add(duel->generator());
    add(duel->discriminator());
    if (duel->hasTeacher()) add(duel->teacher().net());
  }
  return all;
}

std::vector<TensorView> Experiment::Checkpoint::views() const {
  std::vector<TensorView> list;
  for (const auto& [name, tensor] : tensors) list.push_back({name, tensor.sizes().vec(), tensor.data_ptr<float>()});
  return list;
}

Experiment::Checkpoint Experiment::checkpoint() const {
  Checkpoint result;
  for (const auto& [name, tensor] : state()) result.tensors.push_back({name, tensor.cpu().contiguous()});
  const auto host = sums_.cpu();
  std::vector<std::string> sums;
  for (int64_t i = 0; i < host.numel(); ++i) sums.push_back(numberText(host.data_ptr<double>()[i]));
  result.metadata = {{"step", std::to_string(steps_)},
                     {"params", paramsToJson(params_)},
                     {"side", std::to_string(source_->train.side)},
                     {"losses.sums", joined(sums, ",")},
                     {"losses.duel_steps", std::to_string(duelSteps_)},
                     {"losses.classifier_steps", std::to_string(classifierSteps_)}};
  return result;
}

void restoreTensors(const TensorFile& file, const std::vector<NamedTensor>& state) {
  for (const auto& [name, tensor] : state) {
    const auto found = file.tensors.find(name);
    const auto shapeText = [](at::IntArrayRef shape) {
      std::vector<std::string> words;
      for (const int64_t size : shape) words.push_back(std::to_string(size));
      return "[" + joined(words, ",") + "]";
    };
    if (found == file.tensors.end())
      throw Error({QT_TRANSLATE_NOOP("core", "The checkpoint has no tensor \"%1\"."), {name}},
                  {QT_TRANSLATE_NOOP("core", "It belongs to another run or was changed; use an earlier one."), {}});
    if (tensor.sizes() != at::IntArrayRef(found->second.shape))
      throw Error({QT_TRANSLATE_NOOP("core", "The checkpoint's \"%1\" has shape %2, the run's settings ask for %3."),
                   {name, shapeText(found->second.shape), shapeText(tensor.sizes())}},
                  {QT_TRANSLATE_NOOP("core", "It belongs to another run or was changed; use an earlier one."), {}});
    auto* values = const_cast<float*>(found->second.data.data());
    tensor.copy_(at::from_blob(values, tensor.sizes(), at::kFloat));
  }
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
  restoreTensors(file, state());
  for (auto& lane : lanes_) lane.net.stateLoaded();
  if (auto* duel = adversary_->duelists()) {
    duel->generator().stateLoaded();
    duel->discriminator().stateLoaded();
    if (duel->hasTeacher()) duel->teacher().net().stateLoaded();
  }
  auto host = at::zeros({sums_.numel()}, at::kDouble);
  for (int64_t i = 0; i < host.numel() && i < static_cast<int64_t>(sums.size()); ++i)
    host.data_ptr<double>()[i] = parseReal(sums[static_cast<size_t>(i)]).value_or(0);
  sums_.copy_(host);
  steps_ = count("step");
  duelSteps_ = count("losses.duel_steps");
  classifierSteps_ = count("losses.classifier_steps");
}

}  // namespace sparring
