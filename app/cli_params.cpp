// sparring-cli params: the parameter table, for people, for the documentation, for programs.
#include <algorithm>
#include <cstdio>

#include "cli_common.h"
#include "cli_terminal.h"
#include "sparring/params.h"

namespace sparring::cli {
namespace {

struct ParamsOptions {
  bool markdown = false;
  bool json = false;
};

std::string admissible(const ParamRow& row) {
  std::string text;
  for (const Choice& choice : row.choices) text += (text.empty() ? "" : " | ") + choice.value;
  if (!text.empty()) return text;
  if (std::holds_alternative<bool Params::*>(row.member)) return "true | false";
  if (std::holds_alternative<std::string Params::*>(row.member)) return "text";
  char range[64];
  std::snprintf(range, sizeof range, "%.10g to %.10g", row.range.min, row.range.max);
  const bool list = std::holds_alternative<std::vector<int64_t> Params::*>(row.member) ||
                    std::holds_alternative<std::vector<double> Params::*>(row.member);
  return list ? "list of " + std::string(range) : range;
}

void printTable() {
  const Params defaults;
  size_t keyWidth = 0, valueWidth = 0;
  for (const ParamRow& row : paramTable()) {
    keyWidth = std::max(keyWidth, row.key.size());
    valueWidth = std::max(valueWidth, paramText(defaults, row).size());
  }
  std::string group;
  for (const ParamRow& row : paramTable()) {
    if (row.group != group) std::printf("%s%s\n", group.empty() ? "" : "\n", row.group.c_str());
    group = row.group;
    std::printf("  %-*s  %-*s  %-7s  %s", static_cast<int>(keyWidth), row.key.c_str(), static_cast<int>(valueWidth),
                paramText(defaults, row).c_str(), row.apply == Apply::Live ? "live" : "restart", row.label.c_str());
    std::printf(" (%s%s%s)\n", admissible(row).c_str(), row.unit.empty() ? "" : " ", row.unit.c_str());
  }
  std::printf("\nlive: may be changed while training; restart: counts from the next start.\n");
}

int show(const ParamsOptions& options) {
  if (options.markdown && options.json)
    throw usage("params: --markdown and --json exclude each other.", "Give one of them.");
  if (options.markdown) {
    std::fputs(paramsMarkdown().c_str(), stdout);
  } else if (options.json) {
    std::puts(paramsTableJson().c_str());
  } else {
    printTable();
  }
  return kDone;
}

}  // namespace

void addParams(Command& program) {
  auto options = std::make_shared<ParamsOptions>();
  Command command = program.add("params", "Every parameter with default, range and meaning");
  command.flag("--markdown", options->markdown, "As docs/parameters.md");
  command.flag("--json", options->json, "As JSON");
  command.runs([options] { return show(*options); });
}

}  // namespace sparring::cli
