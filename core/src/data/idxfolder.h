// A folder of four IDX files: finding them by their names, reading and checking them.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "io/idx.h"
#include "sparring/data.h"

namespace sparring {

/// Names of the raw files: training images, training labels, test images, test labels. Every list of four follows this
/// order here.
using IdxNames = std::array<std::string, 4>;

/// MNIST's, and those of whoever follows it.
const IdxNames& usualIdxNames();

struct IdxFiles {
  std::array<std::filesystem::path, 4> paths;  ///< empty where there is none
  bool complete() const;
  bool none() const;
};

/// NAME, or NAME with "idx4" for "idx3" (colour), or with '.' for the '-' before "idx", or one of these with ".gz";
/// empty where the folder has none. Does not throw.
std::filesystem::path findIdxFile(const std::filesystem::path& folder, const std::string& name);
IdxFiles findIdxFiles(const std::filesystem::path& folder, const IdxNames& names = usualIdxNames());

/// Images of either form: [n, height, width], or in colour [n, height, width, 3], the channels last. Throws Error as
/// readIdx does.
IdxArray readImages(const std::filesystem::path& path);

/// The highest label and all below it; of at least one label.
int classesNeeded(const IdxArray& labels);

/// An image file with its label file: counts agree, sides of 4..256 pixels; the paths are for messages. The classes are
/// those that the labels need. Throws Error.
ImageSet toImageSet(IdxArray images, const std::filesystem::path& imagePath, IdxArray labels,
                    const std::filesystem::path& labelPath);

/// The check on single files, by which `describeData` also judges a file that stands alone. Throws Error.
void checkImages(const IdxArray& images, const std::filesystem::path& path);

/// Throws Error where a label is `classes` or more.
void checkLabels(const std::vector<uint8_t>& labels, int classes, const std::filesystem::path& path);

/// Throws Error naming what is wrong: not there, a file, not readable.
void requireFolder(const std::filesystem::path& folder);
/// … no IDX files in it, which one is missing.
IdxFiles requireIdxFiles(const std::filesystem::path& folder, const IdxNames& names = usualIdxNames());

}  // namespace sparring
