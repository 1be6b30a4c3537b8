// How a data set lies in a folder: how it is told by its files' names, and how they are read.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "data/idxfolder.h"
#include "sparring/data.h"

namespace sparring {

struct FolderForm {
  enum class Found { None, Some, All };

  /// How many of its files the folder holds. Does not throw.
  std::function<Found(const std::filesystem::path& folder)> look = {};
  /// Training and test set, checked. Throws Error.
  std::function<Dataset(const std::filesystem::path& folder)> read = {};
  std::string files = {};  ///< their names, for messages
};

/// Four IDX files of these names. `kind`: as published; its size is taken from the files. `transposed`: stored column
/// by column, and turned upright when read.
FolderForm idxForm(const IdxNames& names, const ImageKind& kind, bool transposed = false);

/// The same of data nobody has published: as many classes as the labels need.
FolderForm anyIdxForm();

/// data_batch_1.bin to data_batch_5.bin and test_batch.bin: records of a label and three planes of 32 x 32.
FolderForm cifar10Form();

/// One of EMNIST's splits: "balanced", "byclass", "bymerge", "letters", "digits" or "mnist".
FolderForm emnistForm(const std::string& split);

/// Whose files the folder holds, by their names; of nobody's, anyIdxForm(), which says what is missing. Throws Error
/// where several are possible.
FolderForm formOf(const std::filesystem::path& folder);

/// Throws Error where the two sets are not of one kind.
void requireOneKind(const Dataset& data, const std::filesystem::path& folder);

}  // namespace sparring
