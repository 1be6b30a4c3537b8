// What the curves read of what the window shows: points, lanes, markers of edits, phases, the step looked at.
#include <algorithm>

#include "base/text.h"
#include "curves/curvesview.h"

namespace sparring::ui {

void CurvesView::read(Shown::What what) {
  if (what & Shown::Run) {
    clear();
    drawn_ = marked_ = 0;
    setLanes(shown_.trace().lambdas);
    setAccuracies(shown_.trace().accuracies);
    if (!shown_.begun()) loss_->setEmptyText(tr("Press New run: the losses appear here."));
  }
  if (what & (Shown::Run | Shown::News)) readNews();
  if (what & Shown::Wishes) readOpponent();
  if (what & (Shown::Run | Shown::Kin)) readParent();
  if (what & Shown::Step) setScrub(shown_.step());
}

void CurvesView::readOpponent() { setOpponent(adversaryInfo(shown_.params().adversary)); }

void CurvesView::readNews() {
  const Trace& trace = shown_.trace();
  readOpponent();  // of a run that was resumed it is known only now
  if (shown_.begun() && shown_.phase() == Phase::Teacher)
    loss_->setEmptyText(tr("The teacher learns first. The losses appear after it."));
  if (trace.lambdas != lambdas_) setLanes(trace.lambdas);
  setAccuracies(trace.accuracies);
  // the phases first: they say where the points have gaps
  for (; marked_ < trace.events.size(); ++marked_) mark(trace.events[marked_]);
  append({trace.points.begin() + ptrdiff_t(drawn_), trace.points.end()});
  drawn_ = trace.points.size();
}

/// Its lanes are the fork's of the same place, where there are as many, else those of the same λ.
void CurvesView::readParent() {
  parent_.clear();
  const auto& parent = shown_.parent();
  if (!parent) {
    for (PlotView* plot : {loss_, accuracy_}) plot->setBeside(nullptr, 0, {});
    return;
  }
  parent_.setOpponent(adversaryInfo(parent->adversary));
  for (const Event& event : parent->trace.events)
    if (const auto phase = phaseNamed(event.key); phase && event.kind == Event::Kind::Phase)
      parent_.beginPhase(event.step, *phase);
  const auto &ours = shown_.trace().lambdas, &theirs = parent->trace.lambdas;
  std::vector<MetricPoint> points;
  for (MetricPoint point : parent->trace.points) {
    if (ours.size() != theirs.size() && metricRow(point.metric).perLane) {
      const auto lane = size_t(point.lane);
      const auto same = lane < theirs.size() ? std::ranges::find(ours, theirs[lane]) : ours.end();
      if (same == ours.end()) continue;
      point.lane = int16_t(same - ours.begin());
    }
    points.push_back(point);
  }
  parent_.append(points);
  for (PlotView* plot : {loss_, accuracy_})
    plot->setBeside(&parent_, parent->step, QString::fromStdString(parent->title));
}

void CurvesView::mark(const Event& event) {
  if (event.kind == Event::Kind::Edit)
    addMarker(event.step, event.key, briefText(event), tr("Step %1: %2").arg(stepText(event.step), eventText(event)));
  else if (const auto phase = phaseNamed(event.key); phase && event.kind == Event::Kind::Phase)
    addPhase(event.step, *phase);
}

void CurvesView::markAnew() {
  for (PlotView* plot : plots()) plot->marks().clear();
  for (marked_ = 0; marked_ < shown_.trace().events.size(); ++marked_) mark(shown_.trace().events[marked_]);
  loss_->setEmptyText(tr("Press New run: the losses appear here."));
}

}  // namespace sparring::ui
