#include "measure/runcomparison.h"

#include <utility>

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
  options_.strengths = false;
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

void RunComparison::setStrengths(bool wanted) {
  if (std::exchange(options_.strengths, wanted) != wanted && !contenders_.empty()) measure();
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
  job_.start(
      [contenders = contenders_, options = options_, known = session_.data().known()](const Job::Watch& watch) mutable {
        std::shared_ptr<const Dataset> data;
        options.data = [&](const std::string& name, const std::string& sha256) {
          return data = known.of(name, sha256);
        };
        auto result = std::make_shared<Result>();
        result->runs = compareRuns(contenders, options,
                                   [&](const std::string&, int64_t done, int64_t total) { return watch(done, total); });
        result->charts =
            comparisonCharts(result->runs, [](const Message& message) { return text(message).toStdString(); });
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
