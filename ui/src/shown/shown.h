// What the window shows: which run, what it told, the step looked at, what was measured of it, and what is compared.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/background.h"
#include "base/notice.h"
#include "base/throttle.h"
#include "measure/comparedlane.h"
#include "measure/measurement.h"
#include "measure/runcomparison.h"
#include "shown/parent.h"
#include "shown/trace.h"
#include "sparring/pictures.h"
#include "sparring/trainer.h"

namespace sparring::ui {

class Examiner;
class Session;

/// The one thing that every page reads: the session's training as it goes on, or a run that was opened. While another
/// run is looked at, the session's news are kept and shown on return. All calls and signals on the window's thread; all
/// return at once.
class Shown : public QObject {
  Q_OBJECT
 public:
  /// What is to be read anew.
  enum Part {
    Run = 1 << 0,         ///< another run came on, or the session's began anew: everything is another
    News = 1 << 1,        ///< points, events or λ came to trace()
    Last = 1 << 2,        ///< trace().last, ten times a second at most
    Step = 1 << 3,        ///< step()
    Pictures = 1 << 4,    ///< samples(), keptSamples() and pairs(), ten times a second at most
    Data = 1 << 5,        ///< data()
    Wishes = 1 << 6,      ///< wished(), and so params() of a training that has not begun
    Assessment = 1 << 7,  ///< assessment(), arriving(), and with them what is compared
    Networks = 1 << 8,    ///< networks()
    Lane = 1 << 9,        ///< lane() or baseline() was chosen
    Beginning = 1 << 10,  ///< the session's training is another, looked at or not: nothing known of it holds any longer
    Kin = 1 << 11,        ///< parent()
  };
  Q_DECLARE_FLAGS(What, Part)
  /// A friend, since an operator of the namespace would hide Qt's own.
  friend constexpr What operator|(Part a, Part b) { return What(a) | b; }

  /// Whether the session's training comes on as soon as it begins, or nothing but what openRun() names.
  enum class Follow { Training, Runs };
  /// Both must outlive all calls; the examiner follows the same.
  Shown(Session& session, Examiner& examiner, QObject* parent = nullptr, Follow follow = Follow::Training);

  // Which run --------------------------------------------------------------------------------------------------------
  /// Reads a run and shows it. Ends with Run, or with noticed() and nothing changed. One that another program trains is
  /// followed: News and Last, once a second.
  void openRun(const std::filesystem::path& run);
  void backToSession();
  /// The run that is looked at instead of the session's; empty: the session's.
  const std::filesystem::path& opened() const { return opened_; }
  /// The run that is shown, whichever it is; empty when it has no folder.
  std::filesystem::path folder() const;
  bool begun() const;   ///< there is something to be told: an opened run, or a training that was started
  bool ended() const;   ///< what is told of is over: an opened run, or a training that goes on no longer
  Phase phase() const;  ///< of the training that goes on; Joint for an opened run
  /// Of an opened run as it began, of the session's training, or what that will begin with.
  const Params& params() const;
  /// Of an opened run at the step looked at, after its edits; else params().
  Params paramsThen() const;
  std::string preset() const;  ///< that params() started from
  /// What the next run is to begin with, whatever is shown, the preset that this started from, and where it will lie.
  const Params& wished() const;
  std::string wishedPreset() const;
  const std::filesystem::path& runsFolder() const;

  // What it told -----------------------------------------------------------------------------------------------------
  const Trace& trace() const { return opened_.empty() ? session_ : past_.trace; }
  /// Of a fork, some moments after it came on.
  const std::optional<Parent>& parent() const { return parent_; }
  std::shared_ptr<const Dataset> data() const;  ///< the session's; null before they are loaded

  /// The step looked at; none: the newest.
  std::optional<int64_t> step() const { return step_; }
  void setStep(std::optional<int64_t> step);

