// What is known of the runs in a folder, kept between two looks at it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

namespace sparring {

/// One table: folder, stamp, entry. It is a copy of what the runs' files say: where the file cannot be read, written or
/// understood there is simply nothing in it, and nothing stays.
class RunIndex {
 public:
  struct Row {
    std::string folder;  ///< below the index's own
    std::string stamp;   ///< of the files that the entry was read from
    std::string entry;
  };

  /// `version`: of what entries hold; an index of another one is emptied.
  RunIndex(const std::filesystem::path& path, const std::string& version);

  std::vector<Row> rows() const;
  void change(const std::vector<Row>& put, const std::vector<std::string>& remove);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  bool run(const char* sql) const;
  bool open(const std::filesystem::path& path, const std::string& version);
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace sparring
