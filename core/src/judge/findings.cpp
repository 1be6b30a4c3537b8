#include "sparring/findings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/text.h"

namespace sparring {

namespace {

Finding compared(const Share& baseline, const Share& trained) {
  Finding finding;
  finding.baseline = baseline;
  finding.trained = trained;
  const auto gain = difference(trained, baseline);
  finding.difference = gain.value;
  finding.low = gain.low;
  finding.high = gain.high;
  finding.kind = finding.low > 0 ? Finding::Kind::Gain : finding.high < 0 ? Finding::Kind::Cost : Finding::Kind::Equal;
  return finding;
}

// Where both are weak, a strength says little about their difference: the last at which the better one still knows
// half.
std::optional<Finding> compared(const Curve& baseline, const Curve& trained) {
  std::optional<Finding> chosen;
  for (const auto& [strength, share] : trained.points) {
    const auto other = std::ranges::find(baseline.points, strength, &Curve::Point::strength);
    if (other == baseline.points.end()) continue;
    if (chosen && std::max(share.value(), other->share.value()) < 0.5) break;
    chosen = compared(other->share, share);
    chosen->against = {Against::Kind::Attack, trained.attack};
    chosen->against.attack.values[trained.key] = strength;
  }
  return chosen;
}

std::map<std::string, double> settingsOf(const Curve& curve) {
  auto settings = curve.attack.values;
  settings.erase(curve.key);
  return settings;
}

// The same attack with the same settings, at whatever strengths; null where that was not measured.
const Curve* counterpart(const LaneAssessment& lane, const Curve& curve) {
  const auto found = std::ranges::find_if(lane.curves, [&](const Curve& other) {
    return other.attack.name == curve.attack.name && other.key == curve.key && settingsOf(other) == settingsOf(curve);
  });
  return found == lane.curves.end() ? nullptr : &*found;
}

Message ownSentence(const Finding& finding, std::vector<std::string> figures) {
  switch (finding.kind) {
    case Finding::Kind::Gain:
      return {QT_TRANSLATE_NOOP("core",
                                "Against the opponent it trained with: %2 % right instead of %3 %, a gain of %4 points "
                                "(95 % interval %5 to %6). That it was trained for."),
              std::move(figures)};
    case Finding::Kind::Cost:
      return {QT_TRANSLATE_NOOP("core",
                                "Against the opponent it trained with: %2 % right instead of %3 %, a loss of %4 points "
                                "(95 % interval %5 to %6)."),
              std::move(figures)};
    default:
      return {QT_TRANSLATE_NOOP("core",
                                "Against the opponent it trained with: %2 % right, the baseline %3 %: no gain beyond "
                                "chance (95 % interval %5 to %6 points)."),
              std::move(figures)};
  }
}

Message sentenceOf(const Finding& finding) {
  const std::vector<std::string> figures{finding.against.text(),
                                         percentText(finding.trained.value()),
                                         percentText(finding.baseline.value()),
                                         percentText(std::abs(finding.difference)),
                                         percentText(finding.low),
                                         percentText(finding.high)};
  if (finding.against.kind == Against::Kind::Own) return ownSentence(finding, figures);
  const bool clean = finding.against.kind == Against::Kind::Clean;
  switch (finding.kind) {
    case Finding::Kind::Gain:
      return {clean ? QT_TRANSLATE_NOOP("core",
                                        "Clean images: %2 % right instead of %3 %, a gain of %4 points (95 % interval "
                                        "%5 to %6).")
                    : QT_TRANSLATE_NOOP("core",
                                        "Against %1: %2 % right instead of %3 %, a gain of %4 points (95 % interval %5 "
                                        "to %6)."),
              figures};
    case Finding::Kind::Cost:
      return {clean ? QT_TRANSLATE_NOOP("core",
                                        "Clean images: %2 % right instead of %3 %, a cost of %4 points (95 % interval "
                                        "%5 to %6).")
                    : QT_TRANSLATE_NOOP("core",
                                        "Against %1: %2 % right instead of %3 %, a loss of %4 points (95 % interval %5 "
                                        "to %6)."),
              figures};
    default:
      return {clean
                  ? QT_TRANSLATE_NOOP("core",
                                      "Clean images: %2 % right, the baseline %3 %: no difference beyond chance (95 % "
                                      "interval %5 to %6 points).")
                  : QT_TRANSLATE_NOOP("core",
                                      "Against %1: %2 % right, the baseline %3 %: no gain beyond chance (95 % interval "
                                      "%5 to %6 points)."),
              figures};
  }
}

}  // namespace

std::vector<Finding> findings(const LaneAssessment& baseline, const LaneAssessment& trained) {
  std::vector<Finding> list{compared(baseline.clean, trained.clean)};
  for (const auto& curve : trained.curves) {
    if (attackInfo(curve.attack.name).diagnostic) continue;
    if (const auto* other = counterpart(baseline, curve))
      if (auto finding = compared(*other, curve)) list.push_back(*finding);
  }
  if (baseline.own.count > 0 && trained.own.count > 0 && baseline.opponent == trained.opponent) {
    list.push_back(compared(baseline.own, trained.own));
    list.back().against.kind = Against::Kind::Own;
  }
  for (auto& finding : list) finding.sentence = sentenceOf(finding);
  for (const auto& check : trained.checks) {
    if (check.verdict != Check::Verdict::Alarm || !check.doubts) continue;
    Finding doubt;
    doubt.kind = Finding::Kind::Doubt;
    doubt.sentence = check.finding;
    list.push_back(std::move(doubt));
  }
  return list;
}

Message verdictOf(const std::vector<Finding>& findings) {
  std::vector<std::string> gains, losses;
  bool doubt = false;
  std::string cost;
  for (const auto& finding : findings) {
    if (finding.against.kind == Against::Kind::Own) continue;  // what it was trained for proves little
    if (finding.kind == Finding::Kind::Doubt) {
      doubt = true;
    } else if (finding.against.kind == Against::Kind::Clean) {
      if (finding.kind == Finding::Kind::Cost) cost = percentText(-finding.difference);
    } else if (finding.kind == Finding::Kind::Gain) {
      gains.push_back(finding.against.text());
    } else if (finding.kind == Finding::Kind::Cost) {
      losses.push_back(finding.against.text());
    }
  }
  if (doubt)
    return {QT_TRANSLATE_NOOP("core",
                              "Do not believe these figures yet: a check says that the attacks may be blinded rather "
                              "than withstood."),
            {}};
  const auto against = joined(gains, ", "), defeats = joined(losses, ", ");
  if (gains.empty() && losses.empty() && cost.empty())
    return {QT_TRANSLATE_NOOP("core", "No gain: the opponent bought no robustness that exceeds chance."), {}};
  if (gains.empty() && losses.empty())
    return {QT_TRANSLATE_NOOP("core", "No gain, and %1 points of clean accuracy lost."), {cost}};
  if (gains.empty() && cost.empty()) return {QT_TRANSLATE_NOOP("core", "No gain, and a loss against %1."), {defeats}};
  if (gains.empty())
    return {QT_TRANSLATE_NOOP("core", "No gain, a loss against %1, and %2 points of clean accuracy lost."),
            {defeats, cost}};
  if (losses.empty() && cost.empty())
    return {QT_TRANSLATE_NOOP("core", "A gain against %1, at no measurable cost."), {against}};
  if (losses.empty())
    return {QT_TRANSLATE_NOOP("core", "A gain against %1, paid with %2 points of clean accuracy."), {against, cost}};
  if (cost.empty()) return {QT_TRANSLATE_NOOP("core", "A gain against %1, a loss against %2."), {against, defeats}};
  return {QT_TRANSLATE_NOOP("core", "A gain against %1, a loss against %2, paid with %3 points of clean accuracy."),
          {against, defeats, cost}};
}

}  // namespace sparring
