#include "robustness/assessmentcsv.h"

namespace sparring::ui {
namespace {

QString line(const QString& source, const Assessment& of, const LaneAssessment& lane, const std::string& attack,
             const std::string& key, const Curve::Point& point) {
  const auto [low, high] = point.share.interval();
  return QStringLiteral("%1,%2,%3,%4,%5,%6,%7,")
             .arg(source)
             .arg(of.step)
             .arg(lane.lane)
             .arg(lane.lambda)
             .arg(QString::fromStdString(attack), QString::fromStdString(key))
             .arg(point.strength) +
         QStringLiteral("%1,%2,%3,%4,%5\n")
             .arg(point.share.right)
             .arg(point.share.count)
             .arg(point.share.value())
             .arg(low)
             .arg(high);
}

QString lines(const QString& source, const Assessment& of) {
  QString csv;
  for (const LaneAssessment& lane : of.lanes) {
    csv += line(source, of, lane, "clean", "", {0, lane.clean});
    for (const Curve& curve : lane.curves)
      for (const auto& point : curve.points) csv += line(source, of, lane, curve.attack.name, curve.key, point);
  }
  return csv;
}

}  // namespace

QString assessmentCsv(const Assessed& shown, const Assessed& pinned) {
  QString csv = QStringLiteral("source,step,lane,lambda,attack,key,strength,right,count,accuracy,low,high\n");
  if (shown) csv += lines(QStringLiteral("shown"), *shown);
  if (pinned) csv += lines(QStringLiteral("pinned"), *pinned);
  return csv;
}

}  // namespace sparring::ui
