// Images with a line below each: misread ones, copies beside what they may be copies of.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/theme.h"
#include "sparring/images.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

struct DigitTile {
  Images pictures;            ///< one or several side by side
  QString caption;            ///< short: stands below
  QString description;        ///< tooltip, enlarged, screen readers
  std::optional<bool> right;  ///< colours frame and caption
  int64_t image = -1;         ///< its place in the test set; -1: it is none of it
};

class DigitTiles : public TileArea {
  Q_OBJECT
 public:
  explicit DigitTiles(QWidget* parent);

  /// All tiles have as many pictures as the first.
  void setTiles(std::vector<DigitTile> tiles);
  const std::vector<DigitTile>& tiles() const { return digits_; }

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  double heightFor(double width) const;
  double rowHeight() const;
  QSize sizeHint() const override;
  int rowLength() const override;

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  QString describe(int index) const override { return digits_[size_t(index)].description; }
  QImage picture(int index, theme::Tone tone, const QColor& ground) const override;
  int64_t testImage(int index) const override { return digits_[size_t(index)].image; }
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QFont smallFont() const;
  double tileWidth() const;
  int columns(double width) const;
  QColor frame(const DigitTile& tile, theme::Tone tone) const;
  void paintTile(QPainter& painter, const DigitTile& tile, const QRectF& rect, theme::Tone tone) const;

  std::vector<DigitTile> digits_;
  double longest_ = 0;  // of the lines below, in logical pixels
};

}  // namespace sparring::ui
