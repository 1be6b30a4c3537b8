#include "measure/runcomparison.h"

#include "base/text.h"
#include "session/session.h"
#include "sparring/model.h"

namespace sparring::ui {

RunComparison::RunComparison(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&job_, &Job::progressed, this, &RunComparison::progressed);
}

void RunComparison::compare(std::vector<Contender> contenders) {
  contenders_ = std::move(contenders);
  options_.baseline = 0;
  result_.reset();
  measure();
}

void RunComparison::setBaseline(size_t contender) {
  if (contender >= contenders_.size() || contender == options_.baseline) return;
  options_.baseline = contender;
  measure();
}

void RunComparison::remove(size_t contender) {
  if (contender >= contenders_.size()) return;
  contenders_.erase(contenders_.begin() + ptrdiff_t(contender));
  if (options_.baseline == contender)
    options_.baseline = 0;
  else if (options_.baseline > contender)
    --options_.baseline;
  if (contenders_.size() < 2) contenders_.clear();
  measure();
}

void RunComparison::setMetrics(std::vector<std::string> metrics) {
  if (metrics == options_.metrics) return;
  options_.metrics = std::move(metrics);
  measure();
}

void RunComparison::again() {
  if (!contenders_.empty()) measure();
}

void RunComparison::cancel() {
  job_.cancel();
  Q_EMIT changed();
}

void RunComparison::measure() {
  problem_.reset();
  if (contenders_.empty()) {
    job_.cancel();
    result_.reset();
    Q_EMIT changed();
    return;
  }
  CompareOptions options = options_;
  options.data = [known = session_.data().known()](const std::string& name, const std::string& sha256) {
    return known.of(name, sha256);
  };
  job_.start(
      [contenders = contenders_, options = std::move(options)](const Job::Watch& watch) {
        auto result = std::make_shared<Result>();
        result->runs = compareRuns(contenders, options,
                                   [&](const std::string&, int64_t done, int64_t total) { return watch(done, total); });
        const auto translated = [](const Message& message) { return text(message).toStdString(); };
        result->bySteps = comparisonCharts(result->runs, false, translated);
        result->byEpochs = comparisonCharts(result->runs, true, translated);
        const RunConfig first = readRun(contenders.front().runs.front()).config;
        const auto data = options.data(first.dataName, first.dataSha256);
        for (const ComparedRow& row : result->runs.rows)
          result->pictures.push_back(Model::load(row.runs.front(), row.step).pictures(*data));
        return std::shared_ptr<const Result>(std::move(result));
      },
      [this](auto outcome) {
        problem_ = std::move(outcome.error);
        if (outcome.value) result_ = std::move(*outcome.value);
        Q_EMIT changed();
      });
  Q_EMIT changed();
}

}  // namespace sparring::ui
