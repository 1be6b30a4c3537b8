// A red frame drawn over a widget, so that its style and size stay as they are.
#pragma once

#include <QWidget>

namespace sparring::ui {

class InvalidFrame : public QWidget {
 public:
  /// Hidden at first. Follows the size of `framed`, whose child it is.
  explicit InvalidFrame(QWidget* framed);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace sparring::ui
