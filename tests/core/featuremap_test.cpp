// Features of test images, and maps of them.
#include <random>

#include "engine_fixture.h"
#include "measure/evaluator.h"
#include "sparring/featuremap.h"
#include "sparring/model.h"

namespace sparring {
namespace {

using test::smallDigits;

// ---- features

const std::shared_ptr<const Weights>& someWeights() {
  static const std::shared_ptr<const Weights> made = [] {
    auto p = test::smallParams("fgsm");
    p.lambda = {0, 1};
    Experiment experiment(p, smallDigits(), at::kCPU);
    for (int i = 0; i < 40; ++i) experiment.step(Phase::Joint);
    return experiment.weights();
  }();
  return made;
}

const std::vector<int64_t> kSomeImages = {0, 3, 17, 40};

/// A lane's hidden layers and logits as PyTorch's own operations give them, from the weights' names.
std::pair<at::Tensor, at::Tensor> byHand(const at::Tensor& images, const std::string& name) {
  const auto& tensors = someWeights()->file.tensors;
  auto h = images;
  for (int layer = 1;; ++layer) {
    const auto prefix = name + ".fc" + std::to_string(layer);
    const auto tensor = [&](const std::string& key) {
      const auto& held = tensors.at(key);
      return at::from_blob(const_cast<float*>(held.data.data()), held.shape).clone();
    };
    const auto out = at::linear(h, tensor(prefix + ".weight"), tensor(prefix + ".bias"));
    if (!tensors.contains(name + ".fc" + std::to_string(layer + 1) + ".weight")) return {h, out};
    h = at::relu(out);
  }
}

at::Tensor tensorOf(const Points& points) {
  return at::from_blob(const_cast<float*>(points.values.data()), {points.count(), points.width}).clone();
}

TEST(Features, EqualWhatTheLayersGive) {
  const Model model(*someWeights());
  at::Tensor x = at::empty({4, 784});
  for (int64_t i = 0; i < 4; ++i)
    for (int64_t j = 0; j < 784; ++j) x[i][j] = smallDigits()->test.at(kSomeImages[static_cast<size_t>(i)])[j] / 255.0f;
  for (int lane = 0; lane < 2; ++lane) {
    const auto features = model.features(*smallDigits(), lane, {}, kSomeImages);
    const auto [hidden, logits] = byHand(x, lane == 0 ? "classifier" : "classifier@1");
    EXPECT_TRUE(at::allclose(tensorOf(features.points), hidden, 1e-4, 1e-5)) << lane;
    EXPECT_TRUE(at::allclose(tensorOf(features.logits), logits, 1e-4, 1e-5)) << lane;
    EXPECT_EQ(features.images, kSomeImages);
    EXPECT_EQ(features.seen.count(), 0);
  }
}

TEST(Features, VerdictAndMarginAreOfTheLogits) {
  const Model model(*someWeights());
  const auto features = model.features(*smallDigits(), 0, {}, evenPart(smallDigits()->test.count(), 0));
  const auto logits = tensorOf(features.logits);
  for (int64_t i = 0; i < features.count(); ++i) {
    auto others = logits[i].clone();
    const auto at = static_cast<size_t>(i);
    others[features.labels[at]] = -INFINITY;
    EXPECT_EQ(features.verdicts[at], logits[i].argmax().item<int64_t>());
    EXPECT_FLOAT_EQ(features.margins[at], (logits[i][features.labels[at]] - others.max()).item<float>());
    EXPECT_EQ(features.margins[at] > 0, features.right(i));
  }
}

TEST(Features, UnderAttackAreThoseOfTheImagesThatTheGalleryShows) {
  const Model model(*someWeights());
  const auto attack = parseAttack("pgd:eps=0.2,steps=3");
  const auto gallery = model.gallery(*smallDigits(), attack, kSomeImages);
  const auto features = model.features(*smallDigits(), 1, attack, kSomeImages);
  EXPECT_EQ(features.seen, gallery.lanes[1].adversarial);
  for (size_t i = 0; i < kSomeImages.size(); ++i) EXPECT_EQ(features.verdicts[i], gallery.lanes[1].after[i].predicted);
}

TEST(Features, OfANetworkWithoutHiddenLayersAreThePixels) {
  auto p = test::smallParams("none");
  p.classifierHidden = {};
  Experiment experiment(p, smallDigits(), at::kCPU);
  const auto features = Model(*experiment.weights()).features(*smallDigits(), 0, {}, {5});
  ASSERT_EQ(features.points.width, 784);
  for (int64_t j = 0; j < 784; ++j) EXPECT_FLOAT_EQ(features.points.at(0)[j], smallDigits()->test.at(5)[j] / 255.0f);
}

TEST(Features, AreRefusedWhereThereIsNoSuchLaneOrImage) {
  const Model model(*someWeights());
  EXPECT_THROW(model.features(*smallDigits(), 2, {}, {0}), Error);
  EXPECT_THROW(model.features(*smallDigits(), 0, {}, {smallDigits()->test.count()}), Error);
  EXPECT_THROW(model.features(*smallDigits(), 0, {}, {0}, [](int64_t, int64_t) { return false; }), Error);
}

// ---- maps

float uniform(std::mt19937_64& numbers) { return static_cast<float>(numbers() >> 40) * 0x1p-23f - 1; }

/// `clusters` clouds of radius 1 about centres some tens apart, point i in cloud i % clusters.
Points clouds(int64_t n, int64_t width, int64_t clusters) {
  std::mt19937_64 numbers(7);
  std::vector<float> centres;
  for (int64_t i = 0; i < clusters * width; ++i) centres.push_back(20 * uniform(numbers));
  Points points{width, {}};
  for (int64_t i = 0; i < n; ++i)
    for (int64_t j = 0; j < width; ++j)
      points.values.push_back(centres[static_cast<size_t>(i % clusters * width + j)] + uniform(numbers));
  return points;
}

TEST(PlaneOf, FindsTheAxesAndVariancesOfAKnownCovariance) {
  // ± along three orthogonal directions: variances 25·2/6, 9·2/6, 1·2/6 and exactly these directions
  const std::array<std::array<float, 4>, 3> along = {
      {{0.5f, 0.5f, 0.5f, 0.5f}, {0.5f, -0.5f, 0.5f, -0.5f}, {0.5f, 0.5f, -0.5f, -0.5f}}};
  const std::array<float, 3> lengths = {3, 5, 1};
  Points points{4, {}};
  for (size_t a = 0; a < 3; ++a)
    for (const float sign : {1.0f, -1.0f})
      for (size_t j = 0; j < 4; ++j) points.values.push_back(2 + sign * lengths[a] * along[a][j]);
  const Plane plane = planeOf(points);
  for (size_t j = 0; j < 4; ++j) {
    EXPECT_NEAR(plane.mean[j], 2, 1e-6);
    EXPECT_NEAR(std::abs(plane.axes[0][j]), 0.5, 1e-6);
    EXPECT_NEAR(plane.axes[1][j], 0.5, 1e-6);
  }
  EXPECT_NEAR(plane.axes[0][0] * plane.axes[0][1], -0.25, 1e-6);
  EXPECT_NEAR(plane.share[0], 25.0 / 35, 1e-9);
  EXPECT_NEAR(plane.share[1], 9.0 / 35, 1e-9);
  const Places places = plane.of(points);
  EXPECT_NEAR(std::abs(places[2].x), 5, 1e-5);
  EXPECT_NEAR(places[2].y, 0, 1e-5);
  EXPECT_NEAR(places[0].y, 3, 1e-5);
}

TEST(PlaneOf, EqualsTheEigenvectorsOfTheCovariance) {
  const Points points = clouds(120, 40, 5);
  const Plane plane = planeOf(points);
  auto x = tensorOf(points).to(at::kDouble);
  x = x - x.mean(0);
  const auto [values, vectors] = at::linalg_eigh(at::mm(x.t(), x));
  for (int64_t c = 0; c < 2; ++c) {
    const auto axis = vectors.select(1, 39 - c);
    double dot = 0;
    for (int64_t j = 0; j < 40; ++j) dot += axis[j].item<double>() * plane.axes[size_t(c)][size_t(j)];
    EXPECT_NEAR(std::abs(dot), 1, 1e-6) << c;
    EXPECT_NEAR(plane.share[size_t(c)], (values[39 - c] / values.sum()).item<double>(), 1e-8) << c;
  }
}

TEST(PlaneOf, PointsThatAreOneHaveNoAxes) {
  const Plane plane = planeOf({3, {1, 2, 3, 1, 2, 3}});
  EXPECT_EQ(plane.share, (std::array<double, 2>{0, 0}));
  for (const Place place : plane.of({3, {1, 2, 3}})) EXPECT_EQ(place, (Place{0, 0}));
}

TEST(PlaneOf, PointsOnALineHaveOneAxis) {
  const Plane plane = planeOf({3, {0, 0, 0, 1, 2, 2, 2, 4, 4}});
  EXPECT_NEAR(plane.share[0], 1, 1e-9);
  EXPECT_NEAR(plane.share[1], 0, 1e-9);
  const Places places = plane.of({3, {2, 4, 4}});
  EXPECT_NEAR(places[0].x, 3, 1e-5);
}

TEST(TurnTowards, UndoesARotationAndAReflection) {
  const Places places = {{1, 0}, {3, 1}, {-2, 2}, {0, -3}};
  for (const Turn& turn : {Turn{0.6, -0.8, 0.8, 0.6}, Turn{0.6, 0.8, 0.8, -0.6}}) {
    const Places moved = turn(places);
    const Places back = turnTowards(moved, places)(moved);
    for (size_t i = 0; i < places.size(); ++i) {
      EXPECT_NEAR(back[i].x, places[i].x, 1e-5);
      EXPECT_NEAR(back[i].y, places[i].y, 1e-5);
    }
  }
}

TEST(TurnTowards, OfAPlaneTurnsWhatItShows) {
  const Points points = clouds(20, 6, 3);
  const Plane plane = planeOf(points);
  const Turn turn{0, 1, 1, 0};
  const Places there = plane.turned(turn).of(points), expected = turn(plane.of(points));
  for (size_t i = 0; i < there.size(); ++i) EXPECT_NEAR(there[i].x, expected[i].x, 1e-4);
}

int64_t nearestTo(const Places& places, size_t i) {
  size_t nearest = i == 0 ? 1 : 0;
  const auto apart = [&](size_t j) { return std::hypot(places[i].x - places[j].x, places[i].y - places[j].y); };
  for (size_t j = 0; j < places.size(); ++j)
    if (j != i && apart(j) < apart(nearest)) nearest = j;
  return static_cast<int64_t>(nearest);
}

TEST(Tsne, PartsCloudsThatArePartedAndIsTheSameTwice) {
  const Points points = clouds(200, 30, 6);  // six clouds overlap in any plane
  const Places start = planeOf(points).of(points);
  TsneSettings settings;
  settings.iterations = 400;
  const Places map = tsne(points, start, settings);
  for (size_t i = 0; i < map.size(); ++i) EXPECT_EQ(nearestTo(map, i) % 6, static_cast<int64_t>(i) % 6) << i;
  EXPECT_EQ(tsne(points, start, settings), map);
  settings.seed = 1;
  EXPECT_NE(tsne(points, start, settings), map);
}

TEST(Tsne, EqualPointsStandTogetherAndNothingIsLost) {
  Points points{2, {}};
  for (int i = 0; i < 40; ++i) points.values.insert(points.values.end(), {i < 20 ? 0.0f : 9.0f, 1.0f});
  for (const Place place : tsne(points, Places(40))) EXPECT_TRUE(std::isfinite(place.x) && std::isfinite(place.y));
}

TEST(Tsne, EndsWhenItIsToldTo) {
  const Points points = clouds(60, 8, 3);
  int asked = 0;
  EXPECT_THROW(tsne(points, Places(60), {}, [&](int64_t, int64_t) { return ++asked < 5; }), Error);
  EXPECT_EQ(asked, 5);
}

TEST(PlacedAmong, LeavesThePointsOfTheMapWhereTheyAre) {
  const Points points = clouds(60, 8, 3);
  const Places map = planeOf(points).of(points);
  EXPECT_EQ(placedAmong(points, map, points), map);
}

TEST(PlacedAmong, MovesContinuouslyFromItsPlaceToItsNewNeighbours) {
  const Points points = clouds(60, 8, 2);
  const Places map = tsne(points, planeOf(points).of(points));
  Points way{8, {}};  // from point 0, of one cloud, to point 1, of the other
  for (const float share : {1e-4f, 1.0f})
    for (int64_t j = 0; j < 8; ++j) way.values.push_back((1 - share) * points.at(0)[j] + share * points.at(1)[j]);
  const Places placed = placedAmong(points, map, way);
  EXPECT_NEAR(placed[0].x, map[0].x, 1e-2);
  EXPECT_NEAR(placed[0].y, map[0].y, 1e-2);
  EXPECT_EQ(placed[1], map[1]);
}

TEST(PlacingError, IsSmallBesideTheCloudsApart) {
  const Points points = clouds(120, 8, 3);
  const Places map = tsne(points, planeOf(points).of(points));
  const double error = placingError(points, map);
  EXPECT_GT(error, 0);
  EXPECT_LT(error, 0.3 * extentOf(map));
}

}  // namespace
}  // namespace sparring
