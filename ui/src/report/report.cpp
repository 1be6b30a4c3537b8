#include "report/report.h"

#include <QString>

#include "base/export.h"
#include "report/reportpage.h"
#include "report/reportpictures.h"

namespace sparring::ui {
namespace {

void makeFolder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw Error({QT_TRANSLATE_NOOP("core", "Cannot make the folder %1: %2."), {folder.string(), error.message()}},
                {QT_TRANSLATE_NOOP("core", "Choose a place that you may write to."), {}});
}

}  // namespace

void writeReport(const std::filesystem::path& run, const std::filesystem::path& out, const Compared& compared) {
  const RunRecord record = readRun(run);
  const ReportPictures light = drawReport(run, record, compared, theme::Tone::Light);
  const ReportPictures dark = drawReport(run, record, compared, theme::Tone::Dark);
  makeFolder(out);
  const auto path = [&out](const char* name) { return QString::fromStdString((out / name).string()); };
  writeImage(path("loss.png"), light.loss);
  if (!light.frontier.isNull()) writeImage(path("frontier.png"), light.frontier);
  if (!light.robustness.isNull()) writeImage(path("robustness.png"), light.robustness);
  if (!light.digits.isNull()) writeImage(path("digits.png"), light.digits);
  writeImage(path("report.png"), joinReport(light, reportTitle(run, record), theme::Tone::Light));
  writeWhole(path("report.html"), reportPage(run, record, compared, light, dark).toUtf8());
}

}  // namespace sparring::ui
