#include "digits/shownpictures.h"

#include "digits/pairsview.h"
#include "digits/pictureloader.h"
#include "digits/sampleview.h"

namespace sparring::ui {
namespace {

constexpr int kRealPerClass = 10;

/// Test digits, a row a class.
void pickDigits(const ImageSet& set, std::vector<uint8_t>* pixels, std::vector<int>* labels) {
  const auto area = static_cast<size_t>(set.side) * static_cast<size_t>(set.side);
  for (int wanted = 0; wanted < 10; ++wanted) {
    int found = 0;
    for (size_t i = 0; i < set.labels.size() && found < kRealPerClass; ++i) {
      if (set.labels[i] != wanted) continue;
      const auto begin = set.pixels.begin() + static_cast<ptrdiff_t>(i * area);
      pixels->insert(pixels->end(), begin, begin + static_cast<ptrdiff_t>(area));
      labels->push_back(wanted);
      ++found;
    }
  }
}

}  // namespace

ShownPictures::ShownPictures(Shown& shown, SampleView& samples, PairsView& pairs, QObject* parent)
    : QObject(parent), shown_(shown), samples_(samples), pairs_(pairs) {
  connect(&shown, &Shown::changed, this, &ShownPictures::read);
}

void ShownPictures::read(Shown::What what) {
  if (what & Shown::Data) showReal();
  if (what & Shown::Pictures) showPictures();
}

void ShownPictures::showReal() {
  const auto data = shown_.data();
  std::vector<uint8_t> pixels;
  std::vector<int> labels;
  pickDigits(data->test, &pixels, &labels);
  samples_.showReal(std::move(pixels), data->test.side, std::move(labels), QString::fromStdString(data->name));
}

void ShownPictures::showPictures() {
  const auto kept = shown_.keptSamples();
  samples_.show(kept ? loadSamples(kept->png, kept->step) : shown_.samples());
  pairs_.setPast(!shown_.opened().empty());
  pairs_.show(shown_.pairs());
}

}  // namespace sparring::ui
