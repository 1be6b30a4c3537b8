// A run's checkpoint on its way to the networks: what opening somebody's run comes down to.
#include <memory>

#include "checks.h"
#include "io/safetensors.h"
#include "measure/weights.h"
#include "sparring/run.h"
#include "sparring/trainer.h"
#include "targets.h"

namespace sparring::fuzz {

namespace {

constexpr int64_t kStep = 4;

ImageSet bars(int64_t count) {
  ImageSet set;
  set.kind = {.height = 3, .width = 3, .classes = 3};
  for (int64_t i = 0; i < count; ++i)
    for (int64_t pixel = 0; pixel < 9; ++pixel) set.pixels.push_back(pixel / 3 == i % 3 ? 200 : uint8_t(i));
  for (int64_t i = 0; i < count; ++i) set.labels.push_back(static_cast<uint8_t>(i % 3));
  return set;
}

/// A run of few, small networks.
std::filesystem::path trained() {
  const auto folder = scratch() / "trained";
  auto data = std::make_shared<Dataset>();
  data->name = "bars";
  data->train = bars(24);
  data->test = bars(6);
  Params params;
  params.adversary = "cgan";
  params.lambda = {0, 1};
  params.batch = 8;
  params.latent = 2;
  params.threads = 1;
  params.classifierHidden = params.generatorHidden = params.discriminatorHidden = params.teacherHidden = {2};
  params.epochsTeacher = params.epochsPretrain = params.epochsGan = 1;
  RunOptions options;
  options.folder = folder;
  options.steps = kStep;
  Trainer trainer(params, data, options);
  trainer.start();
  trainer.wait();
  return folder;
}

const std::filesystem::path& run() {
  static const auto folder = trained();
  return folder;
}

bool takes(const Model& model) {
  require(model.lanes() == static_cast<int>(model.params().lambda.size()),
          "more or fewer classifiers than λ has values");
  if (const auto drawn = taken([&] { return model.generate(5, 1); })) {
    require(drawn->images.count() == 5 && drawn->labels.size() == 5, "fewer images than were asked for");
    for (const uint8_t label : drawn->labels) require(label < drawn->images.kind.classes, "an image of no class");
  }
  const auto copy = scratch() / "copy";
  model.exportSafetensors(copy);
  const TensorFile weights = readSafetensors(copy);
  const Model again(*weightsOf(weights, model.params()));
  require(again.params() == model.params() && again.lanes() == model.lanes(), "exported and read again it is another");
  again.exportSafetensors(copy);
  const TensorFile twice = readSafetensors(copy);
  require(twice.metadata == weights.metadata, "exported again it is another");
  return true;
}

void feedCheckpoints(std::string_view bytes) {
  writeFile(checkpointPath(run(), kStep), bytes);
  taken([&] { return takes(Model::load(run(), kStep)); });
}

// A file whose hash fits is one that nobody changed: of another name, it is a note.
std::string withoutHash(std::string file) { return file.replace(file.find("\"sha256\""), 8, "\"sha25x\""); }

std::vector<std::string> seeds() {
  const std::string checkpoint = readFile(checkpointPath(run(), kStep));
  const auto exported = scratch() / "seed";
  Model::load(run(), kStep).exportSafetensors(exported);
  return {checkpoint, withoutHash(checkpoint), withoutHash(readFile(exported))};
}

}  // namespace

Target checkpointsTarget() {
  return {"checkpoints",
          feedCheckpoints,
          seeds(),
          {"\\\"classifier.hidden\\\"", "\\\"lambda\\\"", "\\\"adversary\\\":\\\"gat\\\"", "[8192,8192]",
           "\"height\":\"4096\"", "\"classes\":\"256\"", "\"channels\":\"3\"", "\"classes.present\"", "[2,2]",
           "\"data_offsets\""}};
}

}  // namespace sparring::fuzz
