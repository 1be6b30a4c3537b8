#include "sparring/model.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "io/checkpoints.h"
#include "io/file.h"
#include "measure/evaluator.h"
#include "measure/modelparts.h"
#include "networks/networks.h"
#include "sparring/run.h"

namespace sparring {

namespace {

constexpr int64_t kChunk = 1000;  // generated images at a time

int64_t sideOf(const TensorFile& file) {
  const auto found = file.metadata.find("side");
  const auto side = found == file.metadata.end() ? std::nullopt : parseInteger(found->second);
  if (!side || *side < 1 || *side > 4096)
    throw Error({QT_TRANSLATE_NOOP("core", "The checkpoint does not say its \"%1\"."), {"side"}},
                {QT_TRANSLATE_NOOP("core", "It was not written by Sparring; use an earlier one."), {}});
  return *side;
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
  for (const auto& [name, tensor] : stateOf(networks(), false)) {
    const auto values = tensor.contiguous();
    bytes.append(reinterpret_cast<const char*>(values.data_ptr<float>()), values.nbytes());
  }
  bytes += paramsToJson(params);  // the opponent's ε, say
  return sha256(bytes.data(), bytes.size());
}

Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

std::shared_ptr<const Weights> readWeights(const std::filesystem::path& run, std::optional<int64_t> step) {
  const RunRecord record = readRun(run);
  auto weights = std::make_shared<Weights>();
  weights->file = readCheckpoint(record, run, step);
  auto& metadata = weights->file.metadata;
  const auto saved = metadata.find("params");
  weights->params = saved == metadata.end() ? record.config.params : paramsFromJson(saved->second);
  const auto steps = metadata.find("step");
  weights->step = steps == metadata.end() ? 0 : parseInteger(steps->second).value_or(0);
  weights->side = sideOf(weights->file);
  weights->classes = classesIn(metadata);
  return weights;
}

Model::Model(const Weights& weights) {
  ops::setThreads(static_cast<int>(weights.params.threads));
  const at::Device cpu(at::kCPU);
  const int side = static_cast<int>(weights.side);
  const ImageKind kind{1, side, side, 10};
  impl_ = std::make_unique<Impl>(Impl{weights.params, weights.step, weights.side,
                                      makeClassifiers(weights.params, kind, cpu),
                                      makeAdversary(weights.params, kind, cpu), drawnClasses(weights.classes, kind)});
  restoreTensors(weights.file, impl_->state());
}

Model Model::load(const std::filesystem::path& run, std::optional<int64_t> step) {
  return Model(*readWeights(run, step));
}

const Params& Model::params() const { return impl_->params; }
int64_t Model::step() const { return impl_->step; }
std::string Model::hash() const { return impl_->hash(); }
int Model::lanes() const { return static_cast<int>(impl_->lanes.copies()); }

GeneratedSet Model::generate(int64_t count, uint64_t seed) const {
  ops::setThreads(static_cast<int>(impl_->params.threads));
  return impl_->generate(count, seed);
}

Duel& Model::Impl::duel() const {
  if (auto* drawer = adversary->drawer()) return drawer->game();
  if (adversaryInfo(params.adversary).usesGenerator)
    throw Error(
        {QT_TRANSLATE_NOOP("core", "This run's generator changes digits and draws none: its adversary is %1."),
         {params.adversary}},
        {QT_TRANSLATE_NOOP("core", "What it makes of test digits stands in the run's folder, under samples."), {}});
  throw Error({QT_TRANSLATE_NOOP("core", "This run has no generator: its adversary is %1."), {params.adversary}},
              {QT_TRANSLATE_NOOP("core", "Train with --set adversary=cgan or gan."), {}});
}

GeneratedSet Model::Impl::generate(int64_t count, uint64_t seed, const std::function<void(int64_t)>& made) const {
  auto& duel = this->duel();
  GeneratedSet set;
  set.side = static_cast<int>(side);
  set.conditional = duel.conditional();
  set.pixels.reserve(static_cast<size_t>(count * side * side));
  // who names unconditional images: the teacher, or where there is none the classifier
  const Network namer = duel.hasTeacher() ? duel.teacher().net().copy(0) : lanes.copy(0);
  auto trace = namer.makeTrace(kChunk);
  for (int64_t first = 0; first < count; first += kChunk) {
    const int64_t n = std::min(kChunk, count - first);
    auto latents = at::empty({n, params.latent}, at::kFloat);
    ops::normals(streamKey(seed, Stream::Generate), static_cast<uint64_t>(first), latents);
    auto classes = at::empty({n}, at::kInt);
    for (int64_t i = 0; i < n; ++i) classes.data_ptr<int32_t>()[i] = asked[static_cast<size_t>(first + i) % asked.size()];
    const auto images = adversary->drawer()->imagine(0, latents, classes);
    if (!set.conditional) {
      auto confidence = at::empty({n}, at::kFloat);
      ops::verdict(namer.forward(images, trace), classes, confidence);
    }
    const auto ink = inkOf(images);
    set.pixels.insert(set.pixels.end(), ink.begin(), ink.end());
    for (int64_t i = 0; i < n; ++i) set.labels.push_back(static_cast<uint8_t>(classes.data_ptr<int32_t>()[i]));
    if (made) made(n);
  }
  return set;
}

void Model::exportSafetensors(const std::filesystem::path& path) const {
  std::vector<TensorView> views;
  const auto state = impl_->state();
  for (const auto& [name, tensor] : state) views.push_back({name, tensor.sizes().vec(), tensor.data_ptr<float>()});
  writeSafetensors(path, views,
                   {{"format", "pt"},
                    {"step", std::to_string(impl_->step)},
                    {"params", paramsToJson(impl_->params)},
                    {"side", std::to_string(impl_->side)}});
}

}  // namespace sparring
