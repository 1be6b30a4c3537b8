#include "generator/generatorview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "base/theme.h"
#include "generator/qualities.h"
#include "widgets/barchart.h"
#include "widgets/checkrow.h"
#include "widgets/digittiles.h"
#include "widgets/figurecard.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr size_t kMostWithFigures = 20;  ///< bars narrower than these have no room for one
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QString fixed(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

Images both(const ImageKind& kind, const GeneratorQuality::Neighbour& pair) {
  Images images{kind, pair.generated};
  images.pixels.insert(images.pixels.end(), pair.train.begin(), pair.train.end());
  return images;
}

}  // namespace

GeneratorView::GeneratorView(Shown& shown, QWidget* parent)
    : ViewPage(parent), shown_(shown), qualities_(new Qualities(shown, qualityMaker(), this)) {
  measure_ = new QPushButton(&header());
  progress_ = new QProgressBar(&header());
  progress_->setMaximumWidth(8 * fontMetrics().height());
  cancel_ = new QPushButton(&header());
  for (QWidget* control :
       {static_cast<QWidget*>(progress_), static_cast<QWidget*>(cancel_), static_cast<QWidget*>(measure_)})
    header().addControl(control);
  header().addPicture(QStringLiteral("generator"), [this](double scale) { return picture(scale); });
  header().addTable(QStringLiteral("generator"), [this] { return csv(); });
  figures_ = makeContent();
  addContent(figures_);
  connect(measure_, &QPushButton::clicked, qualities_, &Qualities::measureAll);
  connect(cancel_, &QPushButton::clicked, qualities_, &Qualities::cancel);
  connect(qualities_, &Qualities::changed, this, &GeneratorView::read);
  connect(qualities_, &Qualities::progressed, this, &GeneratorView::showProgress);
  connect(qualities_, &Qualities::ended, this, &GeneratorView::endProgress);
  connect(qualities_, &Qualities::noticed, this, &GeneratorView::noticed);
  endProgress();
  retranslate();
  read();
}

void GeneratorView::read() {
  setGenerator(qualities_->drawsDigits());
  setMeasurable(shown_.measuredNetworks().model != nullptr);
  show(qualities_->newest(), qualities_->full());
  Q_EMIT tabTitleChanged();
}

QString GeneratorView::tabTitle() const { return qualities_->alarming() ? tr("Generator (!)") : QString(); }

QWidget* GeneratorView::makeCards(QWidget* parent) {
  auto* cards = new QWidget(parent);
  auto* row = new QHBoxLayout(cards);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(fontMetrics().height() / 3);
  for (FigureCard** card : {&score_, &agreement_, &frechet_, &memorisation_}) {
    *card = new FigureCard(cards);
    row->addWidget(*card, 1);
  }
  return cards;
}

QWidget* GeneratorView::makeContent() {
  content_ = new QWidget(this);
  classes_ = new BarChart(content_);
  neighbours_ = new BarChart(content_);
  auto* charts = new QHBoxLayout;
  charts->setSpacing(fontMetrics().height());
  charts->addWidget(classes_, 3);
  charts->addWidget(neighbours_, 2);
  nearestTitle_ = new QLabel(content_);
  nearestTitle_->setWordWrap(true);
  nearest_ = new DigitTiles(content_);
  nearest_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  checks_ = new QVBoxLayout;
  auto* column = new QVBoxLayout(content_);
  column->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);  // from the scroll bar
  column->setSpacing(fontMetrics().height() / 2);
  column->addWidget(makeCards(content_));
  column->addLayout(charts, 1);
  column->addLayout(checks_);
  column->addWidget(nearestTitle_);
  column->addWidget(nearest_);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(content_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusProxy(classes_);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  return scroll;
}

void GeneratorView::show(std::shared_ptr<const GeneratorQuality> quality,
                         std::shared_ptr<const GeneratorQuality> full) {
  if (quality == quality_ && full == full_) return;
  quality_ = std::move(quality);
  full_ = std::move(full);
  refresh();
}

void GeneratorView::setGenerator(bool there) {
  if (there == generator_) return;
  generator_ = there;
  refresh();
}

void GeneratorView::showProgress(int64_t done, int64_t total) {
  progress_->setRange(0, int(total));
  progress_->setValue(int(done));
  progress_->show();
  cancel_->show();
  measure_->hide();
}

void GeneratorView::endProgress() {
  progress_->hide();
  cancel_->hide();
  measure_->setVisible(generator_);
}

void GeneratorView::setMeasurable(bool measurable) { measure_->setEnabled(measurable); }

bool GeneratorView::busy() const { return qualities_->busy(); }

QString GeneratorView::words() const {
  if (!generator_)
    return tr("In this run no generator draws images.\nChoose the adversary GAN or conditional GAN to see one learn.");
  return tr("Once the generator has been measured, this shows how good its images are, whether it forgets classes, and "
            "whether it copies.") +
         u'\n' + (measure_->isEnabled() ? tr("It is being measured now.") : standing());
}

