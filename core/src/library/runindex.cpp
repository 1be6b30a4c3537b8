#include "library/runindex.h"

#include <sqlite3.h>

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 2000;  // ms, for another program that writes

class Statement {
 public:
  Statement(sqlite3* database, const char* sql) { sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr); }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  bool next() { return statement_ && sqlite3_step(statement_) == SQLITE_ROW; }
  void bind(int place, const std::string& text) {
    sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }
  void again() { sqlite3_reset(statement_); }
  std::string text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes ? std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace

void RunIndex::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

RunIndex::RunIndex(const fs::path& path, const std::string& version) {
  if (open(path, version)) return;
  database_.reset();
  std::error_code ec;
  if (fs::is_regular_file(path, ec) && fs::remove(path, ec) && open(path, version)) return;  // was damaged
  database_.reset();
}

bool RunIndex::run(const char* sql) const {
  return sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool RunIndex::open(const fs::path& path, const std::string& version) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  database_.reset(opened);
  if (code != SQLITE_OK) return false;
  sqlite3_busy_timeout(opened, kPatience);
  run("PRAGMA synchronous = OFF");  // what is lost is read again
  if (!run("CREATE TABLE IF NOT EXISTS about (version TEXT)") ||
      !run("CREATE TABLE IF NOT EXISTS runs (folder TEXT PRIMARY KEY, stamp TEXT, entry TEXT)"))
    return false;
  Statement about(opened, "SELECT version FROM about");
  if (about.next() && about.text(0) == version) return true;
  about.again();
  if (!run("DELETE FROM about") || !run("DELETE FROM runs")) return false;
  Statement put(opened, "INSERT INTO about VALUES (?)");
  put.bind(1, version);
  put.next();
  return true;
}

std::vector<RunIndex::Row> RunIndex::rows() const {
  std::vector<Row> rows;
  if (!database_) return rows;
  Statement all(database_.get(), "SELECT folder, stamp, entry FROM runs");
  while (all.next()) rows.push_back({all.text(0), all.text(1), all.text(2)});
  return rows;
}

void RunIndex::change(const std::vector<Row>& put, const std::vector<std::string>& remove) {
  if (!database_ || (put.empty() && remove.empty()) || !run("BEGIN IMMEDIATE")) return;
  Statement putOne(database_.get(), "INSERT OR REPLACE INTO runs VALUES (?, ?, ?)");
  for (const Row& row : put) {
    putOne.bind(1, row.folder);
    putOne.bind(2, row.stamp);
    putOne.bind(3, row.entry);
    putOne.next();
    putOne.again();
  }
  Statement removeOne(database_.get(), "DELETE FROM runs WHERE folder = ?");
  for (const std::string& folder : remove) {
    removeOne.bind(1, folder);
    removeOne.next();
    removeOne.again();
  }
  run("COMMIT");
}

}  // namespace sparring
