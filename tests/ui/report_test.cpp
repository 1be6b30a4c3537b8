#include "report/report.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QXmlStreamReader>
#include <fstream>

#include "base/export.h"
#include "curves/plotview.h"
#include "report/reportpictures.h"
#include "sparring/pictures.h"
#include "sparring/run.h"
#include "temp_folder.h"

namespace sparring::ui {
namespace {

namespace fs = std::filesystem;

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class ReportTest : public testing::Test {
 protected:
  /// A run of 1000 steps with every metric, an edit, three phases and `samples` pictures, as its files stand on disk.
  void SetUp() override { writeRun(8); }

  void writeRun(int samples, const std::string& preset = "seed-repaired", std::vector<double> lambdas = {1}) {
    fs::remove_all(run_);
    fs::create_directories(run_ / "samples");
    Params params;
    params.lrClassifier = 0.00125;
    params.lambda = lambdas;
    std::ofstream(run_ / "config.json")
        << R"({"version":"0.1.0","preset":")" << preset
        << R"(","data":{"name":"synthetic","sha256":"ab12","test_images":1000},"device":"cpu","threads":2,"started":"2026-01-02T03:04:05Z","params":)"
        << paramsToJson(params) << "}";
    std::ofstream metrics(run_ / "metrics.csv");
    metrics << metricsHeader() << "\n";
    for (int step = 10; step <= 1000; step += 10) {
      for (const char* key : {"L", "lambda_L_adv", "L_total", "D", "G"})
        metrics << step << ",0.1,joint,0," << key << "," << 1.0 / step << "\n";
      if (step % 100 == 0)
        for (size_t lane = 0; lane < lambdas.size(); ++lane)
          metrics << step << ",0.1,joint," << lane << ",clean,0.9\n"
                  << step << ",0.1,joint," << lane << ",noise,0.5\n"
                  << step << ",0.1,joint," << lane << ",fgsm," << (step < 1000 ? 0.1 : 0.6) + 0.1 * double(lane)
                  << "\n";
    }
    std::ofstream events(run_ / "events.jsonl");
    const auto event = [&](int step, const char* kind, const char* key, const char* value) {
      events << R"({"step":)" << step << R"(,"kind":")" << kind << R"(","key":")" << key << R"(","value":")" << value
             << R"(","message":{"text":"","args":[]}})"
             << "\n";
    };
    event(0, "phase", "pretrain", "");
    event(200, "phase", "gan", "");
    event(400, "phase", "joint", "");
    event(600, "edit", "lambda", "<script>2</script>");
    for (int i = 0; i < samples; ++i)
      writePng(samplesPath(run_, 100 * i), tile({ImageKind{}, std::vector<uint8_t>(6 * 28 * 28, uint8_t(20 * i))}, 3));
  }

  test::TempFolder folder_;
  fs::path run_ = folder_ / "run";
  fs::path out_ = folder_ / "out";
  QString file(const char* name) { return QString::fromStdString((out_ / name).string()); }
};

TEST_F(ReportTest, WritesPageAndPictures) {
  writeReport(run_, out_);
  const QImage report(file("report.png")), loss(file("loss.png")), digits(file("digits.png"));
  ASSERT_FALSE(report.isNull());
  ASSERT_FALSE(loss.isNull());
  ASSERT_FALSE(digits.isNull());
  EXPECT_GT(report.height(), loss.height() + digits.height());
}

TEST_F(ReportTest, PageHoldsItsPicturesFiguresSettingsAndEvents) {
  writeReport(run_, out_);
  const QString page = QString::fromUtf8(bytesOf(file("report.html")));
  EXPECT_EQ(page.count("data:image/png;base64,"), 6) << "three pictures in two tones";
  EXPECT_FALSE(page.contains("http")) << "nothing is loaded from elsewhere";
  EXPECT_TRUE(page.contains("90.0 % <small>88.0 % to 91.7 %</small>")) << "Wilson's interval of 900 in 1000";
  EXPECT_TRUE(page.contains("Measured at step 1,000 on 1,000 test images"));
  EXPECT_TRUE(page.contains("lr.classifier"));
  EXPECT_TRUE(page.contains("0.00125"));
  EXPECT_FALSE(page.contains("<code>lr.generator</code>")) << "it has its default value";
  EXPECT_TRUE(page.contains("joint training raised it from 10.0 % to 60.0 %"));
  EXPECT_TRUE(page.contains("no gain beyond chance from joint training (from 50.0 % to 50.0 %)"));
}

