#include "map/mappanels.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "base/attacktext.h"
#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

QString panelText(const char* text) { return QCoreApplication::translate("map", text); }

/// A lane's features and places in units of the spread of its clean images.
class Side {
 public:
  Side(const MapContents& contents, const LaneMap& lane, const MapChoice& choice)
      : contents_(contents), lane_(lane), choice_(choice), clean_(lane.places.by(choice.method)) {
    const double spread = extentOf(clean_);
    unit_ = spread > 0 ? spread : 1;
  }

  double unit() const { return unit_; }
  QPointF at(const Place& place) const { return QPointF(place.x, place.y) / unit_; }

  MapPanel::Dot clean(size_t i, bool faint) const {
    return {at(clean_[i]), int(i), choice_.groups.of(*lane_.clean, i), lane_.clean->right(int64_t(i)), faint};
  }
  MapPanel::Dot attacked(size_t j, const LaneMap::Level& level) const {
    return {at(level.places.by(choice_.method)[j]), int(contents_.attacked[j]), choice_.groups.of(*level.features, j),
            level.features->right(int64_t(j)), false};
  }
  /// Null: clean, or not there yet.
  const LaneMap::Level* level() const {
    const bool there = choice_.level && *choice_.level < lane_.levels.size();
    const LaneMap::Level* level = there ? &lane_.levels[*choice_.level] : nullptr;
    return level && !level->places.by(choice_.method).empty() ? level : nullptr;
  }

  MapPanel arrows() const {
    MapPanel panel;
    for (size_t i = 0; i < clean_.size(); ++i) panel.dots.push_back(clean(i, false));
    if (const auto* level = this->level())
      for (size_t j = 0; j < contents_.attacked.size(); ++j) {
        const MapPanel::Dot tip = attacked(j, *level);
        panel.arrows.push_back({at(clean_[contents_.attacked[j]]), tip.at, tip.image, tip.group, tip.right});
      }
    return finished(std::move(panel));
  }
  /// Those that are attacked before all others.
  MapPanel alone(const LaneMap::Level* level) const {
    MapPanel panel;
    std::vector<bool> front(clean_.size(), false);
    for (const size_t i : contents_.attacked) front[i] = true;
    for (size_t i = 0; i < clean_.size(); ++i)
      if (!front[i]) panel.dots.push_back(clean(i, true));
    for (size_t j = 0; j < contents_.attacked.size(); ++j)
      panel.dots.push_back(level ? attacked(j, *level) : clean(contents_.attacked[j], false));
    return finished(std::move(panel));
  }

 private:
  MapPanel finished(MapPanel panel) const {
    if (choice_.method == MapMethod::Tsne) panel.doubt = lane_.error / unit_;
    if (!choice_.groups.written()) return panel;
    std::map<int, std::pair<std::vector<double>, std::vector<double>>> places;
    for (const auto& dot : panel.dots)
      if (!dot.faint) {
        places[dot.group].first.push_back(dot.at.x());
        places[dot.group].second.push_back(dot.at.y());
      }
    const auto median = [](std::vector<double>& values) {
      const auto middle = values.begin() + std::ssize(values) / 2;
      std::ranges::nth_element(values, middle);
      return *middle;
    };
    for (auto& [group, both] : places)
      panel.names.push_back({{median(both.first), median(both.second)}, choice_.groups.name(group), group});
    return panel;
  }

  const MapContents& contents_;
  const LaneMap& lane_;
  const MapChoice& choice_;
  const Places& clean_;
  double unit_ = 1;
};

/// All that was measured, so that it stays where it is while the strength is changed.
void extend(QRectF& bounds, const Side& side, const Places& places) {
  for (const Place& place : places) {
    const QPointF at = side.at(place);
    bounds.setLeft(std::min(bounds.left(), at.x()));
    bounds.setRight(std::max(bounds.right(), at.x()));
    bounds.setTop(std::min(bounds.top(), at.y()));
    bounds.setBottom(std::max(bounds.bottom(), at.y()));
  }
}

QString planeName(const LaneMap& lane, MapMethod method) {
  if (method == MapMethod::Tsne) return panelText(QT_TRANSLATE_NOOP("map", "t-SNE"));
  return panelText(QT_TRANSLATE_NOOP("map", "PCA, %1 of the variance"))
      .arg(percentText(lane.share[0] + lane.share[1], 0));
}

