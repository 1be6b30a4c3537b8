// The benchmark's table, for people and for programs.
#include <cstdio>

#include <nlohmann/json.hpp>

#include "sparring/bench.h"

namespace sparring {

namespace {

std::string number(double value, const char* format = "%.2f") {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

// Three significant digits: a step takes from microseconds to seconds.
std::string time(double ms) {
  if (ms >= 1000) return number(ms / 1000) + " s";
  return number(ms, ms < 10 ? "%.2f" : "%.1f") + " ms";
}

std::string ratio(const Rounds& s) { return number(s.median) + " × (" + number(s.low) + "–" + number(s.high) + ")"; }

std::string count(double value) {
  if (value >= 1e6) return number(value / 1e6, "%.2f") + " M";
  if (value >= 1e4) return number(value / 1e3, "%.0f") + " k";
  return number(value, "%.0f");
}

nlohmann::ordered_json json(const Rounds& s) { return {{"median", s.median}, {"low", s.low}, {"high", s.high}}; }

nlohmann::ordered_json json(const BenchPeer& p) {
  return {{"name", p.name},
          {"setting", p.setting},
          {"ms", json(p.milliseconds)},
          {"ratio", json(p.ratio)},
          {"peak_mb", p.peakMegabytes}};
}

nlohmann::ordered_json json(const BenchRow& row) {
  auto peers = nlohmann::ordered_json::array();
  for (const auto& peer : row.peers) peers.push_back(json(peer));
  return {{"key", row.work.key},
          {"title", row.work.title},
          {"batch", row.batch},
          {"ms", json(row.milliseconds)},
          {"samples_per_s", row.samplesPerSecond},
          {"gflop_per_step", row.gflopPerStep},
          {"gflop_per_s", row.gflopPerSecond},
          {"floor_ms", json(row.floorMilliseconds)},
          {"over_floor", json(row.overFloor)},
          {"base", row.base},
          {"over_base", json(row.overBase)},
          {"peak_mb", row.peakMegabytes},
          {"peers", std::move(peers)}};
}

}  // namespace

std::string benchMarkdown(const BenchReport& report) {
  std::string text = "- Machine: " + report.machine + "\n";
  for (size_t from = 0, to; (to = report.build.find('\n', from)) != std::string::npos; from = to + 1)
    text += "- " + report.build.substr(from, to - from) + "\n";
  text += "- One large matrix product: " + number(report.gemmGflopPerSecond, "%.0f") + " GFLOP/s\n";
  text += "- Peer: " + report.peer + "\n";
  for (const auto& setting : report.leftOut) text += "- Left out: " + setting + "\n";
  text += "- Batches of 128 from: " + report.data + "\n\n";

  text += "| work | a step | samples/s | GFLOP/s | its products alone (floor) | over the floor | peak memory |\n";
  text += "|---|---|---|---|---|---|---|\n";
  for (const auto& row : report.rows) {
    const bool counted = row.gflopPerStep > 0;
    text += "| " + row.work.title + " | " + time(row.milliseconds.median) + " | " + count(row.samplesPerSecond) +
            " | " + (counted ? number(row.gflopPerSecond, "%.0f") : "–") + " | " +
            (counted ? time(row.floorMilliseconds.median) : "–") + " | " + (counted ? ratio(row.overFloor) : "–") +
            " | " + number(row.peakMegabytes, "%.0f") + " MB |\n";
  }
  std::string lanes;
  for (const auto& row : report.rows)
    if (!row.base.empty()) lanes += "- " + row.work.title + " over " + row.base + ": " + ratio(row.overBase) + "\n";
  if (!lanes.empty()) text += "\n" + lanes;

  std::string table;
  for (const auto& row : report.rows)
    for (const auto& peer : row.peers)
      table += "| " + row.work.title + " | " + peer.name + ": " + peer.setting + " | " +
               time(peer.milliseconds.median) + " | " + ratio(peer.ratio) + " | " + number(peer.peakMegabytes, "%.0f") +
               " MB |\n";
  if (!table.empty())
    text += "\n| work | " + report.peer +
            " | a step | its time over Sparring's | peak memory |\n|---|---|---|---|---|\n" + table;
  return text;
}

std::string benchJson(const BenchReport& report) {
  auto rows = nlohmann::ordered_json::array();
  for (const auto& row : report.rows) rows.push_back(json(row));
  return nlohmann::ordered_json{
             {"machine", report.machine}, {"build", report.build},      {"gemm_gflop_per_s", report.gemmGflopPerSecond},
             {"peer", report.peer},       {"left_out", report.leftOut}, {"data", report.data},
             {"rows", std::move(rows)}}
             .dump(2) +
         "\n";
}

}  // namespace sparring
