// The few colours that stand for a picture's many.
#pragma once

#include <cstdint>
#include <vector>

#include "animation/encoder.h"

namespace sparring {

struct Palette {
  std::vector<uint32_t> colours;  ///< 0xRRGGBB, 1 to 256 of them
  std::vector<uint8_t> pixels;    ///< [height, width] of the area: which colour
};

/// Colours for an area of a frame: its own where they are 256 or fewer, else boxes of the colour cube that are cut
/// where they are widest until there are 256. A colour that holds half of its box stands for the box, so that flat
/// areas stay as they are. Without dithering; the same pixels give the same palette.
Palette paletteOf(const FrameView& frame, const FrameArea& area);

}  // namespace sparring
