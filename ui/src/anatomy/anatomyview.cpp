#include "anatomy/anatomyview.h"

#include <QComboBox>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "anatomy/partbox.h"
#include "anatomy/valuehandle.h"
#include "base/attacktext.h"
#include "base/metrictext.h"
#include "base/text.h"
#include "widgets/flowlayout.h"
#include "widgets/imagetile.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

using Kind = AnatomyPart::Kind;
using What = AnatomyFlow::What;

constexpr size_t kPictures = 8;                    ///< of each kind
constexpr std::array kPaces{0.0, 20.0, 5.0, 1.0};  ///< steps a second
constexpr size_t kMostLanes = 4;                   ///< that are told in the box; the frontier has all

/// Some images, spread evenly over all.
std::vector<QImage> someOf(const Images& images) {
  std::vector<QImage> some;
  for (const int64_t i : evenPart(images.count(), kPictures)) some.push_back(tileImage(images, i, theme::tone()));
  return some;
}

}  // namespace

AnatomyView::AnatomyView(Shown& shown, QWidget* parent) : ViewPage(parent), shown_(shown) {
  header().setLead(makeControls());
  canvas_ = new AnatomyCanvas(this);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(canvas_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  addContent(scroll);
  showContent(scroll);
  header().addPicture("anatomy", [this](double scale) { return image(scale); });
  connect(canvas_, &AnatomyCanvas::edited, this, &AnatomyView::edited);
  connect(canvas_, &AnatomyCanvas::revealAsked, this, &AnatomyView::revealAsked);
  connect(&shown_, &Shown::changed, this, [this](Shown::What what) {
    if (isVisible())
      read(what);
    else
      missed_ |= what;
  });
  retranslate();
  readSystem();
  readFigures();
}

QWidget* AnatomyView::makeControls() {
  auto* row = new QWidget(this);
  auto* layout = new FlowLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  for (const Learning who : {Learning::Discriminator, Learning::Generator, Learning::Classifiers}) {
    auto* button = new QToolButton(row);
    connect(button, &QToolButton::clicked, this, [this, who] { Q_EMIT stepAsked(who); });
    layout->addWidget(button);
    steps_.emplace_back(who, button);
  }
  pace_ = new QComboBox(row);
  for (size_t i = 0; i < kPaces.size(); ++i) pace_->addItem(QString());
  connect(pace_, &QComboBox::activated, this, [this](int i) { Q_EMIT paceAsked(kPaces[size_t(i)]); });
  layout->addWidget(pace_);
  return row;
}

QToolButton* AnatomyView::stepButton(Learning who) const {
  return std::ranges::find(steps_, who, &std::pair<Learning, QToolButton*>::first)->second;
}

void AnatomyView::setRunning(bool running, bool canStep) {
  if (running == running_ && canStep == canStep_) return;
  running_ = running;
  canStep_ = canStep;
  readFigures();
}

void AnatomyView::read(Shown::What what) {
  if (what & (Shown::Run | Shown::Wishes | Shown::Data | Shown::Step | Shown::Beginning)) readSystem();
  if (what & Shown::News && shown_.trace().lambdas != shown_.params().lambda) readSystem();
  if (what & (Shown::Run | Shown::News | Shown::Last | Shown::Step | Shown::Lane)) readFigures();
  if (what & (Shown::Run | Shown::Pictures | Shown::Data | Shown::Lane)) readPictures();
}

void AnatomyView::readSystem() {
  const auto data = shown_.data();
  const Params params = shown_.opened().empty() ? shown_.params() : shown_.paramsThen();
  canvas_->setAnatomy(anatomyOf(params, data ? data->kind() : ImageKind()));
  for (const AnatomyPart& part : canvas_->anatomy().parts)
    canvas_->box(part.kind)->setPart(part, titleOf(part), helpOf(part));
  readValues();
}

// What is typed is of the next run, or of the one that goes on where it can be turned; of a run that is looked at it
// is as it was.
void AnatomyView::readValues() {
  const bool past = !shown_.opened().empty();
  const Params values = past ? shown_.paramsThen() : shown_.wished();
  const auto data = shown_.data();
  const Anatomy wished = anatomyOf(values, data ? data->kind() : ImageKind());
  const auto value = [&values](const std::string& key) {
    return QString::fromStdString(paramText(values, paramRow(key))).replace(u',', QStringLiteral(", "));
  };
  for (const AnatomyPart& part : canvas_->anatomy().parts) {
    PartBox* box = canvas_->box(part.kind);
    for (const std::string& key : part.dials) box->setValue(key, value(key), past);
    const AnatomyPart* then = wished.part(part.kind);
    if (!part.widths.empty()) box->setWidths(then ? then->widths : part.widths, part.widths, past || !then);
  }
  for (const AnatomyFlow& flow : canvas_->anatomy().flows)
    if (ValueHandle* handle = canvas_->weight(flow.weightKey)) handle->setValue(value(flow.weightKey), past);
}

Phase AnatomyView::phaseThen() const {
  Phase phase = shown_.opened().empty() && !shown_.step() ? shown_.phase() : Phase::Pretrain;
  if (shown_.opened().empty() && !shown_.step()) return phase;
  for (const Event& event : shown_.trace().events)
    if (event.kind == Event::Kind::Phase && event.step <= shown_.step().value_or(shown_.trace().last))
      phase = phaseNamed(event.key).value_or(phase);
  return phase;
}

void AnatomyView::readFigures() {
  const Phase phase = phaseThen();
  canvas_->setPhase(phase);
  const bool live = shown_.opened().empty() && !shown_.step();
  canvas_->setMoving(live && running_);
  const Learners learners = learnersIn(phase, adversaryInfo(shown_.params().adversary));
  for (const AnatomyPart& part : canvas_->anatomy().parts) {
    const bool known = shown_.begun() && part.learns != Phases();
    const auto doing = !known                   ? PartBox::Doing::Nothing
                       : part.learns.has(phase) ? PartBox::Doing::Learning
                                                : PartBox::Doing::Resting;
    canvas_->box(part.kind)->setState(doing, figuresOf(part));
  }
  for (const auto& [who, button] : steps_) {
    const bool learns = who == Learning::Classifiers ? learners.classifiers
                        : who == Learning::Generator ? learners.generator
                                                     : learners.discriminator;
    button->setEnabled(canStep_ && live && learns);
  }
  canvas_->place();
}

QString AnatomyView::figuresOf(const AnatomyPart& part) const {
  if (part.kind == Kind::Data) {
    const auto data = shown_.data();
    return data ? QString::fromStdString(data->name) : QString();
  }
  if (!part.loss) return {};
  QStringList lines;
  const Trace& trace = shown_.trace();
  const int64_t until = shown_.step().value_or(trace.last);
  const auto end = std::ranges::upper_bound(trace.points, until, {}, &MetricPoint::step);
  const auto last = [&](Metric metric) -> std::optional<double> {
    for (auto at = end; at != trace.points.begin();) {
      --at;
      if (at->step < until - 2000) break;
      if (at->metric == metric && (at->lane == shown_.lane() || !metricRow(metric).perLane)) return at->value;
    }
    return {};
  };
  const auto add = [&](Metric metric) {
    if (const auto value = last(metric)) lines << QStringLiteral("%1  %2").arg(label(metric), localNumber(*value));
  };
  if (part.learns.has(phaseThen())) {
    if (part.kind == Kind::Classifier)
      for (const Metric metric : {Metric::L, Metric::LambdaLAdv}) add(metric);
    add(*part.loss);
  }
  if (part.kind == Kind::Classifier)
    if (const QString lanes = laneFigures(); !lanes.isEmpty()) lines << lanes;
  return lines.join(u'\n');
}

// The last evaluation: clean, and under the attack that stands for robustness.
QString AnatomyView::laneFigures() const {
  const Trace& trace = shown_.trace();
  const Metric main = mainAttackOf(trace.accuracies);
  const int64_t until = shown_.step().value_or(trace.last);
  std::vector<std::optional<double>> clean(trace.lambdas.size()), robust(trace.lambdas.size());
  size_t missing = 2 * trace.lambdas.size();
  for (auto at = std::ranges::upper_bound(trace.points, until, {}, &MetricPoint::step);
       missing > 0 && at != trace.points.begin();) {
    --at;
    if (at->metric != Metric::Clean && at->metric != main) continue;
    auto& list = at->metric == Metric::Clean ? clean : robust;
    if (size_t(at->lane) >= list.size() || list[size_t(at->lane)]) continue;
    list[size_t(at->lane)] = at->value;
    --missing;
  }
  QStringList lines;
  for (size_t k = 0; k < std::min(trace.lambdas.size(), kMostLanes); ++k) {
    if (!clean[k]) continue;
    QString line = trace.lambdas.size() > 1 ? lambdaName(trace.lambdas[k]) + QStringLiteral(":  ") : QString();
    line += percentText(*clean[k]);
    if (robust[k] && main != Metric::Clean) line += QStringLiteral(" / ") + percentText(*robust[k]);
    lines << line;
  }
  if (lines.isEmpty()) return {};
  lines.prepend(main == Metric::Clean
                    ? shortLabel(Metric::Clean)
                    : shortLabel(Metric::Clean) + QStringLiteral(" / ") + shortLabel(main, trace.accuracies));
  return lines.join(u'\n');
}

void AnatomyView::readPictures() {
  const auto box = [this](Kind kind) { return canvas_->box(kind); };
  if (const auto data = shown_.data()) {
    const std::vector<QImage> real = someOf(data->test);
    if (box(Kind::Data)) box(Kind::Data)->setPictures(real, {});
    canvas_->setTravellers(What::Real, real);
  }
  const auto samples = shown_.samples();
  const auto pairs = shown_.pairs();
  const std::vector<QImage> made = samples ? someOf(samples->images) : std::vector<QImage>();
  const std::vector<QImage> attacked = pairs ? someOf(pairs->adversarial) : std::vector<QImage>();
  const bool attack = box(Kind::Attack);
  if (box(Kind::Generator)) box(Kind::Generator)->setPictures(made, {});
  if (attack) box(Kind::Attack)->setPictures(attacked, pairs ? attackLabel(pairs->attack) : QString());
  canvas_->setTravellers(What::Made, made);
  canvas_->setTravellers(What::Adversarial, attack ? attacked : made);
  canvas_->place();
}

QString AnatomyView::titleOf(const AnatomyPart& part) const {
  switch (part.kind) {
    case Kind::Data:
      return tr("Data");
    case Kind::Teacher:
      return tr("Teacher");
    case Kind::Generator:
      return tr("Generator G");
    case Kind::Discriminator:
      return tr("Discriminator D");
    case Kind::Attack:
      return label(adversaryInfo(shown_.params().adversary));
    case Kind::Classifier:
      return shown_.params().lambda.size() > 1 ? tr("Classifiers f, %1").arg(shown_.params().lambda.size())
                                               : tr("Classifier f");
  }
  return {};
}

QStringList AnatomyView::helpOf(const AnatomyPart& part) const {
  QStringList paragraphs{text(part.meaning)};
  if (part.kind == Kind::Generator || part.kind == Kind::Attack)
    paragraphs << help(adversaryInfo(shown_.params().adversary));
  if (!part.widths.empty())
    paragraphs << tr(
        "The bars are its layers, what it is given first. − and + halve and double a hidden one; that "
        "holds from the next start, until then it is marked *.");
  return paragraphs;
}

QImage AnatomyView::image(double scale) const {
  QImage picture((QSizeF(canvas_->size()) * scale).toSize(), QImage::Format_RGB32);
  picture.setDevicePixelRatio(scale);
  picture.fill(palette().color(QPalette::Window));
  canvas_->render(&picture);
  return picture;
}

void AnatomyView::changeEvent(QEvent* event) {
  ViewPage::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    readSystem();
    readFigures();
  }
  if (event->type() == QEvent::PaletteChange && canvas_) readPictures();
}

