// The tiles of the gallery: a triple of one lane, and beside it what every lane reads.
#pragma once

#include <memory>

#include "sparring/assessment.h"
#include "widgets/pairsarea.h"

namespace sparring::ui {

class GalleryArea : public PairsArea {
  Q_OBJECT
 public:
  explicit GalleryArea(QWidget* parent);

  /// What galleries are of: λ by lane, the kind of image. It says how wide a triple is.
  void setSource(std::vector<double> lambdas, const ImageKind& kind);
  /// The pictures are those of `lane`. Null: nothing.
  void setGallery(std::shared_ptr<const Gallery> gallery, int lane);

 Q_SIGNALS:
  void chosen(int index);  ///< by a click or Enter

 protected:
  void enlarge(int index) override { Q_EMIT chosen(index); }
  QString describe(int index) const override;
  double aside() const override;
  void paintAside(QPainter& painter, int index, const QRectF& rect, theme::Tone tone) const override;

 private:
  /// Widths of a lane's λ and of what it reads, in logical pixels.
  struct Column {
    double lambda = 0;
    double reads = 0;
  };

  std::shared_ptr<const Gallery> gallery_;
  std::vector<double> lambdas_;
  std::vector<int> order_;  // lanes by λ
  Column column_;
};

}  // namespace sparring::ui
