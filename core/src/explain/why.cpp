// Integrated gradients of the margin along a straight line, cut where the network bends.
#include <ATen/ops/empty_like.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <cmath>

#include "explain/looker.h"
#include "measure/modelparts.h"

namespace sparring {

namespace {

constexpr int64_t kAtOnce = 256;       // points of the path in one pass
constexpr size_t kMostPoints = 20000;  // of a path, whatever the tolerance
constexpr int kFirstPieces = 16;

/// A piece of the path, by t from 0 to 1, and what is known of it.
struct PathPiece {
  double first, last;
  double margin = 0;       ///< at `last`
  double missing = 0;      ///< the change of the margin that its gradient does not tell
  at::Tensor shares = {};  ///< [P], gradient at its middle times its part of the way; undefined: not looked at yet
};

class Path {
 public:
  Path(const Network& net, const Pixels& x, const Pixels& changed, int from, int to)
      : net_(net),
        trace_(net.makeTrace(kAtOnce)),
        x_(rowOf(x, net)),
        way_(rowOf(changed, net).sub(x_)),
        from_(from),
        to_(to) {}

  double margin(double t) { return marginsAt({t})[0]; }

  /// Margins at places of the path; the trace holds the pass.
  std::vector<double> marginsAt(const std::vector<double>& places) {
    const auto n = static_cast<int64_t>(places.size());
    std::vector<float> t(places.begin(), places.end());
    const auto along = at::from_blob(t.data(), {n, 1}, at::kFloat).to(x_.device());
    images_ = x_.add(along.mul(way_));
    const auto logits = net_.forward(images_, trace_).cpu().contiguous();
    requireFinite(logits);
    std::vector<double> margins;
    for (int64_t i = 0; i < n; ++i) {
      const float* z = logits.data_ptr<float>() + i * net_.outputs();
      margins.push_back(static_cast<double>(z[from_]) - static_cast<double>(z[to_]));
    }
    return margins;
  }

  /// [n,P] of the last places.
  at::Tensor gradients() {
    const auto seed = net_.outputGradient(trace_);
    seed.zero_();
    seed.select(1, from_).add_(1);
    seed.select(1, to_).sub_(1);
    auto gradients = at::empty_like(images_);
    net_.backward(trace_, false, gradients);
    return gradients;
  }

  /// Fills in what is not known of the pieces; `before(i)`: the margin where piece i begins.
  void look(std::vector<PathPiece>& pieces, double start, const std::function<void()>& rest) {
    std::vector<size_t> open;
    for (size_t i = 0; i < pieces.size(); ++i)
      if (!pieces[i].shares.defined()) open.push_back(i);
    for (size_t done = 0; done < open.size(); done += kAtOnce) {
      rest();
      const std::vector<size_t> some(
          open.begin() + static_cast<std::ptrdiff_t>(done),
          open.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(done + kAtOnce, open.size())));
      std::vector<double> ends, middles;
      for (const size_t i : some) {
        ends.push_back(pieces[i].last);
        middles.push_back((pieces[i].first + pieces[i].last) / 2);
      }
      const auto margins = marginsAt(ends);
      marginsAt(middles);
      const auto made = gradients().mul(way_);
      for (size_t row = 0; row < some.size(); ++row) {
        auto& piece = pieces[some[row]];
        piece.margin = margins[row];
        piece.shares = made[static_cast<int64_t>(row)].mul(piece.last - piece.first);
      }
    }
    double before = start;
    for (auto& piece : pieces) {
      piece.missing = piece.margin - before - piece.shares.sum(at::kDouble).item<double>();
      before = piece.margin;
    }
  }

 private:
  const Network& net_;
  Trace trace_;
  at::Tensor x_, way_;
  int from_, to_;
  at::Tensor images_;
};

double missingIn(const std::vector<PathPiece>& pieces) {
  double all = 0;
  for (const auto& piece : pieces) all += std::abs(piece.missing);
  return all;
}

/// The pieces that miss more than their part of what may be missing, each in two.
std::vector<PathPiece> halved(const std::vector<PathPiece>& pieces, double allowed) {
  std::vector<PathPiece> finer;
  const double each = allowed / (2 * static_cast<double>(pieces.size()));
  for (const auto& piece : pieces) {
    if (std::abs(piece.missing) <= each) {
      finer.push_back(piece);
      continue;
    }
    const double middle = (piece.first + piece.last) / 2;
    finer.push_back({piece.first, middle});
    finer.push_back({middle, piece.last});
  }
  return finer;
}

}  // namespace

Attribution Reader::why(const Pixels& x, const Pixels& changed, int lane, int from, int to, double tolerance) const {
  requireImage(x);
  requireImage(changed);
  requireLane(lane);
  requireClass(from);
  requireClass(to);
  ops::setThreads(threads_);
  const auto net = model_.impl_->lanes.copy(lane);
  Path path(net, x, changed, from, to);
  Attribution why;
  why.before = path.margin(0);
  why.after = path.margin(1);
  std::vector<PathPiece> pieces;
  for (int i = 0; i < kFirstPieces; ++i)
    pieces.push_back({static_cast<double>(i) / kFirstPieces, static_cast<double>(i + 1) / kFirstPieces});
  path.look(pieces, why.before, rest_);
  const double allowed = tolerance * std::max(1.0, std::abs(why.change()));
  why.points = kFirstPieces;
  while (missingIn(pieces) > allowed) {
    auto finer = halved(pieces, allowed);
    const size_t added = finer.size() - pieces.size();
    if (added == 0 || static_cast<size_t>(why.points) + 2 * added > kMostPoints) break;
    pieces = std::move(finer);
    why.points += static_cast<int>(2 * added);
    path.look(pieces, why.before, rest_);
  }
  auto shares = at::zeros({model_.kind().size()}, at::kDouble);
  for (const auto& piece : pieces) shares.add_(piece.shares.to(at::kCPU, at::kDouble));
  const double* values = shares.data_ptr<double>();
  why.shares.assign(values, values + shares.numel());
  why.sum = shares.sum().item<double>();
  return why;
}

}  // namespace sparring
