// How far the run is, phase by phase.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "sparring/trainer.h"

namespace sparring::ui {

/// One segment a phase, as wide as its share of the steps, filled up to the step; the names stand in the segments.
class PhaseBar : public QWidget {
  Q_OBJECT
 public:
  explicit PhaseBar(QWidget* parent = nullptr);
  void show(const Update& update);
  using QWidget::show;
  /// The step a phase begins after, as the parameters of now have it; nothing where it does not come.
  static std::optional<int64_t> beginOf(Phase phase, const Update& update);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Segment {
    Phase phase;
    int64_t from, to;  // steps
    bool operator==(const Segment&) const = default;
  };
  static std::vector<Segment> segments(const Update& update);
  double at(int64_t step) const;  // x of a step

  std::vector<Segment> segments_;
  Phase phase_ = Phase::Pretrain;
  int64_t step_ = 0;
  int64_t total_ = 0;
};

}  // namespace sparring::ui
