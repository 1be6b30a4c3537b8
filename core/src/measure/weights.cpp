#include "measure/weights.h"

#include <limits>

#include "base/text.h"

namespace sparring {

namespace {

using Metadata = std::map<std::string, std::string>;

Error unsaid(const std::string& key) {
  return Error({QT_TRANSLATE_NOOP("core", "The checkpoint does not say its \"%1\"."), {key}},
               {QT_TRANSLATE_NOOP("core", "It was not written by Sparring; use an earlier one."), {}});
}

int numberOf(const Metadata& metadata, const char* key) {
  const auto number = parseInteger(entryOf(metadata, key));
  if (!number || *number < 0 || *number > std::numeric_limits<int>::max()) throw unsaid(key);
  return static_cast<int>(*number);
}

}  // namespace

const std::string& entryOf(const Metadata& metadata, const std::string& key) {
  const auto found = metadata.find(key);
  if (found == metadata.end()) throw unsaid(key);
  return found->second;
}

void describeKind(const ImageKind& kind, Metadata& metadata) {
  metadata["channels"] = std::to_string(kind.channels);
  metadata["height"] = std::to_string(kind.height);
  metadata["width"] = std::to_string(kind.width);
  metadata["classes"] = std::to_string(kind.classes);
  if (kind.channels == 1 && kind.height == kind.width && kind.classes == 10)
    metadata["side"] = std::to_string(kind.height);
}

ImageKind kindOf(const Metadata& metadata) {
  ImageKind kind;
  if (metadata.contains("channels"))
    kind = {.channels = numberOf(metadata, "channels"),
            .height = numberOf(metadata, "height"),
            .width = numberOf(metadata, "width"),
            .classes = numberOf(metadata, "classes")};
  else
    kind.height = kind.width = numberOf(metadata, "side");
  if (!kind.valid()) throw unsaid(metadata.contains("channels") ? "channels, height, width, classes" : "side");
  return kind;
}

std::string classesText(const std::vector<int>& classes) {
  std::vector<std::string> words;
  for (const int c : classes) words.push_back(std::to_string(c));
  return joined(words, ",");
}

std::vector<int> classesIn(const Metadata& metadata, const ImageKind& kind) {
  std::vector<int> classes;
  const auto found = metadata.find(kPresentClasses);
  if (found == metadata.end()) return classes;
  for (const auto& word : splitList(found->second)) {
    const auto number = parseInteger(word);
    if (!number || *number < 0 || *number >= kind.classes) throw unsaid(kPresentClasses);
    classes.push_back(static_cast<int>(*number));
  }
  return classes;
}

}  // namespace sparring
