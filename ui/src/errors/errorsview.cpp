#include "errors/errorsview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "base/text.h"
#include "base/theme.h"
#include "errors/calibrationplot.h"
#include "errors/confusionmap.h"
#include "widgets/digittiles.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr int kMostDigits = 500;  ///< of one cell; nobody looks at more, and right ones are many

Images imageOf(const Images& set, size_t index) {
  Images one{set.kind, {}};
  one.add(set, int64_t(index));
  return one;
}

}  // namespace

ErrorsView::ErrorsView(Shown& shown, QWidget* parent) : ViewPage(parent) {
  header().addPicture(QStringLiteral("errors"), [this](double scale) { return picture(scale); });
  header().addTable(QStringLiteral("confusion"), [this] { return csv(); });
  makeContent();
  connect(map_, &ConfusionMap::chosen, this, [this](int cell) { openCell(cell == cell_ ? -1 : cell); });
  connect(back_, &QToolButton::clicked, this, [this] { openCell(-1); });
  auto* escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
  connect(escape, &QShortcut::activated, this, [this] { openCell(-1); });
  connect(&shown, &Shown::changed, this, [this, &shown](Shown::What what) {
    if (what & (Shown::Run | Shown::Assessment | Shown::Lane))
      show(shown.assessment(), shown.networks().data, shown.lane());
  });
  retranslate();
}

void ErrorsView::makeContent() {
  content_ = new QWidget(this);
  map_ = new ConfusionMap(content_);
  auto* figures = new QHBoxLayout;
  figures->setSpacing(fontMetrics().height() / 2);
  figures->addWidget(map_, 8);
  figures->addWidget(makeCalibration(), 5);
  auto* column = new QVBoxLayout(content_);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(figures, 3);
  column->addWidget(makeDigits(), 2);
  content_->setFocusProxy(map_);
  addContent(content_);
}

QWidget* ErrorsView::makeCalibration() {
  auto* page = new QWidget(this);
  calibration_ = new CalibrationPlot(page);
  belief_ = new QLabel(page);
  belief_->setWordWrap(true);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(calibration_, 1);
  column->addWidget(belief_);
  return page;
}

QWidget* ErrorsView::makeDigits() {
  auto* page = new QWidget(this);
  title_ = new QLabel(page);
  back_ = new QToolButton(page);
  back_->setText(QStringLiteral("✕"));
  back_->setAutoRaise(true);
  back_->setFocusPolicy(Qt::TabFocus);
  QSizePolicy stay = back_->sizePolicy();
  stay.setRetainSizeWhenHidden(true);
  back_->setSizePolicy(stay);
  digits_ = new DigitTiles(page);
  connect(digits_, &TileArea::imageAsked, this, &ErrorsView::imageAsked);
  auto* head = new QHBoxLayout;
  head->addWidget(title_);
  head->addWidget(back_);
  head->addStretch(1);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(head);
  auto* scroll = scrolled(digits_);
  scroll->setMinimumHeight(int(std::ceil(digits_->rowHeight())));  // a whole row is seen however low the page
  column->addWidget(scroll, 1);
  return page;
}

void ErrorsView::show(std::shared_ptr<const Assessment> assessment, std::shared_ptr<const Dataset> data, int lane) {
  if (assessment == assessment_ && data == data_ && lane == lane_) return;
  lane_ = lane;
  assessment_ = std::move(assessment);
  if (data != data_) cell_ = -1;  // a cell is one of so many classes
  data_ = std::move(data);
  refresh();
}

const LaneAssessment* ErrorsView::lane() const {
  const auto k = size_t(lane_);
  if (!assessment_ || !data_ || k >= assessment_->lanes.size()) return nullptr;
  const auto& lane = assessment_->lanes[k];
  return lane.classes() == data_->test.kind.classes ? &lane : nullptr;  // else of other data
}

void ErrorsView::refresh() {
  const LaneAssessment* now = lane();
  header().setCaption(caption());
  header().setExportEnabled(now != nullptr);
  if (!now) return showWords();
  showContent(content_);
  map_->setLane(*now, data_->test.kind);
  calibration_->setCalibration(now->calibration);
  belief_->setText(CalibrationPlot::words(now->calibration));
  openCell(cell_);
}

void ErrorsView::openCell(int cell) {
  cell_ = cell;
  map_->setMarked(cell);
  back_->setVisible(cell >= 0);
  if (lane()) showDigits();
}

