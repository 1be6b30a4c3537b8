// What the trainer shows of images: plain values, shared as const between threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sparring/images.h"

namespace sparring {

/// Generated images on a latent that stays fixed for the whole run; of a generator that changes images, what it makes
/// of the first test images of each class. Row-major, `columns` a row. A row holds images of one class, see `wanted`,
/// except of an unconditional generator.
struct SampleGrid {
  int64_t step = 0;
  int lane = 0;   ///< whose classifier judges them, and whose generator they are where each lane has its own
  Images images;  ///< n of them
  int columns = 0;
  bool perturbed = false;         ///< real images that were changed
  std::vector<int> wanted;        ///< [n], the class asked for or of the image that was changed, or -1
  std::vector<int> predicted;     ///< [n], the classifier's verdict
  std::vector<float> confidence;  ///< [n], its softmax probability of that verdict, in [0,1]
};

/// Source images and what an attack made of them.
struct PairSet {
  int64_t step = 0;
  int lane = 0;                ///< whose classifier is attacked
  std::string attack;          ///< as `evaluate --attack` writes it, e.g. "fgsm:eps=0.1"
  std::vector<int64_t> index;  ///< [n], in the test set
  Images source, adversarial;
  std::vector<float> difference;  ///< as many values: x_adv - x in pixel units, in [-1,1]
  std::vector<int> label;         ///< [n], the true class
  std::vector<int> predictedSource;
  std::vector<int> predictedAdversarial;
  std::vector<float> confidenceSource;
  std::vector<float> confidenceAdversarial;
};

// By lane. Shared, since one is looked at while the next is on its way.
using SampleGrids = std::vector<std::shared_ptr<const SampleGrid>>;  ///< empty where there is no generator
using PairSets = std::vector<std::shared_ptr<const PairSet>>;
/// Both of one moment.
struct LanePictures {
  SampleGrids samples;
  PairSets pairs;
};

/// Images from the generator. labels: the class asked for (conditional), else the frozen teacher's verdict.
struct GeneratedSet {
  Images images;
  bool conditional = false;
  std::vector<uint8_t> labels;  ///< [n]
};

/// Tiles n images into one picture with `gap` pixels between, each pixel drawn `zoom` times.
struct Picture {
  int width = 0;
  int height = 0;
  int channels = 1;             ///< 1 or 3
  std::vector<uint8_t> pixels;  ///< [height, width, channels]
};
/// The picture without its pixels.
Picture tileSize(const ImageKind& kind, int64_t count, int columns, int gap = 2, int zoom = 1);
Picture tile(const Images& images, int columns, int gap = 2, int zoom = 1);

/// Throws Error where `image`, whose pixels need not be there yet, has no pixels or more than a PNG is written of.
void checkPictureSize(const std::filesystem::path& path, const Picture& image);
/// Writes a PNG whole or not at all; `text`, in Latin-1, goes along under the keyword kPictureText. Throws Error.
void writePng(const std::filesystem::path& path, const Picture& image, const std::string& text = {});
inline constexpr char kPictureText[] = "sparring";

/// What the picture of a grid does not show: its kind, how it is tiled, what was asked for and read. And back: a grid
/// without pixels and step; nothing where it is not such a text.
std::string gridToText(const SampleGrid& grid);
std::optional<SampleGrid> gridFromText(const std::string& text);

}  // namespace sparring
