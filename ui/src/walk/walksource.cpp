#include "walk/walksource.h"

#include "shown/shown.h"
#include "sparring/model.h"

namespace sparring::ui {
namespace {

/// The test set's image of class c that comes after `pair` others of it, round and round; -1: there is none.
int64_t imageOf(const ImageSet& test, int c, uint64_t pair) {
  std::vector<int64_t> all;
  for (int64_t i = 0; i < test.count(); ++i)
    if (test.labels[size_t(i)] == c) all.push_back(i);
  return all.empty() ? -1 : all[pair % all.size()];
}

Morph changed(const WalkSource& source, const MorphEnds& ends, int lane, int count) {
  const ImageSet& test = source.data->test;
  const int64_t from = imageOf(test, ends.from, ends.pair),
                to = imageOf(test, ends.to, ends.pair + (ends.from == ends.to));
  if (from < 0 || to < 0) return {};
  std::vector<int> labels;
  for (int i = 0; i < count; ++i) labels.push_back(2 * i < count ? ends.from : ends.to);
  const auto images = blend(test.at(from), test.at(to), test.kind.size(), count);
  return {nullptr, std::make_shared<ChangedImages>(source.change(images, labels, lane)), {}};
}

}  // namespace

int Morph::count() const {
  if (drawn) return int(drawn->wanted.size());
  return changed ? int(changed->label.size()) : 0;
}

std::shared_ptr<const WalkSource> walkSource(const Shown& shown) {
  const Subject networks = shown.networks();
  if (!networks.model) return nullptr;
  auto source = std::make_shared<WalkSource>();
  source->traits = networks.model->generatorTraits();
  if (source->traits.makes == GeneratorTraits::Makes::Nothing) return nullptr;
  source->kind = networks.data->kind();
  source->lambdas = networks.model->params().lambda;
  source->step = networks.model->step();
  source->data = networks.data;
  source->draw = [networks](const std::vector<WalkPoint>& points, int lane) {
    return networks.model->draw(points, lane);
  };
  source->change = [networks](const std::vector<float>& images, const std::vector<int>& labels, int lane) {
    return networks.model->change(images, labels, lane);
  };
  source->find = [networks](int wanted, int lane, uint64_t seed) {
    return networks.model->pointReadAs(wanted, lane, seed);
  };
  return source;
}

Morph makeMorph(const WalkSource& source, const MorphEnds& ends, int lane, int count) {
  if (!source.draws()) return changed(source, ends, lane, count);
  const WalkPoint first = ends.first ? *ends.first : source.find(ends.from, lane, ends.pair),
                  last = ends.last ? *ends.last : source.find(ends.to, lane, ends.pair);
  auto points = pathBetween(first, last, count);
  return {std::make_shared<DrawnImages>(source.draw(points, lane)), nullptr, std::move(points)};
}

}  // namespace sparring::ui
