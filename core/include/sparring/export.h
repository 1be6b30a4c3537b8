// Generated digits and metrics as files that other programs read.
#pragma once

#include <filesystem>

#include "sparring/pictures.h"

namespace sparring {

/// Throws Error (Usage) unless the name ends in .png, .idx or .npz.
void checkGeneratedName(const std::filesystem::path& file);

/// Writes generated digits, whole or not at all, in the format that the name ends in: .png tiles of ten a row, .idx an
/// IDX array [n, side, side] of bytes, .npz the arrays `images` [n, side, side] and `labels` [n] of bytes. Throws
/// Error.
void writeGenerated(const GeneratedSet& set, const std::filesystem::path& file);

/// Writes the labels alone as an IDX array [n] of bytes, whole or not at all. Throws Error.
void writeGeneratedLabels(const GeneratedSet& set, const std::filesystem::path& file);

/// Copies a run's metrics table, its header and every whole line, whole or not at all. Throws Error: no run, not
/// readable, not writable.
void exportMetricsCsv(const std::filesystem::path& run, const std::filesystem::path& file);

}  // namespace sparring
