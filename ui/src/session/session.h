// One sitting in front of the window: the wished parameters, the data, the trainer. No widgets.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "base/background.h"
#include "base/notice.h"
#include "base/throttle.h"
#include "base/timeline.h"
#include "session/datakeeper.h"
#include "session/settingschange.h"
#include "sparring/presets.h"
#include "sparring/run.h"
#include "sparring/trainer.h"

namespace sparring::ui {

/// Pulls the trainer's news 60 times a second and passes them on; every call returns at once.
///
/// Before the first start there is a trainer without a folder, for show only: looking leaves nothing on disk. Start
/// makes the one that is recorded; the same seed makes it the same.
class Session : public QObject {
  Q_OBJECT
 public:
  /// `runs`: where new runs are written.
  explicit Session(std::filesystem::path runs, QObject* parent = nullptr);
  ~Session() override;  ///< stops the training, with a checkpoint

  /// Takes the parameters and begins to load their data. Once, before anything else.
  void open(const Params& params, const std::string& preset);

  // Parameters -------------------------------------------------------------------------------------------------------
  const Params& params() const { return params_; }  ///< as wished; the running ones may differ until a restart
  const Preset& preset() const;                     ///< what the parameters started from
  /// What those of the training that was begun started from.
  const Preset& begunPreset() const;

  /// Reads `text` into a parameter; a running training gets it at its next step where the row is live, otherwise it
  /// waits for the next run. Throws Error where the value is not valid; nothing changes then. `slide`: which pull of a
  /// slider this is part of, so that its values on the way are one step of history(); 0: of none.
  void setParam(const std::string& key, const std::string& text, int slide = 0);

  /// All parameters at once. A running training keeps its own until the next run.
  void setParams(const Params& params, const std::string& preset);

  /// The next run is to go on from `run`'s last checkpoint up to `step`: its parameters of then become the wished ones,
  /// to be changed as one likes, `settings` ("key=value") at once. Another preset, undo, and the run's beginning end
  /// the wish.
  void fork(const std::filesystem::path& run, int64_t step, const std::vector<std::string>& settings = {});
  const std::optional<WishedFork>& wishedFork() const { return fork_; }

  /// What setParam() and setParams() have done, to be taken back and done again. Undoing an edit of a running training
  /// edits it back.
  QUndoStack& history() { return history_; }

  /// Keys whose wished value waits for the next run.
  const std::set<std::string>& waiting() const { return waiting_; }

  // Training ---------------------------------------------------------------------------------------------------------
  void start();  ///< goes on, or begins where nothing is active()
  void pause();
  void toggle();  ///< start or pause
  /// Where only one is to learn, see Trainer::singleStep().
  void singleStep(Learning who = Learning::All);
  void setPace(double stepsPerSecond);  ///< of this training and those to come; 0: as fast as can be
  void stop();
  void reset();   ///< back to step 0 with the wished parameters
  void newRun();  ///< ends what is active(), with a checkpoint, and begins anew with the wished parameters
  void resume(const std::filesystem::path& run);
  /// The run's data are in `folder` now: data().moved() knows it from then on where they are the same.
  void findData(const std::filesystem::path& run, const std::string& folder);
  void leave();     ///< ends the training, with a checkpoint, where the process is about to end; nothing may follow
  void snapshot();  ///< the networks come with an update, where there is a trainer

  /// There is a training that was started: it has a folder.
  bool begun() const { return begun_; }
  /// It can go on: preparing, ready, running or paused.
  bool active() const;
  /// It has been through, or was stopped, or broke off: what is shown is a result that stays.
  bool ended() const { return begun_ && !active(); }
  bool running() const;
  /// The latest news, without points and events.
  const Update& now() const { return now_; }
  const std::filesystem::path& runs() const { return runs_; }
  void setRuns(const std::filesystem::path& runs) { runs_ = runs; }  ///< where the next run goes

  // Of many lanes fewer steps are kept: as much memory.
  const Timeline<SampleGrids>& samples() const { return samples_; }
  const Timeline<PairSets>& pairs() const { return pairs_; }

  DataKeeper& data() { return data_; }

 Q_SIGNALS:
  void paramsChanged();
  void waitingChanged();
  void runChanged();  ///< another trainer: what was drawn is of the past
  void resumed(
      std::shared_ptr<const sparring::RunRecord> record);  ///< right after runChanged(): what the run had so far
  void forkWished();                                       ///< by fork(): its parameters stand
  void dataFound(const std::filesystem::path& run);
  void updated(const sparring::Update& update);
  /// now() is to be read anew: after updated(), at once where something happened and else ten times a second at most.
  void figuresChanged();
  void runFinished();  ///< a recorded run finished, stopped or failed
  void noticed(const sparring::ui::Notice& notice);

 private:
  void tick();
  void onData();
  void onNoData();
  void report(const Update& update);
  void makeTrainer(const RunOptions& options);
  void makePreview();
  void renewPreview();
  bool dataReady();
  bool beginRun();
  void beginResumed();
  void setWaiting(std::set<std::string> waiting);
  WishedSettings wished() const { return {params_, preset_, fork_}; }
  void change(WishedSettings from, WishedSettings to, const std::string& key = {}, int slide = 0);
  void take(const WishedSettings& settings, const std::string& key);
  bool differs(const ParamRow& row) const;  ///< wished and running
  void queueOrWait(const std::string& key, const std::string& text);
  void guarded(const std::function<void()>& work);

  std::filesystem::path runs_;
  Params params_;
  std::string preset_;
  std::optional<WishedFork> fork_;
  QUndoStack history_;
  Params running_;  // the trainer's, as far as known
  std::string begunPreset_;
  std::string askedData_;  // the data as wished when the trainer was made
  std::set<std::string> waiting_;

  std::shared_ptr<const RunRecord> resuming_;  // waiting for its data
  std::filesystem::path resumeFolder_;
  bool begun_ = false;
  bool startWanted_ = false;            // pressed before the data were there
  std::optional<Learning> stepWanted_;  // likewise, or while the trainer was preparing
  double pace_ = 0;
  bool adoptParams_ = false;  // the next update's parameters become the wished ones
  std::string shownError_;

  Update now_;
  Timeline<SampleGrids> samples_;
  Timeline<PairSets> pairs_;
  QTimer pull_;
  Throttle figures_{Throttle::kReadable, [this] { Q_EMIT figuresChanged(); }};
  QTimer rebuild_;  // a preview follows the parameters, but not every keystroke
  DataKeeper data_;
  std::unique_ptr<Trainer> trainer_;
  Background reader_;
};

}  // namespace sparring::ui
