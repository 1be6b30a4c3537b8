#include "lesson/lessonfigures.h"

#include "shown/shown.h"
#include "sparring/assessment.h"

namespace sparring::ui {
namespace {

std::vector<MetricPoint> accuraciesOf(const Assessment& assessment) {
  std::vector<MetricPoint> points;
  for (const LaneAssessment& lane : assessment.lanes) {
    const auto add = [&](Metric metric, const Share& share) {
      points.push_back({assessment.step, metric, static_cast<int16_t>(lane.lane), share.value()});
    };
    add(Metric::Clean, lane.clean);
    for (const Curve& curve : lane.curves)
      for (const Curve::Point& point : curve.points) {
        AttackSpec attack = curve.attack;
        attack.values[curve.key] = point.strength;
        add(accuracyUnder(attack), point.share);
      }
  }
  return points;
}

}  // namespace

LessonFigures lessonFiguresOf(const Shown& shown) {
  LessonFigures figures;
  figures.begun = shown.begun();
  figures.finished = shown.ended();
  const Trace& trace = shown.trace();
  figures.step = trace.last;
  figures.phase = shown.phase();
  figures.lambdas = trace.lambdas;
  figures.params = shown.opened().empty() ? shown.wished() : shown.paramsThen();
  figures.points = trace.points;
  if (const Assessed assessed = shown.assessment()) figures.measured = accuraciesOf(*assessed);
  return figures;
}

}  // namespace sparring::ui
