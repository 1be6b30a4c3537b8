#include "window/undokeys.h"

#include <QAction>
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

UndoKeys::UndoKeys(const QAction& undo, const QAction& redo, QObject* parent)
    : QObject(parent), undo_(undo), redo_(redo) {
  QCoreApplication::instance()->installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride) return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  const QKeySequence keys(key->keyCombination());
  const bool undo = keys == undo_.shortcut(), redo = redo_.shortcuts().contains(keys);
  if (!undo && !redo) return false;
  const auto* entry = entryOf(watched);
  if (!entry || (undo ? entry->isUndoAvailable() : entry->isRedoAvailable())) return false;
  event->ignore();
  return true;
}

}  // namespace sparring::ui
