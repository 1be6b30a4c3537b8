// Sweeps: what is asked of one, brushes, figures and words of what it came to, and one from beginning to end.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <fstream>

#include "showing.h"
#include "sparring/presets.h"
#include "sparring/run.h"
#include "sparring/sweep.h"
#include "sweep/bestpanel.h"
#include "sweep/heatfigure.h"
#include "sweep/influencefigure.h"
#include "sweep/parallelplot.h"
#include "sweep/scatterfigure.h"
#include "sweep/sweepform.h"
#include "sweep/sweepview.h"
#include "sweep/sweepviews.h"
#include "sweep/variedrow.h"
#include "temp_folder.h"
#include "widgets/figureview.h"

namespace sparring::ui {
namespace {

Params quickParams() {
  Params params;
  params.data = "synthetic";
  params.adversary = "fgsm";
  params.lambda = {1};
  params.device = "cpu";
  params.classifierHidden = {16};
  params.epochsPretrain = params.epochsGan = 0;
  params.epochsJoint = 1;
  params.evaluateEvery = 1000;
  params.evaluateLimit = 100;
  params.evaluateAttacks = "fgsm:eps=0.1";
  return params;
}

class SweepFormTest : public testing::Test {
 protected:
  SweepFormTest() {
    form_.setWished(quickParams(), presets().front().name);
    form_.show();
  }
  void type(VariedRow& row, const QString& text) {
    row.entry().setFocus();
    row.entry().selectAll();
    QTest::keyClicks(&row.entry(), text);
  }
  bool says(const QString& words) {
    return QTest::qWaitFor([&] { return form_.count().contains(words); }, kPatience);
  }
  SweepForm form_{nullptr};
};

TEST_F(SweepFormTest, ProposesARangeAndCountsItsRuns) {
  ASSERT_EQ(form_.rows().size(), 1u);
  EXPECT_TRUE(form_.rows()[0]->variation());
  EXPECT_TRUE(says("5 runs, 1 at a time")) << form_.count().toStdString();
  EXPECT_TRUE(form_.valid());
}

TEST_F(SweepFormTest, SaysAtTheLineWhatIsWrongWithIt) {
  VariedRow& row = *form_.rows()[0];
  type(row, "3..1");
  EXPECT_FALSE(row.variation());
  EXPECT_TRUE(row.problem().contains("LO..HI")) << row.problem().toStdString();
  EXPECT_TRUE(QTest::qWaitFor([this] { return !form_.valid(); }, kPatience));
  type(row, "1e-4..1e-2:log:6");
  EXPECT_TRUE(row.problem().isEmpty());
  EXPECT_TRUE(says("6 runs"));
}

TEST_F(SweepFormTest, CountsCombinationsSeedsAndRungs) {
  type(*form_.rows()[0], "1e-4..1e-2:log:3");
  QTest::mouseClick(&form_.addition(), Qt::LeftButton);
  ASSERT_EQ(form_.rows().size(), 2u);
  EXPECT_NE(form_.rows()[0]->key(), form_.rows()[1]->key());
  form_.rows()[1]->parameter().setCurrentIndex(form_.rows()[1]->parameter().findData("batch"));
  type(*form_.rows()[1], "16,32,64");
  EXPECT_TRUE(says("9 runs"));
  form_.seeds().setValue(2);
  EXPECT_TRUE(says("18 runs"));
  form_.seeds().setValue(1);
  form_.halving().setValue(3);
  EXPECT_TRUE(says("Halving needs to know how long a run is")) << form_.count().toStdString();
  form_.length().setValue(9);
  EXPECT_TRUE(says("9 up to 1 epoch, 3 up to 3 epochs, 1 up to 9 epochs")) << form_.count().toStdString();
}

TEST_F(SweepFormTest, HoldsNoParameterTwiceAndNothingIsNoSweep) {
  QTest::mouseClick(&form_.addition(), Qt::LeftButton);
  QComboBox& second = form_.rows()[1]->parameter();
  second.setCurrentIndex(second.findData(form_.rows()[0]->parameter().currentData()));
  EXPECT_TRUE(says("twice")) << form_.count().toStdString();
  while (!form_.rows().empty()) QTest::mouseClick(&form_.rows().back()->removal(), Qt::LeftButton);
  EXPECT_TRUE(says("varies nothing")) << form_.count().toStdString();
}

TEST_F(SweepFormTest, AsksForTheWishedSettingsOverThePreset) {
  const SweepSpec spec = form_.spec();
  EXPECT_EQ(spec.preset, presets().front().name);
  EXPECT_NE(std::ranges::find(spec.settings, "data=synthetic"), spec.settings.end());
  EXPECT_EQ(runsOf(spec)[0].params.classifierHidden, std::vector<int64_t>{16});
}

TEST_F(SweepFormTest, RemembersWhatWasTyped) {
  type(*form_.rows()[0], "0.1, nonsense");
  form_.strategy().setCurrentIndex(form_.strategy().findData("sobol"));
  form_.runs().setValue(33);
  SweepForm other(nullptr);
  other.setState(form_.state());
  EXPECT_EQ(other.rows()[0]->values(), "0.1, nonsense");
  EXPECT_EQ(other.strategy().currentData().toString(), "sobol");
  EXPECT_EQ(other.runs().value(), 33);
}

TEST(AxisScaleTest, LiesAlongLogarithmsOrChoices) {
  const AxisScale log = AxisScale::over({1e-4, 1e-2, 1e-3}, true);
  EXPECT_NEAR(log.share(1e-3), 0.5, 1e-12);
  EXPECT_NEAR(log.value(0.25), std::pow(10, -3.5), 1e-12);
  EXPECT_EQ(log.ticks(6).size(), 3u) << "the values themselves, where they are few";
  AxisScale choices;
  choices.choices = {"a", "b"};
  EXPECT_NEAR(choices.share(0), 0.25, 1e-12);
  EXPECT_EQ(choices.text(choices.value(0.9)), "b");
  const AxisScale single = AxisScale::over({3, 3}, false);
  EXPECT_NEAR(single.share(3), 0.5, 1e-12);
}

ParallelAxis axisOver(const QString& name, std::vector<double> values, bool log = false) {
  return {name, name, AxisScale::over(values, log), values};
}

class ParallelPlotTest : public testing::Test {
 protected:
  ParallelPlotTest() {
    plot_.resize(500, 300);
    plot_.setAxes({axisOver("rate", {0, 1, 2, 3, 4, 5, 6, 7, 8}), axisOver("batch", {0, 1, 2, 0, 1, 2, 0, 1, 2}),
                   axisOver("clean", {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, std::nan("")})},
                  true, {"a", "b", "c", "d", "e", "f", "g", "h", "i"});
    plot_.show();
    plot_.finish();
  }
  QPoint on(int axis, double share) { return QPointF(plot_.drawing().x(axis), plot_.drawing().y(share)).toPoint(); }
  void drag(QPoint from, QPoint to) {
    QTest::mousePress(&plot_, Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot_, (from + to) / 2);
    QTest::mouseMove(&plot_, to);
    QTest::mouseRelease(&plot_, Qt::LeftButton, {}, to);
  }
  std::string kept() {
    std::string text;
    for (size_t i = 0; i < plot_.kept().size(); ++i)
      if (plot_.kept()[i]) text += char('a' + i);
    return text;
  }
  ParallelPlot plot_{nullptr};
};

TEST_F(ParallelPlotTest, ADragOnAnAxisSelectsAndSeveralMustAllHold) {
  EXPECT_EQ(kept(), "abcdefghi");
  drag(on(0, 0.45), on(0, 1));
  EXPECT_EQ(kept(), "efghi");
  drag(on(1, 0.9), on(1, 1));
  EXPECT_EQ(kept(), "fi");
  EXPECT_TRUE(plot_.told().contains("2 of 9 runs")) << plot_.told().toStdString();
  drag(on(2, 0.2), on(2, 1));
  EXPECT_EQ(kept(), "f") << "what has no value there is not within it";
}

TEST_F(ParallelPlotTest, ADragOfABrushMovesItAndOneOfItsEndThatEnd) {
  drag(on(0, 0.3), on(0, 0.6));
  EXPECT_EQ(kept(), "de");
  drag(on(0, 0.45), on(0, 0.7));
  EXPECT_EQ(kept(), "fg");
  drag(on(0, 0.85), on(0, 1));
  EXPECT_EQ(kept(), "fghi");
}

TEST_F(ParallelPlotTest, AClickBesideItAndEscapeEndBrushes) {
  drag(on(0, 0.45), on(0, 1));
  drag(on(1, 0.9), on(1, 1));
  QTest::mouseClick(&plot_, Qt::LeftButton, {}, on(0, 0.1));
  EXPECT_EQ(kept(), "cfi") << "that of this axis";
  QTest::keyClick(&plot_, Qt::Key_Escape);
  EXPECT_EQ(kept(), "abcdefghi");
}

TEST_F(ParallelPlotTest, KeysDoWhatTheMouseDoes) {
  QTest::keyClick(&plot_, Qt::Key_Up);
  EXPECT_EQ(kept(), "ghi") << "the upper quarter of the first axis";
  QTest::keyClick(&plot_, Qt::Key_Down, Qt::ControlModifier);
  QTest::keyClick(&plot_, Qt::Key_Down, Qt::ControlModifier);
  QTest::keyClick(&plot_, Qt::Key_Down, Qt::ControlModifier);
  EXPECT_EQ(kept(), "fghi") << "its lower end";
  QTest::keyClick(&plot_, Qt::Key_Right);
  QTest::keyClick(&plot_, Qt::Key_Down);
  EXPECT_EQ(kept(), "g") << "and the lowest of the second";
  QTest::keyClick(&plot_, Qt::Key_Delete);
  EXPECT_EQ(kept(), "fghi");
}

TEST_F(ParallelPlotTest, BrushesStayWithNewValuesAndGoWithOtherAxes) {
  drag(on(0, 0.45), on(0, 1));
  const std::vector<QString> names = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  plot_.setAxes({axisOver("rate", {0, 1, 2, 3, 4, 5, 6, 7, 8}), axisOver("batch", {0, 1, 2, 0, 1, 2, 0, 1, 2}),
                 axisOver("clean", {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9})},
                true, names);
  EXPECT_EQ(kept(), "efghi");
  plot_.setAxes({axisOver("other", {0, 1, 2, 3, 4, 5, 6, 7, 8}), axisOver("clean", {1, 2, 3, 4, 5, 6, 7, 8, 9})}, true,
                names);
  EXPECT_EQ(kept(), "abcdefghi");
}

TEST(InfluenceTextTest, SaysWhichWayAndWhetherItIsChance) {
  const RankCorrelation up{0.8, 0.4, 0.95, 12}, chance{0.2, -0.4, 0.7, 12};
  EXPECT_EQ(influenceText({"batch", up, {}}, true), "The higher the better: ρ = 0.80 (0.40 to 0.95), 12 combinations");
  EXPECT_TRUE(influenceText({"batch", up, {}}, false).startsWith("The lower the better")) << "of a loss";
  EXPECT_TRUE(influenceText({"batch", chance, {}}, true).startsWith("Within chance"));
  EXPECT_TRUE(influenceText({"adversary", {}, GroupSpread{0.1, 0.3, 12}}, true).startsWith("Within chance"));
  EXPECT_EQ(influenceText({"adversary", {}, {}}, true), "Too few runs to tell");
}

/// A page with runs in a folder of its own.
class SweepViewTest : public testing::Test {
 protected:
  SweepViewTest() {
    here_.session.setRuns(folder_.path());
    here_.session.open(quickParams(), presets().front().name);
    view_.setProgram(SPARRING_CLI);
    view_.resize(900, 700);
    view_.show();
  }