// The accuracy at the end of a row opens all that was misread of the class.
void ErrorsView::showDigits() {
  const LaneAssessment& now = *lane();
  const ImageSet& test = data_->test;
  const ImageKind& kind = test.kind;
  const int classes = now.classes();
  const int wanted = cell_ / map_->rowLength(), column = cell_ < 0 ? classes : cell_ % map_->rowLength();
  std::vector<DigitTile> tiles;
  int found = 0;
  const auto images = evenPart(test.count(), int64_t(now.verdicts.size()));
  for (size_t at = 0; at < images.size(); ++at) {
    const auto i = size_t(images[at]);
    const int label = test.labels[i], verdict = now.verdicts[at];
    if ((cell_ >= 0 && label != wanted) || (column < classes ? verdict != column : verdict == label)) continue;
    if (++found > kMostDigits) continue;
    const QString truth = className(kind, label), read = className(kind, verdict);
    tiles.push_back({imageOf(test, i), QStringLiteral("%1 → %2").arg(truth, read),
                     tr("Test image %1: a %2 read as %3").arg(stepText(qint64(i)), truth, read), verdict == label,
                     int64_t(i)});
  }
  QString title = titleOf(column).arg(found);
  if (cell_ >= 0) title = title.arg(className(kind, wanted));
  if (cell_ >= 0 && column < classes && column != wanted) title = title.arg(className(kind, column));
  if (found > kMostDigits) title += u' ' + tr("(the first %1 are shown)").arg(kMostDigits);
  title_->setText(title);
  digits_->setTiles(std::move(tiles));
}

// %1: how many, %2: the true class, %3: the verdict.
QString ErrorsView::titleOf(int column) const {
  const bool digits = data_->test.kind.digits;
  if (cell_ < 0) return digits ? tr("%1 digits were misread") : tr("%1 images were misread");
  if (column == lane()->classes())
    return digits ? tr("%1 digits of class %2 were misread") : tr("%1 images of class %2 were misread");
  if (column == cell_ / map_->rowLength())
    return digits ? tr("%1 digits of class %2 were read rightly") : tr("%1 images of class %2 were read rightly");
  return digits ? tr("%1 digits of class %2 were read as %3") : tr("%1 images of class %2 were read as %3");
}

QString ErrorsView::words() const {
  return tr("Once the classifier has been measured, this shows which images it misreads as what.") + u'\n' + standing();
}

QString ErrorsView::caption() const {
  const LaneAssessment* now = lane();
  if (!now) return tr("Errors on clean test images");
  const auto interval = now->clean.interval();
  const QString figures = tr("Step %1 · %2 of %3 right: %4 (%5–%6)")
                              .arg(stepText(assessment_->step), stepText(now->clean.right), stepText(now->clean.count),
                                   percentText(now->clean.value()), QLocale().toString(100 * interval.low, 'f', 1),
                                   QLocale().toString(100 * interval.high, 'f', 1));
  return assessment_->lanes.size() > 1 ? lambdaName(now->lambda) + QStringLiteral(" · ") + figures : figures;
}

QImage ErrorsView::picture(double scale) const {
  const double em = fontMetrics().height();
  const QSizeF map(34 * em, 28 * em), plot(24 * em, 24 * em);
  return captioned(font(), caption(), QSizeF(map.width() + plot.width() + em, map.height()), scale,
                   [&](QPainter& painter) {
                     map_->paint(painter, map, theme::Tone::Light);
                     painter.translate(map.width() + em, 0);
                     calibration_->paint(painter, plot, theme::Tone::Light);
                     painter.setFont(font());
                     painter.setPen(theme::ink(theme::Tone::Light));
                     painter.drawText(QRectF(0, plot.height(), plot.width(), map.height() - plot.height()),
                                      Qt::AlignCenter | Qt::TextWordWrap, belief_->text());
                   });
}

QString ErrorsView::csv() const {
  QString csv = QStringLiteral("step,lane,lambda,class,verdict,count\n");
  if (!assessment_) return csv;
  for (const auto& lane : assessment_->lanes)
    for (int row = 0; row < lane.classes(); ++row)
      for (int column = 0; column < lane.classes(); ++column)
        csv += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                   .arg(assessment_->step)
                   .arg(lane.lane)
                   .arg(lane.lambda)
                   .arg(row)
                   .arg(column)
                   .arg(lane.confusion[size_t(row)][size_t(column)]);
  return csv;
}

void ErrorsView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ErrorsView::retranslate() {
  map_->setAccessibleName(tr("Confusion matrix"));
  calibration_->setAccessibleName(tr("Calibration"));
  digits_->setAccessibleName(tr("Misread images"));
  back_->setToolTip(tr("All misread images (Esc)"));
  back_->setAccessibleName(back_->toolTip());
  header().setExportTip(tr("Write the confusion matrix and the calibration"));
  header().setHelp(
      tr("What the errors tell"),
      {tr("A row is a true class, a column the verdict: a red cell is a confusion, the redder the more frequent. Click "
          "one to see the very images. A class's accuracy at the end of a row comes with its 95 % interval (Wilson): "
          "where two intervals overlap widely, the difference may be chance."),
       tr("The diagram beside it asks whether confidence means anything. Where the classifier says 90 % it should be "
          "right 9 times of 10, that is, on the dashed line. What is missing to it is red: overconfidence. The "
          "expected "
          "calibration error is the average distance from the line over all images.")});
  refresh();
}

}  // namespace sparring::ui
