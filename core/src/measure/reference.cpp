#include "measure/reference.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <mutex>

#include "batches/batches.h"
#include "measure/evaluator.h"
#include "networks/state.h"

namespace sparring {

namespace {

// A change of any of these needs another name of the recipe, and for attacks that are transferred another
// kAttacksVersion.
constexpr const char* kRecipe = "P-256-128-10, 8 epochs of 128, noise 0.1, Adam 3e-3 to 0";
constexpr uint64_t kSeed = 0x5245464552454E43;  // beyond every run's, so that its random numbers are nobody else's
constexpr int64_t kBatch = 128;
constexpr int64_t kEpochs = 8;
constexpr int64_t kLeastSteps = 300;  // a small data set needs more rounds
constexpr float kNoise = 0.1f;
constexpr float kRate = 3e-3f;  // falls to 0: 98.1 % of MNIST's test images

using Progress = std::function<bool(int64_t, int64_t)>;

using Reference = std::shared_ptr<const Network>;

Reference trained(const Dataset& data, const Progress& progress) {
  // each epoch's order goes on from the last one's: another would be another recipe
  Batches batches(tensorsOf(data.train, at::kCPU), std::min(kBatch, data.train.count()), kSeed, Batches::Order::Onward);
  Network net = makeReference({data.kind()});
  net.initialise(kSeed, Stream::TeacherInit);
  const int64_t rows = batches.size();
  auto trace = net.makeTrace(rows);
  const auto weight = at::full({rows}, 1.0 / static_cast<double>(rows), net.options());
  const auto loss = at::empty({rows}, net.options());
  const auto x = at::empty({rows, batches.images().imageSize()}, net.options());  // in [0,1]
  const auto y = at::empty({rows}, net.options().dtype(at::kInt));
  ops::AdamRates rates{{kRate, {}}, {0.9f, {}}, {0.999f, {}}};

  const int64_t steps = std::max(kEpochs * batches.perEpoch(), kLeastSteps);
  for (int64_t step = 0; step < steps; ++step) {
    if (progress && !progress(step, steps)) throw Cancelled();
    const c10::InferenceMode quick;
    batches.load(step, x, y);
    ops::noisy(x, kNoise, streamKey(kSeed, Stream::TeacherNoise), static_cast<uint64_t>(step), x);
    const auto logits = net.forward(x, trace);  // first: the gradient's buffer has the rows of the last forward
    ops::classLoss(logits, y, weight, ClassLoss::CrossEntropy, net.outputGradient(trace), loss);
    net.backward(trace, true);
    rates.lr.value = kRate * static_cast<float>(steps - step) / static_cast<float>(steps);
    net.step(rates);
  }
  return std::make_shared<Network>(net.copy(0));
}

// --- the file, named by the data set

std::filesystem::path fileOf(const Dataset& data) {
  return dataFolder() / "reference" / (data.sha256.substr(0, 16) + ".safetensors");
}

std::map<std::string, std::string> metadataOf(const Dataset& data) {
  return {{"format", "pt"}, {"recipe", kRecipe}, {"data", data.sha256}};
}

Reference kept(const Dataset& data) {
  try {
    const auto file = readSafetensors(fileOf(data));
    for (const auto& [key, value] : metadataOf(data))
      if (const auto found = file.metadata.find(key); found == file.metadata.end() || found->second != value) return {};
    const auto net = std::make_shared<Network>(makeReference({data.kind(), at::kCPU, Purpose::Looking}));
    restoreTensors(file, net->state(false));
    return net;
  } catch (const Error&) {  // not there, cut short, of other shapes
    return {};
  }
}

void keep(const Network& net, const Dataset& data) {
  const auto state = onHost(net.state(false));
  std::error_code none;
  std::filesystem::create_directories(fileOf(data).parent_path(), none);
  try {
    writeSafetensors(fileOf(data), state.views(), metadataOf(data));
  } catch (const Error&) {  // the next process trains again
  }
}

// Those that this process has needed. The lock is not held while one is trained: whoever waits could not be cancelled.
class Known {
 public:
  Reference find(const std::string& sha256) {
    const std::scoped_lock lock(mutex_);
    const auto found = nets_.find(sha256);
    return found == nets_.end() ? nullptr : found->second;
  }
  /// The first one stays.
  Reference add(const std::string& sha256, const Reference& net) {
    const std::scoped_lock lock(mutex_);
    return nets_.try_emplace(sha256, net).first->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Reference> nets_;
};

}  // namespace

std::shared_ptr<const Network> referenceClassifier(const Dataset& data, const Progress& progress) {
  static Known known;
  if (data.sha256.empty()) return trained(data, progress);  // put together by hand: it has no name
  if (const auto net = known.find(data.sha256)) return net;
  if (const auto net = kept(data)) return known.add(data.sha256, net);
  const auto net = trained(data, progress);
  keep(*net, data);
  return known.add(data.sha256, net);
}

}  // namespace sparring
