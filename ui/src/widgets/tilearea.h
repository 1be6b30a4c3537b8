// A widget of tiles that mouse and arrow keys move over: what the digit grid and the pairs have in common.
#pragma once

#include <QImage>
#include <QWidget>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "base/theme.h"

class QPainter;

namespace sparring::ui {

class TileArea : public QWidget {
  Q_OBJECT
 public:
  explicit TileArea(QWidget* parent);

  int current() const { return current_; }  ///< -1: none
  /// Where tile `index` lies, in this widget.
  QRectF tileRect(int index) const;
  /// The tile at a place, or -1.
  int tileAt(QPointF position) const;
  /// What "Export…" of a tile's menu does; it is offered where there is such a thing.
  void setExport(std::function<void()> write) { export_ = std::move(write); }

 Q_SIGNALS:
  void currentChanged(int index);
  void imageAsked(qint64 index);  ///< of the test set, to be looked at closely; offered where somebody listens

 protected:
  /// Where every tile lies in an area of this size, in reading order.
  virtual std::vector<QRectF> place(QSizeF size) const = 0;
  virtual QString describe(int index) const = 0;  ///< plain text: tooltip, screen readers
  virtual void enlarge(int index);                ///< Enter or a click: its picture, with enlargedText() below
  virtual QString enlargedText(int index) const { return describe(index); }
  virtual int rowLength() const = 0;  ///< tiles that Up and Down pass over
  /// The tile by itself, large, on this ground; null where there is nothing to be copied.
  virtual QImage picture(int /*index*/, theme::Tone, const QColor& /*ground*/) const { return {}; }
  virtual int64_t testImage(int /*index*/) const { return -1; }  ///< its place in the test set; -1: it is none of it

  void contentChanged();  ///< subclasses call this when tiles or their texts change

  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void setCurrent(int index);

  void copy(int index) const;

  std::function<void()> export_;
  std::vector<QRectF> tiles_;
  int current_ = -1;
  std::optional<quint64> pressed_;  // when, where a click is being obeyed
};

/// An area taller than its place: scrolls, and follows the current tile.
QWidget* scrolled(TileArea* area);

}  // namespace sparring::ui
