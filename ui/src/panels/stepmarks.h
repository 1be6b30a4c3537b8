// What happened on the way of a run, as signs below its scrubber.
#pragma once

#include <QString>
#include <QWidget>
#include <cstdint>
#include <vector>

namespace sparring::ui {

struct StepMark {
  enum class Kind : uint8_t { Phase, Edit, Best } kind = Kind::Phase;
  int64_t step = 0;
  QString text;
};

/// As wide as the slider above it; hovering tells what a sign is of, a click goes there.
class StepMarks : public QWidget {
  Q_OBJECT
 public:
  explicit StepMarks(QWidget* parent);

  void setMarks(std::vector<StepMark> marks);  ///< steps ascending
  const std::vector<StepMark>& marks() const { return marks_; }
  void setLast(int64_t step);
  void setInset(int pixels);  ///< from either end to step 0 and to the last

  double x(int64_t step) const;

 Q_SIGNALS:
  void stepAsked(qint64 step);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  const StepMark* at(double x) const;  ///< null: none near
  QString told() const;

  std::vector<StepMark> marks_;
  int64_t last_ = 0;
  int inset_ = 0;
};

}  // namespace sparring::ui
