// The one Export dialog: what it offers, what it writes, and what of the window is as before.
#include <QDialogButtonBox>
#include <QImageReader>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <algorithm>

#include "export/animationform.h"
#include "export/exportdialog.h"
#include "panels/messagebar.h"
#include "panels/scrubber.h"
#include "shown/shown.h"
#include "sparring/data.h"
#include "sparring/trainer.h"
#include "window/actions.h"
#include "window/exports.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class ExportsTest : public WindowFixture {
 protected:
  ExportDialog* opened(MainWindow& window) {
    window.actions().exportAny->trigger();
    return window.findChild<ExportDialog*>();
  }
  /// The dialog with the folder set and nothing marked.
  ExportDialog* cleared(MainWindow& window) {
    ExportDialog* dialog = opened(window);
    out_ = folder_.filePath("out");
    QDir().mkpath(out_);
    dialog->folder().setText(out_);
    for (int g = 0; g < dialog->list().topLevelItemCount(); ++g)
      for (int i = 0; i < dialog->list().topLevelItem(g)->childCount(); ++i)
        set(*dialog->list().topLevelItem(g)->child(i), Qt::Unchecked);
    return dialog;
  }
  static bool marked(const ExportDialog& dialog, const char* id) {
    return dialog.itemOf(id)->checkState(0) == Qt::Checked;
  }
  static void mark(ExportDialog& dialog, const char* id) { set(*dialog.itemOf(id), Qt::Checked); }
  // Unlike setCheckState() without inline functions of Qt 6 that the Qt 5 below LibTorch's libraries would find first.
  static void set(QTreeWidgetItem& item, Qt::CheckState state) { item.setData(0, Qt::CheckStateRole, int(state)); }
  QStringList written() const { return QDir(out_).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden); }
  static bool closed(QPointer<ExportDialog> dialog) {
    return QTest::qWaitFor([&] { return !dialog; }, kPatience);
  }

  /// A finished run on disk, and the window looking at it.
  std::unique_ptr<MainWindow> looking() {
    Params params = tiny();
    params.epochsJoint = 1;
    params.lambda = {0, 1};
    params.checkpointEvery = 10;
    params.snapshotEvery = 5;
    run_ = runs() / "kept";
    RunOptions options;
    options.folder = run_;
    options.preset = "seed-repaired";
    Trainer trainer(params, loadDataset(params.data), options);
    trainer.start();
    trainer.wait();
    auto window = openWindow();
    window->shown().openRun(run_);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == run_; }, kPatience));
    return window;
  }

  QString out_;
  std::filesystem::path run_;
};

TEST_F(ExportsTest, AKeyOpensItWithThePresentPagesItemsMarked) {
  auto window = openWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  window->pages().showPage("frontier");
  QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
  const auto* dialog = window->findChild<ExportDialog*>();
  ASSERT_NE(dialog, nullptr);
  EXPECT_TRUE(marked(*dialog, "frontier"));
  EXPECT_TRUE(marked(*dialog, "frontier-table"));
  EXPECT_FALSE(marked(*dialog, "loss"));
  EXPECT_FALSE(marked(*dialog, "animated-page"));
}

TEST_F(ExportsTest, AButtonOfAPageOpensItWithThatItemMarked) {
  auto window = openWindow();
  Q_EMIT window->pages().page("curves").exportAsked("curves-table");
  const auto* dialog = window->findChild<ExportDialog*>();
  ASSERT_NE(dialog, nullptr);
  EXPECT_TRUE(marked(*dialog, "curves-table"));
  EXPECT_FALSE(marked(*dialog, "loss"));
}

TEST_F(ExportsTest, WhatIsNotThereYetCannotBeMarked) {
  auto window = openWindow();
  const auto* dialog = opened(*window);
  for (const char* id : {"loss", "gradient-ratio", "robustness", "comparison", "report", "animated-digits"})
    EXPECT_TRUE(dialog->itemOf(id)->isDisabled()) << id;
  EXPECT_FALSE(dialog->itemOf("anatomy")->isDisabled());
}

TEST_F(ExportsTest, SeveralAreWrittenAtOnceInTheirFormatsAndToldOnce) {
  auto window = looking();
  QPointer dialog = cleared(*window);
  for (const char* id : {"loss", "curves-table", "digits"}) mark(*dialog, id);
  dialog->formatOf("loss")->setCurrentText("SVG");
  QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
  ASSERT_TRUE(closed(dialog));
  EXPECT_EQ(written(), (QStringList{"kept-curves.csv", "kept-digits.png", "kept-loss.svg"}));
  EXPECT_TRUE(window->messageBar().shownText().contains("3 files")) << window->messageBar().shownText().toStdString();
}

TEST_F(ExportsTest, TheFolderIsRememberedAndMustBeThere) {
  auto window = openWindow();
  QPointer dialog = cleared(*window);
  mark(*dialog, "loss");
  dialog->folder().setText(out_ + "/none");
  EXPECT_FALSE(dialog->exportButton().isEnabled());
  dialog->folder().setText(out_);
  QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
  ASSERT_TRUE(closed(dialog));
  EXPECT_EQ(opened(*window)->folder().text(), QDir::toNativeSeparators(out_));
}