void GeneratorView::refresh() {
  const bool any = quality_ && generator_;
  header().setCaption(caption());
  header().setExportEnabled(any);
  measure_->setVisible(generator_ && cancel_->isHidden());
  if (!any) return showWords();
  nameScore();
  showContent(figures_);
  showCards();
  showBars();
  showChecks();
  showNearest();
}

void GeneratorView::showCards() {
  const GeneratorQuality& q = *quality_;
  const QString real = q.kind.digits ? tr("real digits: %1") : tr("real images: %1");
  // each digit of a generator may be clearer, and the classes more even, than what people wrote
  const QString tidier = tr("tidier than real ones, not better");
  score_->setFigure(fixed(q.score, 2), real.arg(fixed(q.realScore, 2)) +
                                           (q.score > q.realScore ? QStringLiteral(" · ") + tidier : QString()));
  if (q.agreement >= 0)
    agreement_->setFigure(percentText(q.agreement), tr("as asked for; real: %1").arg(percentText(q.realAgreement)));
  else
    agreement_->setFigure(percentText(q.confidence), tr("sure; real: %1").arg(percentText(q.realConfidence)));
  const QString none = QStringLiteral("–");
  if (!full_) {
    for (FigureCard* card : {frechet_, memorisation_}) card->setFigure(none, tr("Measure all"));
    return;
  }
  const QString when =
      full_->step == q.step ? QString() : QStringLiteral(" · ") + tr("step %1").arg(stepText(full_->step));
  frechet_->setFigure(fixed(full_->frechet, 1), real.arg(fixed(full_->realFrechet, 1)) + when);
  const bool known = !std::isnan(full_->memorisation);
  memorisation_->setFigure(known ? fixed(full_->memorisation, 2) : none,
                           (q.kind.digits ? tr("test digits: 1") : tr("test images: 1")) + when);
}

void GeneratorView::showBars() {
  const GeneratorQuality& q = *quality_;
  const double n = double(std::max<int64_t>(1, q.count));
  std::vector<BarChart::Bar> bars;
  const double even = 1.0 / double(std::max<size_t>(1, q.classes.size())), alarm = kLeastOfEvenShare * even;
  double most = 2 * even;
  const bool few = q.classes.size() <= kMostWithFigures;
  for (size_t c = 0; c < q.classes.size(); ++c) {
    const bool real = q.realClasses.empty() || q.realClasses[c] > 0;
    if (!real && q.classes[c] == 0) continue;
    const double share = double(q.classes[c]) / n;
    most = std::max(most, share);
    const QString name = className(q.kind, int(c));
    bars.push_back({name, few ? percentText(share, share < 2 * alarm ? 1 : 0) : QString(),
                    (q.kind.digits ? tr("%1 of %2 digits are read as %3") : tr("%1 of %2 images are read as %3"))
                        .arg(q.classes[c])
                        .arg(q.count)
                        .arg(name),
                    share, real && share < alarm});
  }
  classes_->setBars(std::move(bars), most, alarm, tr("alarm below %1 %").arg(localNumber(100 * alarm)));
  const GeneratorQuality none;
  const GeneratorQuality& f = full_ ? *full_ : none;
  const auto bar = [this](const QString& name, double value, double real, const QString& tip) {
    return full_ ? BarChart::Bar{name, percentText(value, 0),
                                 tip + u' ' + tr("(%1; real images: %2)").arg(percentText(value), percentText(real)),
                                 value}
                 : BarChart::Bar{name, QString(), tip, kNaN};
  };
  neighbours_->setBars(
      {bar(tr("precision"), f.precision, f.realPrecision, tr("Share of generated images that lie where real ones lie")),
       bar(tr("recall"), f.recall, f.realRecall, tr("Share of real images that lie where generated ones lie")),
       bar(tr("density"), f.density, f.realDensity, tr("How crowded with real images it is around the generated ones")),
       bar(tr("coverage"), f.coverage, f.realCoverage,
           tr("Share of real images with a generated one in their neighbourhood"))},
      std::max(1.0, f.density));
}

void GeneratorView::showChecks() {
  while (auto* item = checks_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const Check& check : quality_->checks) {
    auto* row = new CheckRow(check, content_);
    row->setExpanded(check.verdict == Check::Verdict::Alarm);  // why, and what to do, is what one wants to read then
    checks_->addWidget(row);
  }
}

void GeneratorView::showNearest() {
  std::vector<DigitTile> tiles;
  for (const auto& pair : full_ ? full_->nearest : std::vector<GeneratorQuality::Neighbour>())
    tiles.push_back({both(full_->kind, pair),
                     fixed(pair.distance, 2),
                     (full_->kind.digits ? tr("A generated digit and the training digit nearest to it, %1 apart")
                                         : tr("A generated image and the training image nearest to it, %1 apart"))
                         .arg(fixed(pair.distance, 2)),
                     {}});
  nearestTitle_->setVisible(!tiles.empty());
  nearest_->setVisible(!tiles.empty());
  nearest_->setTiles(std::move(tiles));
}

