// Which images of the test set the gallery shows, and how they are found. No widgets; any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "sparring/assessment.h"
#include "sparring/data.h"
#include "sparring/pictures.h"

namespace sparring::ui {

/// What Model::gallery does: an attack on test images, as every lane sees it. May throw Error.
using GalleryMaker = std::function<Gallery(const AttackSpec& attack, const std::vector<int64_t>& index)>;

struct GalleryQuery {
  AttackSpec attack;
  bool flipsOnly = false;  ///< images that `lane` reads rightly and misreads under the attack
  int lane = 0;
  int digit = -1;                   ///< true class; -1: any
  int64_t from = 0;                 ///< the first test image that may be shown
  int count = 0;                    ///< of a page
  std::vector<int64_t> among = {};  ///< these images alone, ascending; empty: all
};

struct GalleryPage {
  Gallery gallery;
  int64_t next = -1;  ///< where the next page begins; -1: there is none
};

/// Looks through the test set until the page is full. Ends early, with what was found, once `stop` is true.
GalleryPage findPage(const ImageSet& test, const GalleryMaker& make, const GalleryQuery& query,
                     const std::atomic<bool>& stop);

/// Whether image i of the gallery is read rightly by the lane and misread under the attack.
bool flips(const Gallery& gallery, int lane, size_t i);

/// The setting of the attack that its strength is: "eps", "sigma", …
std::string strengthKey(const std::string& attack);

/// What the lanes make of one image over the strengths of an attack, and where each is fooled first.
struct StrengthSweep {
  std::vector<double> strengths;                        ///< ascending, the first is 0
  std::vector<std::vector<Gallery::Verdict>> verdicts;  ///< [lane][strength]
  std::vector<double> fooledFrom;  ///< [lane] the smallest strength found; NaN: never up to the last
  int label = 0;
  ImageKind kind;  ///< of the image
};

/// Tries `points` strengths from 0 to `most`, then narrows down where each lane is fooled first by bisection.
StrengthSweep sweep(const GalleryMaker& make, const AttackSpec& attack, int64_t index, double most, int points,
                    const std::atomic<bool>& stop);

}  // namespace sparring::ui
