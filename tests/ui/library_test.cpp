// The list of runs: its columns, filter, groups, and what is done with what is selected.
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include "library/filterline.h"
#include "library/labelsdialog.h"
#include "library/runspanel.h"
#include "library/runstree.h"
#include "showing.h"
#include "sparring/trainer.h"
#include "temp_folder.h"

namespace sparring::ui {
namespace {

namespace fs = std::filesystem;

Metric under(const char* attack) { return accuracyUnder(parseAttack(attack)); }

LibraryRun some(const std::string& name, const std::vector<std::string>& settings = {}) {
  LibraryRun run;
  run.folder = "/runs/" + name;
  run.started = "2026-11-20T10:00:00Z";
  for (const std::string& one : settings) setParam(run.params, one);
  run.began = run.params.lambda;
  return run;
}

QStringList headsOf(const QAbstractItemModel& model) {
  QStringList heads;
  for (int column = 0; column < model.columnCount(); ++column)
    heads << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  return heads;
}

class RunsTreeTest : public testing::Test {
 protected:
  QString cell(const char* run, const char* head) const {
    const int column = int(headsOf(model_).indexOf(QString::fromUtf8(head)));
    return model_.indexOf(std::string("/runs/") + run, column).data().toString();
  }
  QStringList rows(const QModelIndex& parent = {}) const {
    QStringList names;
    for (int row = 0; row < model_.rowCount(parent); ++row) names << model_.index(row, 0, parent).data().toString();
    return names;
  }

