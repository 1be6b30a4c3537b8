// One error type for the whole product, and the sentences it is made of.
#pragma once

#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

namespace sparring {

/// A sentence with numbered places (%1, %2, ...) and what fills them, kept apart so that a face can translate the
/// sentence and fill the places afterwards. Sentences are marked in the sources with QT_TRANSLATE_NOOP("core", "...").
struct Message {
  std::string text;
  std::vector<std::string> args = {};

  /// The sentence in English with its places filled.
  std::string str() const;
  bool empty() const { return text.empty(); }
};

/// What went wrong (cause) and what to do next (hint). The only exception type that leaves the core's public calls.
/// what() is "cause" or "cause\nhint" in English.
class Error : public std::runtime_error {
 public:
  /// Failed: the work could not be done (exit code 1). Usage: the request itself makes no sense (exit code 2).
  enum class Kind { Failed = 1, Usage = 2 };

  explicit Error(Message cause, Message hint = {}, Kind kind = Kind::Failed);

  const Message& cause() const { return cause_; }
  const Message& hint() const { return hint_; }
  Kind kind() const { return kind_; }

 private:
  Message cause_;
  Message hint_;
  Kind kind_;
};

/// What `error`, of whatever type, means to a person: an Error as it is; too little memory and what a file system
/// refused in words; of anything else the first line of what it says of itself.
Error errorOf(const std::exception& error);
/// Whether `error` says that memory ran out, be it of the machine or of the card.
bool isOutOfMemory(const std::exception& error);

}  // namespace sparring

// Marks a sentence for translation without needing Qt: lupdate knows the name, the compiler sees the plain string.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(context, text) text
#endif
