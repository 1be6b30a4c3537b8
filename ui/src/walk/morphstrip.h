// The way from one image to another as a strip of frames with the verdict below each.
#pragma once

#include <memory>

#include "walk/walksource.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

/// Of a generator that changes images x, the change and x_adv, one below the other. Between two tiles lie kBetween - 1
/// frames more: they are seen when the morph is played.
class MorphStrip : public TileArea {
  Q_OBJECT
 public:
  explicit MorphStrip(QWidget* parent);

  static constexpr int kBetween = 4;
  static constexpr int kTiles = 15;
  static constexpr int kFrames = kBetween * (kTiles - 1) + 1;

  /// As made with kFrames.
  void setMorph(const Morph& morph, const ImageKind& kind, int lane);
  const Morph& morph() const { return morph_; }
  void setChanges(bool changes);  ///< room for three rows

  int frame() const { return frame_; }  ///< 0 <= frame < kFrames
  void setFrame(int frame);
  /// What a change is multiplied by to be seen: 1 / max |change| of all frames.
  double gain() const { return gain_; }
  /// Of one frame, a few words: "8 (97 %)".
  QString verdict(int frame) const;

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  /// One frame alone, as large as `side` allows, with its verdict below: for an animation.
  QImage still(int frame, int side, theme::Tone tone) const;
  double heightFor(double width) const;
  QSize sizeHint() const override;
  int rowLength() const override { return kTiles; }

 Q_SIGNALS:
  void frameChosen(int frame);
  void playAsked();

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  QString describe(int index) const override;
  void enlarge(int index) override;
  void keyPressEvent(QKeyEvent* event) override;
  QImage picture(int index, theme::Tone tone, const QColor& ground) const override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  const Opinions* opinions() const;
  bool wrong(int frame) const;
  int rows() const { return changes_ ? 3 : 1; }
  QImage part(int frame, int row, theme::Tone tone) const;
  QFont smallFont() const;
  double labels() const;  ///< width of the rows' names
  double below() const;   ///< height of a verdict
  void paintTile(QPainter& painter, int frame, const QRectF& rect, theme::Tone tone) const;
  void paintNames(QPainter& painter, const QRectF& first, theme::Tone tone) const;

  Morph morph_;
  ImageKind kind_;
  int lane_ = 0;
  bool changes_ = false;
  double gain_ = 1;
  int frame_ = 0;
};

}  // namespace sparring::ui
