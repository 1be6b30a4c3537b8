#include "measure/measurement.h"

#include <atomic>
#include <mutex>

#include "sparring/evaluations.h"
#include "sparring/run.h"

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kLook = 100ms;
constexpr int64_t kEndImages = 5000;

}  // namespace

void stepBack() {
#ifdef Q_OS_LINUX
  // Linux takes 0 for the calling thread, and what that starts inherits it; a refusal costs nothing but pace
  constexpr int kNice = 10;
  (void)setpriority(PRIO_PROCESS, 0, kNice);
#endif
}

Subject readSubject(const std::filesystem::path& run, const std::shared_ptr<const Dataset>& atHand) {
  const std::string name = readRun(run).config.dataName;
  return {readWeights(run), atHand && atHand->name == name ? atHand : loadDataset(name), run};
}

Suite endSuite() {
  Suite suite = Suite::quick();
  suite.limit = kEndImages;
  suite.threads = 0;
  return suite;
}

/// What the measuring thread and the window's both see.
struct Measurement::Shared {
  std::atomic<bool> cancelled = false;
  std::atomic<int64_t> done = 0, total = 0;
  mutable std::mutex mutex;
  Assessed partial;  // guarded by the mutex
};

Measurement::Measurement(QObject* parent) : QObject(parent) {
  look_.setInterval(kLook);
  connect(&look_, &QTimer::timeout, this, &Measurement::progressed);
}

Measurement::~Measurement() { cancel(); }

void Measurement::start(std::function<Subject()> subject, const Suite& suite, Done done) {
  cancel();
  running_ = std::make_shared<Shared>();
  look_.start();
  worker_.run(
      [shared = running_, subject = std::move(subject), suite] {
        stepBack();
        AssessmentWatch watch;
        watch.progress = [&shared](int64_t done, int64_t total) {
          shared->done = done;
          shared->total = total;
          return !shared->cancelled;
        };
        watch.partial = [&shared](const Assessment& soFar) {
          const std::lock_guard lock(shared->mutex);
          shared->partial = std::make_shared<const Assessment>(soFar);
        };
        Result result{subject(), nullptr};
        const auto& [weights, data, run] = result.subject;
        const Model model(*weights);
        result.assessment = std::make_shared<const Assessment>(
            run.empty() ? model.assess(*data, suite, watch) : assessCached(run, model, *data, suite, watch));
        return result;
      },
      [this, done = std::move(done)](Outcome<Result> outcome) {
        running_.reset();
        look_.stop();
        done(std::move(outcome));
      });
}

void Measurement::cancel() {
  if (!running_) return;
  running_->cancelled = true;
  running_.reset();
  look_.stop();
  worker_.drop();
}

Measurement::Progress Measurement::progress() const {
  return running_ ? Progress{running_->done, running_->total} : Progress{};
}

Assessed Measurement::partial() const {
  if (!running_) return {};
  const std::lock_guard lock(running_->mutex);
  return running_->partial;
}

}  // namespace sparring::ui
