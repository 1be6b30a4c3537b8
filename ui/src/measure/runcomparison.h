// Runs that are held against each other in the window.
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/job.h"
#include "sparring/compare.h"
#include "sparring/pictures.h"

namespace sparring::ui {

class Session;

/// All calls and signals on the window's thread; measuring goes on one that steps back.
class RunComparison : public QObject {
  Q_OBJECT
 public:
  /// `session`, whose data are taken where they are the same, must outlive all calls.
  explicit RunComparison(Session& session, QObject* parent = nullptr);

  /// Begins to measure them; what was compared before goes. The first is the baseline.
  void compare(std::vector<Contender> contenders);
  void setBaseline(size_t contender);
  void remove(size_t contender);  ///< of two or fewer none stays
  /// As compareRuns() takes them; none: the usual ones.
  void setMetrics(std::vector<std::string> metrics);
  void setStrengths(bool wanted);  ///< accuracy against the strength of attacks too, until others are compared
  void again();                    ///< in another language, or with what was written since
  void cancel();

  const std::vector<Contender>& contenders() const { return contenders_; }
  const std::vector<std::string>& metrics() const { return options_.metrics; }

  struct Result {
    ComparedRuns runs;
    std::vector<ComparisonChart> charts;
    std::vector<LanePictures> pictures;  ///< by row
  };
  const std::shared_ptr<const Result>& result() const { return result_; }  ///< null before the first
  const std::optional<Error>& problem() const { return problem_; }         ///< why there is none
  bool busy() const { return job_.busy(); }
  Job::Progress progress() const { return job_.progress(); }  ///< of one figure

 Q_SIGNALS:
  void changed();
  void progressed();

 private:
  void measure();

  Session& session_;
  std::vector<Contender> contenders_;
  CompareOptions options_;
  std::shared_ptr<const Result> result_;
  std::optional<Error> problem_;
  Job job_;  // last: its destructor joins
};

}  // namespace sparring::ui