/// What an image of the picture is told by: its class in its colour.
QImage inked(const Images& images, int64_t i, const QColor& ink) {
  const ImageKind& kind = images.kind;
  if (!kind.ink || kind.channels != 1) return tileImage(images, i, theme::tone());
  QImage image(kind.width, kind.height, QImage::Format_ARGB32);
  const uint8_t* pixels = images.at(i);
  for (int y = 0; y < kind.height; ++y)
    for (int x = 0; x < kind.width; ++x)
      image.setPixel(x, y, qRgba(ink.red(), ink.green(), ink.blue(), pixels[y * kind.width + x]));
  return image;
}

/// Calls take(image, group, right) for what the picture has in its foreground.
template <class Take>
void eachShown(const MapContents& contents, const MapChoice& choice, Take take) {
  const LaneMap& lane = contents.lanes.back();
  const Side side(contents, lane, choice);
  const auto* level = side.level();
  const bool attacked = level || choice.beside == MapBeside::BeforeAfter;
  const size_t count = attacked ? contents.attacked.size() : contents.images.size();
  for (size_t i = 0; i < count; ++i) {
    const auto dot = level ? side.attacked(i, *level) : side.clean(attacked ? contents.attacked[i] : i, false);
    take(dot.image, dot.group, dot.right);
  }
}

}  // namespace

MapPicture mapPicture(const MapContents& contents, const MapChoice& choice) {
  MapPicture picture{.groups = choice.groups, .panels = {}, .bounds = {}, .doubt = {}, .image = {}};
  QRectF bounds(0, 0, 0, 0);
  for (const LaneMap& lane : contents.lanes) {
    const Side side(contents, lane, choice);
    extend(bounds, side, lane.places.by(choice.method));
    for (const auto& level : lane.levels) extend(bounds, side, level.places.by(choice.method));
    const QString name = contents.source->lambdas.size() > 1
                             ? lambdaName(lane.lambda) + QStringLiteral(" · ") + planeName(lane, choice.method)
                             : planeName(lane, choice.method);
    const auto add = [&](MapPanel panel, std::optional<size_t> level) {
      panel.title = name + u'\n' + mapCount(contents, lane, level, choice.beside == MapBeside::BeforeAfter);
      picture.panels.push_back(std::move(panel));
    };
    const auto* level = side.level();
    const auto told = level ? choice.level : std::nullopt;
    if (choice.beside == MapBeside::BeforeAfter) {
      add(side.alone(nullptr), {});
      add(side.alone(level), told);
    } else {
      add(side.arrows(), told);
    }
  }
  picture.bounds = bounds;
  picture.doubt = panelText(QT_TRANSLATE_NOOP("map", "ring: how far off arrow tips may be"));
  picture.image = [data = contents.source->data, images = contents.images](int image, const QColor& ink) {
    return inked(data->test, images[size_t(image)], ink);
  };
  return picture;
}

std::vector<MapLegend::Row> mapRows(const MapContents& contents, const MapChoice& choice) {
  std::vector<MapLegend::Row> rows;
  for (int group = 0; group < choice.groups.count(); ++group) rows.push_back({group, 0, 0});
  eachShown(contents, choice, [&](int, int group, bool right) {
    ++rows[size_t(group)].count;
    rows[size_t(group)].misread += !right;
  });
  return rows;
}

std::vector<int> imagesOf(const MapContents& contents, const MapChoice& choice, const std::vector<int>& groups) {
  std::vector<int> images;
  eachShown(contents, choice, [&](int image, int group, bool) {
    if (std::ranges::find(groups, group) != groups.end()) images.push_back(image);
  });
  std::ranges::sort(images);
  return images;
}

QString mapCount(const MapContents& contents, const LaneMap& lane, std::optional<size_t> level, bool attackedOnly) {
  const Features& features = level ? *lane.levels[*level].features : *lane.clean;
  int64_t wrong = 0, count = 0;
  const auto add = [&](size_t i) {
    ++count;
    wrong += !features.right(int64_t(i));
  };
  if (!level && attackedOnly)
    for (const size_t i : contents.attacked) add(i);
  else
    for (size_t i = 0; i < size_t(features.count()); ++i) add(i);
  const QString seen = level ? attackAt(contents.attack.name, attackInfo(contents.attack.name).strength().key,
                                        contents.strengths[*level])
                             : panelText(QT_TRANSLATE_NOOP("map", "clean"));
  return panelText(QT_TRANSLATE_NOOP("map", "%1: %2 of %3 misread")).arg(seen, stepText(wrong), stepText(count));
}

}  // namespace sparring::ui
