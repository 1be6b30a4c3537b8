// The table of pages: what follows from a row of it.
#include "window/pages.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include "curves/curvesview.h"
#include "export/exportdialog.h"
#include "frontier/frontierview.h"
#include "panels/messagebar.h"
#include "widgets/viewheader.h"
#include "widgets/viewpage.h"
#include "window/actions.h"
#include "window/pagegroups.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

/// A page as small as one can be.
class TinyPage : public ViewPage {
 public:
  TinyPage(Shown& shown, QWidget* parent) : ViewPage(parent) {
    header().addPicture("tiny", [this](double) {
      ++painted;
      return QImage(2, 2, QImage::Format_RGB32);
    });
    connect(&shown, &Shown::changed, this, [this](Shown::What what) { told |= what; });
  }
  QByteArray saveState() const override {
    return QJsonDocument(QJsonObject{{"kept", kept}}).toJson(QJsonDocument::Compact);
  }
  void restoreState(const QByteArray& state) override {
    kept = QJsonDocument::fromJson(state).object()["kept"].toInt();
  }

  int kept = 1, painted = 0;
  Shown::What told;
};

std::vector<PageRow> withTiny() {
  auto rows = pageRows();
  rows.push_back({.id = "tiny",
                  .title = "&Tiny",
                  .tip = "As small as can be",
                  .group = "experiment",
                  .key = Qt::CTRL | Qt::SHIFT | Qt::Key_9,
                  .make = makePage<TinyPage>});
  return rows;
}

class PagesTest : public WindowFixture {
 protected:
  std::unique_ptr<MainWindow> tinyWindow() {
    if (!settings_) settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
    auto window = std::make_unique<MainWindow>(*settings_, language_, runs(), withTiny());
    window->show();
    (void)QTest::qWaitForWindowActive(window.get());  // keys go to an active window
    return window;
  }
  static TinyPage& tinyOf(MainWindow& window) { return static_cast<TinyPage&>(window.pages().page("tiny")); }
  static QAction* inMenus(MainWindow& window, const QString& text) {
    for (auto* menu : window.menuBar()->actions())
      for (auto* action : menu->menu()->actions())
        if (action->text() == text) return action;
    return nullptr;
  }
};

TEST_F(PagesTest, ARowIsATabWithItsTip) {
  auto window = tinyWindow();
  const int last = window->pages().count() - 1;
  EXPECT_EQ(window->pages().tabText(last), "Tiny");
  EXPECT_EQ(window->pages().tabToolTip(last), "As small as can be");
  EXPECT_EQ(window->pages().tabText(0), "Anatomy");
}

TEST_F(PagesTest, OnlyThePagesOfOneGroupHaveTabs) {
  auto window = tinyWindow();
  Pages& pages = window->pages();
  pages.showPage("gallery");
  for (int i = 0; i < pages.count(); ++i) EXPECT_EQ(pages.isTabVisible(i), pages.groupOf(i) == "see") << i;
}

TEST_F(PagesTest, AGroupOpensThePageOfItThatWasLookedAtLast) {
  auto window = tinyWindow();
  auto& groups = *window->findChild<PageGroups*>();
  window->pages().showPage("verdict");
  window->pages().showPage("curves");
  EXPECT_EQ(groups.tabText(groups.currentIndex()), "Train");
  QTest::mouseClick(&groups, Qt::LeftButton, {}, groups.tabRect(groups.currentIndex() + 1).center());
  EXPECT_EQ(window->pages().currentWidget(), &window->pages().page("verdict"));
}

TEST_F(PagesTest, AnImageToBeReadOpensDraw) {
  auto window = tinyWindow();
  window->pages().readImage(3);
  EXPECT_EQ(window->pages().currentId(), "draw");
}

