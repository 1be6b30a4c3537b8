// A comparison as files for other programs.
#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "compare/comparisontext.h"
#include "sparring/compare.h"
#include "sparring/export.h"

namespace sparring {

const char* kindName(ComparedFigure::Kind kind) {
  using Kind = ComparedFigure::Kind;
  switch (kind) {
    case Kind::Baseline:
      return "baseline";
    case Kind::Better:
      return "better";
    case Kind::Worse:
      return "worse";
    case Kind::Chance:
      return "within chance";
    default:
      return "unknown";
  }
}

std::string fileNameOf(std::string what) {
  std::ranges::replace_if(
      what, [](unsigned char c) { return !std::isalnum(c) && c != '-' && c != '_'; }, '-');
  return what;
}

std::string strengthsCsv(const ComparedRuns& runs) {
  std::string text = csvLine({"run", "metric", "strength", "value", "low", "high"});
  for (const ComparedCurve& curve : runs.curves)
    for (size_t row = 0; row < curve.rows.size(); ++row)
      for (size_t i = 0; i < curve.strengths.size(); ++i) {
        const auto& [value, low, high] = curve.rows[row][i];
        text += csvLine({runs.rows[row].title, curve.metric, numberText(curve.strengths[i]), numberText(value),
                         numberText(low), numberText(high)});
      }
  return text;
}

std::string comparisonToJson(const ComparedRuns& runs) {
  using Object = nlohmann::ordered_json;
  Object json = {{"data", runs.data},
                 {"images", runs.images},
                 {"baseline", runs.rows[runs.baseline].title},
                 {"runs", Object::array()}};
  for (size_t r = 0; r < runs.rows.size(); ++r) {
    const ComparedRow& row = runs.rows[r];
    Object one = {{"title", row.title},
                  {"folders", Object::array()},
                  {"step", row.step},
                  {"lane", row.lane},
                  {"lambda", row.lambda}};
    for (const auto& folder : row.runs) one["folders"].push_back(folder.string());
    one["params"] = Object::object();
    for (size_t i = 0; i < runs.parameters.size(); ++i) one["params"][runs.parameters[i]] = row.values[i];
    one["metrics"] = Object::array();
    for (size_t i = 0; i < runs.metrics.size(); ++i) {
      const ComparedFigure& figure = row.figures[i];
      Object shown = {{"name", runs.metrics[i]}, {"value", figure.value}, {"low", figure.low}, {"high", figure.high}};
      if (figure.share) shown.update({{"right", figure.share->right}, {"count", figure.share->count}});
      if (!figure.runs.empty()) shown["runs"] = figure.runs;
      shown["verdict"] = kindName(figure.kind);
      if (r != runs.baseline) {
        shown["difference"] = figure.difference.value;
        if (figure.kind != ComparedFigure::Kind::Unknown)
          shown.update({{"difference_low", figure.difference.low}, {"difference_high", figure.difference.high}});
        if (figure.p) shown.update({{"p", *figure.p}, {"gained", figure.gained}, {"lost", figure.lost}});
      }
      shown["sentence"] = sentenceOf(runs, r, i).str();
      one["metrics"].push_back(std::move(shown));
    }
    for (const ComparedCurve& curve : runs.curves) {
      Object shown = {{"name", curve.metric}, {"images", curve.images}, {"points", Object::array()}};
      for (size_t i = 0; i < curve.strengths.size(); ++i) {
        const auto& [value, low, high] = curve.rows[r][i];
        shown["points"].push_back({{"strength", curve.strengths[i]}, {"value", value}, {"low", low}, {"high", high}});
      }
      one["strengths"].push_back(std::move(shown));
    }
    json["runs"].push_back(std::move(one));
  }
  return json.dump(-1, ' ', false, Object::error_handler_t::replace) + "\n";
}

std::string comparisonToCsv(const ComparedRuns& runs) {
  std::vector<std::string> heads = {"run", "step", "lane", "lambda"};
  heads.insert(heads.end(), runs.parameters.begin(), runs.parameters.end());
  for (const char* head : {"metric", "value", "low", "high", "right", "count", "difference", "difference_low",
                           "difference_high", "p", "verdict"})
    heads.emplace_back(head);
  std::string text = csvLine(heads);
  for (const ComparedRow& row : runs.rows)
    for (size_t i = 0; i < runs.metrics.size(); ++i) {
      const ComparedFigure& figure = row.figures[i];
      const bool against = figure.kind != ComparedFigure::Kind::Baseline;
      const bool interval = against && figure.kind != ComparedFigure::Kind::Unknown;
      std::vector<std::string> cells = {row.title, std::to_string(row.step), std::to_string(row.lane),
                                        numberText(row.lambda)};
      cells.insert(cells.end(), row.values.begin(), row.values.end());
      const auto add = [&](bool there, const std::string& cell) { cells.push_back(there ? cell : std::string()); };
      add(true, runs.metrics[i]);
      add(true, numberText(figure.value));
      add(true, numberText(figure.low));
      add(true, numberText(figure.high));
      add(figure.share.has_value(), figure.share ? std::to_string(figure.share->right) : "");
      add(figure.share.has_value(), figure.share ? std::to_string(figure.share->count) : "");
      add(against, numberText(figure.difference.value));
      add(interval, numberText(figure.difference.low));
      add(interval, numberText(figure.difference.high));
      add(figure.p.has_value(), figure.p ? numberText(*figure.p) : "");
      add(true, kindName(figure.kind));
      text += csvLine(cells);
    }
  return text;
}

}  // namespace sparring
