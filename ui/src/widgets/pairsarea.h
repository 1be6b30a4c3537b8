// The tiles of the pairs view and the gallery: one triple x | x_adv | difference a tile.
#pragma once

#include <memory>

#include "base/theme.h"
#include "sparring/pictures.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

class PairsArea : public TileArea {
  Q_OBJECT
 public:
  explicit PairsArea(QWidget* parent);

  void setPairs(std::shared_ptr<const PairSet> pairs);
  /// What is said while there are no pairs; empty: the usual line.
  void setStanding(const QString& standing);
  void setLargestPart(double em);  ///< pictures grow up to so many heights of the font
  /// Pictures are as large as they can be with at least so many triples in an area of that size. How many fit then;
  /// where even the smallest are too large, `least`: there is more than fits.
  int fill(QSizeF size, int least);
  QString emptyText() const;
  const PairSet* pairs() const { return pairs_.get(); }

  /// What a difference is multiplied by to be seen: 1 / max |difference|, so that the largest has full colour.
  double gain() const { return gain_; }
  /// Where a part of a triple (0: x, 1: x_adv, 2: difference) lies inside its tile.
  QRectF part(const QRectF& tile, int which) const;

  /// A class and how sure the verdict is, in a form that depends on the room alone; where there is no room, the class
  /// alone, as much of it as fits.
  QString verdictText(int predicted, float confidence, double room) const;

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  double heightFor(double width) const;
  QSize sizeHint() const override;
  int rowLength() const override;

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  QString describe(int index) const override;
  QString enlargedText(int index) const override;
  QImage picture(int index, theme::Tone tone, const QColor& ground) const override;
  int64_t testImage(int index) const override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

  /// Room for something of a subclass to the right of each triple, in heights of the font.
  virtual double aside() const { return 0; }
  virtual void paintAside(QPainter&, int /*index*/, const QRectF& /*rect*/, theme::Tone) const {}
  QFont smallFont() const;
  QFont boldFont() const;
  void setKind(const ImageKind& kind);  ///< leaves room for the names of its classes

 private:
  int count() const { return pairs_ ? int(pairs_->label.size()) : 0; }
  int fitting(double width) const;  ///< triples side by side
  int columns(double width) const;
  double partIn(double width, int columns) const;
  double rowHeight(double part) const;
  void relaid();
  double labelWidth() const;  ///< of the true class, in heights of the font
  void paintHeaders(QPainter& painter, const std::vector<QRectF>& tiles, int columns, theme::Tone tone) const;
  void paintTriple(QPainter& painter, int index, const QRectF& tile, theme::Tone tone) const;
  void paintVerdict(QPainter& painter, const QRectF& below, int predicted, float confidence, int label,
                    theme::Tone tone) const;

  std::shared_ptr<const PairSet> pairs_;
  double gain_ = 1;
  double widestLabel_ = 0;             // of the classes' names, in logical pixels
  double smallestPart_, largestPart_;  // in heights of the font
  QString standing_;
};

}  // namespace sparring::ui
