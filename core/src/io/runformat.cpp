#include "io/runformat.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/wholenumber.h"
#include "io/file.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr int64_t kConfigLimit = 1 << 20;           // bytes; a configuration has a few thousand
constexpr int64_t kMostLength = 1'000'000'000'000;  // steps or epochs
constexpr std::string_view kStepPrefix = "step-";
constexpr int kEpochDigits = 6;  // after the point: tells steps apart up to a million an epoch

constexpr std::array<std::string_view, 4> kEventKinds = {"edit", "phase", "command", "warning"};  // by Event::Kind

/// Independent of the locale, which a window may have set to one with decimal commas.
template <typename... Format>
std::string number(double value, Format... format) {
  char text[400];  // the largest double in fixed notation has 309 digits before the point
  return {text, std::to_chars(text, text + sizeof text, value, format...).ptr};
}

/// The whole of `text` as a number, or nothing.
template <typename T>
bool parse(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

/// As a field of a CSV file. Keys hold no quotes.
std::string quoted(const std::string& key) { return key.find(',') == key.npos ? key : '"' + key + '"'; }

/// Takes the first field and the comma behind it from a line; nothing where a quote is not closed.
std::optional<std::string_view> takeField(std::string_view& line) {
  const bool inQuotes = line.starts_with('"');
  const size_t end = line.find(inQuotes ? '"' : ',', inQuotes);
  if (inQuotes && end == line.npos) return {};
  const std::string_view field = line.substr(inQuotes, end - inQuotes);
  line.remove_prefix(end == line.npos ? line.size() : end + inQuotes);
  if (!line.empty() && line.front() != ',') return {};
  if (!line.empty()) line.remove_prefix(1);
  return field;
}

/// JSON on one line, or indented. A text that is not UTF-8 (a file name) does not stop the run from being written.
std::string dump(const ordered_json& value, int indent = -1) {
  return value.dump(indent, ' ', false, ordered_json::error_handler_t::replace);
}

/// `config` with its length, where one was asked for.
void setLength(ordered_json& config, const RunLength& length) {
  config.erase("length");
  if (length.steps) config["length"]["steps"] = *length.steps;
  if (length.epochs) config["length"]["epochs"] = *length.epochs;
}

/// Throws json::exception.
RunLength lengthFromJson(const json& config) {
  const json value = config.value("length", json::object());  // none was asked for
  const auto number = [&](const char* key) -> std::optional<int64_t> {
    if (!value.contains(key)) return {};
    return std::clamp<int64_t>(wholeNumber<int64_t>(value.at(key)), 1, kMostLength);
  };
  return {number("steps"), number("epochs")};
}

void setOrigin(ordered_json& config, const RunConfig& from) {
  if (from.parent) config["parent"] = {{"run", from.parent->run.string()}, {"step", from.parent->step}};
  for (const auto& edit : from.replay)
    config["replay"].push_back({{"step", edit.step}, {"key", edit.key}, {"value", edit.value}});
}

/// Throws json::exception.
void originFromJson(const json& value, RunConfig& config) {
  if (value.contains("parent"))
    config.parent = {value.at("parent").at("run").get<std::string>(),
                     std::max<int64_t>(wholeNumber<int64_t>(value.at("parent").at("step")), 0)};
  for (const json& edit : value.value("replay", json::array()))
    config.replay.push_back({wholeNumber<int64_t>(edit.at("step")), edit.at("key"), edit.at("value")});
}

}  // namespace

std::string metricsHeader() { return "step,epoch,phase,lane,metric,value"; }

std::string configToJson(const RunConfig& config) {
  ordered_json value = {
      {"version", config.version},
      {"preset", config.preset},
      {"data", {{"name", config.dataName}, {"sha256", config.dataSha256}, {"test_images", config.testImages}}},
      {"device", config.device},
      {"threads", config.threads},
      {"started", config.started},
      {"params", ordered_json::parse(paramsToJson(config.params))},
  };
  setLength(value, config.length);
  setOrigin(value, config);
  return dump(value, 2) + "\n";
}

RunConfig configFromJson(const std::string& text, const fs::path& path) {
  RunConfig config;
  try {
    const json value = json::parse(text);
    config.version = value.at("version");
    config.preset = value.at("preset");
    config.dataName = value.at("data").at("name");
    config.dataSha256 = value.at("data").at("sha256");
    const json images = value.at("data").value("test_images", json(0));
    config.testImages = std::max<int64_t>(wholeNumber<int64_t>(images), 0);
    config.device = value.at("device");
    config.threads = std::max(wholeNumber<int>(value.at("threads")), 0);
    config.started = value.at("started");
    config.length = lengthFromJson(value);
    originFromJson(value, config);
    value.at("params");  // must be there: without it every default would pass for a setting of this run
  } catch (const json::exception&) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 is not a run's configuration: it is cut short, damaged or another file."),
         {path.string()}},
        {QT_TRANSLATE_NOOP("core", "Restore the file from a copy, or begin a new run.")});
  }
  try {
    config.params = paramsFromJson(text, {}, &config.unknown);
  } catch (const Error& error) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "The settings in %1 cannot be used: %2"), {path.string(), error.cause().str()}},
        error.hint());
  }
  return config;
}

std::string withLength(const std::string& text, const RunLength& length) {
  ordered_json config = ordered_json::parse(text);
  setLength(config, length);
  return dump(config, 2) + "\n";
}

