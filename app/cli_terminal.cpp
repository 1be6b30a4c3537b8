#include "cli_terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace sparring::cli {
namespace {

constexpr int kUnknownWidth = 80;

bool continuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string cutTo(const std::string& text, int columns) {
  size_t at = 0;
  for (int used = 0; at < text.size(); ++at) {
    if (!continuesCharacter(text[at]) && ++used > columns) break;
  }
  return text.substr(0, at);
}

}  // namespace

bool isTerminal(std::FILE* stream) {
  const char* term = std::getenv("TERM");
  return isatty(fileno(stream)) && term && std::strcmp(term, "dumb") != 0;
}

int terminalWidth(std::FILE* stream) {
  winsize size = {};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUnknownWidth;
  return size.ws_col;
}

bool showsUnicode() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    // "C" says nothing of the terminal, and nearly all of them read UTF-8; a named other encoding does
    const std::string locale = value;
    return locale == "C" || locale == "POSIX" || locale.find("UTF-8") != locale.npos ||
           locale.find("utf8") != locale.npos;
  }
  return true;
}

int textWidth(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return !continuesCharacter(c); }));
}

std::string bar(double share, int width, bool unicode) {
  static const char* const kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int steps = unicode ? 8 : 1;
  const int filled = static_cast<int>(std::clamp(share, 0.0, 1.0) * width * steps);
  std::string text;
  for (int i = 0; i < filled / steps; ++i) text += unicode ? "█" : "#";
  int used = filled / steps;
  if (unicode && filled % steps) {
    text += kEighths[filled % steps];
    ++used;
  }
  for (; used < width; ++used) text += unicode ? "░" : ".";
  return text;
}

std::string compact(double number) {
  char text[32];
  const char* suffix = number >= 1e6 ? "M" : number >= 1e3 ? "k" : "";
  const double scaled = number >= 1e6 ? number / 1e6 : number >= 1e3 ? number / 1e3 : number;
  const int decimals = scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  std::snprintf(text, sizeof text, "%.*f%s", decimals, scaled, suffix);
  return text;
}

std::string duration(double seconds) {
  const long long whole = std::llround(std::max(0.0, seconds));
  char text[32];
  if (whole >= 3600) {
    std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
  } else {
    std::snprintf(text, sizeof text, "%lld:%02lld", whole / 60, whole % 60);
  }
  return text;
}

void StatusLine::draw(const std::string& text) {
  // one column stays free: a full line would wrap on some terminals
  std::fprintf(stream_, "\r%s\033[K", cutTo(text, terminalWidth(stream_) - 1).c_str());
  std::fflush(stream_);
  shown_ = true;
}

void StatusLine::drawTask(const std::string& what, int64_t done, int64_t total) {
  if (total <= 0) return draw(what + "  " + compact(static_cast<double>(done)));
  const double share = static_cast<double>(done) / static_cast<double>(total);
  const int width = std::clamp(terminalWidth(stream_) - textWidth(what) - 10, 0, 40);
  char percent[16];
  std::snprintf(percent, sizeof percent, " %3.0f %%", 100 * share);
  draw(what + "  " + bar(share, width, showsUnicode()) + percent);
}

void StatusLine::clear() {
  if (!shown_) return;
  std::fputs("\r\033[K", stream_);
  std::fflush(stream_);
  shown_ = false;
}

}  // namespace sparring::cli
