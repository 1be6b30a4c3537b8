// The text that goes along with a grid's picture.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/confidence.h"
#include "base/wholenumber.h"
#include "sparring/pictures.h"

namespace sparring {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t kMostTiles = 1 << 20;

bool holds(const SampleGrid& grid) {
  const size_t n = grid.predicted.size();
  const auto isClassOrNone = [&](int c) { return c >= -1 && c < grid.images.kind.classes; };
  return grid.images.kind.valid() && grid.columns >= 1 && grid.columns <= kMostTiles && grid.lane >= 0 && n > 0 &&
         grid.wanted.size() == n && grid.confidence.size() == n && std::ranges::all_of(grid.wanted, isClassOrNone) &&
         std::ranges::all_of(grid.predicted, isClassOrNone) && std::ranges::all_of(grid.confidence, isConfidence);
}

}  // namespace

std::string gridToText(const SampleGrid& grid) {
  const ImageKind& kind = grid.images.kind;
  const Json json = {
      {"channels", kind.channels},    {"height", kind.height}, {"width", kind.width},   {"classes", kind.classes},
      {"names", kind.names},          {"ink", kind.ink},       {"digits", kind.digits}, {"columns", grid.columns},
      {"perturbed", grid.perturbed},  {"lane", grid.lane},     {"wanted", grid.wanted}, {"predicted", grid.predicted},
      {"confidence", grid.confidence}};
  return json.dump(-1, ' ', /*ensure_ascii=*/true);
}

std::optional<SampleGrid> gridFromText(const std::string& text) {
  try {
    const auto json = Json::parse(text);
    SampleGrid grid;
    ImageKind& kind = grid.images.kind;
    kind.channels = wholeNumber<int>(json.at("channels"));
    kind.height = wholeNumber<int>(json.at("height"));
    kind.width = wholeNumber<int>(json.at("width"));
    kind.classes = wholeNumber<int>(json.at("classes"));
    kind.names = json.at("names").get<std::vector<std::string>>();
    kind.ink = json.at("ink");
    kind.digits = json.at("digits");
    grid.columns = wholeNumber<int>(json.at("columns"));
    grid.perturbed = json.at("perturbed");
    grid.lane = json.contains("lane") ? wholeNumber<int>(json["lane"]) : 0;  // an older run drew its first one
    grid.wanted = wholeNumbers<int>(json.at("wanted"));
    grid.predicted = wholeNumbers<int>(json.at("predicted"));
    grid.confidence = json.at("confidence").get<std::vector<float>>();
    if (holds(grid)) return grid;
  } catch (const Json::exception&) {  // somebody else's text
  }
  return {};
}

}  // namespace sparring
