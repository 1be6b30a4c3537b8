// What an attack made of the image: the result, the difference, and which pixels turned the verdict.
#pragma once

#include "draw/drawanswer.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

class ExplainTiles : public TileArea {
  Q_OBJECT
 public:
  explicit ExplainTiles(QWidget* parent = nullptr);

  /// Null answer: nothing was attacked yet.
  void setAnswer(const Pixels& x, const LaneAnswer* answer, const ImageKind& kind);
  QSize sizeHint() const override;
  int rowLength() const override { return 3; }

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  QString describe(int index) const override { return words_.value(index); }
  QImage picture(int index, theme::Tone tone, const QColor& ground) const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QImage tile(int index, theme::Tone tone) const;

  ImageKind kind_;
  Images image_;
  std::vector<float> difference_, shares_;
  double gain_ = 1, shareGain_ = 1;
  QStringList captions_, shortCaptions_, words_;
};

}  // namespace sparring::ui
