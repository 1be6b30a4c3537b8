#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>

#include "base/theme.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QApplication app(argc, argv);
  sparring::theme::apply(app, sparring::theme::Mode::Light);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