  /// Which of the lanes pictures, errors and verdicts are of, whatever page shows them: the one chosen, else that with
  /// the largest λ.
  int lane() const;
  void chooseLane(int lane);
  /// "λ = 1"; empty where there is one lane only.
  QString laneName(int lane) const;

  // Pictures of that lane at that step, of an opened run made from its last weights before it ---------------------
  std::shared_ptr<const SampleGrid> samples() const;  ///< null where there are none, or not yet
  std::shared_ptr<const PairSet> pairs() const;       ///< likewise
  bool picturing() const { return maker_.busy(); }    ///< those of an opened run are being made
  bool settled() const;  ///< neither they nor what is measured of that step are on their way
  /// Why those of an opened run could not be made.
  const std::optional<Error>& pictureProblem() const { return pictureProblem_; }
  /// A picture of samples in the folder of an opened run.
  struct KeptSamples {
    std::filesystem::path png;
    int64_t step = 0;
  };
  std::optional<KeptSamples> keptSamples() const;

  // What was measured ------------------------------------------------------------------------------------------------
  /// Who measures: for what asks for a measurement or tells how far it is.
  Examiner& examiner() const { return examiner_; }
  Assessed assessment() const;       ///< the newest not after the step looked at; null before the first
  Assessed arriving() const;         ///< as far as the measurement of everything has come; null where none is under way
  Assessed pinned() const;           ///< what others are compared with; null where nothing is pinned
  Subject networks() const;          ///< the newest that there are, one model for all who look, and its data
  Subject measuredNetworks() const;  ///< of the newest measurement

  // What is compared -------------------------------------------------------------------------------------------------
  // lane() is judged, unless chosen otherwise against its usualBaseline(). A choice that is no longer there is passed
  // over.
  std::vector<ComparedLane> lanes() const;          ///< of what is shown, in the order of λ
  std::vector<ComparedLane> arrivingLanes() const;  ///< the same while they are measured again
  std::vector<ComparedLane> baselines() const;      ///< what trained() can be compared with: pinned ones first
  std::optional<ComparedLane> trained() const;      ///< none before the first assessment
  std::optional<ComparedLane> baseline() const;
  Compared compared() const { return {lanes(), trained(), baseline()}; }
  void chooseBaseline(ComparedLane::Id id);

  /// Runs beside each other, whichever is shown.
  RunComparison& comparison() { return comparison_; }

 Q_SIGNALS:
  void changed(sparring::ui::Shown::What what);
  void noticed(const sparring::ui::Notice& notice);

 private:
  /// A run as it was recorded.
  struct Past {
    Params params;
    std::string preset;
    Trace trace;
    std::vector<int64_t> samples;  // steps with a picture, ascending
    std::vector<LookStep> looks;   // where its weights can be read
    std::optional<Message> warning;
  };

  static Past readPast(const std::filesystem::path& run);

  void onRunChanged();
  void onResumed(const RunRecord& record);
  void onUpdate(const Update& update);
  void onFigures();
  void onAssessment();
  void onNetworks();
  void show();
  void follow();
  void readAgain();
  void makePictures();
  void seekParent();

  Session& source_;
  Examiner& examiner_;
  const Follow follow_;
  Trace session_;
  std::filesystem::path opened_;
  Past past_;  // the opened run
  std::optional<int64_t> step_;
  std::shared_ptr<const Model> model_;  // the last that was told of
  std::optional<int> lane_;             // chosen
  std::optional<ComparedLane::Id> baseline_;
  std::optional<int64_t> pictured_;  // the step of the opened run whose pictures were asked for last
  LanePictures made_;                // of it
  std::optional<Error> pictureProblem_;
  std::filesystem::path child_;   // whose parent was looked for last
  std::optional<Parent> parent_;  // of it
  RunComparison comparison_;
  Background reader_, maker_, genealogist_;
  QFileSystemWatcher grown_;  // the opened run's points: another program may be training it
  Throttle again_;
};

}  // namespace sparring::ui
