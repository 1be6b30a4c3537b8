#include "base/background.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

namespace sparring::ui {

// What is told goes through a lock of ours and not through Qt's queue, so that whoever checks for races sees it.
void Background::tell(std::function<void()> news) {
  {
    const std::lock_guard lock(mutex_);
    told_.push_back(std::move(news));
  }
  QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void Background::customEvent(QEvent*) {
  std::vector<std::function<void()>> told;
  {
    const std::lock_guard lock(mutex_);
    told.swap(told_);
  }
  const QPointer<Background> alive = this;
  for (const auto& news : told) {
    if (!alive) return;  // the one before was the end of it
    news();
  }
}

}  // namespace sparring::ui
