// A QApplication around the tests of the views: no display, the light theme, English.
#include <gtest/gtest.h>

#include <QApplication>
#include <QLocale>

#include "base/theme.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QApplication app(argc, argv);
  sparring::theme::apply(app, sparring::theme::Mode::Light);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
