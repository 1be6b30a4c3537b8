#include "widgets/helpbutton.h"

#include <QWhatsThis>

namespace sparring::ui {

HelpButton::HelpButton(QWidget* parent) : QToolButton(parent) {
  setText(QStringLiteral("?"));
  setFocusPolicy(Qt::TabFocus);
  connect(this, &QToolButton::clicked, this,
          [this] { QWhatsThis::showText(mapToGlobal(QPoint(0, height())), help(), this); });
}

void HelpButton::setHelp(const QString& name, const QStringList& paragraphs) {
  setAccessibleName(name);
  QString rich;
  for (const QString& paragraph : paragraphs) rich += "<p>" + paragraph.toHtmlEscaped() + "</p>";
  setToolTip(rich);
}

}  // namespace sparring::ui
