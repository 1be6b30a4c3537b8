#include "cli_table.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "cli_terminal.h"

namespace sparring::cli {
namespace {

bool isNumber(const std::string& text) {
  char* end = nullptr;
  std::strtod(text.c_str(), &end);
  return !text.empty() && *end == '\0';
}

void printCell(const std::string& text, int width, bool right, bool last) {
  const int gap = std::max(width - textWidth(text), 0);
  std::printf("%*s%s%*s%s", right ? gap : 0, "", text.c_str(), right || last ? 0 : gap, "", last ? "\n" : "  ");
}

}  // namespace

void Table::print() const {
  std::vector<int> widths;
  std::vector<bool> numeric;
  for (size_t c = 0; c < heads_.size(); ++c) {
    int width = textWidth(heads_[c]);
    bool numbers = true;
    for (const auto& row : rows_) {
      if (row.size() != heads_.size()) continue;
      width = std::max(width, textWidth(row[c]));
      numbers = numbers && (row[c].empty() || isNumber(row[c]));
    }
    widths.push_back(width);
    numeric.push_back(numbers);
  }
  const auto line = [&](const std::vector<std::string>& cells) {
    for (size_t c = 0; c < cells.size(); ++c) printCell(cells[c], widths[c], numeric[c], c + 1 == cells.size());
  };
  line(heads_);
  for (const auto& row : rows_) line(row);
}

std::vector<std::string> commaList(const std::string& text) {
  std::vector<std::string> list;
  bool inAttack = false;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(',', begin), text.size());
    const std::string part = text.substr(begin, end - begin);
    const bool setting = part.find('=') != std::string::npos && part.find(':') == std::string::npos;
    if (inAttack && setting)
      list.back() += "," + part;
    else if (!part.empty())
      list.push_back(part);
    inAttack = inAttack ? setting || part.find(':') != std::string::npos : part.find(':') != std::string::npos;
    begin = end + 1;
  }
  return list;
}

}  // namespace sparring::cli
