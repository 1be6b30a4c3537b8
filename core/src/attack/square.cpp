// The Square attack within L∞ (Andriushchenko 2020): random search that sees the logits and never a gradient.
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "attack/rows.h"
#include "nn/ops.h"

namespace sparring {

namespace {

constexpr double kFirstShare = 0.8;  // of the pixels, in the first square: AutoAttack's choice

// The square shrinks as the search goes on: its share of the pixels is halved at these of 10,000 queries, which are
// the paper's, drawn together or apart to the number there are.
int64_t sideOfSquare(int64_t query, int64_t queries, const ImageKind& kind) {
  constexpr double kHalvings[] = {10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000};
  const double at = 10000.0 * static_cast<double>(query) / static_cast<double>(queries);
  double share = kFirstShare;
  for (const double halving : kHalvings)
    if (at > halving) share /= 2;
  const double side = std::sqrt(static_cast<double>(kind.height) * kind.width);
  return std::clamp<int64_t>(std::llround(std::sqrt(share) * side), 1, std::min(kind.height, kind.width));
}

// The search for one chunk of images. Those still named rightly stand in the first rows of all buffers; one that is
// fooled leaves, and the last takes its place.
class Search {
 public:
  Search(const AttackContext& c, float eps)
      : c_(c),
        eps_(eps),
        centre_(c.x.cpu().clone()),
        best_(centre_.clone()),
        before_(at::empty_like(centre_)),
        out_(at::empty_like(centre_)),
        labels_(c.labels.cpu().clone()),
        margin_(at::empty(labels_.sizes(), centre_.options())),
        signs_(static_cast<size_t>(c.kind.channels)) {
    for (int64_t i = 0; i < c.x.size(0); ++i)
      images_.push_back({i, Draw(c.seed, Stream::EvaluationSquare, static_cast<uint64_t>(c.index[i]))});
  }

  bool over() const { return images_.empty(); }

  /// One query for each image that is left: `change(i)` writes the candidate into its rows; kept where it is better.
  template <class Change>
  void ask(Change change) {
    c_.rest();
    for (int64_t i = 0; i < left(); ++i) change(i);
    const auto logits = c_.net.forward(best_.narrow(0, 0, left()).to(c_.x.device()), c_.trace).cpu();
    const auto margin = margin_.narrow(0, 0, left());
    ops::margin(logits, labels_.narrow(0, 0, left()), {}, std::numeric_limits<float>::infinity(), {}, margin);
    for (int64_t i = left() - 1; i >= 0; --i) {
      auto& image = images_[static_cast<size_t>(i)];
      const float found = margin.data_ptr<float>()[i];
      if (found > image.margin)
        image.margin = found;
      else
        takeBack(i, image.square);
      if (image.margin > 0) leave(i);
    }
  }

  /// Stripes of ±ε, one sign for each column and channel.
  void stripes(int64_t i) {
    const auto& kind = c_.kind;
    for (int64_t x = 0; x < kind.width; ++x) {
      drawSigns(i);
      fill(i, {x, 0, 1, kind.height});
    }
    image(i).square = {0, 0, kind.width, kind.height};
  }

  /// A square of +ε or -ε somewhere, one sign for each channel; the other signs where it shows these already.
  void square(int64_t i, int64_t length) {
    auto& draw = image(i).draw;
    const auto place = [&](int64_t side) {
      return static_cast<int64_t>(draw.below(static_cast<uint64_t>(side - length + 1)));
    };
    const int64_t x = place(c_.kind.width), y = place(c_.kind.height);
    const Square square{x, y, length, length};
    drawSigns(i);
    if (!fill(i, square)) {
      for (float& sign : signs_) sign = -sign;
      fill(i, square);
    }
    image(i).square = square;
  }

  /// Those that are left go as they are.
  at::Tensor finish() {
    while (!over()) leave(left() - 1);
    return out_;
  }

 private:
  struct Square {
    int64_t x = 0, y = 0, width = 0, height = 0;
  };
  struct Image {
    int64_t row;  ///< in the chunk
    Draw draw;
    float margin = -std::numeric_limits<float>::infinity();  ///< of the best so far; above 0: fooled
    Square square = {};                                      ///< where the candidate differs
  };

  int64_t left() const { return static_cast<int64_t>(images_.size()); }
  Image& image(int64_t i) { return images_[static_cast<size_t>(i)]; }
  float* row(const at::Tensor& t, int64_t i) { return t.data_ptr<float>() + i * t.size(1); }
  void drawSigns(int64_t i) {
    for (float& sign : signs_) sign = image(i).draw.below(2) == 0 ? -1.0f : 1.0f;
  }

  // Calls visit(first, count) for the values of each of its lines: images are [height, width, channels].
  template <class Visit>
  void eachLine(const Square& s, Visit visit) const {
    for (int64_t y = s.y; y < s.y + s.height; ++y)
      visit((y * c_.kind.width + s.x) * c_.kind.channels, s.width * c_.kind.channels);
  }

  // The candidate's square, what it hides put by; whether anything changed.
  bool fill(int64_t i, const Square& s) {
    const float* centre = row(centre_, i);
    float *now = row(best_, i), *before = row(before_, i);
    bool changed = false;
    eachLine(s, [&](int64_t first, int64_t count) {
      size_t channel = 0;
      for (int64_t p = first; p < first + count; ++p) {
        before[p] = now[p];
        now[p] = std::clamp(centre[p] + signs_[channel] * eps_, 0.0f, 1.0f);
        changed |= now[p] != before[p];
        channel = channel + 1 == signs_.size() ? 0 : channel + 1;
      }
    });
    return changed;
  }

  void takeBack(int64_t i, const Square& s) {
    eachLine(s,
             [&](int64_t first, int64_t count) { std::copy_n(row(before_, i) + first, count, row(best_, i) + first); });
  }

  void leave(int64_t i) {
    const int64_t pixels = best_.size(1), last = left() - 1;
    std::copy_n(row(best_, i), pixels, row(out_, image(i).row));
    for (const auto& t : {centre_, best_, before_}) std::copy_n(row(t, last), pixels, row(t, i));
    labels_.data_ptr<int32_t>()[i] = labels_.data_ptr<int32_t>()[last];
    images_[static_cast<size_t>(i)] = images_.back();
    images_.pop_back();
  }

  const AttackContext& c_;
  float eps_;
  at::Tensor centre_, best_, before_, out_;  ///< [N,P] on the host
  at::Tensor labels_, margin_;               ///< [N,1]
  std::vector<float> signs_;                 ///< of the square being drawn, one for each channel
  std::vector<Image> images_;
};

}  // namespace

void square(const AttackSpec& spec, const AttackContext& c) {
  const auto queries = static_cast<int64_t>(spec.values.at("queries"));
  Search search(c, static_cast<float>(spec.values.at("eps")));
  search.ask([](int64_t) {});  // who is misread already is left alone
  for (int64_t query = 0; query < queries && !search.over(); ++query) {
    const int64_t length = sideOfSquare(query, queries, c.kind);
    search.ask([&](int64_t i) { query == 0 ? search.stripes(i) : search.square(i, length); });
  }
  c.out.copy_(search.finish());
}

}  // namespace sparring
