// sparring-cli read: what a run's classifiers make of pictures of one's own.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli_common.h"
#include "cli_json.h"
#include "cli_signals.h"
#include "sparring/pictures.h"
#include "sparring/reading.h"

namespace sparring::cli {
namespace {

using nlohmann::ordered_json;

struct ReadOptions {
  std::filesystem::path run;
  std::vector<std::string> pictures;
  std::string attack, target, data;
  std::optional<int64_t> step;
  bool json = false;
};

/// One picture as every lane reads it, and what the attack makes of that.
struct PictureReading {
  std::string file;
  std::vector<LaneReading> before;
  std::vector<LaneAttacked> attacked;  ///< empty: no attack was asked for
  std::vector<FlipDistance> flips;
};

/// By its name, or by its number.
std::optional<int> classOf(const std::string& text, const ImageKind& kind) {
  if (text.empty()) return {};
  for (int c = 0; c < kind.classes; ++c)
    if (kind.nameOf(c) == text) return c;
  return static_cast<int>(wholeNumber("--target", text, 0, kind.classes - 1));
}

AttackWish wishOf(const ReadOptions& options, const ImageKind& kind) {
  AttackWish wish{.against = options.attack.empty() ? Against() : parseAgainst(options.attack)};
  wish.target = classOf(options.target, kind);
  return wish;
}

PictureReading reading(const Reader& reader, const ImageKind& kind, const std::string& file, const AttackWish& wish) {
  const Pixels x = pixelsAt(fitted(readPicture(file), kind), 0);
  PictureReading picture{file, reader.read(x), {}, {}};
  if (wish.against.kind == Against::Kind::Clean) return picture;
  picture.attacked = reader.attack(x, wish);
  picture.flips = reader.flips(x, wish);
  return picture;
}

ordered_json jsonOf(const PictureReading& picture, const Params& params) {
  ordered_json lanes = ordered_json::array();
  for (size_t k = 0; k < picture.before.size(); ++k) {
    const LaneReading& before = picture.before[k];
    ordered_json lane{
        {"lambda", params.lambda[k]}, {"predicted", before.predicted()}, {"probabilities", before.probabilities}};
    if (!picture.attacked.empty()) {
      const LaneReading& after = picture.attacked[k].after;
      const auto& epsilon = picture.flips[k].epsilon;
      lane["after"] = {{"predicted", after.predicted()}, {"probabilities", after.probabilities}};
      lane["smallest_eps"] = epsilon ? ordered_json(*epsilon) : ordered_json();
    }
    lanes.push_back(std::move(lane));
  }
  return {{"file", picture.file}, {"lanes", std::move(lanes)}};
}

void printJson(const std::vector<PictureReading>& pictures, const AttackWish& wish, const Model& model) {
  ordered_json report{{"step", model.step()}};
  if (wish.against.kind != Against::Kind::Clean) report["attack"] = wish.against.text();
  if (wish.target) report["target"] = *wish.target;
  report["pictures"] = ordered_json::array();
  for (const auto& picture : pictures) report["pictures"].push_back(jsonOf(picture, model.params()));
  printJsonLine(report);
}

void printLine(const char* what, const LaneReading& reading, const ImageKind& kind) {
  const int verdict = reading.predicted();
  std::printf("  %-9s %s, %.1f %%   (", what, kind.nameOf(verdict).c_str(),
              100 * static_cast<double>(reading.probabilities[static_cast<size_t>(verdict)]));
  for (int c = 0; c < kind.classes; ++c)
    std::printf("%s%.3f", c == 0 ? "" : " ", static_cast<double>(reading.probabilities[static_cast<size_t>(c)]));
  std::printf(")\n");
}

/// What the smallest ε does to a verdict.
std::string turning(const AttackWish& wish, const ImageKind& kind) {
  return wish.target ? "brought to " + kind.nameOf(*wish.target) : "turned";
}

void printText(const std::vector<PictureReading>& pictures, const Model& model, const AttackWish& wish) {
  const std::string turned = turning(wish, model.kind());
  for (const auto& picture : pictures) {
    std::printf("%s\n", picture.file.c_str());
    for (size_t k = 0; k < picture.before.size(); ++k) {
      std::printf(" lambda %g\n", model.params().lambda[k]);
      printLine("reads", picture.before[k], model.kind());
      if (picture.attacked.empty()) continue;
      printLine("attacked", picture.attacked[k].after, model.kind());
      const auto& flip = picture.flips[k];
      if (flip.epsilon)
        std::printf("  %s by PGD from eps = %.4f on\n", turned.c_str(), *flip.epsilon);
      else
        std::printf("  not %s by PGD up to eps = %g\n", turned.c_str(), flip.most);
    }
  }
}

int read(const ReadOptions& options) {
  if (!options.target.empty() && options.attack.empty())
    throw usage("read: --target needs --attack.", "For example --attack pgd:eps=0.2 --target 3.");
  if (!options.attack.empty()) parseAgainst(options.attack);  // bad usage before anything is loaded
  if (options.pictures.empty()) throw usage("read: no picture is named.", "sparring-cli read RUN PICTURE…");
  catchStopSignals();
  const RunConfig config = openRun(options.run);
  const Model model = Model::load(options.run, options.step);
  const AttackWish wish = wishOf(options, model.kind());
  std::shared_ptr<const Dataset> data;  // a substitute learns from them: no other attack needs them
  if (wish.against.kind == Against::Kind::Attack &&
      attackInfo(wish.against.attack.name).knows == AttackInfo::Knows::Substitute)
    data = loadDataOf(config, options.data);
  Reader reader(model, data.get(), static_cast<int>(model.params().threads));
  reader.setRest([] {
    if (stopRequested()) throw Error({"Cancelled."});
  });
  std::vector<PictureReading> pictures;
  for (const auto& file : options.pictures) pictures.push_back(reading(reader, model.kind(), file, wish));
  if (options.json)
    printJson(pictures, wish, model);
  else
    printText(pictures, model, wish);
  return kDone;
}

}  // namespace

void addRead(Command& program) {
  auto options = std::make_shared<ReadOptions>();
  Command command = program.add("read", "Shows pictures of your own to a run's classifiers, as they are or attacked");
  command.path("RUN", options->run, "DIR", "The run's folder", Need::Required);
  command.words("PICTURE", options->pictures,
                "PNG or BMP; a digit is centred and scaled as MNIST's own, dark on light or light on dark");
  command.text("--attack", options->attack, "NAME[:key=value,...]|own",
               "What is done to them, as in `evaluate`; own: the opponent of training");
  command.text("--target", options->target, "CLASS", "The class that the attack is to reach (default: any other)");
  command.number("--step", options->step, 0, kMostSteps, "The checkpoint of that step (default: the last)");
  addDataOption(command, options->data);
  command.flag("--json", options->json, "One JSON object, probabilities in [0,1]");
  command.runs([options] { return read(*options); });
}

}  // namespace sparring::cli