RunConfig readConfig(const fs::path& folder) {
  const fs::path path = folder / kConfigFile;
  std::error_code ec;
  if (fs::status(path, ec).type() == fs::file_type::not_found) {
    throw Error({QT_TRANSLATE_NOOP("core", "There is no run in %1: it has no config.json."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Name the folder of a run, as `train` printed it.")});
  }
  return configFromJson(readFile(path, kConfigLimit), path);
}

std::string readLog(const fs::path& path) {
  std::error_code ec;
  return fs::status(path, ec).type() == fs::file_type::not_found ? std::string() : readFile(path);
}

std::string metricLine(const MetricPoint& point, const std::string& key, Phase phase, int64_t stepsPerEpoch) {
  const double epoch = double(point.step) / double(std::max<int64_t>(stepsPerEpoch, 1));
  std::string line = std::to_string(point.step) + ',' + number(epoch, std::chars_format::fixed, kEpochDigits) + ',';
  line += phaseName(phase);
  line += ',' + std::to_string(point.lane) + ',' + quoted(key) + ',' + number(point.value) + '\n';
  return line;
}

std::optional<int64_t> stepsPerEpochOf(std::string_view line) {
  int64_t step = 0;
  double epoch = 0;
  const auto first = takeField(line), second = takeField(line);
  if (!first || !second || !parse(*first, step) || !parse(*second, epoch) || step <= 0 || !(epoch > 0)) return {};
  const double steps = std::round(double(step) / epoch);
  return steps >= 1 && steps < 1e15 ? std::optional(int64_t(steps)) : std::nullopt;
}

std::optional<MetricPoint> parseMetricLine(std::string_view line, const MeasuredLists& lists) {
  std::array<std::string_view, 6> fields;
  for (size_t i = 0; i < fields.size(); ++i) {
    const auto field = takeField(line);
    if (!field || line.empty() != (i + 1 == fields.size())) return {};  // too few or too many
    fields[i] = *field;
  }
  const auto& [step, epoch, phase, lane, key, value] = fields;
  MetricPoint point;
  if (!parse(step, point.step) || !parse(lane, point.lane) || !parse(value, point.value)) return {};
  const auto metric = metricOf(std::string(key), lists.at(point.step));
  if (!metric) return {};
  point.metric = *metric;
  return point;
}

std::string eventLine(const Event& event) {
  const ordered_json value = {
      {"step", event.step},
      {"kind", kEventKinds[static_cast<size_t>(event.kind)]},
      {"key", event.key},
      {"value", event.value},
      {"message", {{"text", event.message.text}, {"args", event.message.args}}},
  };
  return dump(value) + "\n";
}

std::optional<Event> parseEventLine(std::string_view line) {
  try {
    const json value = json::parse(line);
    const auto kind = std::find(kEventKinds.begin(), kEventKinds.end(), value.at("kind").get<std::string>());
    if (kind == kEventKinds.end()) return {};
    Event event;
    event.kind = static_cast<Event::Kind>(kind - kEventKinds.begin());
    event.step = wholeNumber<int64_t>(value.at("step"));
    event.key = value.at("key");
    event.value = value.at("value");
    event.message.text = value.at("message").at("text");
    event.message.args = value.at("message").at("args").get<std::vector<std::string>>();
    return event;
  } catch (const json::exception&) {
    return {};
  }
}

std::optional<int64_t> stepOfMetricLine(std::string_view line) {
  int64_t step = 0;
  const auto field = takeField(line);
  return field && !line.empty() && parse(*field, step) ? std::optional(step) : std::nullopt;
}

std::optional<int64_t> stepOfEventLine(std::string_view line) {
  const json value = json::parse(line, nullptr, false);  // no exception: discarded where it is no JSON
  try {
    return value.is_object() ? std::optional(wholeNumber<int64_t>(value.at("step"))) : std::nullopt;
  } catch (const json::exception&) {
    return {};
  }
}

std::vector<Event> readEvents(const fs::path& folder, std::string_view word) {
  const std::string text = readLog(folder / kEventsFile);
  std::vector<Event> events;
  for (const std::string_view line : wholeLines(text)) {
    if (line.find(word) == line.npos) continue;
    if (auto event = parseEventLine(line)) events.push_back(std::move(*event));
  }
  return events;
}

std::vector<std::string_view> wholeLines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
    const std::string_view line = text.substr(0, end);
    lines.push_back(line.substr(0, line.find_last_not_of('\r') + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<int64_t> stepFiles(const fs::path& folder, std::string_view extension) {
  std::vector<int64_t> steps;
  std::error_code ec;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    const std::string name = it->path().filename().string();
    if (!name.starts_with(kStepPrefix) || !name.ends_with(extension)) continue;
    if (name.size() < kStepPrefix.size() + extension.size()) continue;
    const std::string_view digits(name.data() + kStepPrefix.size(),
                                  name.size() - kStepPrefix.size() - extension.size());
    int64_t step = 0;
    if (parse(digits, step) && step >= 0 && digits == std::to_string(step)) steps.push_back(step);
  }
  std::sort(steps.begin(), steps.end());
  return steps;
}

fs::path checkpointPath(const fs::path& folder, int64_t step) {
  return folder / kCheckpointsFolder / (std::string(kStepPrefix) + std::to_string(step) + kCheckpointExtension);
}

fs::path snapshotPath(const fs::path& folder, int64_t step) {
  return folder / kSnapshotsFolder / (std::string(kStepPrefix) + std::to_string(step) + kCheckpointExtension);
}

fs::path samplesPath(const fs::path& folder, int64_t step) {
  return folder / kSamplesFolder / (std::string(kStepPrefix) + std::to_string(step) + kSamplesExtension);
}

}  // namespace sparring
