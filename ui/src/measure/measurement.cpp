#include "measure/measurement.h"

#include <mutex>

#include "sparring/evaluations.h"
#include "sparring/run.h"

namespace sparring::ui {
namespace {

constexpr int64_t kEndImages = 5000;

}  // namespace

Subject readSubject(const std::filesystem::path& run, const KnownData& data, std::optional<int64_t> step) {
  const RunConfig config = readRun(run).config;
  auto model = std::make_shared<const Model>(*readWeights(run, step));
  return {std::move(model), data.of(config.dataName, config.dataSha256), run};
}

Suite endSuite() {
  Suite suite = Suite::quick();
  suite.limit = kEndImages;
  suite.threads = 0;
  return suite;
}

/// What the measuring thread hands to the window's.
struct Measurement::Partial {
  std::mutex mutex;
  Assessed assessment;  // guarded by the mutex
};

Measurement::Measurement(QObject* parent) : QObject(parent) {
  connect(&job_, &Job::progressed, this, &Measurement::progressed);
}

void Measurement::start(std::function<Subject()> subject, const Suite& suite, Done done) {
  partial_ = std::make_shared<Partial>();
  job_.start(
      [partial = partial_, subject = std::move(subject), suite](const Job::Watch& watch) {
        const AssessmentWatch watches{watch, [&partial](const Assessment& soFar) {
                                        const std::lock_guard lock(partial->mutex);
                                        partial->assessment = std::make_shared<const Assessment>(soFar);
                                      }};
        Result result{subject(), nullptr};
        const auto& [model, data, run] = result.subject;
        result.assessment = std::make_shared<const Assessment>(
            run.empty() ? model->assess(*data, suite, watches) : assessCached(run, *model, *data, suite, watches));
        return result;
      },
      [this, done = std::move(done)](Outcome<Result> outcome) {
        partial_.reset();
        done(std::move(outcome));
      });
}

void Measurement::cancel() {
  job_.cancel();
  partial_.reset();
}

Assessed Measurement::partial() const {
  if (!partial_) return {};
  const std::lock_guard lock(partial_->mutex);
  return partial_->assessment;
}

}  // namespace sparring::ui
