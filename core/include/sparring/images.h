// What images are like: their size, their colours, and how many classes they fall into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sparring {

/// Of one image, [height, width, channels] in memory, and of the classes that it may belong to.
struct ImageKind {
  int channels = 1;  ///< 1 or 3
  int height = 28;   ///< 1 to 4096
  int width = 28;    ///< 1 to 4096
  int classes = 10;  ///< 2 to 256

  // For whoever shows them; no network asks.
  std::vector<std::string> names = {};  ///< of the classes, English, translated under context "data"; empty: numbers
  bool ink = true;                      ///< 255 is ink on paper; else light, as in a photograph
  bool digits = true;                   ///< what they show is called digits; else images

  /// Values of one image.
  int64_t size() const { return int64_t(channels) * height * width; }
  /// What class `c` is called: its name, or where it has none its number.
  std::string nameOf(int c) const;
  /// Whether all numbers are within their ranges.
  bool valid() const;
  /// Whether a network for the one can read the other: same size, same colours, as many classes.
  bool fits(const ImageKind& other) const;
  bool operator==(const ImageKind&) const = default;
};

/// "28 x 28", "32 x 32 x 3": height, width, and the channels where there are several.
std::string sizeText(const ImageKind& kind);

/// Which of `all` images stand for all of them: `count` numbers, ascending, spread evenly, whatever order the images
/// are in; every one for a `count` of 0 or of more than there are. A smaller part is within every larger one.
std::vector<int64_t> evenPart(int64_t all, int64_t count);
/// How many those are.
int64_t evenPartSize(int64_t all, int64_t count);

/// n images of one kind.
struct Images {
  ImageKind kind;
  std::vector<uint8_t> pixels;  ///< [n, height, width, channels]

  int64_t count() const { return kind.size() > 0 ? static_cast<int64_t>(pixels.size()) / kind.size() : 0; }
  const uint8_t* at(int64_t i) const { return pixels.data() + i * kind.size(); }
  /// Appends image i of `other`, which is of the same kind.
  void add(const Images& other, int64_t i) { pixels.insert(pixels.end(), other.at(i), other.at(i) + kind.size()); }
  bool operator==(const Images&) const = default;
};

}  // namespace sparring
