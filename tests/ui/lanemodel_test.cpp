#include "frontier/lanemodel.h"
#include "shown/trace.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>

#include "showing.h"

namespace sparring::ui {
namespace {

constexpr int kNoiseColumn = LaneModel::Clean + 1, kFgsmColumn = LaneModel::Clean + 2;

class LaneModelTest : public testing::Test {
 protected:
  void lanes(std::vector<double> lambdas) {
    evaluations_.setLanes(std::move(lambdas));
    model_.refresh();
  }
  void evaluate(int16_t lane, double clean, double fgsm, int64_t step = 100) {
    evaluations_.append({{step, Metric::Clean, lane, clean}, {step, kFgsm, lane, fgsm}});
    model_.refresh();
  }
  QString text(int row, int column) { return model_.index(row, column).data().toString(); }
  bool bold(int row, int column) { return model_.index(row, column).data(Qt::FontRole).value<QFont>().bold(); }

  Evaluations evaluations_;
  LaneModel model_{evaluations_};
  QAbstractItemModelTester tester_{&model_, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(LaneModelTest, OneLaneIsARowWithoutABest) {
  evaluate(0, 0.9648, 0.0552);
  ASSERT_EQ(model_.rowCount(), 1);
  EXPECT_EQ(text(0, LaneModel::Lambda), "1");
  EXPECT_EQ(text(0, LaneModel::Clean), "96.5 %");
  EXPECT_EQ(text(0, kNoiseColumn), "–") << "not measured";
  EXPECT_EQ(text(0, kFgsmColumn), "5.5 %");
  EXPECT_FALSE(bold(0, LaneModel::Clean));
}

TEST_F(LaneModelTest, RowsStandInTheOrderOfLambda) {
  lanes({4, 0, 1});
  evaluate(0, 0.94, 0.8);
  EXPECT_EQ(text(0, LaneModel::Lambda), "0");
  EXPECT_EQ(text(2, LaneModel::Lambda), "4");
  EXPECT_EQ(text(2, LaneModel::Clean), "94.0 %") << "figures and colour go with their lane";
  EXPECT_EQ(model_.lane(2), 0);
}

TEST_F(LaneModelTest, TheBestOfEachColumnIsBold) {
  lanes({0, 1});
  evaluate(0, 0.97, 0.05);
  evaluate(1, 0.96, 0.83);
  EXPECT_TRUE(bold(0, LaneModel::Clean));
  EXPECT_FALSE(bold(1, LaneModel::Clean));
  EXPECT_TRUE(bold(1, kFgsmColumn));
  EXPECT_FALSE(bold(0, kFgsmColumn));
  EXPECT_TRUE(model_.index(1, kFgsmColumn).data(Qt::AccessibleTextRole).toString().contains("best"));
}

TEST_F(LaneModelTest, WhatLooksTheSameIsEquallyGood) {
  lanes({0, 1, 2});
  evaluate(0, 0.97001, 0.1);
  evaluate(1, 0.97002, 0.1);
  evaluate(2, 0.9, 0.1);
  EXPECT_TRUE(bold(0, LaneModel::Clean));
  EXPECT_TRUE(bold(1, LaneModel::Clean));
  for (int row = 0; row < 3; ++row) EXPECT_FALSE(bold(row, kFgsmColumn)) << "none is better than another";
}

TEST_F(LaneModelTest, NewFiguresOfTheSameLanesKeepTheRows) {
  lanes({0, 1});
  QSignalSpy reset(&model_, &LaneModel::modelReset), changed(&model_, &LaneModel::dataChanged);
  evaluate(0, 0.97, 0.05);
  EXPECT_EQ(reset.count(), 0) << "a selection stays";
  EXPECT_EQ(changed.count(), 1);
}

TEST_F(LaneModelTest, AnEditThatPassesANeighbourSortsAnew) {
  lanes({0, 1});
  evaluate(0, 0.97, 0.05);
  lanes({2, 1});
  EXPECT_EQ(text(1, LaneModel::Lambda), "2");
  EXPECT_EQ(text(1, LaneModel::Clean), "97.0 %");
}

TEST_F(LaneModelTest, APastStepShowsItsEvaluation) {
  evaluate(0, 0.5, 0.1, 100);
  evaluate(0, 0.6, 0.2, 200);
  model_.setUntil(150);
  EXPECT_EQ(text(0, LaneModel::Clean), "50.0 %");
  model_.setUntil(50);
  EXPECT_EQ(text(0, LaneModel::Clean), "–");
  model_.setUntil({});
  EXPECT_EQ(text(0, LaneModel::Clean), "60.0 %");
}

}  // namespace
}  // namespace sparring::ui