TEST_F(PagesTest, OpeningAPageByItsKeyChoosesItsGroup) {
  auto window = tinyWindow();
  auto& groups = *window->findChild<PageGroups*>();
  QTest::keyClick(window.get(), Qt::Key_9, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(groups.tabText(groups.currentIndex()), "Experiment");
  EXPECT_TRUE(window->pages().isTabVisible(window->pages().currentIndex()));
}

TEST_F(PagesTest, ARowIsAnEntryInTheViewMenuAndAKey) {
  auto window = tinyWindow();
  QAction* entry = inMenus(*window, "&Tiny");
  ASSERT_NE(entry, nullptr);
  entry->trigger();
  EXPECT_EQ(window->pages().currentWidget(), &tinyOf(*window));
  window->pages().showPage("curves");
  QTest::keyClick(window.get(), Qt::Key_9, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(window->pages().currentWidget(), &tinyOf(*window));
}

TEST_F(PagesTest, WhatWasSetOnThePageIsRemembered) {
  {
    auto window = tinyWindow();
    window->pages().showPage("tiny");
    tinyOf(*window).kept = 7;
    window->close();
  }
  auto again = tinyWindow();
  EXPECT_EQ(again->pages().currentWidget(), &tinyOf(*again));
  EXPECT_EQ(tinyOf(*again).kept, 7);
}

TEST_F(PagesTest, APageThatIsGoneLeavesTheOthersAsTheyWere) {
  {
    auto window = tinyWindow();
    window->pages().get<CurvesView>().lossPlot().setLogScale(false);
    window->pages().showPage("tiny");
    window->close();
  }
  auto without = makeWindow();
  EXPECT_EQ(without->pages().currentIndex(), 0);
  EXPECT_FALSE(without->pages().get<CurvesView>().lossPlot().logScale());
}

TEST_F(PagesTest, WhatWentWrongOnThePageIsANotice) {
  auto window = tinyWindow();
  Q_EMIT tinyOf(*window).noticed(Notice::of(Error({"It broke.", {}}, {"Mend it.", {}})));
  EXPECT_TRUE(window->messageBar().shownText().contains("It broke.")) << window->messageBar().shownText().toStdString();
}

TEST_F(PagesTest, WhatAPageCanWriteStandsInExport) {
  auto window = tinyWindow();
  window->pages().showPage("tiny");
  window->actions().exportAny->trigger();
  QPointer dialog = window->findChild<ExportDialog*>();
  ASSERT_TRUE(dialog);
  ASSERT_NE(dialog->itemOf("tiny"), nullptr);
  EXPECT_EQ(dialog->itemOf("tiny")->parent()->text(0), "Tiny");
  dialog->folder().setText(folder_.path());
  QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog; }, kPatience));
  EXPECT_TRUE(QFile::exists(folder_.filePath("tiny.png")));
  EXPECT_EQ(tinyOf(*window).painted, 1);
  EXPECT_TRUE(window->messageBar().shownText().contains("tiny.png")) << window->messageBar().shownText().toStdString();
}

TEST_F(PagesTest, APageSaysWhatIsGoingOnWhileItHasNothingToShow) {
  auto window = tinyWindow();
  EXPECT_TRUE(tinyOf(*window).words().contains("Press New run"));
}

TEST_F(PagesTest, APageIsToldOfTheTraining) {
  settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
  settings_->setParams(tiny(), "seed-repaired");
  auto window = tinyWindow();
  window->open();
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 2));
  const auto told = tinyOf(*window).told;
  for (const auto part : {Shown::Run, Shown::News, Shown::Last, Shown::Data, Shown::Beginning})
    EXPECT_TRUE(told.testFlag(part)) << part;
}

TEST_F(PagesTest, StateOfAnOlderVersionIsRead) {
  settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
  {
    QSettings older(folder_.filePath("settings.ini"), QSettings::IniFormat);
    older.setValue("centre/state", QByteArray(R"({"page":2,"frontier":{"extent":2},"robustness":{"chosen":"fgsm"}})"));
    older.setValue("curves/state", QByteArray(R"({"log":false,"smoothing":30,"hidden":[]})"));
  }
  settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
  auto window = makeWindow();
  EXPECT_EQ(window->pages().currentWidget(), &window->pages().page("robustness"));
  EXPECT_FALSE(window->pages().get<CurvesView>().lossPlot().logScale());
  EXPECT_EQ(int(window->pages().get<FrontierView>().plot().extent()), 2);
}

}  // namespace
}  // namespace sparring::ui
