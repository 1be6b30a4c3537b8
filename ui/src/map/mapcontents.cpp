#include "map/mapcontents.h"

#include <algorithm>
#include <utility>

namespace sparring::ui {
namespace {

constexpr int kStrengths = 5;  ///< of an attack that the full suite does not measure

/// One map on its way.
class MapWork {
 public:
  MapWork(const MapWish& wish, std::shared_ptr<const MapContents> former, const MapProgress& watch,
          const std::function<void(const MapContents&)>& tell)
      : wish_(wish), former_(std::move(former)), watch_(watch), tell_(tell) {
    const int64_t all = wish.source->data->test.count();
    map_.source = wish.source;
    map_.attack = wish.attack;
    map_.strengths = wish.strengths;
    map_.images = evenPart(all, wish.images);
    for (const int64_t image : evenPart(all, std::min<int64_t>(wish.arrows, std::ssize(map_.images))))
      map_.attacked.push_back(size_t(std::ranges::lower_bound(map_.images, image) - map_.images.begin()));
    if (former_ && (former_->source->data != wish.source->data || former_->images != map_.images)) former_ = nullptr;
  }

  void run() {
    for (const int lane : wish_.lanes) begin(lane);
    attack(wish_.first);
    if (wish_.method == MapMethod::Tsne)
      for (LaneMap& lane : map_.lanes) embed(lane);
    for (size_t level = 0; wish_.all && level < map_.strengths.size(); ++level) attack(level);
    say(MapContents::Work::None);
  }

 private:
  void say(MapContents::Work work, size_t level = 0) {
    map_.work = work;
    map_.level = level;
    tell_(map_);
  }

  /// What is known of the very networks.
  const LaneMap* known(int lane) const {
    return former_ && former_->source == map_.source ? former_->lane(lane) : nullptr;
  }

  /// Where its images were when they were last shown, or, beside another lane, where that has them.
  const Places& towards(const LaneMap& lane, MapMethod method) const {
    static const Places nowhere;
    if (&lane != &map_.lanes.front()) return map_.lanes.front().places.by(method);
    const LaneMap* shown = former_ ? former_->lane(lane.lane) : nullptr;
    return shown ? shown->places.by(method) : nowhere;
  }

  void begin(int number) {
    const LaneMap* kept = known(number);
    LaneMap& lane = map_.lanes.emplace_back(kept ? *kept : LaneMap());
    lane.lane = number;
    lane.lambda = map_.source->lambdas[size_t(number)];
    if (!kept) lane.clean = std::make_shared<Features>(map_.source->make(number, {}, map_.images, watch_));
    if (!kept || former_->attack != map_.attack || former_->strengths != map_.strengths)
      lane.levels.assign(map_.strengths.size(), {});
    planes_.push_back(planeOf(lane.clean->points));
    Plane& plane = planes_.back();
    lane.share = plane.share;
    const Places flat = plane.of(lane.clean->points);
    if (const Places& shown = towards(lane, MapMethod::Pca); !shown.empty())
      plane = plane.turned(turnTowards(flat, shown));
    lane.places.pca = plane.of(lane.clean->points);
    for (auto& level : lane.levels)
      if (level.features) level.places.pca = plane.of(level.features->points);
    say(MapContents::Work::Attack, wish_.first);
  }

  void attack(size_t level) {
    if (level >= map_.strengths.size()) return;
    bool any = false;
    for (size_t k = 0; k < map_.lanes.size(); ++k) {
      LaneMap& lane = map_.lanes[k];
      auto& [features, places] = lane.levels[level];
      if (!features) {
        if (!std::exchange(any, true)) say(MapContents::Work::Attack, level);
        std::vector<int64_t> images;
        for (const size_t i : map_.attacked) images.push_back(map_.images[i]);
        features = std::make_shared<Features>(
            map_.source->make(lane.lane, atStrength(map_.attack, map_.strengths[level]), images, watch_));
        places = {planes_[k].of(features->points), {}};
      }
      if (lane.has(MapMethod::Tsne) && places.tsne.empty())
        places.tsne = placedAmong(lane.clean->points, lane.places.tsne, features->points, watch_);
    }
    if (any) say(MapContents::Work::Attack, level);
  }

  void embed(LaneMap& lane) {
    if (!lane.has(MapMethod::Tsne)) {
      say(MapContents::Work::Tsne);
      const Places cloud = tsne(lane.clean->points, lane.places.pca, {}, watch_);
      const Places& shown = towards(lane, MapMethod::Tsne);
      lane.places.tsne = turnTowards(cloud, shown.empty() ? lane.places.pca : shown)(cloud);
      lane.error = placingError(lane.clean->points, lane.places.tsne, watch_);
    }
    for (auto& level : lane.levels)
      if (level.features && level.places.tsne.empty())
        level.places.tsne = placedAmong(lane.clean->points, lane.places.tsne, level.features->points, watch_);
  }

  const MapWish& wish_;
  std::shared_ptr<const MapContents> former_;
  const MapProgress& watch_;
  const std::function<void(const MapContents&)>& tell_;
  MapContents map_;
  std::vector<Plane> planes_;  // by lane of the map
};

}  // namespace

bool MapWish::asks(const MapWish& other) const {
  return source->data == other.source->data && source->lambdas == other.source->lambdas && lanes == other.lanes &&
         method == other.method && attack == other.attack && strengths == other.strengths;
}

bool MapContents::has(MapMethod method, std::optional<size_t> level) const {
  return std::ranges::all_of(lanes, [&](const LaneMap& lane) {
    return lane.has(method) &&
           (!level || (*level < lane.levels.size() && !lane.levels[*level].places.by(method).empty()));
  });
}

const LaneMap* MapContents::lane(int number) const {
  const auto found = std::ranges::find(lanes, number, &LaneMap::lane);
  return found == lanes.end() ? nullptr : &*found;
}

void makeMap(const MapWish& wish, const std::shared_ptr<const MapContents>& former, const MapProgress& watch,
             const std::function<void(const MapContents&)>& tell) {
  MapWork(wish, former, watch, tell).run();
}

std::vector<double> mapStrengths(const std::string& attack) {
  const AttackInfo& info = attackInfo(attack);
  if (!info.suite.strengths.empty()) return info.suite.strengths;
  std::vector<double> strengths;
  for (int i = 1; i <= kStrengths; ++i) strengths.push_back(info.strength().max / 2 * i / kStrengths);
  return strengths;
}

AttackSpec atStrength(AttackSpec attack, double strength) {
  attack.values[attackInfo(attack.name).strength().key] = strength;
  return attack;
}

}  // namespace sparring::ui
