// Pictures on disk: written whole or not at all.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <filesystem>
#include <functional>

#include "sparring/error.h"

class QPaintDevice;

namespace sparring::ui {

/// Draws onto a device of `size` logical pixels.
using PaintFunction = std::function<void(QPaintDevice& device, QSize size)>;

/// Writes the bytes under a temporary name, then renames. Throws Error: no such folder, not writable, disk full.
void writeWhole(const QString& path, const QByteArray& bytes);

/// PNG. Throws Error as writeWhole does.
void writeImage(const QString& path, const QImage& image);

/// PNG (`scale` pixels for a logical one), SVG or PDF by the suffix of `path`; text stays text in the latter two.
/// Throws Error: an unknown suffix, or as writeWhole does.
void writeDrawing(const QString& path, QSize size, const PaintFunction& paint, double scale = 2);

/// The folder, or where it is taken "<folder>-2", "<folder>-3", …
std::filesystem::path freeFolder(const std::filesystem::path& folder);

/// "RUN-name", of the run that is shown; `name` where it has no folder.
QString exportName(const QString& name);
void setExportRun(const QString& run);

/// Where the last export went, and so where the next one is proposed; at first the user's documents.
QString exportFolder();
void setExportFolder(const QString& folder);  ///< one that is not there counts as none

}  // namespace sparring::ui
