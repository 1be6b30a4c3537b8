// A folder of one test's own, removed after it.
#pragma once

#include <QTemporaryDir>
#include <filesystem>

namespace sparring::test {

class TempFolder {
 public:
  std::filesystem::path path() const { return folder_.path().toStdString(); }
  std::filesystem::path operator/(const std::string& name) const { return path() / name; }
  QString file(const char* name) const { return folder_.filePath(QString::fromUtf8(name)); }

 private:
  QTemporaryDir folder_;
};

}  // namespace sparring::test
