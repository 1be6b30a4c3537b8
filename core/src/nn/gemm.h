// Matrix products on the processor: which library makes them, and how they are spread over the team.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nn/team.h"

namespace sparring::ops {

/// "oneDNN sgemm" or "LibTorch's BLAS".
const char* gemmName();

/// One factor or the result, as it stands in memory: rows of `stride` floats, used transposed where said so.
struct Matrix {
  float* data;
  int64_t stride;
  bool transposed = false;
  int64_t copyStep = 0;  ///< floats from one copy's matrix to the next one's

  /// Copy `copy`'s, beginning at row r and column c of the matrix as it is used.
  Matrix at(int64_t copy, int64_t r, int64_t c) const {
    return {data + copy * copyStep + (transposed ? c * stride + r : r * stride + c), stride, transposed, copyStep};
  }
};

/// c [m,n] = a [m,k] · b [k,n], or c += … where `add`; the same for each of `copies`.
struct Products {
  Matrix a, b, c;
  int64_t m, n, k;
  int copies = 1;
  bool add = false;
  bool byColumns = false;  ///< a part holds whole columns of c rather than whole rows

  double flop() const {
    return 2.0 * static_cast<double>(m) * static_cast<double>(n) * static_cast<double>(k) * copies;
  }
};

/// The piece of c that one part makes.
struct Piece {
  int product;  ///< index into the list
  int copy;
  int64_t row, rows, column, columns;
};

/// Products that do not depend on one another, made by the whole team at once. `after(piece)` runs on the part's own
/// thread while the piece is in its cache.
template <class After>
void makeProducts(Team& team, std::span<const Products> list, After after);

/// Lists of products as a thread makes them one after another.
using ProductLog = std::vector<std::vector<Products>>;

/// While `log` is set, every list of products that this thread makes is added to it; null ends that.
void logProducts(ProductLog* log);

/// The same products again and nothing else, in memory of its own laid out alike: what work would cost if it were
/// matrix products alone.
class Replay {
 public:
  explicit Replay(ProductLog log);
  void run(Team& team) const;
  double flop() const;

 private:
  ProductLog log_;
  std::vector<std::vector<float>> memory_;
};

// --- for the template
void makePiece(const Products& products, const Piece& piece);
int stripesOf(const Products& products, int threads);
bool worthWaking(std::span<const Products> list);
void noteProducts(std::span<const Products> list);

template <class After>
void makeProducts(Team& team, std::span<const Products> list, After after) {
  noteProducts(list);
  int parts = 0;
  for (const auto& products : list) parts += products.copies * stripesOf(products, team.size());
  const auto part = [&](int number) {
    size_t index = 0;
    int stripes = stripesOf(list[0], team.size());
    while (number >= list[index].copies * stripes) {
      number -= list[index].copies * stripes;
      stripes = stripesOf(list[++index], team.size());
    }
    const auto& products = list[index];
    constexpr int64_t kAlign = 16;  // floats of a cache line
    const auto range = rangeOf(products.byColumns ? products.n : products.m, kAlign, number % stripes, stripes);
    if (range.first >= range.last) return;
    const int64_t length = range.last - range.first;
    const Piece piece = products.byColumns
                            ? Piece{static_cast<int>(index), number / stripes, 0, products.m, range.first, length}
                            : Piece{static_cast<int>(index), number / stripes, range.first, length, 0, products.n};
    makePiece(products, piece);
    after(piece);
  };
  if (worthWaking(list))
    eachPart(team, parts, part);
  else
    for (int number = 0; number < parts; ++number) part(number);
}

}  // namespace sparring::ops
