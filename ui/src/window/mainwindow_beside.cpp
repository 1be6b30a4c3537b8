// A second run in the window.
#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QLayout>
#include <QSplitter>
#include <algorithm>
#include <utility>

#include "library/runspanel.h"
#include "measure/examiner.h"
#include "panels/scrubber.h"
#include "shown/shown.h"
#include "window/besidepane.h"
#include "window/mainwindow.h"

namespace sparring::ui {
namespace {

constexpr int kNarrowestHalf = 28;  ///< in heights of the font: a page is legible

}  // namespace

void MainWindow::showBeside(const std::filesystem::path& run) {
  if (!beside_) makeBeside();
  beside_->openRun(run);
}

void MainWindow::makeBeside() {
  beside_ = new BesidePane(*pages_, *session_, middle_);
  for (const int half : {0, 1}) middle_->setStretchFactor(half, 1);
  beside_->examiner().setCadence(examiner_->cadence());
  auto* close = new QAction(beside_);
  close->setShortcut(Qt::Key_Escape);
  close->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  beside_->addAction(close);
  pages_->addAction(close);
  connect(close, &QAction::triggered, this, &MainWindow::closeBeside);
  connect(beside_, &BesidePane::closeAsked, this, &MainWindow::closeBeside);
  connect(beside_, &BesidePane::noticed, this, &MainWindow::notice);
  connect(beside_, &BesidePane::imageAsked, pages_, &Pages::openImage);
  connect(beside_, &BesidePane::readAsked, pages_, &Pages::readImage);
  connect(beside_, &BesidePane::wishAsked, this, &MainWindow::wish);
  connect(pages_, &Pages::imageOpened, beside_, &BesidePane::openImage);
  connect(pages_, &Pages::currentChanged, beside_, [this] { placeBeside(); });
  connect(examiner_, &Examiner::cadenceChanged, beside_,
          [this, pane = beside_] { pane->examiner().setCadence(examiner_->cadence()); });
  connect(beside_, &BesidePane::opened, this, [this, pane = beside_] {
    if (pane != beside_) return;  // closed meanwhile
    const bool first = !pane->isVisible();
    const int wanted = first ? widthOfTwo() : 0;
    if (first) middle_->setOrientation(makeRoom(wanted) >= wanted ? Qt::Horizontal : Qt::Vertical);
    placeBeside();
    if (first) middle_->setSizes({wanted, wanted});  // one half each
    pane->shown().setStep(shown_->step());
  });
  connect(&beside_->shown(), &Shown::changed, this, [this](Shown::What what) {
    if (what & (Shown::Run | Shown::Last)) scrubber_->setLast(lastShown());
  });
}

/// A page that makes no sense of a second run has the room to itself.
void MainWindow::placeBeside() {
  if (!beside_) return;
  const PageRow& row = pages_->current();
  const bool wanted = !row.several && !beside_->shown().opened().empty();
  if (wanted) beside_->showPage(row);
  beside_->setVisible(wanted);
}

/// Side by side both pages are legible, and neither is cut off nor makes the window grow.
int MainWindow::widthOfTwo() const {
  const int legible = 2 * kNarrowestHalf * fontMetrics().height();
  const int whole = 2 * std::max(middle_->widget(0)->minimumSizeHint().width(), beside_->minimumSizeHint().width());
  return std::max(legible, whole + middle_->handleWidth());
}

// The digits and pairs first, which are of the first run alone. Docks go in their own time, so that the width is known
// only by reckoning.
int MainWindow::makeRoom(int wanted) {
  int room = middle_->width();
  const QList<QDockWidget*> columns[] = {{sampleDock_, pairDock_}, {parameterDock_}};
  for (const auto& column : columns) {
    if (room >= wanted) break;
    int width = 0;
    for (QDockWidget* dock : column) {
      if (!dock->isVisible() || dock->isFloating()) continue;
      width = std::max(width, dock->width());
      folded_[dock] = dock->width();
      dock->hide();
    }
    room += width;
  }
  return room;
}

int64_t MainWindow::lastShown() const {
  const int64_t first = shown_->trace().last;
  return beside_ && !beside_->shown().opened().empty() ? std::max(first, beside_->shown().trace().last) : first;
}

void MainWindow::closeBeside() {
  if (!beside_) return;
  const bool focused = beside_->isAncestorOf(focusWidget());
  beside_->hide();
  std::exchange(beside_, nullptr)->deleteLater();  // one of its buttons may have asked for it
  scrubber_->setLast(lastShown());
  // Else the docks find no room, and the window grows: a splitter hears of its children by a posted event.
  QCoreApplication::sendPostedEvents(middle_, QEvent::LayoutRequest);
  centralWidget()->layout()->activate();
  layout()->activate();
  const auto folded = std::exchange(folded_, {});
  for (QDockWidget* dock : folded.keys()) dock->show();
  resizeDocks(folded.keys(), folded.values(), Qt::Horizontal);
  if (focused) pages_->currentWidget()->setFocus();
}

}  // namespace sparring::ui
