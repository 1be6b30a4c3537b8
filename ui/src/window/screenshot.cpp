#include "window/screenshot.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>
#include <cstdio>

#include "base/export.h"
#include "base/text.h"
#include "session/session.h"
#include "window/mainwindow.h"

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

// Long enough for queued replots and the layout to settle.
constexpr auto kSettle = 600ms;

}  // namespace

Screenshot::Screenshot(MainWindow& window, QString path, qint64 steps)
    : QObject(&window), window_(window), path_(std::move(path)), steps_(steps) {
  connect(&window.session(), &Session::updated, this, &Screenshot::look);
}

void Screenshot::look() {
  Session& session = window_.session();
  if (!started_ && steps_ > 0) {
    started_ = true;
    session.start();
    return;
  }
  const bool over = started_ && session.begun() && !session.active();
  if (taken_ || (session.now().step < steps_ && !over)) return;
  taken_ = true;
  QTimer::singleShot(kSettle, this, &Screenshot::take);
}

void Screenshot::take() {
  int code = window_.session().now().state == State::Failed ? 1 : 0;
  try {
    writeImage(path_, window_.grab().toImage());
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", qPrintable(text(error)));
    code = 1;
  }
  QCoreApplication::exit(code);
}

}  // namespace sparring::ui
