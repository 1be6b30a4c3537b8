// What the trainer shows of images: plain values, shared as const between threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace sparring {

/// Generated digits on a latent that stays fixed for the whole run; of a generator that changes images, what it makes of
/// the first test images of each class. Row-major, `columns` a row. Row c holds class c, except of an unconditional
/// generator.
struct SampleGrid {
  int64_t step = 0;
  int side = 0;
  int columns = 0;
  std::vector<uint8_t> pixels;     ///< [n, side*side], 255 = ink
  bool perturbed = false;          ///< real digits that were changed
  std::vector<int> wanted;         ///< [n], the class asked for or of the digit that was changed, or -1
  std::vector<int> predicted;      ///< [n], the classifier's verdict (lane 0)
  std::vector<float> confidence;   ///< [n], its softmax probability of that verdict, in [0,1]
};

/// Source images and what an attack made of them.
struct PairSet {
  int64_t step = 0;
  int side = 0;
  std::string attack;                ///< as `evaluate --attack` writes it, e.g. "fgsm:eps=0.1"
  std::vector<uint8_t> source;       ///< [n, side*side]
  std::vector<uint8_t> adversarial;  ///< [n, side*side]
  std::vector<float> difference;     ///< [n, side*side], x_adv - x in pixel units, in [-1,1]
  std::vector<int> label;            ///< [n], the true class
  std::vector<int> predictedSource;
  std::vector<int> predictedAdversarial;
  std::vector<float> confidenceSource;
  std::vector<float> confidenceAdversarial;
};

/// Images from the generator. labels: the class asked for (conditional), else the frozen teacher's verdict.
struct GeneratedSet {
  int side = 0;
  bool conditional = false;
  std::vector<uint8_t> pixels;  ///< [n, side*side], 255 = ink
  std::vector<uint8_t> labels;  ///< [n]
};

/// Tiles n square grey images into one picture with `gap` pixels between, each pixel drawn `zoom` times.
struct GreyImage {
  int width = 0;
  int height = 0;
  std::vector<uint8_t> pixels;  ///< [height, width]
};
GreyImage tile(const std::vector<uint8_t>& pixels, int side, int columns, int gap = 2, int zoom = 1);

/// Writes a PNG whole or not at all. Throws Error.
void writePng(const std::filesystem::path& path, const GreyImage& image);

}  // namespace sparring