QString GeneratorView::caption() const {
  if (!quality_ || !generator_) return tr("The generator's images");
  return (quality_->kind.digits ? tr("%1 generated digits · step %2") : tr("%1 generated images · step %2"))
      .arg(stepText(quality_->count), stepText(quality_->step));
}

QImage GeneratorView::picture(double scale) const {
  const double em = fontMetrics().height(), gap = em, width = 40 * em;
  const QSizeF left(0.6 * width, 12 * em), right(0.4 * width - gap, left.height());
  const QSizeF copies(width, nearest_->heightFor(width));
  return captioned(
      font(), caption(), QSizeF(width, 5 * em + left.height() + copies.height()), scale, [&](QPainter& painter) {
        double x = 0;
        for (const FigureCard* card : {score_, agreement_, frechet_, memorisation_}) {
          painter.drawText(QRectF(x, 0, width / 4, 4 * em), Qt::AlignLeft | Qt::AlignVCenter, card->words());
          x += width / 4;
        }
        painter.translate(0, 4.5 * em);
        classes_->paint(painter, left, theme::Tone::Light);
        painter.translate(left.width() + gap, 0);
        neighbours_->paint(painter, right, theme::Tone::Light);
        painter.translate(-left.width() - gap, left.height() + em / 2);
        nearest_->paint(painter, copies, theme::Tone::Light);
      });
}

QString GeneratorView::csv() const {
  QString csv = QStringLiteral("step,digits,figure,value\n");
  const auto line = [&csv](const GeneratorQuality& q, const QString& name, double value) {
    csv += QStringLiteral("%1,%2,%3,%4\n").arg(q.step).arg(q.count).arg(name).arg(value);
  };
  if (quality_) {
    line(*quality_, QStringLiteral("score"), quality_->score);
    line(*quality_, QStringLiteral("real_score"), quality_->realScore);
    line(*quality_, QStringLiteral("confidence"), quality_->confidence);
    if (quality_->agreement >= 0) line(*quality_, QStringLiteral("agreement"), quality_->agreement);
    for (size_t c = 0; c < quality_->classes.size(); ++c)
      line(*quality_, QStringLiteral("class_%1").arg(c), double(quality_->classes[c]));
  }
  if (full_) {
    line(*full_, QStringLiteral("frechet"), full_->frechet);
    line(*full_, QStringLiteral("real_frechet"), full_->realFrechet);
    line(*full_, QStringLiteral("precision"), full_->precision);
    line(*full_, QStringLiteral("recall"), full_->recall);
    line(*full_, QStringLiteral("density"), full_->density);
    line(*full_, QStringLiteral("coverage"), full_->coverage);
    line(*full_, QStringLiteral("memorisation"), full_->memorisation);
  }
  return csv;
}

void GeneratorView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void GeneratorView::nameScore() {
  score_->setName(
      tr("Score, of %1").arg(quality_ && !quality_->classes.empty() ? quality_->classes.size() : 10),
      tr("High where every image is clear and all classes occur alike (inception score of a judge of its own)"));
}

void GeneratorView::retranslate() {
  measure_->setText(tr("Measure all"));
  measure_->setToolTip(tr("Measure the Fréchet distance, the neighbourhoods and the copies too: some seconds"));
  cancel_->setText(tr("Cancel"));
  progress_->setAccessibleName(tr("Progress of the measurement"));
  nameScore();
  agreement_->setName(tr("Read by the judge"),
                      tr("How the judge, a classifier that is never the trainee, reads the images"));
  frechet_->setName(tr("Fréchet distance"), tr("Between generated and real images in the judge's features; the nearer "
                                               "to the real-to-real figure, the better"));
  memorisation_->setName(tr("Memorisation"),
                         tr("How near generated images come to training images, compared with test images"));
  classes_->setTitle(tr("Classes"));
  neighbours_->setTitle(tr("Neighbourhoods"));
  nearestTitle_->setText(tr("Nearest to the training set: generated image beside training image, and their distance"));
  nearest_->setAccessibleName(tr("Generated images beside the nearest training images"));
  header().setExportTip(tr("Write the figures"));
  header().setHelp(
      tr("What the figures tell"),
      {tr("All figures come from a judge: a classifier trained on real images alone, never the one in training. The "
          "score "
          "is high where each image is clear and all classes occur; compare it with the real images' figure beside it. "
          "A "
          "class far below its even share is about to be forgotten: the generator collapses onto what fools the "
          "discriminator."),
       tr("Precision falls where images look unreal, recall and coverage where real variety is missing; the Fréchet "
          "distance sees both. Memorisation compares distances to the training set: near 1 the images are as new as "
          "test "
          "images, far below 1 they are copies, and the nearest pairs show it.")});
  refresh();
}

}  // namespace sparring::ui
