#include "curves/curvesview.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QSplitter>
#include <QToolButton>

#include "base/text.h"
#include "curves/plotlegend.h"
#include "widgets/flowlayout.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr QSize kExportSize(960, 540);

QToolButton* makeButton(QWidget* parent, bool checkable) {
  auto* button = new QToolButton(parent);
  button->setCheckable(checkable);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

CurvesView::CurvesView(Shown& shown, QWidget* parent) : ViewPage(parent), shown_(shown) {
  loss_ = new PlotView(PlotView::Kind::Loss, store_, this);
  accuracy_ = new PlotView(PlotView::Kind::Accuracy, store_, this);
  splitter_ = new QSplitter(Qt::Vertical, this);
  splitter_->addWidget(loss_);
  splitter_->addWidget(accuracy_);
  splitter_->addWidget(makeGradients());
  splitter_->setStretchFactor(0, 3);
  splitter_->setStretchFactor(1, 2);
  splitter_->setStretchFactor(2, 2);
  splitter_->setChildrenCollapsible(false);
  splitter_->setFocusPolicy(Qt::StrongFocus);  // where keys mean what they mean everywhere
  setMargin(0);                                // the plots bring their own
  header().setLead(makeControls());
  addExports();
  addContent(splitter_);
  showContent(splitter_);
  for (PlotView* from : plots())
    for (PlotView* to : plots())
      if (from != to) link(from, to);
  for (PlotView* plot : plots()) connect(plot, &PlotView::scrubbed, this, &CurvesView::scrubbed);
  connect(loss_, &PlotView::logScaleChanged, log_, &QToolButton::setChecked);
  loss_->setLogScale(true);
  connect(this, &CurvesView::scrubbed, &shown_, &Shown::setStep);
  connect(&shown_, &Shown::changed, this, &CurvesView::read);
  readOpponent();
  retranslate();
}

CurvesView::~CurvesView() = default;

// Beside each other: each is one quantity on an axis of its own.
QWidget* CurvesView::makeGradients() {
  gradientRow_ = new QWidget(splitter_);
  ratio_ = new PlotView(PlotView::Kind::Ratio, store_, gradientRow_);
  cosine_ = new PlotView(PlotView::Kind::Cosine, store_, gradientRow_);
  auto* layout = new QHBoxLayout(gradientRow_);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(ratio_, 1);
  layout->addWidget(cosine_, 1);
  gradientRow_->hide();
  return gradientRow_;
}

QWidget* CurvesView::makeControls() {
  auto* row = new QWidget(&header());
  log_ = makeButton(row, true);
  gradients_ = makeButton(row, true);
  follow_ = makeButton(row, true);
  follow_->setChecked(true);
  fit_ = makeButton(row, false);
  smoothingLabel_ = new QLabel(row);
  smoothing_ = new QSlider(Qt::Horizontal, row);
  smoothing_->setRange(0, 99);  // percent of the smoothing factor
  smoothing_->setMinimumWidth(3 * fontMetrics().height());
  smoothing_->setMaximumWidth(8 * fontMetrics().height());
  auto* layout = new FlowLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(log_);
  layout->addWidget(gradients_);
  layout->addWidget(smoothingLabel_);
  layout->addWidget(smoothing_);
  layout->addWidget(follow_);
  layout->addWidget(fit_);
  connect(gradients_, &QToolButton::toggled, gradientRow_, &QWidget::setVisible);
  connect(log_, &QToolButton::toggled, loss_, &PlotView::setLogScale);
  connect(follow_, &QToolButton::toggled, this, [this](bool on) {
    for (PlotView* plot : plots()) plot->setFollow(on);
  });
  connect(fit_, &QToolButton::clicked, this, [this] {
    for (PlotView* plot : plots()) plot->fit();
  });
  connect(smoothing_, &QSlider::valueChanged, this, &CurvesView::setSmoothing);
  return row;
}

/// What the user does to one plot's steps happens to the other's.
void CurvesView::link(PlotView* from, PlotView* to) {
  connect(from, &PlotView::rangeChanged, this, [this, to](PlotRange range, bool follow) {
    to->setRange(range, follow);
    const QSignalBlocker blocker(follow_);
    follow_->setChecked(follow);
  });
  connect(&from->legend(), &PlotLegend::besideToggled, &to->legend(), &PlotLegend::setBesideOn);
  connect(from, &PlotView::hovered, to, &PlotView::setHover);
  connect(from, &PlotView::scrubbed, to, [to](qint64 step) { to->setScrub(step); });
}

void CurvesView::clear() {
  store_.clear();
  if (accuracies_.forget()) accuracy_->setMetrics(accuracies_.all());
  for (PlotView* plot : plots()) {
    plot->marks().clear();
    plot->setScrub({});
    plot->setHover({});
    plot->fit();
  }
}

void CurvesView::setOpponent(const AdversaryInfo& opponent) {
  store_.setOpponent(opponent);
  loss_->setMetrics(lossesAgainst(opponent));
}

void CurvesView::setLanes(std::vector<double> lambdas) {
  lambdas_ = lambdas;
  for (PlotView* plot : plots()) plot->setLanes(lambdas);
}

void CurvesView::setAccuracies(std::vector<Metric> metrics) {
  if (accuracies_.setPlan(std::move(metrics))) accuracy_->setMetrics(accuracies_.all());
}

void CurvesView::append(const std::vector<MetricPoint>& points) {
  if (points.empty()) return;
  if (accuracies_.meet(points)) accuracy_->setMetrics(accuracies_.all());
  store_.append(points);
  for (PlotView* plot : plots()) plot->pointsAdded(points);
}

void CurvesView::addMarker(int64_t step, const std::string& key, const QString& shortText, const QString& longText) {
  for (PlotView* plot : plots()) {
    plot->marks().addMarker({step, key, shortText, longText});
    plot->marksChanged();
  }
}

void CurvesView::addPhase(int64_t step, Phase phase) {
  store_.beginPhase(step, phase);
  for (PlotView* plot : plots()) {
    plot->marks().addBand({step, label(phase)});
    plot->marksChanged();
  }
}

void CurvesView::setScrub(std::optional<int64_t> step) {
  for (PlotView* plot : plots()) plot->setScrub(step);
}

void CurvesView::setSmoothing(int sliderValue) {
  store_.setSmoothing(sliderValue / 100.0);
  parent_.setSmoothing(sliderValue / 100.0);
  smoothingLabel_->setText(tr("Smoothing %1").arg(QLocale().toString(sliderValue / 100.0, 'f', 2)));
  for (PlotView* plot : plots()) plot->dataChanged();
}

void CurvesView::copyPicture(PlotView& plot) {
  QApplication::clipboard()->setImage(plot.picture(kExportSize, 2, theme::Tone::Light));
}

void CurvesView::addExports() {
  const auto add = [this](PlotView* plot, const QString& name, std::function<QString()> label) {
    header().addDrawing(
        {.name = name,
         .label = std::move(label),
         .size = kExportSize,
         .paint = [plot](QPaintDevice& device, QSize size) { plot->paintTo(device, size, theme::Tone::Light); },
         .there = [plot] { return !plot->empty(); }});
    connect(plot, &PlotView::menuOpens, this, [this, plot, name](QMenu& menu) {
      menu.addAction(tr("Copy the picture"), this, [this, plot] { copyPicture(*plot); });
      menu.addAction(tr("Export…"), this, [this, name] { Q_EMIT exportAsked(name); });
    });
  };
  add(loss_, QStringLiteral("loss"), [] { return tr("Losses…"); });
  add(accuracy_, QStringLiteral("accuracy"), [] { return tr("Accuracy…"); });
  add(ratio_, QStringLiteral("gradient-ratio"), [] { return tr("Gradients, ratio…"); });
  add(cosine_, QStringLiteral("gradient-cosine"), [] { return tr("Gradients, cosine…"); });
  header().addTable(
      QStringLiteral("curves"), [this] { return csv(); }, [] { return tr("Points as CSV…"); });
  header().addSeparator();
  header().addCommand([] { return tr("Copy the losses"); }, [this] { copyPicture(*loss_); });
  header().addCommand([] { return tr("Copy the accuracy"); }, [this] { copyPicture(*accuracy_); });
  header().addCommand([] { return tr("Copy the points"); }, [this] { QApplication::clipboard()->setText(csv()); });
}

QString CurvesView::csv() const {
  const Trace& trace = shown_.trace();
  return QString::fromStdString(
      store_.csv(accuracies_.all(), trace.stepsPerEpoch, [&trace](int64_t step) { return trace.lambdasAt(step); }));
}

void CurvesView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CurvesView::retranslate() {
  log_->setText(tr("Log scale"));
  log_->setToolTip(tr("Logarithmic loss axis (L)"));
  gradients_->setText(tr("Gradients"));
  gradients_->setToolTip(
      tr("How the gradients of L and λ·L_adv stand to each other, at each evaluation of the joint phase"));
  follow_->setText(tr("Follow"));
  follow_->setToolTip(tr("Keep the newest step in sight (F)"));
  fit_->setText(tr("Fit"));
  fit_->setToolTip(tr("Show everything (Home, or a double click in a plot)"));
  header().setExportTip(tr("Write a plot as PNG, SVG or PDF, or the points as CSV"));
  smoothing_->setAccessibleName(tr("Smoothing"));
  smoothing_->setToolTip(tr("Exponential smoothing of all curves; the unsmoothed ones stay faintly visible"));
  // as wide as its widest text, so that the slider does not move under the mouse
  smoothingLabel_->setMinimumWidth(smoothingLabel_->fontMetrics().horizontalAdvance(tr("Smoothing %1").arg("0.00")));
  setSmoothing(smoothing_->value());
  markAnew();
  for (PlotView* plot : {ratio_, cosine_})
    plot->setEmptyText(tr("Measured with each evaluation of the joint phase, where λ > 0."));
  accuracy_->setEmptyText(tr("Accuracy on clean, noisy and attacked test images appears with the first evaluation."));
}

QByteArray CurvesView::saveState() const {
  QJsonArray hidden;
  for (PlotView* plot : plots())
    for (const std::string& key : plot->legend().hidden()) hidden.append(QString::fromStdString(key));
  const QJsonObject state{{"log", loss_->logScale()},
                          {"gradients", gradients_->isChecked()},
                          {"smoothing", smoothing_->value()},
                          {"hidden", hidden},
                          {"parent", loss_->legend().besideOn()},
                          {"splitter", QString::fromLatin1(splitter_->saveState().toBase64())}};
  return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void CurvesView::restoreState(const QByteArray& bytes) {
  const QJsonDocument document = QJsonDocument::fromJson(bytes);
  if (!document.isObject()) return;
  const QJsonObject state = document.object();
  loss_->setLogScale(state["log"].toBool(true));
  gradients_->setChecked(state["gradients"].toBool());
  smoothing_->setValue(state["smoothing"].toInt());
  std::set<std::string> losses, accuracies;
  for (const QJsonValue& value : state["hidden"].toArray()) {
    const std::string key = value.toString().toStdString();
    const auto metric = metricOf(key, accuracies_.all());
    if (metric && (isAccuracy(*metric) || isLoss(*metric))) (isAccuracy(*metric) ? accuracies : losses).insert(key);
  }
  loss_->legend().setHidden(std::move(losses));
  accuracy_->legend().setHidden(std::move(accuracies));
  for (PlotView* plot : {loss_, accuracy_}) plot->legend().setBesideOn(state["parent"].toBool(true));
  splitter_->restoreState(QByteArray::fromBase64(state["splitter"].toString().toLatin1()));
}

}  // namespace sparring::ui
