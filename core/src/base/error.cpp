#include "sparring/error.h"

#include <filesystem>
#include <new>
#include <string_view>
#include <utility>

namespace sparring {
namespace {

std::string whatText(const Message& cause, const Message& hint) {
  return hint.empty() ? cause.str() : cause.str() + "\n" + hint.str();
}

}  // namespace

std::string Message::str() const {
  // One pass over the sentence, so that a "%1" inside an argument (a file name, say) is left alone.
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9') {
      const size_t place = text[i + 1] - '1';
      if (place < args.size()) {
        out += args[place];
        ++i;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

bool isOutOfMemory(const std::exception& error) {
  if (dynamic_cast<const std::bad_alloc*>(&error) || dynamic_cast<const std::length_error*>(&error)) return true;
  const std::string_view text = error.what();
  return text.find("out of memory") != text.npos || text.find("can't allocate memory") != text.npos;
}

Error errorOf(const std::exception& error) {
  if (const auto* known = dynamic_cast<const Error*>(&error)) return *known;
  if (isOutOfMemory(error))
    return Error({QT_TRANSLATE_NOOP("core", "There is not enough memory for this.")},
                 {QT_TRANSLATE_NOOP("core", "Ask for less at once, or close other programs.")});
  if (const auto* refused = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
    return Error(
        {QT_TRANSLATE_NOOP("core", "%1 cannot be used: %2."), {refused->path1().string(), refused->code().message()}},
        {QT_TRANSLATE_NOOP("core", "Check the path and its permissions, or choose another place.")});
  const std::string text = error.what();
  return Error({"%1", {text.substr(0, text.find('\n'))}});
}

Error::Error(Message cause, Message hint, Kind kind)
    : std::runtime_error(whatText(cause, hint)), cause_(std::move(cause)), hint_(std::move(hint)), kind_(kind) {}

}  // namespace sparring
