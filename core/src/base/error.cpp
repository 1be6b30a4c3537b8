#include "sparring/error.h"

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

Error::Error(Message cause, Message hint, Kind kind)
    : std::runtime_error(whatText(cause, hint)), cause_(std::move(cause)), hint_(std::move(hint)), kind_(kind) {}

}  // namespace sparring
