// A window with settings, runs and data of its own in a temporary folder, small enough to train in an instant.
#pragma once

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <memory>

#include "base/language.h"
#include "session/session.h"
#include "sparring/params.h"
#include "window/mainwindow.h"
#include "window/settings.h"

namespace sparring::ui {

/// Long enough for a loaded machine under a sanitizer; a wait ends as soon as what it waits for is there.
constexpr int kPatience = 60000;

class WindowFixture : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(folder_.isValid());
    qputenv("SPARRING_DATA", folder_.filePath("data").toUtf8());  // no data set is known to be here
    writeDigits(folder_.filePath("digits"));
    language_.use("en");
  }
  void TearDown() override { qunsetenv("SPARRING_DATA"); }

  std::filesystem::path path(const char* name) const { return folder_.filePath(name).toStdString(); }
  std::filesystem::path runs() const { return path("runs"); }

  /// A training of a few hundred steps on small images with small networks.
  Params tiny() const {
    Params params;
    params.data = path("digits").string();
    params.batch = 32;
    params.threads = 1;
    params.device = "cpu";
    params.classifierHidden = {16};
    params.generatorHidden = {16};
    params.discriminatorHidden = {16};
    params.teacherHidden = {16};
    params.latent = 8;
    params.epochsTeacher = 1;
    params.epochsPretrain = 1;
    params.epochsGan = 1;
    params.epochsJoint = 2000;
    params.metricsEvery = 2;
    params.evaluateEvery = 20;
    params.evaluateLimit = 50;
    params.samplesEvery = 5;
    params.checkpointEvery = 0;
    return params;
  }

  std::unique_ptr<MainWindow> makeWindow() {
    if (!settings_) settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
    auto window = std::make_unique<MainWindow>(*settings_, language_, runs());
    window->show();
    return window;
  }

  /// A window with the tiny training loaded, ready for the start.
  std::unique_ptr<MainWindow> openWindow() {
    settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
    settings_->setParams(tiny(), "seed-repaired");
    auto window = makeWindow();
    window->open();
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->session().now().state == State::Ready; }, kPatience));
    return window;
  }

  static bool waitForStep(Session& session, int64_t step) {
    return QTest::qWaitFor([&] { return session.begun() && session.now().step >= step; }, kPatience);
  }
  static bool waitForState(Session& session, State state) {
    return QTest::qWaitFor([&] { return session.now().state == state; }, kPatience);
  }

  QTemporaryDir folder_;
  Language language_;
  std::unique_ptr<Settings> settings_;

 private:
  static constexpr int kSide = 14;

  static void write(const QString& path, std::initializer_list<uint32_t> dims, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    QByteArray header("\0\0\x08", 3);
    header.append(static_cast<char>(dims.size()));
    for (uint32_t dim : dims)
      for (int shift = 24; shift >= 0; shift -= 8) header.append(static_cast<char>(dim >> shift));
    file.write(header + bytes);
  }

  /// Each class is a bar at its own height: learnt at once.
  static void writeDigits(const QString& folder) {
    QDir().mkpath(folder);
    for (const auto& [prefix, count] : {std::pair<QString, uint32_t>{"train", 320}, {"t10k", 100}}) {
      QByteArray images(static_cast<qsizetype>(count) * kSide * kSide, '\0');
      QByteArray labels;
      for (uint32_t i = 0; i < count; ++i) {
        const int digit = static_cast<int>(i % 10);
        labels.append(static_cast<char>(digit));
        const qsizetype row = (static_cast<qsizetype>(i) * kSide + digit + 2) * kSide;
        for (int x = 2; x < kSide - 2; ++x) images[row + x] = static_cast<char>(255);
      }
      write(folder + "/" + prefix + "-images-idx3-ubyte", {count, kSide, kSide}, images);
      write(folder + "/" + prefix + "-labels-idx1-ubyte", {count}, labels);
    }
  }
};

}  // namespace sparring::ui
