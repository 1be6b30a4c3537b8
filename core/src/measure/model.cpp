#include "sparring/model.h"

#include <ATen/ops/empty.h>

#include <algorithm>

#include "base/text.h"
#include "io/checkpoints.h"
#include "io/file.h"
#include "measure/evaluator.h"
#include "measure/modelparts.h"
#include "networks/networks.h"
#include "networks/sound.h"
#include "sparring/export.h"
#include "sparring/run.h"

namespace sparring {

namespace {

constexpr int64_t kDrawnAtOnce = 1000;  // generated images at a time

int64_t weightsIn(const TensorFile& file) {
  int64_t count = 0;
  for (const auto& [name, tensor] : file.tensors) count += static_cast<int64_t>(tensor.data.size());
  return count;
}

// Those that a generator is asked for: what occurs in its training set, or everything where that is not known.
std::vector<int> drawnClasses(const std::vector<int>& present, const ImageKind& kind) {
  std::vector<int> classes;
  for (int c = 0; c < kind.classes; ++c)
    if (present.empty() || std::ranges::find(present, c) != present.end()) classes.push_back(c);
  return classes;
}

}  // namespace

std::vector<Network*> Model::Impl::networks() {
  auto list = adversary->networks();
  list.insert(list.begin(), &lanes);
  return list;
}

std::vector<NamedTensor> Model::Impl::state() { return stateOf(networks(), false); }

std::string Model::Impl::hash() {
  std::string bytes;
  for (const auto& [name, tensor] : onHost(state()).tensors)
    bytes.append(reinterpret_cast<const char*>(tensor.data_ptr<float>()), tensor.nbytes());
  bytes += said;  // the opponent's ε, say
  return sha256(bytes.data(), bytes.size());
}

Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

std::shared_ptr<const Weights> readWeights(const std::filesystem::path& run, std::optional<int64_t> step) {
  const RunRecord record = readRun(run);
  const auto has = [step](const std::vector<int64_t>& steps) { return std::ranges::find(steps, *step) != steps.end(); };
  if (step && !has(record.checkpoints) && has(record.snapshots))
    return weightsOf(readSafetensors(snapshotPath(run, *step)), record.config.params);
  return weightsOf(readCheckpoint(record, run, step), record.config.params);
}

std::shared_ptr<const Weights> weightsOf(TensorFile file, const Params& began) {
  auto weights = std::make_shared<Weights>();
  weights->file = std::move(file);
  auto& metadata = weights->file.metadata;
  const auto saved = metadata.find("params");
  std::vector<std::string> unknown;  // its config.json tells of them
  weights->params = saved == metadata.end() ? began : paramsFromJson(saved->second, {}, &unknown);
  const auto steps = metadata.find("step");
  weights->step = steps == metadata.end() ? 0 : parseInteger(steps->second).value_or(0);
  weights->kind = kindOf(metadata);
  weights->classes = classesIn(metadata, weights->kind);
  weights->said = saved == metadata.end() ? paramsToJson(weights->params) : saved->second;
  return weights;
}

Model::Model(const Weights& weights, const std::string& device) {
  ops::setThreads(static_cast<int>(weights.params.threads));
  const BuildContext build{weights.kind, resolveDevice(device), Purpose::Looking, weightsIn(weights.file)};
  impl_ = std::make_unique<Impl>(Impl{weights.params, weights.step, weights.kind, build.device,
                                      makeClassifiers(weights.params, build), makeAdversary(weights.params, build),
                                      drawnClasses(weights.classes, weights.kind), weights.said});
  restoreTensors(weights.file, impl_->state());
  requireSound(impl_->networks(), weights.step);
}

Model Model::load(const std::filesystem::path& run, std::optional<int64_t> step, const std::string& device) {
  const auto weights = readWeights(run, step);
  try {
    return Model(*weights, device);
  } catch (const Error& error) {
    if (!error.hint().empty()) throw;
    const auto steps = readRun(run).checkpoints;
    const auto there = std::ranges::lower_bound(steps, weights->step);
    if (there == steps.begin()) throw;
    throw Error(error.cause(), {QT_TRANSLATE_NOOP("core", "An earlier checkpoint is there: add --step %1."),
                                {std::to_string(*std::prev(there))}});
  }
}

const Params& Model::params() const { return impl_->params; }
const ImageKind& Model::kind() const { return impl_->kind; }
int64_t Model::step() const { return impl_->step; }
std::string Model::hash() const { return impl_->hash(); }
int Model::lanes() const { return static_cast<int>(impl_->lanes.copies()); }

GeneratedSet Model::generate(int64_t count, uint64_t seed) const {
  ops::setThreads(static_cast<int>(impl_->params.threads));
  return impl_->generate(count, seed, impl_->asked);
}

Duel& Model::Impl::duel() const {
  if (auto* drawer = adversary->drawer()) return drawer->game();
  if (adversaryInfo(params.adversary).usesGenerator)
    throw Error(
        {QT_TRANSLATE_NOOP("core", "This run's generator changes images and draws none: its adversary is %1."),
         {params.adversary}},
        {QT_TRANSLATE_NOOP("core", "What it makes of test images stands in the run's folder, under samples."), {}});
  throw Error({QT_TRANSLATE_NOOP("core", "This run has no generator: its adversary is %1."), {params.adversary}},
              {QT_TRANSLATE_NOOP("core", "Train with --set adversary=cgan or gan."), {}});
}

GeneratedSet Model::Impl::generate(int64_t count, uint64_t seed, const std::vector<int32_t>& asked,
                                   const std::function<void(int64_t)>& made) const {
  auto& duel = this->duel();
  GeneratedSet set;
  set.images.kind = kind;
  set.conditional = duel.conditional();
  set.images.pixels.reserve(static_cast<size_t>(count * kind.size()));
  // who names unconditional images: the teacher, or where there is none the classifier
  const Network namer = duel.hasTeacher() ? duel.teacher().net().copy(0) : lanes.copy(0);
  auto trace = namer.makeTrace(kDrawnAtOnce);
  for (int64_t first = 0; first < count; first += kDrawnAtOnce) {
    const int64_t n = std::min(kDrawnAtOnce, count - first);
    auto latents = at::empty({n, params.latent}, at::kFloat);
    ops::normals(streamKey(seed, Stream::Generate), static_cast<uint64_t>(first), latents);
    auto classes = at::empty({n}, at::kInt);
    for (int64_t i = 0; i < n; ++i)
      classes.data_ptr<int32_t>()[i] = asked[static_cast<size_t>(first + i) % asked.size()];
    // drawn on the host: the same images whatever the device
    const auto images = adversary->drawer()->imagine(0, latents.to(device), classes.to(device));
    if (!set.conditional) {
      const auto named = at::empty({n}, lanes.options().dtype(at::kInt)), confidence = at::empty({n}, lanes.options());
      ops::verdict(namer.forward(images, trace), named, confidence);
      classes.copy_(named);
    }
    const auto bytes = bytesOf(images);
    set.images.pixels.insert(set.images.pixels.end(), bytes.begin(), bytes.end());
    for (int64_t i = 0; i < n; ++i) set.labels.push_back(static_cast<uint8_t>(classes.data_ptr<int32_t>()[i]));
    if (made) made(n);
  }
  return set;
}

void Model::exportSafetensors(const std::filesystem::path& path) const {
  checkExportTarget(path);
  std::map<std::string, std::string> metadata{
      {"format", "pt"}, {"step", std::to_string(impl_->step)}, {"params", paramsToJson(impl_->params)}};
  describeKind(impl_->kind, metadata);
  writeSafetensors(path, onHost(impl_->state()).views(), metadata);
}

}  // namespace sparring
