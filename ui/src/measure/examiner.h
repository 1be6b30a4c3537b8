// Measures what the window shows: the training while it goes on, its end, a run of the past, and the baseline beside
// it.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "base/background.h"
#include "base/notice.h"
#include "base/timeline.h"
#include "measure/cadence.h"
#include "measure/measurement.h"

namespace sparring {
struct Update;
}  // namespace sparring

namespace sparring::ui {

class Session;

/// Measures copies of the networks on a thread of its own, so that training goes on as if nobody looked. One thing is
/// measured at a time, and the baseline beside it. All calls return at once; all signals on the window's thread.
class Examiner : public QObject {
  Q_OBJECT
 public:
  /// Of recorded runs alone: measures nothing of the session's training, and nothing before setRun().
  enum class Follow { Training, Runs };
  /// `session` must outlive all calls.
  explicit Examiner(Session& session, QObject* parent = nullptr, Follow follow = Follow::Training);

  /// How often the quick suite is repeated while the training runs. A measurement that takes longer is not cut short.
  void setCadence(Cadence cadence);
  Cadence cadence() const { return cadence_; }

  /// Whose assessments are shown: those of a recorded run, or (empty) of the session's training. What was measured of a
  /// run in an earlier session follows by assessmentChanged().
  void setRun(const std::filesystem::path& run);
  const std::filesystem::path& run() const { return run_; }
  /// The assessments up to this step; none: the newest. What was not measured there is, from the last weights of the
  /// run that are not after it, as soon as the step stays for a moment.
  void setUntil(std::optional<int64_t> step);

  /// Whether the networks themselves are looked at: while the training that is shown goes on they come within moments,
  /// measured or not, and again whenever they have become much older than it is.
  void setWatched(bool watched);

  /// Measures what is shown: the training as it is now, or the last checkpoint of the run. Needs canMeasure().
  void measureQuick();  ///< fgsm, pgd and noise: seconds
  void measureAll();    ///< every attack, on every test image: minutes; see arriving()
  void cancel();        ///< what is being measured, and the baseline
  bool canMeasure() const;

  /// What there is to show: of the newest measurement not after the step asked for. Null before the first.
  Assessed assessment() const;
  /// What "measure all" has found so far of what is shown, while it is under way; else null. assessment() stays what it
  /// was until all is known.
  Assessed arriving() const;
  /// The networks of the step that setUntil() asked for, once they are read, else those of the newest measurement of
  /// what is shown, or newer ones where they are watched; and its data. Of a recorded run they are there as soon as
  /// they are read, measured or not. Null before the first.
  Subject subject() const;
  /// The same, without those that came for a watcher alone.
  Subject measured() const;
  bool recalling() const { return memory_.busy(); }  ///< a recorded run is being read

  /// What is being measured: what is shown, something that was shown before, or the baseline alone.
  enum class Work { None, Shown, Other, Baseline };
  Work work() const;
  Measurement::Progress progress() const;  ///< of that
  /// Whether what setUntil() asked for is there: nothing of that step is being read or measured, or about to be.
  bool settled() const { return !rests_.isActive() && !looker_.busy() && !looking_.busy(); }
  bool measuringAll() const { return measurement_.busy() && full_; }

  /// What others are compared with; stays until it is replaced.
  struct Baseline {
    std::filesystem::path run;  ///< empty: a training without a folder
    Subject subject;            ///< model null where it is no longer known
    Assessed assessment;
  };
  /// Null where there is none or where it was measured on other images than what is shown.
  const Baseline* baseline() const;
  void pin();                                          ///< what is shown becomes the baseline
  void compareWith(const std::filesystem::path& run);  ///< the run's last checkpoint, measured as what is shown was
  void unpin();

 Q_SIGNALS:
  void assessmentChanged();  ///< assessment(), arriving() or baseline() is to be read anew
  void networksChanged();    ///< subject() alone is to be read anew
  void cadenceChanged();
  void progressChanged();  ///< measuring(), progress() or canMeasure()
  void failed(const sparring::ui::Notice& notice);

 private:
  /// What is known of one run.
  struct History {
    Timeline<Assessed> assessments;
    Subject newest;
    Suite suite;        ///< the newest was measured with
    bool full = false;  ///< that is all there is
  };
  enum class Wish { None, Look, Quick, Full };

  void onUpdate(const Update& update);
  void onRunChanged();
  void onRunFinished();
  void onProgress();
  void measure(Wish wish);
  void askTraining(Wish wish);
  void askNetworks(int64_t step);
  void takeNetworks();
  void measureEnd(const std::filesystem::path& run, Wish wish);
  bool knowsTheEnd() const;
  void start(std::function<Subject()> subject, const std::filesystem::path& run, Wish wish, const Suite& suite);
  void accept(const std::filesystem::path& run, const Suite& suite, bool full, Measurement::Result result);
  void recall(const std::filesystem::path& run);
  void measureBaseline(std::function<Subject()> subject, const std::filesystem::path& run, const Suite& suite);
  void matchBaseline(const History& present);
  std::function<Subject()> checkpointOf(const std::filesystem::path& run) const;
  Suite withThreads(Suite suite) const;
  const History* shown() const;
  void look();
  void measureLooked(const Subject& subject);
  void forgetLooked();
  void complain(const Error& error);
  void complainOfImages(const Baseline& baseline);

  Session& session_;
  Cadence cadence_;
  QTimer due_;
  std::filesystem::path run_;  // shown; empty: the session's
  std::optional<int64_t> until_;

  bool watched_ = false;
  Subject fresh_;            // of the session's training, for a watcher
  QElapsedTimer freshened_;  // since they came
  Subject read_;             // of the recorded run that is shown, before its first measurement
  std::map<std::filesystem::path, History> histories_;  // the session's under the empty path
  std::shared_ptr<const Dataset> data_;                 // the session's training uses these
  Wish wish_ = Wish::None;                              // waits for the networks of the training
  std::shared_ptr<const Weights> seen_;                 // the last that came
  std::filesystem::path measured_;                      // the run under way
  bool full_ = false;                                   // it is a full suite
  Assessed told_;                                       // what last arrived
  bool endDue_ = false;                                 // the run has ended while a full suite was under way
  std::optional<Baseline> baseline_;
  Measurement measurement_;
  Measurement reference_;
  QTimer rests_;                   // a step that is looked at has stayed for a moment
  std::optional<Subject> looked_;  // of it
  Measurement looking_;
  Background looker_;
  Background freshener_;
  Background memory_;  // reads what was kept; last: its destructor joins
};

}  // namespace sparring::ui
