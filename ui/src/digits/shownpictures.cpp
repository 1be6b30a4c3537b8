#include "digits/shownpictures.h"

#include <algorithm>

#include "base/text.h"
#include "digits/pairsview.h"
#include "digits/pictureloader.h"
#include "digits/sampleview.h"
#include "sparring/adversaries.h"

namespace sparring::ui {
namespace {

constexpr int kRealPerClass = 10, kMostReal = 100;

/// Test images, class after class: a row each, or of more than ten classes as many of each as there is room for.
std::vector<int64_t> someOfEach(const ImageSet& set) {
  std::vector<int64_t> some;
  const int perClass = std::max(1, std::min(kRealPerClass, kMostReal / set.kind.classes));
  for (int c = 0; c < set.kind.classes; ++c) {
    int found = 0;
    for (size_t i = 0; i < set.labels.size() && found < perClass; ++i) {
      if (set.labels[i] != c) continue;
      some.push_back(int64_t(i));
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
  if (what & (Shown::Pictures | Shown::Lane)) showPictures();
}

void ShownPictures::showReal() {
  const auto data = shown_.data();
  const std::vector<int64_t> index = someOfEach(data->test);
  ImageSet some{{data->test.kind, {}}, {}};
  for (const int64_t i : index) {
    some.add(data->test, i);
    some.labels.push_back(data->test.labels[size_t(i)]);
  }
  samples_.showReal(std::move(some), QString::fromStdString(data->name), index);
}

void ShownPictures::showPictures() {
  auto grid = shown_.samples();
  // a run that is opened has pictures of more steps than checkpoints
  if (const auto kept = shown_.keptSamples(); kept && (!grid || kept->step > grid->step))
    grid = loadSamples(kept->png, kept->step);
  samples_.show(grid, grid ? shown_.laneName(grid->lane) : QString(), shown_.step());
  const auto pairs = shown_.pairs();
  pairs_.setStanding(standing());
  pairs_.show(pairs, pairs ? shown_.laneName(pairs->lane) : QString(), shown_.step());
}

QString ShownPictures::standing() const {
  if (shown_.opened().empty()) return {};
  if (const auto& problem = shown_.pictureProblem()) return text(*problem);
  return shown_.picturing() ? tr("The run's last checkpoint is being attacked…")
                            : tr("This run has no checkpoint to make pairs from.");
}

}  // namespace sparring::ui
