#include "gallery/galleryquery.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sparring::ui {
namespace {

constexpr size_t kChunk = 16;  ///< images attacked at once: a stop is noticed between chunks
constexpr int kBisections = 6;

template <class T>
void appendPart(std::vector<T>& to, const std::vector<T>& from, size_t i, size_t length) {
  const auto begin = from.begin() + ptrdiff_t(i * length);
  to.insert(to.end(), begin, begin + ptrdiff_t(length));
}

void appendImage(Gallery& to, const Gallery& from, size_t i) {
  const auto area = size_t(from.source.kind.size());
  to.source.kind = from.source.kind;
  to.attack = from.attack;
  to.lanes.resize(from.lanes.size());
  appendPart(to.index, from.index, i, 1);
  appendPart(to.label, from.label, i, 1);
  to.source.add(from.source, int64_t(i));
  for (size_t k = 0; k < from.lanes.size(); ++k) {
    to.lanes[k].adversarial.kind = from.lanes[k].adversarial.kind;
    to.lanes[k].adversarial.add(from.lanes[k].adversarial, int64_t(i));
    appendPart(to.lanes[k].difference, from.lanes[k].difference, i, area);
    appendPart(to.lanes[k].before, from.lanes[k].before, i, 1);
    appendPart(to.lanes[k].after, from.lanes[k].after, i, 1);
  }
}

/// Up to `most` of the images asked for, from `*next` on; `*next` moves behind them.
std::vector<int64_t> candidates(const ImageSet& test, const GalleryQuery& query, size_t most, int64_t* next) {
  std::vector<int64_t> index;
  for (; *next < test.count() && index.size() < most; ++*next) {
    if (query.digit >= 0 && test.labels[size_t(*next)] != query.digit) continue;
    if (query.among.empty() || std::ranges::binary_search(query.among, *next)) index.push_back(*next);
  }
  return index;
}

bool anyLeft(const ImageSet& test, const GalleryQuery& query, int64_t from) {
  return !candidates(test, query, 1, &from).empty();
}

}  // namespace

bool flips(const Gallery& gallery, int lane, size_t i) {
  const Gallery::Lane& side = gallery.lanes[size_t(lane)];
  return side.before[i].predicted == gallery.label[i] && side.after[i].predicted != gallery.label[i];
}

GalleryPage findPage(const ImageSet& test, const GalleryMaker& make, const GalleryQuery& query,
                     const std::atomic<bool>& stop) {
  GalleryPage page;
  page.gallery.source.kind = test.kind;
  page.gallery.attack = query.attack;
  int64_t next = query.from;
  const auto wanted = size_t(query.count);
  while (page.gallery.index.size() < wanted && !stop) {
    const size_t most = query.flipsOnly ? kChunk : std::min(kChunk, wanted - page.gallery.index.size());
    const std::vector<int64_t> index = candidates(test, query, most, &next);
    if (index.empty()) break;
    const Gallery chunk = make(query.attack, index);
    for (size_t i = 0; i < index.size(); ++i) {
      if (query.flipsOnly && !flips(chunk, query.lane, i)) continue;
      appendImage(page.gallery, chunk, i);
      if (page.gallery.index.size() < wanted) continue;
      next = index[i] + 1;
      break;
    }
  }
  if (anyLeft(test, query, next)) page.next = next;
  return page;
}

std::string strengthKey(const std::string& attack) {
  for (const AttackInfo& info : attacks())
    if (info.name == attack) return info.strength().key;
  return {};
}

StrengthSweep sweep(const GalleryMaker& make, const AttackSpec& attack, int64_t index, double most, int points,
                    const std::atomic<bool>& stop) {
  const std::string key = strengthKey(attack.name);
  StrengthSweep result;
  const auto at = [&](double strength) {
    AttackSpec spec = attack;
    spec.values[key] = strength;
    return make(spec, {index});
  };
  for (int i = 0; i < points && !stop; ++i) {
    const double strength = most * i / (points - 1);
    const Gallery gallery = at(strength);
    result.kind = gallery.source.kind;
    result.label = gallery.label.front();
    result.verdicts.resize(gallery.lanes.size());
    result.strengths.push_back(strength);
    for (size_t k = 0; k < gallery.lanes.size(); ++k) result.verdicts[k].push_back(gallery.lanes[k].after.front());
  }
  for (size_t k = 0; k < result.verdicts.size(); ++k) {
    const auto& verdicts = result.verdicts[k];
    const auto first = std::find_if(verdicts.begin(), verdicts.end(),
                                    [&](const auto& verdict) { return verdict.predicted != result.label; });
    if (first == verdicts.end()) {
      result.fooledFrom.push_back(std::numeric_limits<double>::quiet_NaN());
      continue;
    }
    const auto i = size_t(first - verdicts.begin());
    double high = result.strengths[i], low = i > 0 ? result.strengths[i - 1] : high;
    for (int round = 0; round < kBisections && low < high && !stop; ++round) {
      const double middle = (low + high) / 2;
      (at(middle).lanes[k].after.front().predicted != result.label ? high : low) = middle;
    }
    result.fooledFrom.push_back(high);
  }
  return result;
}

}  // namespace sparring::ui