TEST_F(ExportsTest, AFileThatIsThereIsSaidToBeReplaced) {
  auto window = openWindow();
  QPointer dialog = cleared(*window);
  QFile there(out_ + "/anatomy.png");
  ASSERT_TRUE(there.open(QIODevice::WriteOnly));
  mark(*dialog, "anatomy");
  EXPECT_TRUE(dialog->itemOf("anatomy")->text(2).contains("replaced"));
  EXPECT_TRUE(dialog->status().text().contains("replaced"));
}

TEST_F(ExportsTest, AReportIsAFolderOfItsOwn) {
  auto window = looking();
  QPointer dialog = cleared(*window);
  mark(*dialog, "report");
  QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
  ASSERT_TRUE(closed(dialog));
  EXPECT_TRUE(QFile::exists(out_ + "/kept-report/report.html"));
}

TEST_F(ExportsTest, StepsBecomeAnAnimationAndTheWindowIsAsBefore) {
  auto window = looking();
  window->pages().showPage("frontier");
  window->shown().setStep(7);
  QPointer dialog = cleared(*window);
  mark(*dialog, "animated-pairs");
  mark(*dialog, "loss");
  dialog->animation().from().setValue(5);
  dialog->animation().to().setValue(25);
  dialog->animation().count().setValue(3);
  QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
  ASSERT_TRUE(closed(dialog));
  QImageReader gif(out_ + "/kept-pairs-steps.gif");
  EXPECT_EQ(gif.imageCount(), 3);
  const QImage first = gif.read(), second = gif.read();
  EXPECT_NE(first, second) << "other weights, other pairs, another caption";
  EXPECT_EQ(window->shown().step(), 7);
  EXPECT_EQ(window->scrubber().step(), 7);
  EXPECT_EQ(window->pages().currentWidget(), &window->pages().page("frontier"));
}

TEST_F(ExportsTest, APageIsWaitedForUntilItShowsWhatIsMeasuredOfTheStep) {
  auto window = looking();
  window->pages().showPage("errors");
  QPointer dialog = cleared(*window);
  mark(*dialog, "animated-page");
  dialog->animation().from().setValue(5);
  dialog->animation().to().setValue(15);
  dialog->animation().count().setValue(2);
  std::vector<int64_t> measured;
  QObject::connect(&window->shown(), &Shown::changed, dialog.data(), [&](Shown::What what) {
    if (what & Shown::Assessment && window->shown().assessment())
      measured.push_back(window->shown().assessment()->step);
  });
  QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
  ASSERT_TRUE(closed(dialog));
  EXPECT_EQ(QImageReader(out_ + "/kept-errors-steps.gif").imageCount(), 2);
  for (const int64_t step : {5, 15}) EXPECT_TRUE(std::ranges::count(measured, step)) << step;
}

TEST_F(ExportsTest, CancellingLeavesNoFileAndTheStepAsItWas) {
  auto window = looking();
  window->shown().setStep(7);
  QPointer dialog = cleared(*window);
  mark(*dialog, "animated-pairs");
  dialog->animation().count().setValue(30);
  QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().step() != 7; }, kPatience));
  QTest::keyClick(dialog.data(), Qt::Key_Escape);
  ASSERT_TRUE(dialog) << "the choices stay";
  EXPECT_EQ(window->shown().step(), 7);
  EXPECT_TRUE(written().isEmpty()) << written().join(' ').toStdString();
  QTest::keyClick(dialog.data(), Qt::Key_Escape);
  EXPECT_TRUE(closed(dialog));
}

TEST_F(ExportsTest, AnotherRunEndsAnAnimation) {
  auto window = looking();
  QPointer dialog = cleared(*window);
  mark(*dialog, "animated-pairs");
  QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
  window->shown().backToSession();
  EXPECT_TRUE(dialog->exportButton().isVisible()) << "it writes no longer";
  EXPECT_TRUE(written().isEmpty());
  EXPECT_FALSE(window->shown().step());
}

TEST(AnimationFormTest, SpreadsFramesEvenlyOrFollowsEvaluations) {
  AnimationForm form(100, {0, 20, 40, 60, 80, 100});
  form.count().setValue(5);
  EXPECT_EQ(form.steps(), (std::vector<int64_t>{0, 25, 50, 75, 100}));
  form.from().setValue(30);
  form.to().setValue(32);
  EXPECT_EQ(form.steps(), (std::vector<int64_t>{30, 31, 32})) << "no step twice";
  form.from().setValue(10);
  form.to().setValue(90);
  form.spacing().setCurrentIndex(1);
  EXPECT_EQ(form.steps(), (std::vector<int64_t>{20, 40, 60, 80}));
  form.count().setValue(3);
  EXPECT_EQ(form.steps(), (std::vector<int64_t>{20, 80}));
}

}  // namespace
}  // namespace sparring::ui
