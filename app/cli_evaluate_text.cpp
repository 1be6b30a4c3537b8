// Evaluations as tables.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <numeric>

#include "cli_evaluate_view.h"

namespace sparring::cli {
namespace {

constexpr int kWidestTable = 12;    ///< classes beside each other
constexpr int kMostConfusions = 4;  ///< told of a class where there are more
constexpr int kLongestName = 14;    ///< of a class; numbers of the table are aligned behind it

/// Of ASCII names: those of the data sets are.
std::string shortened(const std::string& name, size_t most) { return name.substr(0, most); }

std::string figure(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

void printShare(const std::string& name, const Share& share) {
  const auto [low, high] = share.interval();
  std::printf("%-24s %6.2f %%  (%.1f to %.1f)  %lld of %lld\n", name.c_str(), 100 * share.value(), 100 * low,
              100 * high, static_cast<long long>(share.right), static_cast<long long>(share.count));
}

std::string points(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", 100 * share);
  return text;
}

/// The attack without the strength that the table's columns give.
std::string titleOf(AttackSpec attack, const std::string& key) {
  attack.values.erase(key);
  return attack.text();
}

/// A row for each line of figures, a column for each strength.
void printLine(const std::string& name, const std::vector<std::string>& figures) {
  std::printf("  %-10s", name.c_str());
  for (const auto& text : figures) std::printf(" %6s", text.c_str());
  std::puts("");
}

void printCurve(const Curve& curve) {
  std::vector<std::string> strengths, right, low, high;
  for (const auto& [strength, share] : curve.points) {
    strengths.push_back(figure(strength));
    right.push_back(points(share.value()));
    low.push_back(points(share.interval().low));
    high.push_back(points(share.interval().high));
  }
  const int64_t count = curve.points.empty() ? 0 : curve.points.front().share.count;
  std::printf("%s, %lld images\n", titleOf(curve.attack, curve.key).c_str(), static_cast<long long>(count));
  printLine(curve.key, strengths);
  printLine("right %", right);
  printLine("  from", low);
  printLine("  to", high);
}

void printConfusion(const LaneAssessment& lane, const ImageKind& kind) {
  const int wide = kind.names.empty() ? 1 : kLongestName;
  std::puts("\nclean images by class: right %, then what each was taken for");
  std::printf("  %-*s", wide + 9, "");
  for (int c = 0; c < lane.classes(); ++c) std::printf(" %6s", shortened(kind.nameOf(c), 6).c_str());
  std::puts("");
  for (int c = 0; c < lane.classes(); ++c) {
    const Share share = lane.ofClass(c);
    std::printf("  %-*s  %6s ", wide, shortened(kind.nameOf(c), kLongestName).c_str(),
                share.count > 0 ? points(share.value()).c_str() : "-");
    for (const int64_t n : lane.confusion[static_cast<size_t>(c)]) std::printf(" %6lld", static_cast<long long>(n));
    std::puts("");
  }
}

// Of many classes: what each is taken for most often, instead of a table that no screen is wide enough for.
void printConfusions(const LaneAssessment& lane, const ImageKind& kind) {
  std::puts("\nclean images by class: right %, then what most of the others were taken for");
  for (int c = 0; c < lane.classes(); ++c) {
    const Share share = lane.ofClass(c);
    if (share.count == 0) continue;
    const auto& row = lane.confusion[static_cast<size_t>(c)];
    std::vector<int> order(row.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](int verdict) { return row[static_cast<size_t>(verdict)]; });
    std::printf("  %-*s  %6s ", kLongestName, shortened(kind.nameOf(c), kLongestName).c_str(),
                points(share.value()).c_str());
    int told = 0;
    for (const int verdict : order) {
      const auto n = row[static_cast<size_t>(verdict)];
      if (verdict == c || n == 0 || told++ == kMostConfusions) continue;
      std::printf(" %s %lld", kind.nameOf(verdict).c_str(), static_cast<long long>(n));
    }
    std::puts("");
  }
}

void printClasses(const LaneAssessment& lane, const ImageKind& kind) {
  lane.classes() <= kWidestTable ? printConfusion(lane, kind) : printConfusions(lane, kind);
}

void printCalibration(const Calibration& calibration) {
  std::printf("\ncalibration: expected error %s points\n", points(calibration.error()).c_str());
  std::vector<std::string> counts, confidences, right;
  for (const auto& bin : calibration.bins) {
    counts.push_back(std::to_string(bin.share.count));
    confidences.push_back(bin.share.count > 0 ? points(bin.confidence) : "-");
    right.push_back(bin.share.count > 0 ? points(bin.share.value()) : "-");
  }
  printLine("images", counts);
  printLine("sure %", confidences);
  printLine("right %", right);
}

void printChecks(const std::vector<Check>& checks) {
  std::puts("\nchecks");
  for (const auto& check : checks) {
    const bool alarm = check.verdict == Check::Verdict::Alarm;
    const char* verdict = alarm ? "ALARM" : check.verdict == Check::Verdict::Pass ? "pass" : "-";
    std::printf("  %-6s %-11s %s\n", verdict, check.name.c_str(), check.finding.str().c_str());
    if (alarm) std::printf("         %s. %s\n", check.title.str().c_str(), check.meaning.str().c_str());
  }
}

void printSuite(const LaneAssessment& lane, const ImageKind& kind) {
  printShare("clean", lane.clean);
  std::puts("");
  for (const auto& curve : lane.curves) printCurve(curve);
  if (lane.own.count > 0) {
    std::puts("");
    printShare("own opponent", lane.own);
  }
  printClasses(lane, kind);
  printCalibration(lane.calibration);
  printChecks(lane.checks);
}

void printAttacks(const LaneAssessment& lane) {
  printShare("clean", lane.clean);
  for (const auto& curve : lane.curves) printShare(curve.attack.text(), curve.points.front().share);
}

void printComparison(const Comparison& comparison) {
  std::printf("\nlane %d beside %s\n", comparison.lane, comparison.baseline.c_str());
  for (const auto& finding : comparison.findings) std::printf("  %s\n", finding.sentence.str().c_str());
  std::printf("  %s\n", verdictOf(comparison.findings).str().c_str());
}

void printSpread(const std::string& name, const Spread& spread) {
  std::printf("%-24s %6.2f %%", name.c_str(), 100 * spread.mean);
  if (spread.values.size() > 1) {
    std::printf("  (%.1f to %.1f) ", 100 * spread.low, 100 * spread.high);
    for (const double value : spread.values) std::printf(" %.2f", 100 * value);
  }
  std::puts("");
}

}  // namespace

void printText(const Evaluation& evaluation) {
  const auto& [step, model, count, seed, lanes] = evaluation.assessment;
  std::printf("step %lld, accuracy on %lld test images, 95 %% intervals\n", static_cast<long long>(step),
              static_cast<long long>(count));
  for (const auto& lane : lanes) {
    if (lanes.size() > 1 || lane.lane > 0) std::printf("\nlane %d, lambda %g\n", lane.lane, lane.lambda);
    evaluation.suite ? printSuite(lane, evaluation.kind) : printAttacks(lane);
  }
  for (const auto& comparison : evaluation.comparisons) printComparison(comparison);
}

void printText(const SeedsEvaluation& evaluation) {
  if (evaluation.runs.size() == 1)
    std::puts("one run, which says nothing of how others would come out: train more with --seeds");
  else
    std::printf("mean of %zu runs, 95 %% interval of the mean, each run\n", evaluation.runs.size());
  for (const auto& lane : evaluation.lanes) {
    if (evaluation.lanes.size() > 1) std::printf("\nlane %d, lambda %g\n", lane.lane, lane.lambda);
    printSpread("clean", lane.clean);
    for (const auto& curve : lane.curves)
      for (const auto& [strength, accuracy] : curve.points) {
        AttackSpec attack = curve.attack;
        attack.values[curve.key] = strength;
        printSpread(attack.text(), accuracy);
      }
  }
}

}  // namespace sparring::cli