TEST_F(ReportTest, ALastTestBeforeTheEndTellsItsStep) {
  std::ofstream(run_ / "metrics.csv", std::ios::app) << "1200,0.1,joint,0,L,0.001\n";
  writeReport(run_, out_);
  EXPECT_TRUE(
      QString::fromUtf8(bytesOf(file("report.html"))).contains("The run went on to step 1,200 without another test."));
}

TEST_F(ReportTest, AnOlderRunThatDoesNotSayItsTestImagesHasNoIntervals) {
  QByteArray config = bytesOf(QString::fromStdString((run_ / "config.json").string()));
  config.replace(",\"test_images\":1000", "");
  std::ofstream(run_ / "config.json") << config.toStdString();
  writeReport(run_, out_);
  const QString page = QString::fromUtf8(bytesOf(file("report.html")));
  EXPECT_TRUE(page.contains("<b>90.0 %</b>"));
  EXPECT_TRUE(page.contains("the run does not say on how many test images"));
}

TEST_F(ReportTest, ACurveEndsWhereItsLossIsNotMeasured) {
  std::ofstream metrics(run_ / "metrics.csv");
  metrics << metricsHeader() << "\n";
  for (int step = 10; step <= 1000; step += 10) {  // the duel goes from step 200 to step 400
    if (step <= 200 || step > 400) metrics << step << ",0.1,joint,0,L,0.25\n";
    if (step > 200) metrics << step << ",0.1,joint,0,G,0.5\n";
  }
  metrics.close();
  writeReport(run_, out_);
  const QImage loss(file("loss.png"));
  const QRgb line = theme::series(Metric::L, theme::Tone::Light).rgb();
  const auto drawn = [&](int from, int to) {  // of the steps, of which a thousand and a bit are across
    int count = 0;
    const int left = int(0.08 * loss.width()), across = int(0.87 * loss.width());
    for (int y = loss.height() / 4; y < loss.height(); ++y)
      for (int x = left + across * from / 1050; x < left + across * to / 1050; ++x) count += loss.pixel(x, y) == line;
    return count;
  };
  EXPECT_GT(drawn(450, 900), 100);
  EXPECT_EQ(drawn(230, 370), 0);
}

TEST_F(ReportTest, SeveralLanesHaveAFrontierAndATable) {
  writeRun(0, "demo-lanes", {4, 0.5});
  writeReport(run_, out_);
  EXPECT_FALSE(QImage(file("frontier.png")).isNull());
  const QString page = QString::fromUtf8(bytesOf(file("report.html")));
  EXPECT_EQ(page.count("data:image/png;base64,"), 6) << "three pictures in two tones";
  const auto half = page.indexOf("</i>0.5</td>"), four = page.indexOf("</i>4</td>");
  ASSERT_GT(half, 0);
  EXPECT_GT(four, half) << "in the order of λ";
  EXPECT_GT(page.indexOf("<b>70.0 %"), half);
  EXPECT_LT(page.indexOf("<b>70.0 %"), four) << "the best under FGSM is bold";
  EXPECT_FALSE(page.contains("<b>90.0 %")) << "all are equally good on clean images";
}

TEST_F(ReportTest, WhatWasMeasuredGivesAVerdictAndItsFigures) {
  Assessment assessment;
  assessment.count = 1000;
  for (int lane = 0; lane < 2; ++lane) {
    const Share right{lane == 0 ? 100 : 850, 1000};
    LaneAssessment one;
    one.lane = lane;
    one.lambda = lane;
    one.clean = {980, 1000};
    one.curves = {{parseAttack("fgsm:eps=0.1"), "eps", {{0.1, right}}}};
    one.checks = {{"one-step", {"Title"}, {"<finding>"}, {"meaning"}, Check::Verdict::Pass}};
    assessment.lanes.push_back(one);
  }
  writeReport(run_, out_, comparedByItself(std::make_shared<const Assessment>(assessment)));
  EXPECT_FALSE(QImage(file("robustness.png")).isNull());
  const QString page = QString::fromUtf8(bytesOf(file("report.html")));
  EXPECT_TRUE(page.contains("A gain against FGSM"));
  EXPECT_TRUE(page.contains("10.0 % → 85.0 %"));
  EXPECT_TRUE(page.contains("&lt;finding&gt;"));
  EXPECT_EQ(page.count("data:image/png;base64,"), 8) << "four pictures in two tones";
}

TEST_F(ReportTest, OneLaneHasNoFrontier) {
  writeReport(run_, out_);
  EXPECT_FALSE(QFile::exists(file("frontier.png")));
}

