// A line that is redrawn in place, and what must be known of the terminal for that.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace sparring::cli {

/// Whether `stream` is a terminal on which a line can be redrawn.
bool isTerminal(std::FILE* stream);

/// Columns of the terminal behind `stream`, asked anew at each call as it may change; 80 where unknown.
int terminalWidth(std::FILE* stream);

/// Whether the locale's encoding shows block and Greek characters.
bool showsUnicode();

/// Columns that UTF-8 `text` takes, counting one for each code point.
int textWidth(const std::string& text);

/// A bar of `width` columns, filled to `share` in [0,1]; eighths of a block where the terminal shows them.
std::string bar(double share, int width, bool unicode);

/// 1234567 -> "1.23M", 17900 -> "17.9k", 140.2 -> "140".
std::string compact(double number);

/// 67 -> "1:07", 3725 -> "1:02:05".
std::string duration(double seconds);

/// The redrawn line. Cleared when destroyed.
class StatusLine {
 public:
  explicit StatusLine(std::FILE* stream) : stream_(stream) {}
  ~StatusLine() { clear(); }
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;

  /// Shows `text` in place of the last one, cut to the terminal's width.
  void draw(const std::string& text);
  /// Draws `what` with a bar for done of total (a plain figure where total is 0).
  void drawTask(const std::string& what, int64_t done, int64_t total);
  void clear();

 private:
  std::FILE* stream_;
  bool shown_ = false;
};

}  // namespace sparring::cli
