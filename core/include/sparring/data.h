// Images with labels: where they come from and how they are checked.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sparring/error.h"
#include "sparring/images.h"

namespace sparring {

/// Images and the class of each.
struct ImageSet : Images {
  std::vector<uint8_t> labels = {};  ///< [n], below kind.classes; a class may have none
};

/// A training and a test set. Immutable once loaded; shared between threads.
struct Dataset {
  std::string name;    ///< "mnist", "fashion-mnist", "synthetic", or the folder it was read from
  std::string sha256;  ///< over the raw pixels and labels of both sets, and over their kind where it is not the usual
                       ///< one (square, grey, ten classes), in hexadecimal
  bool synthetic = false;
  ImageSet train;
  ImageSet test;

  const ImageKind& kind() const { return train.kind; }  ///< that of the test set too
};

/// What the program knows to find or fetch by name.
struct KnownDataset {
  std::string name;
  std::string title;  ///< English, translated under context "data"
  std::string licence;
  bool available;                ///< already on this machine (or built in)
  bool fetchable;                ///< fetchDataset() knows where from; else the user brings it
  std::filesystem::path folder;  ///< where it is or would be; empty for built-in
};

/// Progress of a long task. `done` and `total` in bytes (total 0: unknown). Returning false cancels.
using DataProgress = std::function<bool(const std::string& what, int64_t done, int64_t total)>;

/// The data folder: $SPARRING_DATA, else <user cache>/sparring. Not created by asking.
std::filesystem::path dataFolder();

std::vector<KnownDataset> knownDatasets();

/// Loads a data set by name, or any folder whose files are known by their names: MNIST's four IDX files (raw or .gz;
/// images [n, height, width], or in colour [n, height, width, 3]), those of one of EMNIST's splits, CIFAR-10's binary
/// ones. Does not touch the network. Throws Error: not there (hint: `data fetch`), unreadable, truncated, wrong magic,
/// counts that differ, labels out of range, images of two kinds, none but one class. Any thread.
std::shared_ptr<const Dataset> loadDataset(const std::string& nameOrFolder);

/// Throws Error where `data` are not those of this hash, on which a run was trained.
void requireSame(const Dataset& data, const std::string& sha256);

/// The data that a run knows by `name`, which must be those of this hash. Throws Error: as loadDataset and requireSame,
/// and where the run's folder of data is gone, what to do.
std::shared_ptr<const Dataset> loadSame(const std::string& name, const std::string& sha256);

/// Digits drawn from strokes with random pose, thickness and jitter, 28 x 28. Deterministic: same counts and seed, same
/// bytes on every machine. The test set uses other random numbers than the training set.
std::shared_ptr<const Dataset> syntheticDigits(int64_t trainCount = 20000, int64_t testCount = 4000, uint64_t seed = 1);

/// Brings a known data set into the data folder, resuming what an earlier call left, and verifies every file by hash.
/// Tries each source in turn. Throws Error when none worked (what each said) or when cancelled. Any thread.
void fetchDataset(const std::string& name, const DataProgress& progress);

/// A short report on a folder or IDX file: counts, sizes, hashes, class shares. Throws Error as loadDataset does.
std::string describeData(const std::filesystem::path& path);
/// The same of a data set that has been read.
std::string describeData(const Dataset& data);

}  // namespace sparring
