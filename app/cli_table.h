// Rows of cells for people.
#pragma once

#include <string>
#include <vector>

namespace sparring::cli {

/// Columns as wide as their widest cell; numbers stand to the right.
class Table {
 public:
  explicit Table(std::vector<std::string> heads) : heads_(std::move(heads)) {}
  /// Fewer cells than heads: the rest stay empty, and such a row widens no column.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  void print() const;  ///< to stdout

 private:
  std::vector<std::string> heads_;
  std::vector<std::vector<std::string>> rows_;
};

/// What stands between commas, but for those within an attack's settings: "clean,pgd:eps=0.1,steps=20,L" is three.
std::vector<std::string> commaList(const std::string& text);

}  // namespace sparring::cli
