// How the window fits: the size it opens with, and which of its parts the keyboard goes to next.
#pragma once

#include <QList>
#include <QRect>
#include <QWidget>

namespace sparring::ui {

/// What a window opens with where nothing is remembered.
struct Opening {
  QSize size;      ///< of its contents, logical pixels
  bool maximised;  ///< the screen is too small for anything else
};

/// `available`: the screen's area less task bars, logical pixels; `frame`: what the window's frame takes on all sides.
Opening openingFor(QSize available, QSize frame);

/// Gives the keyboard to the first widget that takes it in the part after the one that has it now; hidden ones are
/// passed over.
void focusNext(const QList<QWidget*>& parts);

}  // namespace sparring::ui
