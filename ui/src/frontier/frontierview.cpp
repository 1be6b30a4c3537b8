#include "frontier/frontierview.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr QSize kExportSize(960, 640);
constexpr double kMostTable = 0.42;  ///< share of the height; more lanes are scrolled to

QToolButton* makeButton(QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

FrontierView::FrontierView(Shown& shown, QWidget* parent) : ViewPage(parent), shown_(shown) {
  setMargin(0);  // the plot brings its own
  QWidget* content = makeContent();
  header().setLead(makeControls());
  addContent(content);
  showContent(content);
  copyPicture_ = new QAction(plot_);
  copyPicture_->setShortcut(QKeySequence::Copy);
  copyPicture_->setShortcutContext(Qt::WidgetShortcut);
  plot_->addAction(copyPicture_);
  plot_->setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(copyPicture_, &QAction::triggered, this, &FrontierView::copyPicture);
  addExports();
  connect(&shown_, &Shown::changed, this, &FrontierView::read);
  retranslate();
}

QWidget* FrontierView::makeContent() {
  auto* content = new QWidget(this);
  plot_ = new FrontierPlot(evaluations_, content);
  makeTable();
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(fontMetrics().height() / 4);
  column->addWidget(plot_, 1);
  column->addWidget(table_);
  content->setFocusProxy(plot_);
  return content;
}

void FrontierView::addExports() {
  header().addDrawing({QStringLiteral("frontier"), [] { return tr("Picture…"); }, kExportSize,
                       [this](QPaintDevice& device, QSize size) { plot_->paintTo(device, size, theme::Tone::Light); }});
  header().addTable(
      QStringLiteral("frontier"), [this] { return trailsCsv(); }, [] { return tr("Trails as CSV…"); });
  header().addSeparator();
  header().addCopy([this] { return copyPicture_->text(); }, [this] { copyPicture(); });
  header().addCopy([this] { return copyTable_->text(); }, [this] { copyTable(); });
}

/// Buttons of which one is down, laid side by side.
QButtonGroup* FrontierView::makeChoice(QWidget* row, std::initializer_list<int> ids, int first) {
  auto* choice = new QButtonGroup(row);
  for (const int id : ids) {
    auto* button = makeButton(row);
    button->setCheckable(true);
    button->setChecked(id == first);
    choice->addButton(button, id);
    row->layout()->addWidget(button);
  }
  return choice;
}

QWidget* FrontierView::makeControls() {
  auto* row = new QWidget(&header());
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  against_ = new QLabel(row);
  layout->addWidget(against_);
  metrics_ = makeChoice(row, {int(Metric::Fgsm), int(Metric::Noise)}, int(plot_->robust()));
  layout->addStretch(1);
  extents_ = makeChoice(row, {int(Extent::CloseUp), int(Extent::Lanes), int(Extent::Whole)}, int(plot_->extent()));
  layout->addStretch(1);
  connect(metrics_, &QButtonGroup::idClicked, this, [this](int id) { plot_->setRobust(Metric(id)); });
  connect(extents_, &QButtonGroup::idClicked, this, [this](int id) { plot_->setExtent(Extent(id)); });
  return row;
}

void FrontierView::makeTable() {
  table_ = new QTableView(this);
  table_->setModel(&model_);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setShowGrid(false);
  table_->setTabKeyNavigation(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setContextMenuPolicy(Qt::ActionsContextMenu);
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  copyTable_ = new QAction(table_);
  copyTable_->setShortcut(QKeySequence::Copy);
  copyTable_->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(copyTable_);
  connect(copyTable_, &QAction::triggered, this, &FrontierView::copyTable);
  auto* none = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
  connect(none, &QShortcut::activated, table_, &QTableView::clearSelection);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FrontierView::choose);
  connect(&model_, &LaneModel::modelReset, this, &FrontierView::choose);
}

/// As tall as its rows, where that leaves the plot its place.
void FrontierView::fitTable() {
  const int head = table_->horizontalHeader()->sizeHint().height();
  const int row = table_->verticalHeader()->defaultSectionSize();
  const int most = std::max(head + 3 * row, int(kMostTable * height()));
  table_->setFixedHeight(std::min(head + row * model_.rowCount() + 2, most));
}

void FrontierView::clear() {
  evaluations_.clear();
  setScrub({});
  plot_->fit();
  plot_->dataChanged();
  model_.refresh();
}

void FrontierView::setLanes(std::vector<double> lambdas) {
  evaluations_.setLanes(std::move(lambdas));
  plot_->dataChanged();
  model_.refresh();
  fitTable();
  Q_EMIT tabTitleChanged();
}

void FrontierView::append(const std::vector<MetricPoint>& points) {
  if (!evaluations_.append(points)) return;
  plot_->dataChanged();
  model_.refresh();
}

void FrontierView::setScrub(std::optional<int64_t> step) {
  until_ = step;
  plot_->setUntil(step);
  model_.setUntil(step);
}

void FrontierView::choose() {
  std::vector<int> lanes;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows()) lanes.push_back(model_.lane(index.row()));
  plot_->setChosen(std::move(lanes));
}

