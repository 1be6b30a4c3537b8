// The tiles of the sample grid: placing, painting, texts.
#pragma once

#include <memory>
#include <vector>

#include "base/theme.h"
#include "sparring/data.h"
#include "sparring/pictures.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

class SampleArea : public TileArea {
  Q_OBJECT
 public:
  explicit SampleArea(QWidget* parent);

  void setGrid(std::shared_ptr<const SampleGrid> grid);
  void setReal(ImageSet real, std::vector<int64_t> index = {});  ///< `index` in the test set

  const SampleGrid* grid() const { return grid_.get(); }  ///< null while real images stand here
  bool hasReal() const { return !real_.labels.empty(); }
  const ImageKind& kind() const { return images().kind; }
  /// Pictures read back from a run's folder carry no verdicts: predicted is -1.
  bool judged() const { return grid_ && !grid_->predicted.empty() && grid_->predicted.front() >= 0; }
  bool conditional() const;  ///< the grid's rows are classes

  /// Every tile in an area of that size, with its row labels and frames.
  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;

  QSize sizeHint() const override;
  int rowLength() const override;

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  QString describe(int index) const override;
  QImage picture(int index, theme::Tone tone, const QColor& ground) const override;
  int64_t testImage(int index) const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Geometry {
    double tile = 0;   ///< side of a picture
    double strip = 0;  ///< height of the verdict below it; 0 where there is no room
    double label = 0;  ///< width of the row labels
    double left = 0;   ///< of the first tile
    int columns = 1;
    int rows = 0;
  };
  Geometry geometry(QSizeF size) const;
  int count() const;
  const Images& images() const { return grid_ ? grid_->images : real_; }
  double labelWidth() const;      ///< of the row labels
  bool isWrong(int index) const;  ///< the classifier reads another class than was asked for
  QColor frameColour(int index, theme::Tone tone) const;
  QFont smallFont() const;
  QFont boldFont() const;

  std::shared_ptr<const SampleGrid> grid_;
  ImageSet real_;
  std::vector<int64_t> realIndex_;
};

}  // namespace sparring::ui
