// Every parameter of a run, and the one table that all faces are made from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sparring {

/// Plain values of every parameter. The member initialisers are the only place where a default stands; they are the
/// settings of the preset `seed-repaired`, which has λ = 0 beside λ = 1 to be compared with. Meaning, unit and range of
/// each are in its row of paramTable().
struct Params {
  // data
  std::string data = "mnist";
  int64_t batch = 64;
  int64_t seed = 1;
  std::string device = "auto";
  int64_t threads = 0;

  // objective
  std::vector<double> lambda = {1.0};
  std::string lossClassifier = "squared";
  double cleanWeight = 1.0;

  // opponent
  std::string adversary = "cgan";
  double beta = 0.0;
  std::string fooling = "maximise";
  std::string labelRule = "teacher";
  double labelConfidence = 0.9;
  bool labelAgree = false;
  double teacherWeight = 0.3;
  double epsilon = 0.1;
  double epsilonRamp = 0.0;
  int64_t pgdSteps = 10;
  double pgdAlpha = 2.5;
  double attackWeight = 10;
  double attackNorm = 1;
  double attackHinge = 0.1;
  std::string attackLoss = "margin";
  double gatCost = 1;
  double atganAdversarial = 1;
  double atganDistance = 10;
  double atganNoise = 0.1;
  std::string fgsmLabel = "true";
  double fgsmRsAlpha = 1.25;
  double noiseSigma = 0.2;
  double fakeShare = 0.3;
  int64_t latentSteps = 10;
  double latentEpsilon = 0.1;
  double latentNear = 10;
  double latentClass = 1;
  std::string lossGan = "least-squares";
  std::string ganCoding = "0,1,1";

  // networks
  std::vector<int64_t> classifierHidden = {128, 64};
  std::vector<int64_t> generatorHidden = {256, 256};
  bool generatorBatchNorm = true;
  std::string generatorActivation = "leaky-relu";
  std::vector<int64_t> discriminatorHidden = {256, 256};
  std::string discriminatorOutput = "linear";
  int64_t latent = 64;
  std::vector<int64_t> teacherHidden = {128, 64};

  // optimiser
  double lrClassifier = 5e-4;
  double lrGenerator = 5e-4;
  double lrDiscriminator = 5e-4;
  double adamBeta1 = 0.5;
  double adamBeta2 = 0.999;
  std::string optimiser = "adam";
  double momentum = 0.9;
  std::string rateSchedule = "constant";
  double rateDrop = 0.5;

  // schedule
  int64_t epochsTeacher = 1;
  int64_t epochsPretrain = 1;
  int64_t epochsGan = 8;
  int64_t epochsJoint = 10;

  // watching
  int64_t metricsEvery = 10;
  int64_t evaluateEvery = 234;
  int64_t evaluateLimit = 2000;
  std::string evaluateAttacks = "noise:sigma=0.2,fgsm:eps=0.1";
  int64_t samplesEvery = 50;
  int64_t checkpointEvery = 1000;
  int64_t snapshotEvery = 0;
  int64_t snapshotKeep = 100;

  bool operator==(const Params&) const = default;
};

/// When an edit takes effect: at the next step boundary of a running training, or with the next start.
enum class Apply { Live, Restart };

enum class Scale { Linear, Log };

/// Closed interval of a number (of each element, for a list). For lists, `minCount`..`maxCount` elements.
struct Range {
  double min = 0;
  double max = 0;
  Scale scale = Scale::Linear;
  int minCount = 0;
  int maxCount = 16;
};

/// One admissible word of a choice parameter.
struct Choice {
  std::string value;  ///< as written in files and on the command line
  std::string label;  ///< English, translated under `context`
  std::string context = "params";
  std::string help = {};  ///< where the label does not say it all; likewise
};

using Member = std::variant<int64_t Params::*, double Params::*, bool Params::*, std::string Params::*,
                            std::vector<int64_t> Params::*, std::vector<double> Params::*>;

