// The slider that moves every view to a past step.
#pragma once

#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "panels/stepmarks.h"

class QSpinBox;
class QToolButton;

namespace sparring::ui {

class ValueSlider;

/// Where the keys stop, both ascending.
struct ScrubStops {
  std::vector<int64_t> steps;   ///< Left and Right
  std::vector<int64_t> phases;  ///< Page Down and Page Up: where each begins
};

class Scrubber : public QWidget {
  Q_OBJECT
 public:
  explicit Scrubber(QWidget* parent = nullptr);

  /// The last step there is; a live scrubber follows it.
  void setLast(int64_t step);
  /// Nothing: live. Emits nothing.
  void setStep(std::optional<int64_t> step);
  std::optional<int64_t> step() const { return step_; }
  /// Asked at every key.
  void setStops(std::function<ScrubStops()> stops) { stops_ = std::move(stops); }
  /// Another run than the session's is shown: not even its last step is live.
  void setPast(bool past);
  bool live() const { return !step_ && !past_; }
  void setMarks(std::vector<StepMark> marks) { marks_->setMarks(std::move(marks)); }
  bool playing() const { return play_.isActive(); }
  QToolButton& playButton() { return *player_; }

 Q_SIGNALS:
  void scrubbed(std::optional<int64_t> step);  ///< by the user; nothing: back to the newest
  void liveAsked();

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  /// To the next or the last of the stops; false where there are none.
  bool jump(const std::vector<int64_t>& stops, bool forward);
  void go(int64_t step);
  void setPlaying(bool playing);
  void playOn();
  void slide(int position);
  double stepAt(int position) const;
  void refresh(bool tell = true);  ///< `tell`: in the entry too
  void retranslate();

  int64_t last_ = 0;
  std::optional<int64_t> step_;
  bool past_ = false;
  std::function<ScrubStops()> stops_ = [] { return ScrubStops(); };
  ValueSlider* slider_ = nullptr;
  QSpinBox* entry_ = nullptr;
  StepMarks* marks_ = nullptr;
  QToolButton* player_ = nullptr;
  QToolButton* live_ = nullptr;
  QTimer play_;
};

}  // namespace sparring::ui