void AnatomyView::showEvent(QShowEvent* event) {
  ViewPage::showEvent(event);
  read(std::exchange(missed_, {}) | Shown::Run);
}

void AnatomyView::retranslate() {
  header().setHelp(
      tr("About the anatomy"),
      {tr("The system that is set, as it trains. Images move along the arrows of the phase that goes on; the others "
          "are faint. An arrow is the wider the more it counts, that of the adversarial images by λ."),
       tr("Pull a name, or type: λ, β and the rates act at once, widths with the next start. A title shows the part's "
          "parameters, its ? what it does."),
       tr("A step of one alone lets only that one learn, while the training is paused: so is seen what each does to "
          "the other. Slow motion changes no figure, only the time between steps.")});
  const std::pair<QString, QString> names[] = {
      {tr("Step %1").arg(QLatin1Char('D')), tr("One step in which the discriminator alone learns")},
      {tr("Step %1").arg(QLatin1Char('G')), tr("One step in which the generator alone learns")},
      {tr("Step %1").arg(QLatin1Char('f')), tr("One step in which the classifiers alone learn")}};
  for (size_t i = 0; i < steps_.size(); ++i) {
    steps_[i].second->setText(names[i].first);
    steps_[i].second->setToolTip(names[i].second);
    steps_[i].second->setAccessibleName(names[i].second);
  }
  pace_->setAccessibleName(tr("Speed"));
  pace_->setToolTip(tr("Slow motion, to be watched: it changes no figure"));
  for (size_t i = 0; i < kPaces.size(); ++i)
    pace_->setItemText(int(i), kPaces[i] == 0 ? tr("full speed") : tr("%1 steps/s").arg(kPaces[i]));
}

}  // namespace sparring::ui
