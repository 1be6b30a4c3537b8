// Generated digits and metrics as files that other programs read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sparring/pictures.h"

namespace sparring {

/// Throws Error (Usage) where `file` is one that a run keeps for itself (its configuration, logs, checkpoints,
/// pictures, evaluations), whichever run it is and by whichever path it is named. Every export asks before it writes.
void checkExportTarget(const std::filesystem::path& file);

/// Throws Error (Usage) unless the name ends in .png, .idx or .npz.
void checkGeneratedName(const std::filesystem::path& file);

/// Throws Error where `count` of them are too many for the file, as is seen from `few` of them (256 or all): a picture
/// has its limits.
void checkGeneratedCount(const GeneratedSet& few, int64_t count, const std::filesystem::path& file);

/// Writes generated digits, whole or not at all, in the format that the name ends in: .png tiles (ten a row, of a
/// conditional generator a column a class), .idx an IDX array [n, height, width] of bytes, in colour [n, height, width,
/// 3], .npz the arrays `images` of the same shape and `labels` [n] of bytes. Throws Error.
void writeGenerated(const GeneratedSet& set, const std::filesystem::path& file);

/// Writes the labels alone as an IDX array [n] of bytes, whole or not at all. Throws Error.
void writeGeneratedLabels(const GeneratedSet& set, const std::filesystem::path& file);

/// Copies a run's metrics table, its header and every whole line, whole or not at all. Throws Error: no run, not
/// readable, not writable.
void exportMetricsCsv(const std::filesystem::path& run, const std::filesystem::path& file);

/// A line of a table for other programs, with its line feed: cells apart by commas, in quotes where they must be (RFC
/// 4180).
std::string csvLine(const std::vector<std::string>& cells);

}  // namespace sparring
