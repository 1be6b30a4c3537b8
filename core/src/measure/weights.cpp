#include "measure/weights.h"

#include "base/text.h"

namespace sparring {

std::string classesText(const std::vector<int>& classes) {
  std::vector<std::string> words;
  for (const int c : classes) words.push_back(std::to_string(c));
  return joined(words, ",");
}

std::vector<int> classesIn(const std::map<std::string, std::string>& metadata) {
  std::vector<int> classes;
  const auto found = metadata.find(kPresentClasses);
  if (found == metadata.end()) return classes;
  for (const auto& word : splitList(found->second)) {
    const auto number = parseInteger(word);
    if (!number || *number < 0 || *number > 255)
      throw Error({QT_TRANSLATE_NOOP("core", "The checkpoint does not say its \"%1\"."), {kPresentClasses}},
                  {QT_TRANSLATE_NOOP("core", "It was not written by Sparring; use an earlier one."), {}});
    classes.push_back(static_cast<int>(*number));
  }
  return classes;
}

}  // namespace sparring