  /// A sweep of twelve runs, of which so many have come to something: the higher the rate the better.
  std::filesystem::path made(size_t done) {
    SweepSpec spec;
    spec.settings = {"data=synthetic"};
    spec.vary = {parseVariation("lr.classifier=1e-4..1e-2:log:4"), parseVariation("batch=16,32,64")};
    spec.steps = 100;
    const SweepFolder sweep = SweepFolder::make(folder_.path() / "1-sweep", spec);
    std::filesystem::create_directories(sweep.path() / "results");
    for (size_t run = 0; run < done; ++run) {
      std::filesystem::create_directories(sweep.runFolder(run));
      std::ofstream(sweep.path() / "results" / (sweep.runs()[run].name + ".json"))
          << R"([{"budget": 100, "step": 100, "value": )" << 0.5 + 0.01 * double(run)
          << R"(, "lane": 0, "seconds": 2.5}])";
    }
    return sweep.path();
  }
  void look(const std::filesystem::path& sweep) {
    view_.choose(sweep);
    ASSERT_TRUE(QTest::qWaitFor([this] { return view_.reader().contents() != nullptr; }, kPatience));
    view_.views().parallel().finish();
  }
  QString cell(int row, int column) { return model().index(row, column).data().toString(); }
  SweepTable& model() { return view_.views().model(); }

