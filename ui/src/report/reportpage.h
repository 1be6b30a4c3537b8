// The words of a report: one self-contained HTML page.
#pragma once

#include <QString>

#include "report/reportpictures.h"
#include "sparring/run.h"

namespace sparring::ui {

/// "seed-repaired · 20261124-101500": the preset and the folder's name.
QString reportTitle(const std::filesystem::path& run, const RunRecord& record);

/// HTML with both sets of pictures inside (the browser picks by prefers-color-scheme). Every text from the run is
/// escaped: opening the page of somebody else's run executes nothing.
QString reportPage(const std::filesystem::path& run, const RunRecord& record, const Compared& compared,
                   const ReportPictures& light, const ReportPictures& dark);

}  // namespace sparring::ui
