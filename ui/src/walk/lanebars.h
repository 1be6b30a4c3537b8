// The probabilities that every λ gives the classes, side by side: a group of thin bars a class, a bar a λ.
#pragma once

#include <vector>

#include "sparring/latentwalk.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

class LaneBars : public TileArea {
  Q_OBJECT
 public:
  explicit LaneBars(QWidget* parent);

  /// Of image i. Of many classes only those that `lane` holds for likeliest are shown.
  void setOpinions(const ImageKind& kind, const std::vector<double>& lambdas, const Opinions& opinions, size_t i,
                   int lane);
  /// In the order shown.
  const std::vector<int>& classes() const { return classes_; }
  double probability(int group, int lane) const { return values_[size_t(group)][size_t(lane)]; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int rowLength() const override { return 1; }

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  QString describe(int index) const override;
  void enlarge(int index) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  ImageKind kind_;
  std::vector<double> lambdas_;
  std::vector<int> classes_;
  std::vector<std::vector<double>> values_;  // [group][lane]
};

}  // namespace sparring::ui
