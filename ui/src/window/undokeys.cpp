#include "window/undokeys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace sparring::ui {
namespace {

QLineEdit* entryOf(QObject* widget) {
  if (auto* edit = qobject_cast<QLineEdit*>(widget)) return edit;
  return widget->inherits("QAbstractSpinBox") ? widget->findChild<QLineEdit*>() : nullptr;
}

}  // namespace

UndoKeys::UndoKeys(QObject* parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

bool UndoKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride) return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool undo = key->matches(QKeySequence::Undo), redo = key->matches(QKeySequence::Redo);
  if (!undo && !redo) return false;
  const auto* entry = entryOf(watched);
  if (!entry || (undo ? entry->isUndoAvailable() : entry->isRedoAvailable())) return false;
  event->ignore();
  return true;
}

}  // namespace sparring::ui
