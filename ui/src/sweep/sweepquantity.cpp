#include "sweep/sweepquantity.h"

#include <QCoreApplication>
#include <limits>

#include "base/metrictext.h"
#include "base/text.h"
#include "sweep/sweeptext.h"

namespace sparring::ui {

int metricQuantity(const SweepPlan& plan) { return int(plan.axes.size()); }
int quantitiesOf(const SweepPlan& plan) { return int(plan.axes.size()) + 2; }

QString quantityName(const SweepPlan& plan, int quantity) {
  if (quantity < metricQuantity(plan)) return label(paramRow(plan.axes[size_t(quantity)].key));
  return quantity == metricQuantity(plan) ? metricLabel(plan.spec().metric)
                                          : QCoreApplication::translate("sweeps", "Seconds of training");
}

ParallelAxis quantityAxis(const SweepContents& contents, int quantity, std::optional<int64_t> budget) {
  const SweepPlan& plan = *contents.plan;
  ParallelAxis axis{quantityName(plan, quantity), {}, {}, {}};
  axis.brief = axis.name;
  if (quantity < metricQuantity(plan)) {
    const VariedAxis& varied = plan.axes[size_t(quantity)];
    axis.brief = brief(paramRow(varied.key));
    axis.values = varied.values;
    axis.scale = AxisScale::over(axis.values, varied.log);
    for (const std::string& choice : varied.choices) axis.scale.choices << valueText(varied.key, choice);
    return axis;
  }
  const bool metric = quantity == metricQuantity(plan);
  if (metric) axis.brief = shortMetricLabel(plan.spec().metric);
  for (size_t run = 0; run < contents.results.size(); ++run) {
    const SweepResult* result = contents.at(run, budget);
    axis.values.push_back(!result  ? std::numeric_limits<double>::quiet_NaN()
                          : metric ? result->value
                                   : result->seconds);
  }
  axis.scale = AxisScale::over(axis.values, false);
  axis.scale.marks.clear();
  axis.scale.percent = metric && plan.metric.more;
  return axis;
}

}  // namespace sparring::ui
