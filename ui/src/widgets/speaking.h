// How a widget is told to screen readers where Qt's own way leaves out what matters.
#pragma once

#include <QAccessible>

namespace sparring::ui {

/// From now on every `Widget` is told by an `Interface` made of it. More than once is as once.
template <class Widget, class Interface>
void speakBy() {
  constexpr auto make = [](const QString&, QObject* object) -> QAccessibleInterface* {
    auto* widget = qobject_cast<Widget*>(object);
    return widget ? new Interface(widget) : nullptr;
  };
  [[maybe_unused]] static const bool installed = (QAccessible::installFactory(make), true);
}

}  // namespace sparring::ui