/// One parameter: everything the panel, the command line, files, validation, tooltips and docs need.
/// `label`, `help`, `unit` and `group` are English and translated under context "params".
struct ParamRow {
  std::string key;
  std::string label;
  std::string help;
  std::string unit = {};
  Member member;
  Range range = {};                  ///< numbers and lists only
  std::vector<Choice> choices = {};  ///< a string with choices is a choice; without, free text
  Apply apply = Apply::Restart;
  /// Free text only: the value as it is kept. Throws Error (Usage) where it is none. Null: any text but an empty one.
  std::string (*read)(const std::string& text) = nullptr;
  /// Whether it plays a part beside the others' values; null: always, or where the adversary's row names it.
  bool (*applies)(const Params&) = nullptr;
  bool folder = false;     ///< a text that may be the path of a folder
  bool recipe = true;      ///< what comes of a run hangs on it; false: who watches, on what data and machine
  std::string brief = {};  ///< what a mark in a plot calls it: "G rate"; English, as `label`; empty: by its label
  std::string group = {};  ///< the table fills it in
};

/// All parameters in panel order; rows of one group stand together. Built once; safe from any thread.
const std::vector<ParamRow>& paramTable();

/// The row of `key`, or of the one that took its place: older files and scripts say "evaluate.noise" for a part of
/// "evaluate.attacks". Throws Error (Usage) naming the nearest known key.
const ParamRow& paramRow(const std::string& key);

/// Whether the parameter of `key` plays a part beside the others' values: the step length of PGD does not where the
/// adversary takes no steps. It is kept and validated all the same.
bool matters(const std::string& key, const Params& params);

/// The value as text, as `setParam` would take it: shortest form that reads back exactly; lists comma-separated.
std::string paramText(const Params& params, const ParamRow& row);

/// Reads `text` into the parameter `key`. Throws Error (Usage) that names key, value and range, and leaves `params` as
/// it was: unknown key, wrong type, out of range.
void setParam(Params& params, const std::string& key, const std::string& text);

/// What a text such as "0,5" can mean where several real numbers may stand: two of them, or one with a decimal comma.
/// setParam() takes the two; "0, 5" with a space is never asked about.
struct DecimalComma {
  std::string first, second;  ///< the two
  std::string one;            ///< with a decimal point
};
/// Nothing for any other text or row.
std::optional<DecimalComma> decimalComma(const ParamRow& row, const std::string& text);

/// Applies one "key=value" as `--set` takes it.
void setParam(Params& params, const std::string& assignment);

/// `now` with one parameter changed while training runs. Throws Error (Usage) as setParam does, where the parameter
/// needs a restart, and (`lanesKnown`) where a λ list would change its length.
Params editedLive(const Params& now, const std::string& key, const std::string& text, bool lanesKnown = true);

/// `params` with the device and threads of `here`: these are the machine's, not the experiment's.
Params onMachineOf(const Params& here, Params params);

/// The lane that is shown where none was chosen: the last of those with the largest λ.
int usualLane(const std::vector<double>& lambdas);

/// Whether a frozen teacher is trained before anything else.
bool needsTeacher(const Params& params);

/// Checks what single rows cannot: combinations that make no sense. Throws Error (Usage).
void validate(const Params& params);

/// All parameters as a JSON object text, keys as in the table, in table order.
std::string paramsToJson(const Params& params);

/// Reads a JSON object of some or all parameters over `base`. Accepts a whole config.json too (its "params" member).
/// Keys that are none of this version's are added to `unknown`, where it is given. Throws Error (Usage): not JSON,
/// unknown key, ill-typed value, out of range.
Params paramsFromJson(const std::string& text, const Params& base = {}, std::vector<std::string>* unknown = nullptr);

/// The table as a Markdown document (docs/parameters.md) and as JSON.
std::string paramsMarkdown();
std::string paramsTableJson();

}  // namespace sparring
