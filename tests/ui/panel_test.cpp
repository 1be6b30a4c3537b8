#include <gtest/gtest.h>

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "base/theme.h"
#include "parameters/parametereditor.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "parameters/slidermap.h"
#include "parameters/valuechips.h"

namespace sparring::ui {
namespace {

class PanelTest : public ::testing::Test {
 protected:
  void SetUp() override {
    panel_.setParams(params_, params_);
    panel_.resize(360, 900);
    panel_.show();
  }

  QLineEdit* entry(const char* key) { return panel_.field(key).findChild<QLineEdit*>(); }
  QSlider* slider(const char* key) { return panel_.field(key).findChild<QSlider*>(); }

  void type(const char* key, const char* text) {
    entry(key)->setFocus();
    entry(key)->selectAll();
    QTest::keyClicks(entry(key), text);
  }

  /// Why the text of a field is not valid; empty where it is.
  QString reason(const char* key) { return panel_.field(key).valid() ? QString() : panel_.message(); }

  QToolButton* back(const char* key) {
    for (auto* button : panel_.field(key).findChildren<QToolButton*>())
      if (button->accessibleName().contains("preset")) return button;
    return nullptr;
  }

  Params params_;
  ParameterPanel panel_;
};

TEST_F(PanelTest, EveryRowOfTheTableHasItsField) {
  for (const auto& row : paramTable()) {
    SCOPED_TRACE(row.key);
    EXPECT_EQ(&panel_.field(row.key).row(), &row);
    Params shown;
    setParam(shown, row.key, panel_.field(row.key).editor().text().toStdString());
    EXPECT_EQ(paramText(shown, row), paramText(params_, row));
  }
}

TEST_F(PanelTest, InvalidInputIsMarkedWithItsReasonWhileTyping) {
  type("batch", "99999");
  EXPECT_FALSE(panel_.field("batch").valid());
  EXPECT_TRUE(reason("batch").contains("8192")) << reason("batch").toStdString();
}

TEST_F(PanelTest, ADecimalCommaIsAnsweredByThePoint) {
  type("lr.classifier", "0,001");
  EXPECT_TRUE(reason("lr.classifier").contains("\"0.001\"")) << reason("lr.classifier").toStdString();
}

TEST_F(PanelTest, ADecimalCommaInAnAttackIsAnsweredByThePoint) {
  type("evaluate.attacks", "noise,fgsm:eps=0,1");
  EXPECT_TRUE(reason("evaluate.attacks").contains("\"0.1\"")) << reason("evaluate.attacks").toStdString();
}

TEST_F(PanelTest, InvalidInputIsNeitherAppliedNorLost) {
  QSignalSpy edited(&panel_, &ParameterPanel::edited);
  type("classifier.hidden", "128, many");
  QTest::keyClick(entry("classifier.hidden"), Qt::Key_Return);
  entry("batch")->setFocus();
  panel_.commit();
  EXPECT_EQ(edited.count(), 0);
  EXPECT_EQ(entry("classifier.hidden")->text(), "128, many");
  EXPECT_FALSE(panel_.field("classifier.hidden").valid());
}

TEST_F(PanelTest, CorrectingTheInputClearsTheMark) {
  type("batch", "1");
  ASSERT_FALSE(panel_.field("batch").valid());
  QTest::keyClicks(entry("batch"), "6");
  EXPECT_TRUE(panel_.field("batch").valid());
  EXPECT_TRUE(reason("batch").isEmpty());
}

TEST_F(PanelTest, ShowsOnlyWhatMattersToTheAdversaryAndFindsTheRestBySearch) {
  EXPECT_TRUE(panel_.field("teacher.weight").isVisibleTo(&panel_));
  EXPECT_FALSE(panel_.field("pgd.steps").isVisibleTo(&panel_));
  Params other = params_;
  other.adversary = "pgd";
  panel_.setParams(other, params_);
  EXPECT_FALSE(panel_.field("teacher.weight").isVisibleTo(&panel_));
  EXPECT_TRUE(panel_.field("pgd.steps").isVisibleTo(&panel_));
  panel_.focusFilter();
  QTest::keyClicks(panel_.focusWidget(), "teacher.weight");
  EXPECT_TRUE(panel_.field("teacher.weight").isVisibleTo(&panel_));
}

TEST_F(PanelTest, EnterHandsTheValueOn) {
  QSignalSpy edited(&panel_, &ParameterPanel::edited);
  type("lr.generator", "2e-3");
  EXPECT_EQ(edited.count(), 0);
  QTest::keyClick(entry("lr.generator"), Qt::Key_Return);
  ASSERT_EQ(edited.count(), 1);
  EXPECT_EQ(edited[0][0].toString(), "lr.generator");
  EXPECT_EQ(edited[0][1].toDouble(), 2e-3);
}

TEST_F(PanelTest, SliderHandsTheValueOnAndFillsTheEntry) {
  QSignalSpy edited(&panel_, &ParameterPanel::edited);
  QTest::keyClick(slider("beta"), Qt::Key_PageUp);
  ASSERT_EQ(edited.count(), 1);
  EXPECT_EQ(edited[0][0].toString(), "beta");
  EXPECT_GT(edited[0][1].toDouble(), 0);
  EXPECT_EQ(entry("beta")->text().toDouble(), edited[0][1].toDouble());
}

TEST_F(PanelTest, SliderOfAListWorksForOneValueAndRestsForSeveral) {
  EXPECT_TRUE(slider("lambda")->isEnabled());
  type("lambda", "0, 0.5, 1");
  EXPECT_FALSE(slider("lambda")->isEnabled());
  EXPECT_TRUE(panel_.field("lambda").valid());
}

TEST_F(PanelTest, EveryRealNumberHasASliderOfTheSameLength) {
  setParam(params_, "adversary", "cgan");
  panel_.setParams(params_, params_);
  QApplication::processEvents();
  ASSERT_TRUE(slider("teacher.weight")->isVisible());
  EXPECT_EQ(slider("teacher.weight")->width(), slider("lr.classifier")->width());
}

TEST_F(PanelTest, ArrowKeysStepTheNumber) {
  QSignalSpy edited(&panel_, &ParameterPanel::edited);
  entry("latent")->setFocus();
  QTest::keyClick(entry("latent")->parentWidget(), Qt::Key_Up);
  ASSERT_EQ(edited.count(), 1);
  EXPECT_EQ(edited[0][1].toString(), "65");
}

TEST_F(PanelTest, WayBackAppearsWhereAValueDiffersAndLeadsToThePreset) {
  EXPECT_TRUE(back("batch")->isHidden());
  Params changed = params_;
  changed.batch = 32;
  panel_.setParams(changed, params_);
  ASSERT_FALSE(back("batch")->isHidden());
  QSignalSpy edited(&panel_, &ParameterPanel::edited);
  QTest::mouseClick(back("batch"), Qt::LeftButton);
  ASSERT_EQ(edited.count(), 1);
  EXPECT_EQ(edited[0][1].toString(), QString::number(params_.batch));
}

TEST_F(PanelTest, FilterShowsWhatMatchesLabelKeyOrHelp) {
  panel_.focusFilter();
  QTest::keyClicks(panel_.findChild<QLineEdit*>(), "discriminator.output");
  EXPECT_TRUE(panel_.field("discriminator.output").isVisible());
  EXPECT_FALSE(panel_.field("batch").isVisible());
}

TEST_F(PanelTest, FilterOpensFoldedGroups) {
  const QString group = QString::fromStdString(paramRow("latent").group);
  panel_.setFolded({group});
  ASSERT_FALSE(panel_.field("latent").isVisible());
  QTest::keyClicks(panel_.findChild<QLineEdit*>(), "latent");
  EXPECT_TRUE(panel_.field("latent").isVisible());
  EXPECT_EQ(panel_.folded(), QStringList{group});
}

TEST_F(PanelTest, WhatIsWrongOrToBeKnownMovesNoField) {
  const auto places = [this] {
    QList<QPoint> list;
    for (const char* key : {"batch", "lambda", "latent"})
      list << panel_.field(key).mapTo(panel_.field(key).parentWidget()->parentWidget(), QPoint());
    return list;
  };
  const auto before = places();
  type("batch", "none");
  panel_.field("lambda").setHint("acts later");
  QApplication::processEvents();
  EXPECT_FALSE(panel_.message().isEmpty());
  EXPECT_EQ(places(), before);
}

TEST_F(PanelTest, AListShowsItsValuesOneByOneAndEachCanBeTakenOut) {
  auto* chips = panel_.field("lambda").findChild<ValueChips*>();
  EXPECT_TRUE(chips->chips().isEmpty());
  Params several = params_;
  several.lambda = {0, 0.5, 2};
  panel_.setParams(several, params_);
  ASSERT_EQ(chips->chips().size(), 3);
  QSignalSpy edited(&panel_, &ParameterPanel::edited);
  QTest::mouseClick(chips->chips()[1], Qt::LeftButton);
  ASSERT_EQ(edited.count(), 1);
  EXPECT_EQ(edited[0][1].toString(), "0,2");
}

TEST_F(PanelTest, ManyValuesMakeThePanelNoWider) {
  const int least = panel_.minimumSizeHint().width();
  Params many = params_;
  many.lambda = {0, 0.25, 0.5, 1, 2, 4, 8, 16};
  panel_.setParams(many, params_);
  panel_.resize(least, 900);
  QApplication::processEvents();
  EXPECT_EQ(panel_.minimumSizeHint().width(), least);
  auto* chips = panel_.field("lambda").findChild<ValueChips*>();
  const int right = panel_.field("lambda").mapTo(&panel_, QPoint(panel_.field("lambda").width(), 0)).x();
  EXPECT_LE(right, least) << "nothing is cut off";
  EXPECT_TRUE(chips->chips().front()->isVisible());
  EXPECT_FALSE(chips->chips().back()->isVisible());
  EXPECT_TRUE(chips->rest().isVisible());
}

TEST_F(PanelTest, AValueThatHasNoRoomIsInAMenu) {
  Params many = params_;
  many.lambda = {0, 0.25, 0.5, 1, 2, 4, 8, 16};
  panel_.setParams(many, params_);
  panel_.resize(panel_.minimumSizeHint().width(), 900);
  QApplication::processEvents();
  auto* chips = panel_.field("lambda").findChild<ValueChips*>();
  const auto hidden = std::ranges::count_if(chips->chips(), [](const auto* chip) { return !chip->isVisible(); });
  QSignalSpy edited(&panel_, &ParameterPanel::edited);
  QMenu* menu = chips->rest().menu();
  QTimer::singleShot(0, menu, [menu] {
    QTest::keyClick(menu, Qt::Key_Up);  // the last
    QTest::keyClick(menu, Qt::Key_Return);
  });
  QTest::mouseClick(&chips->rest(), Qt::LeftButton);
  EXPECT_EQ(menu->actions().size(), hidden);
  ASSERT_EQ(edited.count(), 1);
  EXPECT_EQ(edited[0][1].toString(), "0,0.25,0.5,1,2,4,8");
}

TEST_F(PanelTest, WhereAllValuesHaveRoomThereIsNoMenu) {
  Params several = params_;
  several.lambda = {0, 1};
  panel_.setParams(several, params_);
  panel_.resize(600, 900);
  QApplication::processEvents();
  EXPECT_FALSE(panel_.field("lambda").findChild<ValueChips*>()->rest().isVisible());
}

TEST_F(PanelTest, ThePlusAwaitsAnotherValue) {
  auto* chips = panel_.field("lambda").findChild<ValueChips*>();
  QTest::mouseClick(&chips->add(), Qt::LeftButton);
  QSignalSpy edited(&panel_, &ParameterPanel::edited);
  QTest::keyClicks(entry("lambda"), "4");
  QTest::keyClick(entry("lambda"), Qt::Key_Return);
  ASSERT_EQ(edited.count(), 1);
  EXPECT_EQ(edited[0][1].toString(), "1,4");
}

TEST_F(PanelTest, EscapeBringsTheFormerValueBack) {
  type("batch", "none");
  ASSERT_EQ(panel_.firstInvalid(), &panel_.field("batch"));
  QTest::keyClick(entry("batch"), Qt::Key_Escape);
  EXPECT_EQ(panel_.firstInvalid(), nullptr);
  EXPECT_EQ(entry("batch")->text().toLongLong(), params_.batch);
  EXPECT_TRUE(panel_.message().isEmpty());
}

TEST_F(PanelTest, RevealingUnfoldsAndTakesTheKeyboard) {
  panel_.setFolded({QString::fromStdString(paramRow("batch").group)});
  ASSERT_FALSE(panel_.field("batch").isVisible());
  panel_.reveal("batch");
  EXPECT_TRUE(panel_.field("batch").isVisible());
  EXPECT_TRUE(panel_.field("batch").isAncestorOf(panel_.focusWidget()));
}

TEST_F(PanelTest, ScreenReadersAreToldValuesInTheirUnits) {
  const auto told = [](QWidget* widget) {
    return QAccessible::queryAccessibleInterface(widget)->valueInterface()->currentValue().toDouble();
  };
  EXPECT_NEAR(told(slider("lambda")), params_.lambda.front(), 0.01);
  QAccessible::queryAccessibleInterface(slider("lambda"))->valueInterface()->setCurrentValue(2.0);
  EXPECT_NEAR(slider("lambda")->value(), SliderMap({0, 20}, false).position(2), 1);
  EXPECT_EQ(told(panel_.field("batch").findChild<QAbstractSpinBox*>()), double(params_.batch));
}

TEST_F(PanelTest, FieldsOfARunThatIsLookedAtAreReadInOneColourOnOneGround) {
  theme::apply(*qApp, theme::Mode::Light);
  panel_.setLooked(params_);
  const QPalette number = entry("batch")->palette();
  auto* box = panel_.field("adversary").findChild<QComboBox*>();
  EXPECT_FALSE(box->isEnabled());
  EXPECT_EQ(box->palette().color(QPalette::Disabled, QPalette::ButtonText), number.color(QPalette::Text));
  EXPECT_EQ(box->palette().color(QPalette::Disabled, QPalette::Button), number.color(QPalette::Base));
  panel_.setLooked({});
  EXPECT_TRUE(box->isEnabled());
  EXPECT_EQ(box->palette(), QApplication::palette());
}

TEST_F(PanelTest, WaitingSettingsOfferANewRun) {
  auto* newRun = panel_.findChild<QPushButton*>();
  EXPECT_FALSE(newRun->isVisible());
  panel_.setWaiting(true, {"batch"});
  ASSERT_TRUE(newRun->isVisible());
  QSignalSpy asked(&panel_, &ParameterPanel::newRunAsked);
  QTest::mouseClick(newRun, Qt::LeftButton);
  EXPECT_EQ(asked.count(), 1);
}

TEST_F(PanelTest, ContradictionBetweenRowsIsTold) {
  Params nothing = params_;
  nothing.epochsPretrain = nothing.epochsGan = nothing.epochsJoint = 0;
  panel_.setParams(nothing, params_);
  bool told = false;
  for (auto* label : panel_.findChildren<QLabel*>())
    told |= label->isVisible() && label->text().contains("nothing to train");
  EXPECT_TRUE(told);
}

TEST(SliderMapTest, PlaceOfAValueMeansThatValue) {
  for (const auto& [range, whole] : {std::pair<Range, bool>{{1e-6, 1e-1, Scale::Log}, false},
                                     {{0, 20}, false},
                                     {{0, 1}, false},
                                     {{0, 10000}, true}}) {
    const SliderMap map(range, whole);
    for (int position : {0, 1, 137, 500, 999, 1000}) {
      const double value = map.value(position);
      EXPECT_DOUBLE_EQ(map.value(map.position(value)), value);
      EXPECT_GE(value, range.min);
      EXPECT_LE(value, range.max);
    }
    EXPECT_DOUBLE_EQ(map.value(0), range.min);
    EXPECT_DOUBLE_EQ(map.value(SliderMap::kPositions), range.max);
  }
}

TEST(SliderMapTest, StepsStayInsideTheRange) {
  const SliderMap map({0, 0.4}, false);
  EXPECT_DOUBLE_EQ(map.stepped(0.4, 1), 0.4);
  EXPECT_DOUBLE_EQ(map.stepped(0, -1), 0);
  EXPECT_GT(map.stepped(0.1, 1), 0.1);
}

}  // namespace
}  // namespace sparring::ui
