#include "widgets/helpbutton.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWhatsThis>

namespace sparring::ui {

HelpButton::HelpButton(QWidget* parent) : QToolButton(parent) {
  setText(QStringLiteral("?"));
  setFocusPolicy(Qt::TabFocus);
  connect(this, &QToolButton::clicked, this, [this] {
    QWhatsThis::showText(mapToGlobal(QPoint(0, height())), help(), this);
    qApp->installEventFilter(this);
  });
}

// While the text stands there Esc takes it away and means nothing else; any other key or click takes it away anyhow.
bool HelpButton::eventFilter(QObject* watched, QEvent* event) {
  const auto type = event->type();
  if (type == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();  // it becomes a key and no shortcut
    return true;
  }
  if (type != QEvent::KeyPress && type != QEvent::MouseButtonPress) return QToolButton::eventFilter(watched, event);
  qApp->removeEventFilter(this);
  QWhatsThis::hideText();
  return type == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
}

void HelpButton::setHelp(const QString& name, const QStringList& paragraphs) {
  setAccessibleName(name);
  QString rich;
  for (const QString& paragraph : paragraphs) rich += "<p>" + paragraph.toHtmlEscaped() + "</p>";
  setToolTip(rich);
}

}  // namespace sparring::ui
