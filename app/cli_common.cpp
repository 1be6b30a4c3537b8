#include "cli_common.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

#include "sparring/commas.h"

namespace sparring::cli {
namespace {

constexpr std::uintmax_t kLargestText = 16
                                        << 20;  // settings are a few kilobytes; a wrong file need not fill the memory

std::string oneLine(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "; ");
  return text;
}

}  // namespace

int64_t wholeNumber(const std::string& option, const std::string& text, int64_t min, int64_t max) {
  int64_t value = 0;
  const char* end = text.data() + text.size();
  auto [rest, problem] = std::from_chars(text.data(), end, value);
  if (problem != std::errc() || rest != end || value < min || value > max) {
    const std::string example = std::to_string(std::max<int64_t>(min, std::min<int64_t>(max, 100)));
    throw Error(
        {"%1: '%2' is not a whole number from %3 to %4.", {option, text, std::to_string(min), std::to_string(max)}},
        commaHint(text, true).value_or(Message{"For example %1 %2.", {option, example}}), Error::Kind::Usage);
  }
  return value;
}

Error usage(const std::string& cause, const std::string& hint) {
  return Error({"%1", {cause}}, {"%1", {hint}}, Error::Kind::Usage);
}

void printError(const Error& error) {
  std::fprintf(stderr, "error: %s\n", oneLine(error.cause().str()).c_str());
  if (!error.hint().empty()) std::fprintf(stderr, "hint: %s\n", oneLine(error.hint().str()).c_str());
}

std::string readText(const std::filesystem::path& path) {
  std::error_code problem;
  const auto status = std::filesystem::status(path, problem);
  if (std::filesystem::is_directory(status)) throw Error({"%1 is a folder, not a file.", {path.string()}});
  // a pipe would be waited for
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    throw Error({"%1 is not a plain file.", {path.string()}}, {"Put the file itself there, or name another.", {}});
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  const auto size = std::filesystem::file_size(path, problem);
  if (!problem && size > kLargestText) throw Error({"%1 is too large for a settings file.", {path.string()}});
  if (!file || problem || (size > 0 && !(text << file.rdbuf()))) {
    throw Error({"Cannot read %1.", {path.string()}}, {"Check that the file exists and may be read.", {}});
  }
  return text.str();
}

std::shared_ptr<const Dataset> loadData(const std::string& nameOrFolder) {
  std::error_code none;
  const bool folder = std::filesystem::is_directory(nameOrFolder, none);
  const std::string here = folder ? " For the folder of that name write ./" + nameOrFolder + "." : "";
  for (const KnownDataset& known : knownDatasets()) {
    if (known.name != nameOrFolder) continue;
    if (known.fetchable && !known.available) {
      throw Error({"The data set %1 is not on this machine.", {nameOrFolder}},
                  {"`sparring-cli data fetch %1` brings it; `--set data=synthetic` trains without it.%2",
                   {nameOrFolder, here}});
    }
    if (folder)
      std::fprintf(stderr, "note: %s is taken as the data set of that name.%s\n", nameOrFolder.c_str(), here.c_str());
  }
  return loadDataset(nameOrFolder);
}

RunConfig openRun(const std::filesystem::path& run) {
  RunConfig config = readRun(run).config;
  if (const auto warning = warningOf(config, run)) std::fprintf(stderr, "warning: %s\n", warning->str().c_str());
  return config;
}

std::shared_ptr<const Dataset> loadDataOf(const RunConfig& config, const std::string& elsewhere) {
  return loadSame(elsewhere.empty() ? config.dataName : elsewhere, config.dataSha256);
}

void addDataOption(Command& command, std::string& elsewhere) {
  command.text("--data", elsewhere, "DIR",
               "Where the run's data are now, if their folder has moved; they must be the same");
}

void addDeviceOption(Command& command, std::optional<std::string>& device, const std::string& usual) {
  const auto read = [&device](const std::string& text) {
    Params known;
    setParam(known, "device", text);
    device = text;
  };
  command.text("--device", read, "DEVICE", "auto, cpu or cuda (default: " + usual + ")");
}

std::string shellQuoted(const std::filesystem::path& path) {
  const std::string text = path.string();
  const auto plain = [](unsigned char c) { return std::isalnum(c) || c > 127 || std::strchr("/._-+=:@,", c); };
  if (!text.empty() && std::all_of(text.begin(), text.end(), plain)) return text;
  std::string quoted = "'";
  for (char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace sparring::cli
