#include "window/placing.h"

#include <QApplication>

namespace sparring::ui {
namespace {

constexpr QSize kSmall(1366, 800);  // below that every pixel is needed
constexpr double kShare = 0.85;     // of a larger screen

QWidget* firstStop(QWidget* part) {
  if (!part->isVisible()) return nullptr;
  const auto takes = [part](QWidget* widget) {
    return widget->isVisibleTo(part) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
           !widget->focusProxy();
  };
  if (takes(part)) return part;
  for (QWidget* widget = part->nextInFocusChain(); widget != part; widget = widget->nextInFocusChain())
    if (part->isAncestorOf(widget) && takes(widget)) return widget;
  return nullptr;
}

}  // namespace

Opening openingFor(QSize available, QSize frame) {
  const QSize inside = available - frame;
  if (available.width() < kSmall.width() || available.height() < kSmall.height()) return {inside, true};
  return {inside.boundedTo((QSizeF(available) * kShare).toSize()), false};
}

void focusNext(const QList<QWidget*>& parts) {
  const QWidget* focus = QApplication::focusWidget();
  qsizetype at = -1;
  for (qsizetype i = 0; i < parts.size(); ++i)
    if (focus && (parts[i] == focus || parts[i]->isAncestorOf(focus))) at = i;
  for (qsizetype i = 1; i <= parts.size(); ++i)
    if (QWidget* stop = firstStop(parts[(at + i) % parts.size()])) {
      stop->setFocus(Qt::TabFocusReason);
      return;
    }
}

}  // namespace sparring::ui
