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

#include "base/metrictext.h"
#include "base/text.h"
#include "sparring/export.h"
#include "widgets/flowlayout.h"
#include "widgets/rowtable.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr QSize kExportSize(960, 640);
constexpr double kMostTable = 0.42;  ///< share of the height; more lanes are scrolled to
constexpr int kLeastPlot = 16;       ///< lines of text: on a low page the table gives way first

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
  exportPicture_ = new QAction(plot_);
  plot_->addAction(exportPicture_);
  connect(exportPicture_, &QAction::triggered, this, [this] { Q_EMIT exportAsked(QStringLiteral("frontier")); });
  plot_->setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(copyPicture_, &QAction::triggered, this, &FrontierView::copyPicture);
  addExports();
  offerAttacks();
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
  header().addTable(
      QStringLiteral("lanes"), [this] { return lanesCsv(); }, [] { return tr("Classifiers as CSV…"); });
  header().addSeparator();
  header().addCommand([] { return tr("Copy the picture"); }, [this] { copyPicture(); });
  header().addCommand([] { return tr("Copy the table"); }, [this] { copyTable(); });
}

/// Of a choice, one button is down.
void FrontierView::offer(QButtonGroup* choice, int id, bool on) {
  auto* row = static_cast<QWidget*>(choice->parent());
  auto* button = makeButton(row);
  button->setCheckable(true);
  button->setChecked(on);
  choice->addButton(button, id);
  row->layout()->addWidget(button);
}

QWidget* FrontierView::makeControls() {
  auto* row = new QWidget(&header());
  auto* layout = new FlowLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  const auto group = [row, layout] {
    auto* part = new QWidget(row);
    (new QHBoxLayout(part))->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(part);
    return part;
  };
  auto* attackRow = group();
  against_ = new QLabel(attackRow);
  attackRow->layout()->addWidget(against_);
  attacks_ = new QButtonGroup(attackRow);
  auto* extentRow = group();
  extentRow->layout()->setContentsMargins(fontMetrics().height(), 0, 0, 0);
  extents_ = new QButtonGroup(extentRow);
  for (const Extent extent : {Extent::CloseUp, Extent::Lanes, Extent::Whole})
    offer(extents_, int(extent), extent == plot_->extent());
  connect(attacks_, &QButtonGroup::idClicked, this, [this](int id) {
    plot_->setRobust(Metric(id));
    wanted_ = metricKey(Metric(id), offered_);
  });
  connect(extents_, &QButtonGroup::idClicked, this, [this](int id) { plot_->setExtent(Extent(id)); });
  return row;
}

/// Those that see the gradient first: they are what robustness is about.
void FrontierView::offerAttacks() {
  if (offered_ == evaluations_.accuracies() && main_ == evaluations_.mainAttack()) return;
  offered_ = evaluations_.accuracies();
  main_ = evaluations_.mainAttack();
  const auto old = attacks_->buttons();
  for (auto* button : old) attacks_->removeButton(button);
  qDeleteAll(old);
  std::vector<Metric> order(offered_.begin() + 1, offered_.end());
  std::stable_partition(order.begin(), order.end(),
                        [](Metric metric) { return metricRow(metric).role == MetricRow::Role::Adversarial; });
  const auto kept = std::find_if(order.begin(), order.end(),
                                 [this](Metric metric) { return metricKey(metric, offered_) == wanted_; });
  plot_->setRobust(kept == order.end() ? main_ : *kept);
  for (const Metric metric : order) offer(attacks_, int(metric), metric == plot_->robust());
  against_->setVisible(!order.empty());
  nameAttacks();
}

void FrontierView::nameAttacks() {
  for (const Metric metric : offered_) {
    auto* button = attacks_->button(int(metric));
    if (!button) continue;
    button->setText(shortLabel(metric, offered_));
    button->setToolTip(tr("Upwards: %1").arg(label(metric, offered_)));
    button->show();
  }
}

