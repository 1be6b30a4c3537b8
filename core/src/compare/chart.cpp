#include "sparring/chart.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "compare/markup.h"

namespace sparring {
namespace {

constexpr double kWidth = 640, kHeight = 360;
constexpr double kLeft = 58, kRight = 14, kTop = 34, kBottom = 44;
constexpr double kLegendLine = 16, kNoteLine = 14;
constexpr int kTicks = 6;
constexpr const char* kLight[] = {"#3a6ea5", "#c2571a", "#2e8b57", "#8e44ad", "#a67c00", "#c0392b",
                                  "#16808a", "#7f5539", "#5b6abf", "#5c7a1f", "#a83279", "#555555"};
constexpr const char* kDark[] = {"#7fb2e5", "#f0955c", "#6fcf97", "#c39bd3", "#e6c35c", "#f1948a",
                                 "#6cc7d1", "#c9a27e", "#a3aef0", "#b5d166", "#e58cc0", "#bbbbbb"};
constexpr size_t kColours = std::size(kLight);

std::string pixels(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 1).ptr};
}

/// 1, 2 or 5 times a power of ten: about kTicks of them over `span`.
double stepFor(double span) {
  const double rough = span / kTicks, power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (rough <= factor * power) return factor * power;
  return 10 * power;
}

std::string tickText(double value, double step, bool percent) {
  const double shown = percent ? 100 * value : value;
  const double digits = percent ? 100 * step : step;
  const int places = std::clamp(static_cast<int>(std::ceil(-std::log10(digits) - 1e-9)), 0, 6);
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, shown, std::chars_format::fixed, places).ptr;
  return std::string(text, end) + (percent ? " %" : "");
}

/// Around all values; no wider than shares can be, where they are.
ChartAxis axisOf(std::vector<double> values, bool share) {
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  if (values.empty()) return {};
  auto [low, high] = std::ranges::minmax(values);
  if (high - low < 1e-9) {
    const double around = std::max(std::abs(high) * 0.05, share ? 0.01 : 1e-6);
    low -= around;
    high += around;
  }
  const double room = 0.05 * (high - low);
  ChartAxis axis{share ? std::max(low - room, 0.0) : low - room, share ? std::min(high + room, 1.0) : high + room};
  const double step = stepFor(axis.high - axis.low);
  for (double i = std::ceil(axis.low / step - 1e-9); i * step <= axis.high + step * 1e-9; ++i) {
    axis.ticks.push_back(i * step + 0.0);  // 0 has no sign
    axis.labels.push_back(tickText(axis.ticks.back(), step, share));
  }
  return axis;
}

std::vector<double> valuesOf(const Chart& chart, auto point) {
  std::vector<double> values;
  for (const ChartSeries& series : chart.series)
    for (const ChartPoint& one : series.points)
      if (std::isfinite(one.y)) point(series, one, values);
  return values;
}

/// From values to pixels.
struct Placing {
  ChartAxis axis;
  double from, to;
  double at(double value) const { return from + (value - axis.low) / (axis.high - axis.low) * (to - from); }
};

std::string textAt(double x, double y, const std::string& text, const char* anchor, const std::string& extra = {}) {
  return "<text x=\"" + pixels(x) + "\" y=\"" + pixels(y) + "\" text-anchor=\"" + anchor + "\"" + extra + ">" +
         escaped(text) + "</text>\n";
}

std::string lineAt(double x1, double y1, double x2, double y2, const std::string& style) {
  return "<line x1=\"" + pixels(x1) + "\" y1=\"" + pixels(y1) + "\" x2=\"" + pixels(x2) + "\" y2=\"" + pixels(y2) +
         "\" class=\"" + style + "\"/>\n";
}

std::string drawnAxes(const Placing& x, const Placing& y) {
  const double top = y.to;
  std::string svg;
  for (size_t i = 0; i < x.axis.ticks.size(); ++i) {
    const double at = x.at(x.axis.ticks[i]);
    svg +=
        lineAt(at, top, at, kHeight - kBottom, "grid") + textAt(at, kHeight - kBottom + 16, x.axis.labels[i], "middle");
  }
  for (size_t i = 0; i < y.axis.ticks.size(); ++i) {
    const double at = y.at(y.axis.ticks[i]);
    svg += lineAt(kLeft, at, kWidth - kRight, at, "grid") + textAt(kLeft - 6, at + 4, y.axis.labels[i], "end");
  }
  return svg;
}

std::string drawnLine(const ChartSeries& series, const Placing& x, const Placing& y, const std::string& colour) {
  std::string path;
  bool pen = false;
  for (const ChartPoint& point : series.points) {
    if (!std::isfinite(point.y)) {
      pen = false;
      continue;
    }
    path += (pen ? "L" : "M") + pixels(x.at(point.x)) + " " + pixels(y.at(point.y));
    pen = true;
  }
  return path.empty() ? path : "<path d=\"" + path + "\" class=\"line " + colour + "\"/>\n";
}

bool inBand(const ChartPoint& point) { return std::isfinite(point.y) && point.yLow < point.yHigh; }

/// Above and below a line, from gap to gap.
std::string drawnBand(const ChartSeries& series, const Placing& x, const Placing& y, const std::string& colour) {
  std::string path;
  const auto& points = series.points;
  for (size_t begin = 0, end = 0; begin < points.size(); begin = end + 1) {
    for (end = begin; end < points.size() && inBand(points[end]);) ++end;
    const auto go = [&](char how, const ChartPoint& point, double value) {
      path.append(1, how).append(pixels(x.at(point.x))).append(1, ' ').append(pixels(y.at(value)));
    };
    for (size_t i = begin; i < end; ++i) go(i == begin ? 'M' : 'L', points[i], points[i].yHigh);
    for (size_t i = end; i-- > begin;) go('L', points[i], points[i].yLow);
    if (end > begin) path += "Z";
  }
  return path.empty() ? path : "<path d=\"" + path + "\" class=\"band " + colour + "\"/>\n";
}

