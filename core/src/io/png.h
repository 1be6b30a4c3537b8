// The pieces that a PNG file is made of, and the plain kind of them read again.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "sparring/pictures.h"

namespace sparring {

inline const std::string kPngSignature = "\x89PNG\r\n\x1a\n";

/// A number as PNG writes it: four bytes, the greatest first.
std::string pngNumber(size_t number);

/// A chunk: length, type (four letters), data, checksum of type and data.
std::string pngChunk(const std::string& type, const std::string& data);

/// The picture of a PNG as writePng makes it: 8 bits, grey or in colour, not interlaced. Throws Error that names
/// `file`: another kind, broken, or larger than such a picture is.
Picture decodePng(std::string_view bytes, const std::filesystem::path& file);

}  // namespace sparring
