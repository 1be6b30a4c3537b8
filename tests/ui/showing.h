// What a page by itself is made with: a Shown of a session in which nothing was started.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <optional>

#include "measure/examiner.h"
#include "session/session.h"
#include "shown/shown.h"
#include "sparring/attack.h"
#include "sparring/metrics.h"

namespace sparring::ui {

/// Milliseconds: long enough for a loaded machine under a sanitizer; a wait ends as soon as what it waits for is there.
inline constexpr int kPatience = 60000;

/// What a training measures by itself.
inline const Metric kNoise = accuracyUnder(parseAttack("noise:sigma=0.2")),
                    kFgsm = accuracyUnder(parseAttack("fgsm:eps=0.1"));

/// What a right click there, or the menu key, offers. Nothing is chosen of it.
inline QStringList offered(QWidget& widget, std::optional<QPoint> place) {
  QContextMenuEvent event(place ? QContextMenuEvent::Mouse : QContextMenuEvent::Keyboard, place.value_or(QPoint()),
                          widget.mapToGlobal(place.value_or(QPoint())));
  QApplication::sendEvent(&widget, &event);
  QStringList texts;
  if (const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget()))
    for (const QAction* action : menu->actions())
      if (!action->isSeparator()) texts << action->text();
  return texts;
}

/// Chooses of the menu that is open.
inline void choose(const QString& text) {
  auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
  ASSERT_TRUE(menu) << text.toStdString();
  for (QAction* action : menu->actions())
    if (action->text() == text) action->trigger();
  menu->close();
}

struct Showing {
  Session session{"runs"};  // nothing is written before a start
  Examiner examiner{session};
  Shown shown{session, examiner};
};

}  // namespace sparring::ui