std::string drawnDots(const ChartSeries& series, const Placing& x, const Placing& y, const std::string& colour) {
  std::string svg;
  for (const ChartPoint& point : series.points) {
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
    const double px = x.at(point.x), py = y.at(point.y);
    if (point.xHigh > point.xLow) svg += lineAt(x.at(point.xLow), py, x.at(point.xHigh), py, "bar " + colour);
    if (point.yHigh > point.yLow) svg += lineAt(px, y.at(point.yLow), px, y.at(point.yHigh), "bar " + colour);
    svg += "<circle cx=\"" + pixels(px) + "\" cy=\"" + pixels(py) + "\" r=\"4\" class=\"dot " + colour + "\"><title>" +
           escaped(series.name) + "</title></circle>\n";
  }
  return svg;
}

}  // namespace

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

bool Chart::empty() const {
  return valuesOf(*this, [](auto&, const ChartPoint& point, auto& values) { values.push_back(point.y); }).empty();
}

bool hasBand(const ChartSeries& series) { return series.line && std::ranges::any_of(series.points, inBand); }

ChartAxis chartX(const Chart& chart) {
  return axisOf(valuesOf(chart,
                         [](const ChartSeries& series, const ChartPoint& point, std::vector<double>& values) {
                           values.push_back(point.x);
                           if (!series.line && point.xHigh > point.xLow)
                             values.insert(values.end(), {point.xLow, point.xHigh});
                         }),
                chart.percentX);
}

ChartAxis chartY(const Chart& chart) {
  return axisOf(valuesOf(chart,
                         [](const ChartSeries&, const ChartPoint& point, std::vector<double>& values) {
                           values.push_back(point.y);
                           if (point.yHigh > point.yLow) values.insert(values.end(), {point.yLow, point.yHigh});
                         }),
                chart.percentY);
}

std::string chartColour(size_t i, bool dark) { return (dark ? kDark : kLight)[i % kColours]; }

std::string chartStyle() {
  std::string light = "--paper:#ffffff;--ink:#222831;--faint:#d9dee5;",
              dark = "--paper:#1b1f24;--ink:#e4e8ee;--faint:#39414b;";
  std::string rules;
  for (size_t i = 0; i < kColours; ++i) {
    const std::string name = "c" + std::to_string(i);
    light += "--" + name + ":" + kLight[i] + ";";
    dark += "--" + name + ":" + kDark[i] + ";";
    rules += "." + name + "{stroke:var(--" + name + ");fill:var(--" + name + ")}";
  }
  return ":root{" + light + "}@media(prefers-color-scheme:dark){:root{" + dark + "}}" + rules +
         ".line{fill:none;stroke-width:1.6}.band{stroke:none;fill-opacity:.18}.bar{stroke-width:1.4}.dot{stroke:var(--"
         "paper)}.grid{stroke:var(--faint)}"
         "svg text{font:12px system-ui,sans-serif;fill:var(--ink)}svg .title{font-weight:600;font-size:14px}"
         "svg .note{font-size:11px;opacity:.75}";
}

std::string chartSvg(const Chart& chart, bool alone) {
  if (chart.empty()) return {};
  const Placing x{chartX(chart), kLeft, kWidth - kRight},
      y{chartY(chart), kHeight - kBottom, kTop + (chart.note.empty() ? 0 : kNoteLine)};
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + pixels(kWidth) + " " +
                    pixels(kHeight) + "\" role=\"img\" aria-label=\"" + escaped(chart.title) + "\">\n";
  if (alone) svg += "<style>" + chartStyle() + "svg{background:var(--paper)}</style>\n";
  svg += textAt(kLeft, 20, chart.title, "start", " class=\"title\"") + drawnAxes(x, y) +
         textAt((kLeft + kWidth - kRight) / 2, kHeight - 8, chart.xTitle, "middle");
  if (!chart.note.empty()) svg += textAt(kLeft, kTop, chart.note, "start", " class=\"note\"");
  const std::string middle = pixels((kTop + kHeight - kBottom) / 2);
  svg += textAt(14, (kTop + kHeight - kBottom) / 2, chart.yTitle, "middle",
                " transform=\"rotate(-90 14 " + middle + ")\"");
  for (size_t i = 0; i < chart.series.size(); ++i) {
    const std::string colour = "c" + std::to_string(i % kColours);
    if (chart.series[i].line) svg += drawnBand(chart.series[i], x, y, colour);
    svg += chart.series[i].line ? drawnLine(chart.series[i], x, y, colour) : drawnDots(chart.series[i], x, y, colour);
    if (!alone) continue;  // a page says it once for all
    const double at = y.to + kLegendLine * (static_cast<double>(i) + 1);
    if (hasBand(chart.series[i]))
      svg += "<rect x=\"" + pixels(kWidth - kRight - 15) + "\" y=\"" + pixels(at - 9) +
             "\" width=\"14\" height=\"10\" class=\"band " + colour + "\"/>\n";
    svg += "<circle cx=\"" + pixels(kWidth - kRight - 8) + "\" cy=\"" + pixels(at - 4) + "\" r=\"4\" class=\"" +
           colour + "\"/>\n" + textAt(kWidth - kRight - 18, at, chart.series[i].name, "end");
  }
  return svg + "</svg>\n";
}

}  // namespace sparring
