// What the views show: the training as it goes, a past step of it, or another run.
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/background.h"
#include "base/notice.h"
#include "sparring/run.h"
#include "sparring/trainer.h"

namespace sparring::ui {

class CurvesView;
class Examiner;
class FrontierView;
class PairsView;
class SampleView;
class Scrubber;
class Session;

/// Feeds the views and the scrubber. While another run is looked at, the session's news are kept and drawn on return.
class Stage : public QObject {
  Q_OBJECT
 public:
  struct Views {
    CurvesView& curves;
    FrontierView& frontier;
    SampleView& samples;
    PairsView& pairs;
    Scrubber& scrubber;
    Examiner& examiner;
  };
  Stage(Session& session, Views views, QObject* parent = nullptr);

  /// Reads a run and shows it. Ends with shown(), or with noticed() and nothing changed.
  void openRun(const std::filesystem::path& run);
  void backToSession();
  /// The run that is looked at instead of the session's; empty: the session's.
  std::filesystem::path opened() const { return opened_; }
  /// The run on the stage, whichever it is; empty when it has no folder.
  std::filesystem::path folder() const;

  /// Of the run on the stage: those of an opened run, or of the session's training, or what that will begin with.
  const Params& params() const;

  /// Draws everything anew, in the language of now.
  void redraw();

 Q_SIGNALS:
  void shown();  ///< another run or the session came on
  void noticed(const sparring::ui::Notice& notice);

 private:
  struct Trace {
    std::vector<double> lambdas;
    std::vector<Metric> accuracies;  // that the run measures
    std::vector<MetricPoint> points;
    std::vector<Event> events;
    int64_t last = 0;
  };

  void onRunChanged();
  void onResumed(const RunRecord& record);
  void onUpdate(const Update& update);
  void onData();
  void draw(const Trace& trace);
  void mark(const Event& event);
  void scrub(std::optional<int64_t> step);
  void showPictures(std::optional<int64_t> step);
  void followLive();
  const Trace& trace() const { return opened_.empty() ? session_ : openedTrace_; }

  Session& source_;
  Views views_;
  Trace session_;
  Trace openedTrace_;
  std::filesystem::path opened_;
  Params openedParams_;
  std::vector<int64_t> openedSamples_;  // steps with a picture, ascending
  Background reader_;
};

}  // namespace sparring::ui
