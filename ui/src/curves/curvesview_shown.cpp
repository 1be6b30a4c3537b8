// What the curves read of what the window shows: points, lanes, markers of edits, phases, the step looked at.
#include "base/text.h"
#include "curves/curvesview.h"

namespace sparring::ui {
namespace {

// A longer label would hide the curve: the key is shorter.
constexpr int kLongestMarker = 12;

QString markerText(const Event& event) {
  QString name = QString::fromStdString(event.key);
  try {
    const QString full = label(paramRow(event.key));
    if (full.size() <= kLongestMarker) name = full;
  } catch (const Error&) {  // a run of another version: its key will do
  }
  return name + " " + QString::fromStdString(event.value);
}

}  // namespace

void CurvesView::read(Shown::What what) {
  if (what & Shown::Run) {
    clear();
    drawn_ = marked_ = 0;
    setLanes(shown_.trace().lambdas);
    setAccuracies(shown_.trace().accuracies);
    if (!shown_.begun()) loss_->setEmptyText(tr("Press Start: the losses appear here."));
  }
  if (what & (Shown::Run | Shown::News)) readNews();
  if (what & Shown::Step) setScrub(shown_.step());
}

void CurvesView::readNews() {
  const Trace& trace = shown_.trace();
  if (shown_.begun() && shown_.phase() == Phase::Teacher)
    loss_->setEmptyText(tr("The teacher learns first. The losses appear after it."));
  if (trace.lambdas != lambdas_) setLanes(trace.lambdas);
  setAccuracies(trace.accuracies);
  append({trace.points.begin() + ptrdiff_t(drawn_), trace.points.end()});
  drawn_ = trace.points.size();
  for (; marked_ < trace.events.size(); ++marked_) mark(trace.events[marked_]);
}

void CurvesView::mark(const Event& event) {
  if (event.kind == Event::Kind::Edit)
    addMarker(event.step, event.key, markerText(event), tr("Step %1: %2").arg(stepText(event.step), eventText(event)));
  else if (event.kind == Event::Kind::Phase)
    addPhase(event.step, phaseLabel(event.key));
}

void CurvesView::markAnew() {
  for (PlotView* plot : {loss_, accuracy_}) plot->marks().clear();
  for (marked_ = 0; marked_ < shown_.trace().events.size(); ++marked_) mark(shown_.trace().events[marked_]);
  loss_->setEmptyText(tr("Press Start: the losses appear here."));
}

}  // namespace sparring::ui