void FrontierView::copyTable() {
  std::vector<int> rows;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows()) rows.push_back(index.row());
  QApplication::clipboard()->setText(model_.tsv(rows));
}

void FrontierView::copyPicture() {
  QApplication::clipboard()->setImage(plot_->picture(kExportSize, 2, theme::Tone::Light));
}

QString FrontierView::trailsCsv() const {
  QString csv = QStringLiteral("step,lane,lambda,clean,noise,fgsm\n");
  const auto share = [](double value) { return std::isnan(value) ? QString() : QString::number(value); };
  for (const int lane : evaluations_.byLambda())
    for (const Evaluation& evaluation : evaluations_.trail(lane, until_))
      csv += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                 .arg(evaluation.step)
                 .arg(lane)
                 .arg(evaluations_.lambdas()[size_t(lane)])
                 .arg(share(evaluation.clean), share(evaluation.noise), share(evaluation.fgsm));
  return csv;
}

QString FrontierView::tabTitle() const {
  return evaluations_.lanes() > 1 ? tr("Frontier of %1 λ").arg(evaluations_.lanes()) : QString();
}

void FrontierView::read(Shown::What what) {
  const Trace& trace = shown_.trace();
  if (what & Shown::Run) {
    clear();
    drawn_ = 0;
  }
  if (what & (Shown::Run | Shown::News)) {
    if (what & Shown::Run || trace.lambdas != evaluations_.lambdas()) setLanes(trace.lambdas);
    append({trace.points.begin() + ptrdiff_t(drawn_), trace.points.end()});
    drawn_ = trace.points.size();
  }
  if (what & Shown::Step) setScrub(shown_.step());
}

QByteArray FrontierView::saveState() const {
  const QJsonObject state{{"robust", QString::fromStdString(metricRow(plot_->robust()).key)},
                          {"extent", int(plot_->extent())}};
  return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void FrontierView::restoreState(const QByteArray& bytes) {
  const QJsonObject state = QJsonDocument::fromJson(bytes).object();
  for (const Metric metric : {Metric::Fgsm, Metric::Noise})
    if (state["robust"].toString() == QString::fromStdString(metricRow(metric).key))
      metrics_->button(int(metric))->click();
  if (auto* button = extents_->button(state["extent"].toInt(int(Extent::Lanes)))) button->click();
}

void FrontierView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void FrontierView::resizeEvent(QResizeEvent*) { fitTable(); }

QString FrontierView::explanation() const { return header().help(); }

void FrontierView::retranslate() {
  against_->setText(tr("Robust against"));
  metrics_->button(int(Metric::Fgsm))->setText(QStringLiteral("FGSM"));
  metrics_->button(int(Metric::Noise))->setText(tr("Noise"));
  for (const Metric metric : {Metric::Fgsm, Metric::Noise})
    metrics_->button(int(metric))->setToolTip(tr("Upwards: %1").arg(label(metric)));
  const auto extent = [this](Extent which, const QString& name, const QString& tip) {
    extents_->button(int(which))->setText(name);
    extents_->button(int(which))->setToolTip(tip);
  };
  extent(Extent::CloseUp, tr("Close-up"),
         tr("Show where the most robust lanes are; the others are marked at the edge"));
  extent(Extent::Lanes, tr("All lanes"), tr("Show where all lanes are now and were lately"));
  extent(Extent::Whole, tr("0–100 %"), tr("Show both axes from 0 to 100 %"));
  header().setHelp(
      tr("What the frontier tells"),
      {tr("Every λ trains a classifier of its own. Its trail goes through all evaluations, from faint to strong; the "
          "large dot is the present one, and a dashed line joins the dots in the order of λ."),
       tr("Up and right is better. A dot that lies higher and not further left gained its robustness for free; one "
          "that lies higher and further left paid for it in clean accuracy.")});
  header().setExportTip(tr("Write or copy the frontier and its figures"));
  copyPicture_->setText(tr("Copy the picture"));
  copyTable_->setText(tr("Copy the table"));
  plot_->setAccessibleName(tr("Frontier"));
  plot_->setEmptyText(
      tr("From the first evaluation on, every λ draws its trail here: clean accuracy to the right, robust accuracy "
         "upwards."));
  table_->setAccessibleName(tr("Accuracies of every λ"));
  model_.retranslate();
  fitTable();
}

}  // namespace sparring::ui