  test::TempFolder folder_;
  Showing here_;
  SweepView view_{here_.shown};
};

TEST_F(SweepViewTest, ListsTheRunsWithTheBestMarked) {
  look(made(9));
  EXPECT_EQ(model().rowCount(), 12);
  EXPECT_EQ(model().columnCount(), 7);
  EXPECT_EQ(cell(8, 0), "★ run-09");
  EXPECT_EQ(cell(8, 1), "done");
  EXPECT_EQ(cell(8, 2), "58.00 %");
  EXPECT_EQ(cell(9, 1), "waiting");
  EXPECT_TRUE(view_.status().contains("9 of 12 runs done")) << view_.status().toStdString();
  EXPECT_TRUE(view_.views().best().told().contains("run-09"));
}

TEST_F(SweepViewTest, SortsWithWhatHasNoValueLast) {
  look(made(9));
  model().sort(2, Qt::DescendingOrder);
  EXPECT_EQ(cell(0, 0), "★ run-09");
  EXPECT_EQ(cell(8, 0), "run-01");
  model().sort(2, Qt::AscendingOrder);
  EXPECT_EQ(cell(0, 0), "run-01");
  EXPECT_EQ(cell(11, 1), "waiting");
}

TEST_F(SweepViewTest, ABrushFiltersTheTable) {
  look(made(12));
  view_.views().parallel().setBrush(0, Brush{0.9, 1});
  ASSERT_TRUE(QTest::qWaitFor([this] { return model().rowCount() == 3; }, kPatience));
  EXPECT_EQ(cell(0, 0), "run-10");
  ASSERT_TRUE(view_.unbrushing().isVisible());
  QTest::mouseClick(&view_.unbrushing(), Qt::LeftButton);
  EXPECT_TRUE(QTest::qWaitFor([this] { return model().rowCount() == 12; }, kPatience));
}

TEST_F(SweepViewTest, EnterInTheTableAndAClickInTheScatterAskForTheRun) {
  look(made(12));
  QSignalSpy asked(&view_.views(), &SweepViews::runAsked);
  view_.views().table().setFocus();
  view_.views().table().setCurrentIndex(model().index(4, 0));
  QTest::keyClick(&view_.views().table(), Qt::Key_Return);
  ASSERT_EQ(asked.count(), 1);
  EXPECT_EQ(asked[0][0].value<size_t>(), 4u);
  view_.look().setCurrentIndex(int(SweepLook::Scatter));
  FigureView& figure = view_.views().figure();
  figure.setFocus();
  QTest::keyClick(&figure, Qt::Key_Right);
  QTest::keyClick(&figure, Qt::Key_Return);
  EXPECT_EQ(asked.count(), 2);
}

TEST_F(SweepViewTest, SaysWhatMatteredAndDrawsAHeatMap) {
  look(made(12));
  FigureView& figure = view_.views().figure();
  view_.look().setCurrentIndex(int(SweepLook::Influence));
  QTest::keyClick(&figure, Qt::Key_Right);
  EXPECT_TRUE(figure.readout().startsWith("Classifier learning rate")) << figure.readout().toStdString();
  EXPECT_TRUE(figure.readout().contains("The higher the better"));
  QTest::keyClick(&figure, Qt::Key_Right);
  EXPECT_TRUE(figure.readout().contains("Within chance")) << figure.readout().toStdString();
  view_.look().setCurrentIndex(int(SweepLook::Heat));
  QTest::keyClick(&figure, Qt::Key_Left);
  EXPECT_TRUE(figure.readout().contains("Runs in the cell: 1")) << figure.readout().toStdString();
}

TEST_F(SweepViewTest, HandsTheBestSettingsOn) {
  look(made(12));
  QSignalSpy wished(&view_, &ViewPage::wishAsked), page(&view_, &ViewPage::pageAsked);
  QTest::mouseClick(&view_.views().best().use(), Qt::LeftButton);
  ASSERT_EQ(wished.count(), 1);
  EXPECT_EQ(wished[0][0].value<Params>().batch, 64);
  EXPECT_NEAR(wished[0][0].value<Params>().lrClassifier, 0.01, 1e-9);
  QTest::mouseClick(&view_.views().best().comparison(), Qt::LeftButton);
  ASSERT_EQ(page.count(), 1);
  EXPECT_EQ(here_.shown.comparison().contenders().size(), 5u);
  here_.shown.comparison().cancel();
}

TEST_F(SweepViewTest, WritesItsTableWithKeys) {
  look(made(1));
  EXPECT_TRUE(
      model().csv().startsWith("run,lr.classifier,batch,seed,budget,step,clean,lane,seconds,state\n"
                               "run-01,1e-04,16,1,100,100,0.5,0,2.50,done\n"))
      << model().csv().toStdString();
}

TEST_F(SweepViewTest, SaysWhenTheProgramThatTrainsIsNotThere) {
  view_.setProgram(folder_.path() / "nothing");
  QSignalSpy noticed(&view_, &ViewPage::noticed);
  ASSERT_TRUE(QTest::qWaitFor([this] { return view_.starting().isEnabled(); }, kPatience));
  QTest::mouseClick(&view_.starting(), Qt::LeftButton);
  ASSERT_EQ(noticed.count(), 1);
  EXPECT_TRUE(noticed[0][0].value<Notice>().causeText().contains("is not there"));
  EXPECT_FALSE(view_.training().busy());
  EXPECT_TRUE(sweepsIn(folder_.path()).empty()) << "nothing was written";
}

TEST_F(SweepViewTest, TrainsASweepAndGoesOnAfterAStop) {
  view_.form().rows()[0]->setValues("1e-4,1e-2");
  view_.form().unit().setCurrentIndex(view_.form().unit().findData("steps"));
  view_.form().length().setValue(60);
  ASSERT_TRUE(QTest::qWaitFor([this] { return view_.form().count().contains("2 runs"); }, kPatience));
  QTest::mouseClick(&view_.starting(), Qt::LeftButton);
  EXPECT_TRUE(view_.stopping().isVisible());
  ASSERT_TRUE(QTest::qWaitFor([this] { return view_.training().opened(); }, kPatience));
  QTest::mouseClick(&view_.stopping(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return !view_.training().busy(); }, kPatience));
  ASSERT_EQ(sweepsIn(folder_.path()).size(), 1u);
  ASSERT_TRUE(
      QTest::qWaitFor([this] { return view_.starting().isVisible() && view_.starting().isEnabled(); }, kPatience));
  EXPECT_EQ(view_.starting().text(), "&Resume");
  QTest::mouseClick(&view_.starting(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return !view_.training().busy(); }, kPatience));
  ASSERT_FALSE(view_.training().problem()) << view_.training().problem()->what();
  ASSERT_TRUE(QTest::qWaitFor([this] { return view_.status().contains("2 of 2 runs done"); }, kPatience))
      << view_.status().toStdString();
  EXPECT_TRUE(cell(0, 2).contains("%"));
  EXPECT_FALSE(view_.starting().isEnabled()) << "nothing is left";
}

