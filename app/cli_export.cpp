// sparring-cli export: a run's weights, metrics or pictures in a format others read. A format is one row.
#include <cstdio>

#include "cli_common.h"
#include "sparring/animation.h"
#include "sparring/export.h"
#include "sparring/model.h"

namespace sparring::cli {
namespace {

struct ExportOptions {
  std::filesystem::path run, out;
  std::string format;
  std::optional<int64_t> step;
  std::optional<int64_t> speed;  // frames a second
};

constexpr int64_t kUsualSpeed = 8;

struct Format {
  std::string name;
  std::string help;
  std::function<void(const ExportOptions& options)> write;
};

const std::vector<Format>& formats() {
  static const std::vector<Format> all = [] {
    std::vector<Format> formats = {
        {"safetensors", "weights in PyTorch's naming",
         [](const auto& o) { Model::load(o.run, o.step).exportSafetensors(o.out); }},
        {"csv", "the metrics table, long form", [](const auto& o) { exportMetricsCsv(o.run, o.out); }},
    };
    for (const AnimationFormatRow& row : animationFormats())
      formats.push_back({row.name, row.help, [format = row.format](const auto& o) {
                           animateSamples(o.run, o.out, format, double(o.speed.value_or(kUsualSpeed)));
                         }});
    return formats;
  }();
  return all;
}

const Format& formatNamed(const std::string& name) {
  std::string available;
  for (const Format& format : formats()) {
    if (name == format.name) return format;
    available += (available.empty() ? "" : ", ") + format.name;
  }
  throw usage("--format: '" + name + "' is not available in this version.", "Available: " + available + ".");
}

int exportRun(const ExportOptions& options) {
  const Format& format = formatNamed(options.format);
  openRun(options.run);
  format.write(options);
  std::printf("%s: %s\n", options.format.c_str(), options.out.string().c_str());
  return kDone;
}

}  // namespace

void addExport(Command& program) {
  auto options = std::make_shared<ExportOptions>();
  Command command = program.add("export", "Writes a run's weights, metrics or pictures for other programs");
  std::string help;
  for (const Format& format : formats()) {
    help += (help.empty() ? "" : "; ") + format.name + ": " + format.help;
  }
  command.path("RUN", options->run, "DIR", "The run's folder", Need::Required);
  command.text("--format", options->format, "NAME", help, Need::Required);
  command.path("--out", options->out, "FILE", "The file to write", Need::Required);
  command.number("--step", options->step, 0, 1'000'000'000'000, "The checkpoint of that step (default: the last)");
  command.number("--fps", options->speed, 1, int64_t(kFastestAnimation),
                 "Frames a second of an animation (default: 8)");
  command.runs([options] { return exportRun(*options); });
}

}  // namespace sparring::cli
