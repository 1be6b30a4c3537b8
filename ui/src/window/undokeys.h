// Ctrl+Z belongs to the entry that has something of its own to take back, and else to the window.
#pragma once

#include <QObject>

class QAction;

namespace sparring::ui {

/// Watches the whole application while it lives: an entry keeps the keys of undo and redo to itself even where it has
/// nothing to undo.
class UndoKeys : public QObject {
  Q_OBJECT
 public:
  /// Both outlive it.
  UndoKeys(const QAction& undo, const QAction& redo, QObject* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  const QAction& undo_;
  const QAction& redo_;
};

}  // namespace sparring::ui
