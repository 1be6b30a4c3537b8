// A plot as plain values, and as SVG text for pages that need no program to be looked at.
#pragma once

#include <string>
#include <vector>

namespace sparring {

struct ChartPoint {
  double x = 0, y = 0;                              ///< y not finite: a gap
  double xLow = 0, xHigh = 0, yLow = 0, yHigh = 0;  ///< intervals; low not below high: none. A line has those of y
                                                    ///< as a band
};

struct ChartSeries {
  std::string name;
  std::vector<ChartPoint> points;  ///< x ascending, where `line`
  bool line = true;                ///< else dots with their intervals
};

/// Whether it has a band.
bool hasBand(const ChartSeries& series);

/// Series i has chartColour(i).
struct Chart {
  std::string title, xTitle, yTitle;
  std::vector<ChartSeries> series;
  bool percentX = false, percentY = false;  ///< shares: ticks in per cent
  std::string note = {};                    ///< what it stands on or lacks, in a sentence; may be empty

  bool empty() const;  ///< nothing to draw
};

/// What an axis spans, and the round values on it.
struct ChartAxis {
  double low = 0, high = 1;
  std::vector<double> ticks = {};
  std::vector<std::string> labels = {};  ///< of the ticks
};
ChartAxis chartX(const Chart& chart);
ChartAxis chartY(const Chart& chart);

/// 0 <= i; there are twelve, then they begin again. "#rrggbb".
std::string chartColour(size_t i, bool dark);

/// 640 x 360, light or dark as the reader's system is; with colours of its own where it stands `alone` in a file. Empty
/// where there is nothing to draw.
std::string chartSvg(const Chart& chart, bool alone);

/// The colours as a style sheet, for a page of several charts.
std::string chartStyle();

}  // namespace sparring
