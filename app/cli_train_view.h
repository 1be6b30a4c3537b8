// How a training is shown on the command line: a bar, plain lines, JSON, or nothing. One class a form.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "sparring/coach.h"
#include "sparring/expectations.h"
#include "sparring/trainer.h"

namespace sparring::cli {

/// What is known so far: the last update, and the latest value of every series.
struct Progress {
  Update now;
  std::map<std::pair<Metric, int>, double> values;  ///< by metric and lane

  void add(Update update);
  std::optional<double> value(Metric metric, int lane = 0) const;
  double epoch() const;  ///< epochs done, a fraction
  double totalEpochs() const;
};

/// How the training ended where nothing went wrong.
struct Ending {
  bool stopped = false;             ///< by the user, before its end
  int64_t steps = 0;                ///< of the run in all
  double wallSeconds = 0;           ///< time spent training in this process
  double stepsPerSecond = 0;        ///< over that time
  double samplesPerSecond = 0;      ///< the same times the batch size
  std::vector<double> lambdas;      ///< by lane
  std::vector<double> accuracies;   ///< by lane: clean, on the whole test set, in [0,1]; empty: not known
  std::vector<Check> expectations;  ///< of the preset, where the run kept to it and reached its end
  std::filesystem::path run;
};

/// One form of showing. Called from the main thread only.
class TrainView {
 public:
  virtual ~TrainView() = default;
  virtual void progress(const Progress& progress) = 0;  ///< as often as there is news; the view keeps its own pace
  virtual void event(const Event& event) = 0;
  virtual void hint(const Hint& hint, size_t lanes) = 0;  ///< of the coach, once
  virtual void ended(const Progress& last, const Ending& ending) = 0;
};

/// JSON lines, the run folder alone (quiet), a bar on a terminal, else plain lines. Both flags: the last JSON line
/// only.
std::unique_ptr<TrainView> makeTrainView(bool json, bool quiet);
std::unique_ptr<TrainView> makeTextView();  ///< the bar or the plain lines, whichever stdout can show

/// Says no more often than once a period whether something is due; the first time at once.
class Pace {
 public:
  explicit Pace(std::chrono::milliseconds period) : period_(period) {}
  bool due();

 private:
  using Clock = std::chrono::steady_clock;
  std::chrono::milliseconds period_;
  Clock::time_point next_ = Clock::time_point::min();
};

}  // namespace sparring::cli