TEST_F(ReportTest, WordsOfTheRunAreEscaped) {
  writeRun(1, "<script>alert(1)</script>");
  writeReport(run_, out_);
  EXPECT_FALSE(bytesOf(file("report.html")).contains("<script"));
}

TEST_F(ReportTest, ARunWithoutSamplesHasNoDigits) {
  writeRun(0);
  writeReport(run_, out_);
  EXPECT_FALSE(QFile::exists(file("digits.png")));
  EXPECT_TRUE(QFile::exists(file("report.png")));
}

TEST_F(ReportTest, ASamplePictureThatCannotBeReadIsPassedOver) {
  std::ofstream(samplesPath(run_, 700)) << "not a picture";
  writeReport(run_, out_);
  EXPECT_TRUE(QFile::exists(file("digits.png")));
}

TEST_F(ReportTest, AFolderWithoutARunIsAnError) {
  EXPECT_THROW(writeReport(folder_ / "nothing", out_), Error);
  EXPECT_FALSE(fs::exists(out_));
}

TEST_F(ReportTest, AFileInPlaceOfTheFolderIsAnError) {
  std::ofstream(out_.string()) << "a file";
  EXPECT_THROW(writeReport(run_, out_), Error);
}

TEST(ReportPicturesTest, SpreadKeepsTheFirstAndTheLast) {
  EXPECT_EQ(spread({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 6), (std::vector<int64_t>{0, 2, 4, 6, 8, 10}));
  EXPECT_EQ(spread({5, 7}, 6), (std::vector<int64_t>{5, 7}));
  EXPECT_EQ(spread({}, 6), (std::vector<int64_t>{}));
}

class ExportTest : public testing::Test {
 protected:
  ExportTest() : plot_(PlotView::Kind::Loss, store_) {
    store_.append({{10, Metric::L, 0, 1.0}, {20, Metric::L, 0, 0.5}});
    plot_.dataChanged();
    plot_.marks().addMarker({15, "lambda", "λ 2", "λ set to 2"});
  }
  void write(const QString& path) {
    writeDrawing(path, {640, 320},
                 [&](QPaintDevice& device, QSize size) { plot_.paintTo(device, size, theme::Tone::Light); });
  }

  SeriesStore store_;
  PlotView plot_;
  test::TempFolder folder_;
};

TEST_F(ExportTest, PngHasTwiceTheSizeAndLightColours) {
  write(folder_.file("a.png"));
  const QImage image(folder_.file("a.png"));
  EXPECT_EQ(image.size(), QSize(1280, 640));
  EXPECT_EQ(image.pixelColor(1, 1), theme::paper(theme::Tone::Light));
}

TEST_F(ExportTest, SvgIsWellFormedAndKeepsItsText) {
  write(folder_.file("a.svg"));
  QXmlStreamReader xml(bytesOf(folder_.file("a.svg")));
  QStringList texts;
  while (!xml.atEnd())
    if (xml.readNext() == QXmlStreamReader::Characters) texts << xml.text().toString().trimmed();
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  EXPECT_TRUE(texts.contains("Losses"));
  EXPECT_TRUE(texts.contains("λ 2")) << "marks are part of the drawing";
}

TEST_F(ExportTest, PdfIsWhole) {
  write(folder_.file("a.pdf"));
  const QByteArray bytes = bytesOf(folder_.file("a.pdf"));
  EXPECT_TRUE(bytes.startsWith("%PDF-"));
  EXPECT_TRUE(bytes.trimmed().endsWith("%%EOF"));
}

TEST_F(ExportTest, APathThatCannotBeWrittenIsAnErrorAndLeavesNothing) {
  for (const char* name : {"missing/a.png", "missing/a.svg", "missing/a.pdf"})
    EXPECT_THROW(write(folder_.file(name)), Error) << name;
  EXPECT_TRUE(QDir(QString::fromStdString(folder_.path().string())).isEmpty());
}

TEST_F(ExportTest, AFolderOfThatNameStaysAFolder) {
  fs::create_directory(folder_ / "a.png");
  EXPECT_THROW(write(folder_.file("a.png")), Error);
  EXPECT_TRUE(fs::is_directory(folder_ / "a.png"));
}

TEST_F(ExportTest, AnUnknownSuffixIsARequestThatMakesNoSense) {
  try {
    write(folder_.file("a.xyz"));
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Usage);
  }
}

TEST_F(ExportTest, ExportingChangesNothingOfTheView) {
  const PlotRange range = plot_.range();
  write(folder_.file("a.png"));
  EXPECT_EQ(plot_.range(), range);
  EXPECT_TRUE(plot_.follow());
}

}  // namespace
}  // namespace sparring::ui
