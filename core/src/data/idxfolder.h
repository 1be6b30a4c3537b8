// A folder of four IDX files: finding them by their usual names, reading and checking them.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "io/idx.h"
#include "sparring/data.h"

namespace sparring {

/// The usual names of the raw files, in the order every list of four follows here.
inline constexpr std::array<const char*, 4> kIdxNames = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                                         "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};

struct IdxFiles {
  std::array<std::filesystem::path, 4> paths;  ///< order of kIdxNames; empty where there is none
  bool complete() const;
  bool none() const;
};

/// NAME, or NAME with '.' for the '-' before "idx", or one of these with ".gz"; empty where the folder has none.
/// Does not throw.
std::filesystem::path findIdxFile(const std::filesystem::path& folder, const std::string& name);
IdxFiles findIdxFiles(const std::filesystem::path& folder);

/// An image file with its label file: counts agree, images square of side 4..256, labels 0..9; the paths are for
/// messages. Throws Error.
ImageSet toImageSet(IdxArray images, const std::filesystem::path& imagePath, IdxArray labels,
                    const std::filesystem::path& labelPath);

/// The checks on single files, by which `describeData` also judges a file that stands alone. Throw Error.
void checkImages(const IdxArray& images, const std::filesystem::path& path);
void checkLabels(const IdxArray& labels, const std::filesystem::path& path);

/// Throws Error naming what is wrong: not there, a file, not readable, no IDX files in it, which one is missing.
IdxFiles requireIdxFiles(const std::filesystem::path& folder);

}  // namespace sparring
