// A figure in the window: hovering and arrow keys read it.
#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

#include "widgets/figure.h"

namespace sparring::ui {

/// The drawing is made anew only after a change, and only when the widget is seen. Left and right walk from place to
/// place, Escape leaves; a click or Enter chooses the place.
class FigureView : public QWidget {
  Q_OBJECT
 public:
  /// Makes the figure for a size in logical pixels and a tone; null: there is nothing to show yet.
  using Maker = std::function<std::unique_ptr<Figure>(QSizeF size, const QFont& font, theme::Tone tone)>;

  explicit FigureView(Maker maker, QWidget* parent = nullptr);

  void renew();  ///< what the maker draws has changed

  bool empty() const { return !make(size(), theme::tone()); }
  std::optional<int> place() const { return place_; }  ///< hovered, or walked to by keys
  QString readout() const;                             ///< what is told of it; empty without one

  void paintTo(QPaintDevice& device, QSize size, theme::Tone tone) const;
  QImage picture(QSize size, double scale, theme::Tone tone) const;

 Q_SIGNALS:
  void activated(int place);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  std::unique_ptr<Figure> make(QSizeF size, theme::Tone tone) const { return maker_(size, font(), tone); }
  void setPlace(std::optional<int> place);

  Maker maker_;
  std::optional<int> place_;
  std::unique_ptr<Figure> figure_;  // of the present size; null: out of date or nothing there
  QPixmap drawn_;                   // null: out of date
};

}  // namespace sparring::ui
