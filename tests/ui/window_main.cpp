#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>

#include "base/theme.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QApplication app(argc, argv);
  sparring::ui::theme::apply(app, sparring::ui::theme::Mode::Light);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
