// sparring-cli export: a run's weights or metrics in a format others read. A format is one row.
#include <cstdio>

#include "cli_common.h"
#include "sparring/export.h"
#include "sparring/model.h"

namespace sparring::cli {
namespace {

struct ExportOptions {
  std::filesystem::path run, out;
  std::string format;
};

struct Format {
  const char* name;
  const char* help;
  void (*write)(const std::filesystem::path& run, const std::filesystem::path& out);
};

const Format kFormats[] = {
    {"safetensors", "weights in PyTorch's naming",
     [](const auto& run, const auto& out) { Model::load(run).exportSafetensors(out); }},
    {"csv", "the metrics table, long form", [](const auto& run, const auto& out) { exportMetricsCsv(run, out); }},
};

const Format& formatNamed(const std::string& name) {
  std::string available;
  for (const Format& format : kFormats) {
    if (name == format.name) return format;
    available += (available.empty() ? "" : ", ") + std::string(format.name);
  }
  throw usage("--format: '" + name + "' is not available in this version.", "Available: " + available + ".");
}

int exportRun(const ExportOptions& options) {
  formatNamed(options.format).write(options.run, options.out);
  std::printf("%s: %s\n", options.format.c_str(), options.out.string().c_str());
  return kDone;
}

}  // namespace

void addExport(CLI::App& app, Action& action) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command = addCommand(app, "export", "Writes a run's weights or metrics for other programs");
  std::string help;
  for (const Format& format : kFormats) {
    help += (help.empty() ? "" : "; ") + std::string(format.name) + ": " + format.help;
  }
  addPath(command, "RUN", options->run, "DIR", "The run's folder")->required();
  command->add_option("--format", options->format, help)->type_name("NAME")->required();
  addPath(command, "--out", options->out, "FILE", "The file to write")->required();
  command->callback([options, &action] { action = [options] { return exportRun(*options); }; });
}

}  // namespace sparring::cli
