// A lesson's text as HTML.
#include <string_view>

#include "base/text.h"
#include "sparring/lesson.h"

namespace sparring {

namespace {

struct Mark {
  std::string_view sign;
  const char *begin, *end;
};
constexpr Mark kMarks[] = {{"**", "<b>", "</b>"}, {"*", "<i>", "</i>"}, {"`", "<code>", "</code>"}};

std::string htmlChar(char c) {
  if (c == '<') return "&lt;";
  if (c == '>') return "&gt;";
  if (c == '&') return "&amp;";
  if (c == '"') return "&quot;";
  return std::string(1, c);
}

/// Where the mark that begins at `i` ends in `line`; npos where it stands for itself: a star between blanks, or alone.
size_t endOfMark(std::string_view line, size_t i, std::string_view sign) {
  const size_t begin = i + sign.size();
  if (line.compare(i, sign.size(), sign) != 0 || begin >= line.size() || line[begin] == ' ') return line.npos;
  const size_t end = line.find(sign, begin + 1);
  return end == line.npos || line[end - 1] == ' ' ? line.npos : end;
}

/// `depth`: marks around it.
std::string lineHtml(std::string_view line, int depth = 0) {
  std::string html;
  for (size_t i = 0; i < line.size(); ++i) {
    const Mark* found = nullptr;
    size_t end = line.npos;
    if (depth < 2)
      for (const Mark& mark : kMarks)
        if (!found && (end = endOfMark(line, i, mark.sign)) != line.npos) found = &mark;
    if (!found) {
      html += htmlChar(line[i]);
      continue;
    }
    const std::string_view inside = line.substr(i + found->sign.size(), end - i - found->sign.size());
    html += found->begin;
    html += found->sign == "`" ? lineHtml(inside, 2) : lineHtml(inside, depth + 1);
    html += found->end;
    i = end + found->sign.size() - 1;
  }
  return html;
}

}  // namespace

std::string lessonHtml(const std::string& text) {
  std::string html, open;  // the tag of the block that is open
  const auto close = [&] {
    if (!open.empty()) html += open == "ul" ? "</ul>" : "</p>";
    open.clear();
  };
  std::string_view rest = text;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const bool item = line.starts_with("- ");
    if (line.empty() || (item != (open == "ul"))) close();
    if (line.empty()) continue;
    if (open.empty()) {
      open = item ? "ul" : "p";
      html += "<" + open + ">";
    } else if (!item) {
      html += ' ';
    }
    html += item ? "<li>" + lineHtml(trimmed(line.substr(2))) + "</li>" : lineHtml(line);
  }
  close();
  return html;
}

}  // namespace sparring
