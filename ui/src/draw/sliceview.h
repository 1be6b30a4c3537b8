// The plane around an image: which class is read where, and how surely.
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

#include "base/theme.h"
#include "sparring/reading.h"

namespace sparring::ui {

class SliceView : public QWidget {
  Q_OBJECT
 public:
  explicit SliceView(QWidget* parent = nullptr);

  /// Null: there is none yet. `epsilon`: how far the attack may go, drawn as a border; `lambda`: whose it is.
  void setSlice(std::shared_ptr<const Slice> slice, const ImageKind& kind, double epsilon, double lambda);

  /// What it shows is of an image or an attack before: faint until the next comes.
  void setOld();

  /// Hovered or walked to: what is read there, in words. Empty where there is no such place.
  QString readout() const;

  void paint(QPainter& painter, QRectF square, theme::Tone tone) const;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QRectF square() const;
  void setPlace(std::optional<QPoint> place);
  void paintNames(QPainter& painter, const QRectF& square, theme::Tone tone) const;

  std::shared_ptr<const Slice> slice_;
  ImageKind kind_;
  double epsilon_ = 0, lambda_ = 0;
  bool old_ = false;
  std::optional<QPoint> place_;  // column, row
};

}  // namespace sparring::ui