TEST_F(SweepViewTest, ItsEndLeavesACheckpointOfEveryRun) {
  auto view = std::make_unique<SweepView>(here_.shown);
  view->setProgram(SPARRING_CLI);
  view->show();
  view->form().rows()[0]->setValues("1e-4,1e-3");
  view->form().unit().setCurrentIndex(view->form().unit().findData("steps"));
  view->form().length().setValue(100'000'000);
  ASSERT_TRUE(QTest::qWaitFor([&] { return view->starting().isEnabled(); }, kPatience));
  QTest::mouseClick(&view->starting(), Qt::LeftButton);
  const std::filesystem::path run = view->training().folder() / "run-01";
  ASSERT_TRUE(QTest::qWaitFor([&] { return std::filesystem::exists(run / "config.json"); }, kPatience));
  ASSERT_TRUE(QTest::qWaitFor([&] { return view->status().contains("1 running"); }, kPatience))
      << view->status().toStdString();
  view.reset();
  EXPECT_FALSE(isBeingTrained(run));
  EXPECT_FALSE(readRun(run).checkpoints.empty());
}

TEST_F(SweepViewTest, SaysWhyARunFailed) {
  view_.form().rows()[0]->setValues("1e-4,1e-3");
  view_.form().metric().setText("D");
  view_.form().unit().setCurrentIndex(view_.form().unit().findData("steps"));
  view_.form().length().setValue(60);
  ASSERT_TRUE(QTest::qWaitFor([this] { return view_.form().count().contains("2 runs"); }, kPatience));
  QTest::mouseClick(&view_.starting(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return view_.status().contains("2 failed"); }, kPatience))
      << view_.status().toStdString();
  EXPECT_EQ(cell(0, 1), "failed");
  EXPECT_TRUE(model().index(0, 1).data(Qt::ToolTipRole).toString().contains("has no D to be compared by"))
      << model().index(0, 1).data(Qt::ToolTipRole).toString().toStdString();
  ASSERT_TRUE(
      QTest::qWaitFor([this] { return view_.starting().isVisible() && view_.starting().isEnabled(); }, kPatience))
      << "they are tried again";
}

}  // namespace
}  // namespace sparring::ui
