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

/// N grey images. Pixel values 0..255 (255 = ink), labels 0..9.
struct ImageSet {
  int64_t count = 0;
  int side = 0;                  ///< images are square: side x side
  std::vector<uint8_t> pixels;   ///< [count, side*side], row by row
  std::vector<uint8_t> labels;   ///< [count]
};

/// A training and a test set. Immutable once loaded; shared between threads.
struct Dataset {
  std::string name;    ///< "mnist", "fashion-mnist", "synthetic", or the folder it was read from
  std::string sha256;  ///< over the raw pixels and labels of both sets, in hexadecimal
  bool synthetic = false;
  ImageSet train;
  ImageSet test;

  ImageKind kind() const { return {1, train.side, train.side, 10}; }
};

/// What the program knows to find or fetch by name.
struct KnownDataset {
  std::string name;
  std::string title;    ///< English, translated under context "data"
  std::string licence;
  bool available;       ///< already on this machine (or built in)
  std::filesystem::path folder;  ///< where it is or would be; empty for built-in
};

/// Progress of a long task. `done` and `total` in bytes (total 0: unknown). Returning false cancels.
using DataProgress = std::function<bool(const std::string& what, int64_t done, int64_t total)>;

/// The data folder: $SPARRING_DATA, else <user cache>/sparring. Not created by asking.
std::filesystem::path dataFolder();

std::vector<KnownDataset> knownDatasets();

/// Loads a data set by name, or any folder of four IDX files (raw or .gz) with their usual names.
/// Does not touch the network. Throws Error: not there (hint: `data fetch`), unreadable, truncated, wrong magic,
/// counts that differ, labels above 9, images not square or of two sizes. Any thread.
std::shared_ptr<const Dataset> loadDataset(const std::string& nameOrFolder);

/// Digits drawn from strokes with random pose, thickness and jitter, 28 x 28. Deterministic: same counts and seed, same
/// bytes on every machine. The test set uses other random numbers than the training set.
std::shared_ptr<const Dataset> syntheticDigits(int64_t trainCount = 20000, int64_t testCount = 4000,
                                               uint64_t seed = 1);

/// Brings a known data set into the data folder, resuming what an earlier call left, and verifies every file by hash.
/// Tries each source in turn. Throws Error when none worked (what each said) or when cancelled. Any thread.
void fetchDataset(const std::string& name, const DataProgress& progress);

/// A short report on a folder or IDX file: counts, sizes, hashes, class shares. Throws Error as loadDataset does.
std::string describeData(const std::filesystem::path& path);

}  // namespace sparring
