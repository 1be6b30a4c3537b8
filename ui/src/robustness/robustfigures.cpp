#include "robustness/robustfigures.h"

#include <QCoreApplication>
#include <QLocale>

#include "base/attacktext.h"
#include "base/text.h"

namespace sparring::ui {
namespace {

struct FigureText {
  Q_DECLARE_TR_FUNCTIONS(figure)
};

int lanesOf(const ComparedLane& one) { return int(one.of->lanes.size()); }

}  // namespace

QString measuredText(const Assessment& assessment) {
  return FigureText::tr("step %1 · %2 images")
      .arg(stepText(qint64(assessment.step)), QLocale().toString(qint64(assessment.count)));
}

namespace {

// Figures put together by hand have no confusions.
int classesOf(const LaneAssessment& lane) { return lane.classes() > 1 ? lane.classes() : 10; }

}  // namespace

StrengthContent strengthContent(const std::vector<ComparedLane>& lanes, const std::optional<ComparedLane>& baseline,
                                const std::string& attack) {
  StrengthContent content{attack, {}, FigureText::tr("Accuracy under %1").arg(attackName(attack)), {}, {}};
  const auto add = [&](const ComparedLane& one, bool isBaseline) {
    const Curve* curve = one.lane->curve(attack);
    if (!curve || curve->points.empty()) return;
    if (content.lines.empty()) {
      content.classes = classesOf(*one.lane);
      content.key = curve->key;
      const QString settings = attackSettings(curve->attack, curve->key);
      content.note = measuredText(*one.of);
      if (!settings.isEmpty()) content.note.prepend(settings + QStringLiteral(" · "));
    }
    content.lines.push_back({isBaseline ? FigureText::tr("%1 (baseline)").arg(one.name) : one.name, one.lane->lane,
                             lanesOf(one), one.pinned, isBaseline, one.lane->clean, curve->points});
  };
  for (const ComparedLane& lane : lanes) add(lane, baseline && lane.id() == baseline->id());
  if (baseline && baseline->pinned && !content.lines.empty()) add(*baseline, true);
  return content;
}

CorruptionContent corruptionContent(const ComparedLane& trained, const std::optional<ComparedLane>& baseline) {
  return {FigureText::tr("Accuracy under corruptions"),
          measuredText(*trained.of),
          trained.name,
          baseline ? FigureText::tr("%1 (baseline)").arg(baseline->name) : QString(),
          trained.lane->lane,
          lanesOf(trained),
          corruptionGroups(*trained.lane, baseline ? baseline->lane : nullptr),
          classesOf(*trained.lane)};
}

}  // namespace sparring::ui
