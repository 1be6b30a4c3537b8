#include "sweep/sweepviews.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "base/metrictext.h"
#include "base/text.h"
#include "sweep/bestfigure.h"
#include "sweep/bestpanel.h"
#include "sweep/heatfigure.h"
#include "sweep/influencefigure.h"
#include "sweep/parallelplot.h"
#include "sweep/scatterfigure.h"
#include "sweep/sweepquantity.h"
#include "sweep/sweeptext.h"
#include "widgets/figureview.h"
#include "widgets/rowtable.h"

namespace sparring::ui {
namespace {

constexpr int kMeasuredRows = 40;  ///< whose width the columns have

}  // namespace

SweepViews::SweepViews(QWidget* parent)
    : QWidget(parent), filter_(Throttle::kReadable, [this] {
        model_.setFilter(parallel_->brushing() ? parallel_->kept() : std::vector<bool>());
        if (look_ != SweepLook::Parallel) figure_->renew();
        Q_EMIT brushed();
      }) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  splitter_ = new QSplitter(Qt::Vertical, this);
  splitter_->setChildrenCollapsible(false);
  figures_ = new QStackedWidget(splitter_);
  parallel_ = new ParallelPlot(figures_);
  figure_ = new FigureView(
      [this](QSizeF size, const QFont& font, theme::Tone tone) { return makeFigure(size, font, tone); }, figures_);
  figures_->addWidget(parallel_);
  figures_->addWidget(figure_);
  makeTable();
  splitter_->addWidget(figures_);
  splitter_->addWidget(table_);
  splitter_->setStretchFactor(0, 3);
  splitter_->setStretchFactor(1, 2);
  splitter_->setSizes({3000, 1700});  // shared out in this proportion
  best_ = new BestPanel(this);
  column->addWidget(splitter_, 1);
  column->addWidget(best_);
  connect(parallel_, &ParallelPlot::brushed, this, [this] { filter_.ask(); });
  connect(parallel_, &ParallelPlot::runAsked, this, &SweepViews::runAsked);
  connect(figure_, &FigureView::activated, this, &SweepViews::activate);
}

void SweepViews::makeTable() {
  table_ = new QTableView(splitter_);
  table_->setModel(&model_);
  showRows(*table_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setMinimumHeight(5 * fontMetrics().height());
  QHeaderView* head = table_->horizontalHeader();
  head->setResizeContentsPrecision(kMeasuredRows);
  table_->setSortingEnabled(true);
  table_->sortByColumn(0, Qt::AscendingOrder);
  connect(table_, &QTableView::activated, this,
          [this](const QModelIndex& index) { Q_EMIT runAsked(model_.runAt(index.row())); });
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
    if (!now.isValid()) return;
    selected_ = model_.runAt(now.row());
    parallel_->setMarked(selected_);
  });
  connect(&model_, &QAbstractItemModel::modelReset, this, &SweepViews::keepSelection);
}

/// Once for a sweep, and not with every brush: that would be the dearest part of it.
void SweepViews::fitColumns() {
  shownPlan_ = contents_ ? contents_->plan : nullptr;
  table_->resizeColumnsToContents();
  const int room = fontMetrics().height();  // for a star, for figures that come
  for (int column = 0; column < model_.columnCount(); ++column)
    table_->setColumnWidth(column, table_->columnWidth(column) + room);
}

void SweepViews::keepSelection() {
  const int row = selected_ ? model_.rowOf(*selected_) : -1;
  if (row >= 0)
    table_->setCurrentIndex(model_.index(row, 0));
  else
    parallel_->setMarked({});
}

void SweepViews::setContents(std::shared_ptr<const SweepContents> contents) {
  if (!contents || !contents_ || contents->plan != contents_->plan) {
    selected_.reset();
    parallel_->setMarked({});
  }
  contents_ = std::move(contents);
  showContents();
}

void SweepViews::setBudget(std::optional<int64_t> budget) {
  if (budget == budget_) return;
  budget_ = budget;
  showContents();
}

void SweepViews::setLook(SweepLook look) {
  look_ = look;
  figures_->setVisible(look != SweepLook::Table);
  figures_->setCurrentWidget(look == SweepLook::Parallel ? static_cast<QWidget*>(parallel_) : figure_);
  figure_->renew();
}