  RunsTree model_;
  QAbstractItemModelTester tester_{&model_, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(RunsTreeTest, ShowsWhatTellsTheRunsApart) {
  model_.setRuns({some("a", {"lr.classifier=0.01"}), some("b", {"batch=32", "threads=3"})});
  EXPECT_TRUE(headsOf(model_).contains("Batch size")) << headsOf(model_).join(',').toStdString();
  EXPECT_TRUE(headsOf(model_).contains("Classifier rate") || headsOf(model_).size() == 9)
      << headsOf(model_).join(',').toStdString();
  EXPECT_FALSE(headsOf(model_).contains("Threads")) << "the machine's own";
  model_.setRuns({some("a"), some("b")});
  EXPECT_FALSE(headsOf(model_).contains("Batch size"));
  model_.setColumns({"batch", "seed"});
  EXPECT_EQ(headsOf(model_).size(), 3);
}

TEST_F(RunsTreeTest, EveryAttackHasAColumnAndARunItsOwnFigures) {
  LibraryRun usual = some("a"), other = some("b");
  usual.accuracies = {{Metric::Clean, 0.9}, {under("noise"), 0.7}, {under("fgsm:eps=0.3"), 0.6}};
  usual.tested = 2000;
  other.accuracies = {{Metric::Clean, 0.8}, {under("pgd:eps=0.1"), 0.1}, {under("noise:sigma=0.3"), 0.5}};
  model_.setRuns({other, usual});
  EXPECT_EQ(headsOf(model_).mid(headsOf(model_).indexOf("Clean")), QStringList({"Clean", "Noise", "FGSM", "PGD"}));
  EXPECT_EQ(cell("b", "Noise"), "50.0 %");
  EXPECT_EQ(cell("b", "FGSM"), "–") << "it does not measure that";
  EXPECT_EQ(cell("a", "FGSM"), "60.0 %");
  const auto tip = [&](const char* head) {
    return model_.indexOf("/runs/a", int(headsOf(model_).indexOf(head))).data(Qt::ToolTipRole).toString();
  };
  EXPECT_TRUE(tip("FGSM").contains("ε\u00a0=\u00a00.3")) << tip("FGSM").toStdString();
  EXPECT_TRUE(tip("Clean").contains("of 2,000 test images")) << tip("Clean").toStdString();

  model_.setCurrent("/runs/a", 10);
  model_.addPoints({{10, Metric::Clean, 0, 0.95}, {10, under("cw"), 0, 0.2}});  // its list was edited
  EXPECT_TRUE(headsOf(model_).contains("CW"));
  EXPECT_EQ(cell("a", "CW"), "20.0 %");
}

TEST_F(RunsTreeTest, TheCurrentRunHasItsNewestAccuraciesAheadOfTheList) {
  const LibraryRun training = some("a", {"lambda=0,1"}), other = some("b");
  model_.setCurrent("/runs/a", 20);
  model_.setRuns({training, other});
  model_.addPoints({{20, Metric::Clean, 0, 0.5}, {20, Metric::Clean, 1, 0.9}});
  EXPECT_EQ(cell("a", "Clean"), "90.0 %") << "those of the better lane";
  EXPECT_EQ(cell("a", "λ"), "1 of 0, 1") << "and which that is";
  EXPECT_EQ(cell("b", "Clean"), "–");
  EXPECT_EQ(cell("a", "Steps"), "20");
  model_.setRuns({training, other});  // listed anew, from files that lag behind
  EXPECT_EQ(cell("a", "Clean"), "90.0 %");
}

TEST_F(RunsTreeTest, AnEditOfLambdaLeavesATrace) {
  LibraryRun run = some("a", {"lambda=7.32"});
  run.began = {1};
  model_.setRuns({run});
  EXPECT_EQ(cell("a", "λ"), "1 → 7.32");
}

TEST_F(RunsTreeTest, SortsByOneColumnAndTiesByTheOneBefore) {
  model_.setColumns({"batch", "seed"});
  model_.setRuns(
      {some("a", {"batch=32", "seed=1"}), some("b", {"batch=64", "seed=2"}), some("c", {"batch=32", "seed=3"})});
  model_.sort(2, Qt::DescendingOrder);
  EXPECT_EQ(rows(), QStringList({"c", "b", "a"}));
  model_.sort(1, Qt::AscendingOrder);
  EXPECT_EQ(rows(), QStringList({"c", "a", "b"}));
}

TEST_F(RunsTreeTest, GroupsFoldAndSayWhatTheirRunsHaveInCommon) {
  std::vector<LibraryRun> runs = {some("a", {"seed=1"}), some("b", {"seed=2"}), some("c", {"batch=32"})};
  runs[0].accuracies = {{Metric::Clean, 0.9}};
  runs[1].accuracies = {{Metric::Clean, 0.8}};
  model_.setGrouping(Grouping::Seeds);
  model_.setRuns(runs);
  ASSERT_EQ(model_.rowCount(), 2);
  const QModelIndex group = model_.index(0, 0);
  EXPECT_EQ(group.data().toString(), "a (2)");
  EXPECT_EQ(rows(group), QStringList({"a", "b"}));
  EXPECT_EQ(group.siblingAtColumn(int(headsOf(model_).indexOf("Clean"))).data().toString(), "mean 85.0 %");
  EXPECT_EQ(model_.runsOf(group).size(), 2u);
  EXPECT_EQ(model_.run(group), nullptr);
  EXPECT_EQ(model_.indexOf("/runs/b").parent(), group);
}

TEST_F(RunsTreeTest, AFilterLeavesTheOthersOut) {
  model_.setRuns({some("a", {"adversary=fgsm"}), some("b", {"adversary=pgd"})});
  model_.setFilter(RunFilter::parse("adversary:pgd"));
  EXPECT_EQ(rows(), QStringList({"b"}));
  EXPECT_EQ(model_.shownRuns(), 1);
  EXPECT_EQ(model_.all().size(), 2u);
}

class RunsPanelTest : public testing::Test {
 protected:
  RunsPanelTest() {
    for (const char* name : {"a", "b", "c"}) train(name, name[0] - 'a');
    panel_.resize(900, 400);
    panel_.show();
    EXPECT_TRUE(QTest::qWaitFor([this] { return panel_.model().all().size() == 3; }, kPatience));
  }

  void train(const std::string& name, int seed) {
    Params params;
    params.data = "synthetic";
    params.adversary = "none";
    params.seed = seed;
    params.threads = 1;
    params.device = "cpu";
    params.classifierHidden = {8};
    RunOptions options;
    options.folder = folder() / name;
    options.steps = 2;
    Trainer trainer(params, syntheticDigits(500, 100), options);
    trainer.start();
    trainer.wait();
  }
  fs::path folder() const { return folder_.path() / "runs"; }
  void selectAll() { panel_.table().selectAll(); }
  QAction* action(const char* text) {
    for (QAction* action : panel_.table().actions())
      if (action->text().remove(u'&') == text) return action;
    return nullptr;
  }

  test::TempFolder folder_;
  RunsPanel panel_{folder()};
};

TEST_F(RunsPanelTest, WhatIsTypedFiltersAndWhatIsNotUnderstoodIsSaid) {
  panel_.filter().setFocus();
  QTest::keyClicks(&panel_.filter(), "seed=1");
  EXPECT_TRUE(QTest::qWaitFor([this] { return panel_.model().rowCount() == 1; }, kPatience));
  panel_.filter().setText("sead=1");
  QTest::keyClick(&panel_.filter(), Qt::Key_Return);
  EXPECT_TRUE(panel_.filter().problem().contains("Did you mean \"seed\"?")) << panel_.filter().problem().toStdString();
  EXPECT_EQ(panel_.model().rowCount(), 1) << "what was understood last stays";
  panel_.filter().clear();
  EXPECT_TRUE(QTest::qWaitFor([this] { return panel_.model().rowCount() == 3; }, kPatience));
}

TEST_F(RunsPanelTest, CompletesWhatIsTyped) {
  panel_.filter().setFocus();
  QTest::keyClicks(&panel_.filter(), "adv");
  EXPECT_TRUE(panel_.filter().offered().contains("adversary:"));
  QTest::keyClicks(&panel_.filter(), "ersary:");
  EXPECT_EQ(panel_.filter().offered(), QStringList("adversary:none"));
}

TEST_F(RunsPanelTest, SeveralRunsAreComparedOneIsNot) {
  QSignalSpy asked(&panel_, &RunsPanel::contendersAsked);
  panel_.select(folder() / "b");
  EXPECT_FALSE(action("Compare")->isEnabled());
  EXPECT_TRUE(action("Compare with this run")->isEnabled());
  selectAll();
  ASSERT_TRUE(action("Compare")->isEnabled());
  EXPECT_FALSE(action("Compare with this run")->isEnabled());
  action("Compare")->trigger();
  ASSERT_EQ(asked.size(), 1);
  EXPECT_EQ(asked[0][0].value<std::vector<Contender>>().size(), 3u);
}

TEST_F(RunsPanelTest, TheSeedsOfASettingAreOneContender) {
  panel_.grouping().setCurrentIndex(2);
  ASSERT_EQ(panel_.model().rowCount(), 1);
  selectAll();
  QSignalSpy asked(&panel_, &RunsPanel::contendersAsked);
  EXPECT_FALSE(action("Compare")->isEnabled()) << "a mean alone is no comparison";
  panel_.table().setExpanded(panel_.model().index(0, 0), true);
  selectAll();
  ASSERT_TRUE(action("Compare")->isEnabled());
  action("Compare")->trigger();
  const auto contenders = asked.at(0)[0].value<std::vector<Contender>>();
  ASSERT_EQ(contenders.size(), 4u);
  EXPECT_EQ(contenders[0].runs.size(), 3u);
}

TEST_F(RunsPanelTest, ANameThatIsTypedStaysWithTheRun) {
  QSignalSpy labelled(&panel_, &RunsPanel::labelled);
  panel_.select(folder() / "a");
  panel_.table().setFocus();
  QTest::keyClick(&panel_.table(), Qt::Key_F2);
  auto* editor = panel_.table().findChild<QLineEdit*>();
  ASSERT_TRUE(editor);
  editor->setText("my run");
  QTest::keyClick(editor, Qt::Key_Return);
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return panel_.model().indexOf(folder() / "a").data().toString() == "my run"; }, kPatience));
  EXPECT_EQ(readLabels(folder() / "a").name, "my run");
  EXPECT_EQ(labelled.size(), 1);
}

TEST_F(RunsPanelTest, StarsAreSetAndTakenAway) {
  panel_.select(folder() / "a");
  panel_.table().setFocus();
  QTest::keyClick(&panel_.table(), Qt::Key_D, Qt::ControlModifier);
  EXPECT_TRUE(
      QTest::qWaitFor([&] { return panel_.model().indexOf(folder() / "a").data().toString() == "★ a"; }, kPatience));
  QTest::keyClick(&panel_.table(), Qt::Key_D, Qt::ControlModifier);
  EXPECT_TRUE(
      QTest::qWaitFor([&] { return panel_.model().indexOf(folder() / "a").data().toString() == "a"; }, kPatience));
}

TEST_F(RunsPanelTest, TheSelectionOutlivesANewList) {
  panel_.select(folder() / "b");
  train("d", 9);
  panel_.refresh();
  ASSERT_TRUE(QTest::qWaitFor([this] { return panel_.model().all().size() == 4; }, kPatience));
  const auto rows = panel_.table().selectionModel()->selectedRows();
  ASSERT_EQ(rows.size(), 1);
  EXPECT_EQ(rows[0].data().toString(), "b");
}

TEST_F(RunsPanelTest, ColumnsGroupsAndOrderAreRemembered) {
  panel_.model().setColumns({"batch", "clean"});
  panel_.table().sortByColumn(1, Qt::AscendingOrder);
  panel_.grouping().setCurrentIndex(3);
  const QByteArray state = panel_.saveState();
  RunsPanel other(folder());
  other.restoreState(state);
  EXPECT_EQ(other.model().columns(), panel_.model().columns());
  EXPECT_EQ(other.model().order(), panel_.model().order());
  EXPECT_EQ(other.model().grouping(), Grouping::Forks);
  other.restoreState("{\"columns\":[\"no.such\",\"batch\"],\"order\":[\"-nothing\"],\"group\":77}");
  EXPECT_EQ(other.model().columns(), (std::vector<std::string>{"name", "batch"}));
}

TEST(LabelsDialogTest, GivesBackWhatIsTyped) {
  LabelsDialog dialog("run", {"old", "note", false, {"a"}}, {"a", "b"});
  dialog.name().setText("  new ");
  dialog.tags().setText("a, c  d");
  EXPECT_EQ(dialog.labels(), (RunLabels{"new", "note", false, {"a", "c", "d"}}));
}

}  // namespace
}  // namespace sparring::ui
