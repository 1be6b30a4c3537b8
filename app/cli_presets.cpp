// sparring-cli presets: the named settings and what each one shows.
#include <cstdio>
#include <sstream>

#include <nlohmann/json.hpp>

#include "cli_common.h"
#include "cli_terminal.h"
#include "sparring/presets.h"

namespace sparring::cli {
namespace {

constexpr int kTextWidth = 100;

/// Prints `text` in lines of at most kTextWidth columns, each after four spaces.
void printWrapped(const std::string& text) {
  std::istringstream words(text);
  std::string line, word;
  while (words >> word) {
    if (!line.empty() && textWidth(line) + 1 + textWidth(word) > kTextWidth - 4) {
      std::printf("    %s\n", line.c_str());
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) std::printf("    %s\n", line.c_str());
}

void printText() {
  for (const Preset& preset : presets()) {
    std::printf("%s: %s (about %s on two cores)\n", preset.name.c_str(), preset.title.en.c_str(),
                duration(60 * preset.minutes).c_str());
    printWrapped(preset.help.en);
    printWrapped("Expect: " + preset.expectation.en);
  }
}

nlohmann::ordered_json both(const LocalText& text) { return {{"en", text.en}, {"zh", text.zh}}; }

void printJson() {
  auto list = nlohmann::ordered_json::array();
  for (const Preset& preset : presets()) {
    list.push_back({{"name", preset.name},
                    {"group", preset.group},
                    {"title", both(preset.title)},
                    {"help", both(preset.help)},
                    {"expectation", both(preset.expectation)},
                    {"minutes", preset.minutes},
                    {"params", nlohmann::ordered_json::parse(paramsToJson(preset.params))}});
  }
  std::puts(list.dump(2).c_str());
}

}  // namespace

void addPresets(Command& program) {
  auto json = std::make_shared<bool>(false);
  Command command = program.add("presets", "Named settings and what each shows");
  command.flag("--json", *json, "As JSON, every parameter resolved");
  command.runs([json] {
    *json ? printJson() : printText();
    return kDone;
  });
}

}  // namespace sparring::cli
