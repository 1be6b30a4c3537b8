// The pieces that a PNG file is made of.
#pragma once

#include <cstddef>
#include <string>

namespace sparring {

inline const std::string kPngSignature = "\x89PNG\r\n\x1a\n";

/// A number as PNG writes it: four bytes, the greatest first.
std::string pngNumber(size_t number);

/// A chunk: length, type (four letters), data, checksum of type and data.
std::string pngChunk(const std::string& type, const std::string& data);

}  // namespace sparring
