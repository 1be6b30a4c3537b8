// One λ on the page Draw: what it reads, before and after the attack, how much it takes to turn it, and why.
#pragma once

#include <QWidget>
#include <memory>

#include "draw/drawanswer.h"

class QGridLayout;
class QLabel;

namespace sparring::ui {

class BarChart;
class ExplainTiles;
class SliceView;

class LanePanel : public QWidget {
  Q_OBJECT
 public:
  explicit LanePanel(double lambda, const ImageKind& kind, QWidget* parent = nullptr);

  /// `label`: the true class, where it is known.
  void setReading(const LaneReading& reading, std::optional<int> label);
  /// Null: there is no answer yet. `scale`: ε at which the lengths of all lanes end.
  void setAnswer(const Pixels& x, const LaneAnswer* answer, double scale);
  void setSlice(std::shared_ptr<const Slice> slice, double epsilon);

  QString words() const;  ///< all of it in sentences
  BarChart& before() { return *before_; }
  BarChart& after() { return *after_; }
  SliceView& slice() { return *slice_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fill(BarChart& chart, const QString& title, const LaneReading& reading, std::optional<int> expected) const;
  void arrange(bool narrow);
  void refresh();
  QRectF lengthPlace() const;

  double lambda_;
  ImageKind kind_;
  std::optional<int> label_;
  std::optional<LaneReading> reading_;
  std::optional<LaneAnswer> answer_;
  double scale_ = 1;
  bool narrow_ = false;
  QGridLayout* grid_ = nullptr;
  QLabel* title_ = nullptr;
  QWidget* length_ = nullptr;  // where the smallest ε is drawn
  BarChart* before_ = nullptr;
  BarChart* after_ = nullptr;
  ExplainTiles* tiles_ = nullptr;
  SliceView* slice_ = nullptr;
};

}  // namespace sparring::ui
