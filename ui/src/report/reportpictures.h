// The pictures of a report, in either tone.
#pragma once

#include <QImage>
#include <filesystem>

#include "base/theme.h"
#include "measure/comparedlane.h"
#include "sparring/run.h"

namespace sparring::ui {

/// Null images where the run has nothing to show: no generator, no samples, one lane.
struct ReportPictures {
  QImage loss;
  QImage accuracy;
  QImage frontier;    ///< of several lanes
  QImage robustness;  ///< of what was measured: a panel an attack, the corruptions below
  QImage digits;      ///< the grid through time: up to six samples in a row with their steps
};

/// Draws them from what was recorded; reads the run's sample pictures. One that cannot be read is passed over.
ReportPictures drawReport(const std::filesystem::path& run, const RunRecord& record, const Compared& compared,
                          theme::Tone tone);

/// All of them below each other under a title.
QImage joinReport(const ReportPictures& pictures, const QString& title, theme::Tone tone);

/// At most `count` of the steps, evenly spread, the first and the last among them.
std::vector<int64_t> spread(const std::vector<int64_t>& steps, size_t count);

}  // namespace sparring::ui