void FrontierView::makeTable() {
  table_ = new QTableView(this);
  table_->setModel(&model_);
  showRows(*table_);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
  const int room = contentSize().height() - kLeastPlot * fontMetrics().height();
  const int most = std::max(head + 2 * row, std::min(int(kMostTable * height()), room));
  table_->setFixedHeight(std::min(head + row * model_.rowCount() + 2, most));
}

void FrontierView::clear() {
  evaluations_.clear();
  offerAttacks();
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

void FrontierView::setAccuracies(std::vector<Metric> metrics) {
  evaluations_.setAccuracies(std::move(metrics));
  offerAttacks();
  plot_->dataChanged();
  model_.refresh();
}

void FrontierView::append(const std::vector<MetricPoint>& points) {
  if (!evaluations_.append(points)) return;
  offerAttacks();
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

QString FrontierView::lanesCsv() const {
  QString csv;
  for (const QString& line : model_.tsv({}).split(u'\n', Qt::SkipEmptyParts)) {
    std::vector<std::string> cells;
    for (const QString& cell : line.split(u'\t')) cells.push_back(cell.toStdString());
    csv += QString::fromStdString(csvLine(cells));
  }
  return csv;
}

QString FrontierView::trailsCsv() const {
  QString csv = QStringLiteral("step,lane,lambda");
  for (const Metric metric : evaluations_.accuracies()) {
    const QString key = QString::fromStdString(metricKey(metric, evaluations_.accuracies()));
    csv += u',' + (key.contains(u',') ? QStringLiteral("\"%1\"").arg(key) : key);
  }
  csv += u'\n';
  const auto share = [](double value) { return std::isnan(value) ? QString() : QString::number(value); };
  for (const int lane : evaluations_.byLambda())
    for (const Evaluation& evaluation : evaluations_.trail(lane, until_)) {
      csv += QStringLiteral("%1,%2,%3").arg(evaluation.step).arg(lane).arg(evaluations_.lambdas()[size_t(lane)]);
      for (const Metric metric : evaluations_.accuracies()) csv += u',' + share(evaluation.of(metric));
      csv += u'\n';
    }
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
    evaluations_.setImages(trace.tested);
    if (what & Shown::Run || trace.lambdas != evaluations_.lambdas()) setLanes(trace.lambdas);
    if (what & Shown::Run || trace.accuracies != accuracies_) setAccuracies(accuracies_ = trace.accuracies);
    append({trace.points.begin() + ptrdiff_t(drawn_), trace.points.end()});
    drawn_ = trace.points.size();
  }
  if (what & Shown::Step) setScrub(shown_.step());
}

QByteArray FrontierView::saveState() const {
  const QJsonObject state{
      {"robust", QString::fromStdString(wanted_.empty() ? metricKey(plot_->robust(), offered_) : wanted_)},
      {"extent", int(plot_->extent())}};
  return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void FrontierView::restoreState(const QByteArray& bytes) {
  const QJsonObject state = QJsonDocument::fromJson(bytes).object();
  wanted_ = state["robust"].toString().toStdString();
  for (const Metric metric : offered_)
    if (auto* button = attacks_->button(int(metric)); button && metricKey(metric, offered_) == wanted_) button->click();
  if (auto* button = extents_->button(state["extent"].toInt(int(Extent::Lanes)))) button->click();
}

void FrontierView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void FrontierView::resizeEvent(QResizeEvent*) { fitTable(); }

void FrontierView::retranslate() {
  against_->setText(tr("Robust against"));
  nameAttacks();
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
          "large dot is the present one, the cross through it its 95 % interval, and a dashed line joins the dots in "
          "the order of λ."),
       tr("Up and right is better. A dot that lies higher and not further left gained its robustness for free; one "
          "that lies higher and further left paid for it in clean accuracy.")});
  header().setExportTip(tr("Write or copy the frontier and its figures"));
  copyPicture_->setText(tr("Copy the picture"));
  exportPicture_->setText(tr("Export…"));
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
