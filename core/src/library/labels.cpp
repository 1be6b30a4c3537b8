#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/refuse.h"
#include "base/text.h"
#include "io/file.h"
#include "io/runformat.h"
#include "sparring/library.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr size_t kLongest = 10'000;  // bytes of one text

bool isWord(const std::string& text) {
  return !text.empty() && std::ranges::none_of(text, [](unsigned char c) { return c <= ' ' || c == ',' || c == 0x7f; });
}

std::vector<std::string> once(const std::vector<std::string>& tags) {
  std::vector<std::string> list;
  for (const std::string& tag : tags)
    if (std::ranges::find(list, tag) == list.end()) list.push_back(tag);
  return list;
}

void check(const RunLabels& labels) {
  const auto holds = [](const std::string& text) { return text.size() <= kLongest && isUtf8(text); };
  if (!holds(labels.name) || !holds(labels.note) || !std::ranges::all_of(labels.tags, holds))
    refuse({QT_TRANSLATE_NOOP("core", "A label is longer than 10,000 bytes or is no text.")},
           {QT_TRANSLATE_NOOP("core", "Shorten it, or type it again.")});
  if (std::ranges::any_of(labels.name, [](unsigned char c) { return c < ' ' || c == 0x7f; }))
    refuse({QT_TRANSLATE_NOOP("core", "A run's name is one line.")},
           {QT_TRANSLATE_NOOP("core", "Put what is longer into its note.")});
  for (const std::string& tag : labels.tags)
    if (!isWord(tag))
      refuse({QT_TRANSLATE_NOOP("core", "\"%1\" is no tag: a tag is a word without blanks and commas."), {tag}},
             {QT_TRANSLATE_NOOP("core", "Join its words with a hyphen.")});
}

}  // namespace

RunLabels readLabels(const fs::path& run) {
  const fs::path path = run / kLabelsFile;
  if (!isFile(path)) return {};
  const std::string text = readFile(path, 1 << 20);
  try {
    const nlohmann::ordered_json json = nlohmann::ordered_json::parse(text);
    RunLabels labels{json.value("name", ""), json.value("note", ""), json.value("star", false),
                     once(json.value("tags", std::vector<std::string>()))};
    check(labels);
    return labels;
  } catch (const std::exception&) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 holds no labels of a run: it is damaged or another file."), {path.string()}},
        {QT_TRANSLATE_NOOP("core", "Restore it from a copy, or remove it and name the run anew.")});
  }
}

void writeLabels(const fs::path& run, const RunLabels& labels) {
  check(labels);
  const nlohmann::ordered_json json = {
      {"name", labels.name}, {"note", labels.note}, {"star", labels.star}, {"tags", once(labels.tags)}};
  writeFile(run / kLabelsFile, json.dump(2) + "\n");
}

std::string runTitle(const fs::path& folder) {
  try {
    if (const RunLabels labels = readLabels(folder); !labels.name.empty()) return labels.name;
  } catch (const Error&) {
  }
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

std::string LibraryRun::title() const { return labels.name.empty() ? folder.filename().string() : labels.name; }

}  // namespace sparring