void SweepViews::setQuantities(int across, int upwards) {
  across_ = across;
  upwards_ = upwards;
  figure_->renew();
}

void SweepViews::showContents() {
  const int columns = model_.columnCount();
  const bool other = shownPlan_ != (contents_ ? contents_->plan : nullptr);
  model_.setContents(contents_, budget_);
  if (other || columns != model_.columnCount()) fitColumns();
  best_->setContents(contents_);
  showParallel();
  if (look_ != SweepLook::Parallel) figure_->renew();
}

void SweepViews::showParallel() {
  std::vector<ParallelAxis> axes;
  if (contents_)
    for (int quantity = 0; quantity <= metricQuantity(*contents_->plan); ++quantity)
      axes.push_back(quantityAxis(*contents_, quantity, budget_));
  const bool before = parallel_->brushing();
  parallel_->setAxes(std::move(axes), !contents_ || contents_->plan->metric.more, names());
  if (before) filter_.ask();
}

std::vector<QString> SweepViews::names() const {
  std::vector<QString> all;
  if (contents_)
    for (const SweepRun& run : contents_->plan->runs()) all.push_back(QString::fromStdString(run.name));
  return all;
}

std::unique_ptr<Figure> SweepViews::makeFigure(QSizeF size, const QFont& font, theme::Tone tone) const {
  if (!contents_) return nullptr;
  const SweepPlan& plan = *contents_->plan;
  const QString metric = metricLabel(plan.spec().metric);
  const bool more = plan.metric.more;
  const auto axis = [this](int quantity) { return quantityAxis(*contents_, quantity, budget_); };
  const int value = metricQuantity(plan);
  const auto across = std::min(across_, value + 1), upwards = std::min(upwards_, value + 1);
  switch (look_) {
    case SweepLook::Scatter:
      return std::make_unique<ScatterFigure>(
          ScatterData{tr("%1 by %2").arg(quantityName(plan, upwards), quantityName(plan, across)), axis(across),
                      axis(upwards), axis(value), more, names(), parallel_->kept()},
          size, font);
    case SweepLook::Heat:
      return std::make_unique<HeatFigure>(
          HeatData{tr("%1, mean of each cell").arg(metric), axis(std::min(across, value - 1)),
                   axis(std::min(upwards, value - 1)), axis(value), more, parallel_->kept()},
          size, font);
    case SweepLook::Influence: {
      const int64_t budget = budget_.value_or(plan.budgets.front());
      const QString after = budgetText(budget, plan.spec());
      const QString title = after.isEmpty() ? tr("What mattered for: %1").arg(metric)
                                            : tr("What mattered for: %1, after %2").arg(metric, after);
      return std::make_unique<InfluenceFigure>(
          title, influencesOf(plan.spec(), plan.runs(), contents_->results, budget), more, size, font);
    }
    case SweepLook::Best:
      return std::make_unique<BestFigure>(BestData{tr("The best so far: %1").arg(metric),
                                                   tr("Runs that came to something"), axis(value), more, names()},
                                          size, font);
    case SweepLook::Table:
    case SweepLook::Parallel:
      break;
  }
  (void)tone;
  return nullptr;
}

void SweepViews::activate(int place) {
  const auto figure = makeFigure(figure_->size(), figure_->font(), theme::tone());
  if (const auto* scatter = dynamic_cast<const ScatterFigure*>(figure.get()))
    Q_EMIT runAsked(scatter->runAt(place));
  else if (const auto* best = dynamic_cast<const BestFigure*>(figure.get()))
    Q_EMIT runAsked(best->runAt(place));
}

void SweepViews::paintTo(QPaintDevice& device, QSize size, theme::Tone tone) const {
  if (look_ == SweepLook::Parallel || look_ == SweepLook::Table)
    parallel_->paintTo(device, size, tone);
  else
    figure_->paintTo(device, size, tone);
}

void SweepViews::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void SweepViews::retranslate() {
  table_->setAccessibleName(tr("Runs of the sweep"));
  parallel_->setAccessibleName(tr("Parallel coordinates"));
  parallel_->setToolTip(tr("Drag along an axis to select runs; Escape selects all again"));
  model_.retranslate();
  showContents();
  fitColumns();
}

}  // namespace sparring::ui
