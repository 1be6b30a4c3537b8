#include "digits/shownpictures.h"

#include <algorithm>

#include "digits/pairsview.h"
#include "digits/pictureloader.h"
#include "digits/sampleview.h"
#include "sparring/adversaries.h"

namespace sparring::ui {
namespace {

constexpr int kRealPerClass = 10, kMostReal = 100;

/// Test images, class after class: a row each, or of more than ten classes as many of each as there is room for.
ImageSet someOfEach(const ImageSet& set) {
  ImageSet some{{set.kind, {}}, {}};
  const int perClass = std::max(1, std::min(kRealPerClass, kMostReal / set.kind.classes));
  for (int c = 0; c < set.kind.classes; ++c) {
    int found = 0;
    for (size_t i = 0; i < set.labels.size() && found < perClass; ++i) {
      if (set.labels[i] != c) continue;
      some.add(set, int64_t(i));
      some.labels.push_back(set.labels[i]);
      ++found;
    }
  }
  return some;
}

}  // namespace

ShownPictures::ShownPictures(Shown& shown, SampleView& samples, PairsView& pairs, QObject* parent)
    : QObject(parent), shown_(shown), samples_(samples), pairs_(pairs) {
  connect(&shown, &Shown::changed, this, &ShownPictures::read);
  read(Shown::Run);
}

void ShownPictures::read(Shown::What what) {
  if (what & (Shown::Run | Shown::Wishes | Shown::Last))  // of a run that was resumed it is known only later
    samples_.setGenerator(adversaryInfo(shown_.params().adversary).usesGenerator);
  if (what & Shown::Data) showReal();
  if (what & Shown::Pictures) showPictures();
}

void ShownPictures::showReal() {
  const auto data = shown_.data();
  samples_.showReal(someOfEach(data->test), QString::fromStdString(data->name));
}

void ShownPictures::showPictures() {
  const auto kept = shown_.keptSamples();
  samples_.show(kept ? loadSamples(kept->png, kept->step) : shown_.samples());
  pairs_.setPast(!shown_.opened().empty());
  pairs_.show(shown_.pairs());
}

}  // namespace sparring::ui
