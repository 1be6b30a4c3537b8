#include "robustness/robustview.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QToolButton>
#include <algorithm>

#include "base/attacktext.h"
#include "base/text.h"
#include "measure/examiner.h"
#include "robustness/assessmentcsv.h"
#include "robustness/comparisonbar.h"
#include "robustness/measurebar.h"
#include "robustness/robustfigures.h"
#include "shown/shown.h"
#include "widgets/flowlayout.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr QSize kExportSize(960, 560);
constexpr const char* kCorruptions = "corruptions";
constexpr const char* kFirst = "pgd";  ///< many steps: the attack that tells most

/// What there is to choose from, in the order of the full suite.
std::vector<std::string> attackNames() {
  std::vector<std::string> names;
  for (const Probe& probe : Suite::full().probes) {
    const AttackInfo& info = attackInfo(probe.attack.name);
    if (!info.corruption() && !info.diagnostic) names.push_back(info.name);
  }
  return names;
}

bool measured(const std::vector<ComparedLane>& lanes, const std::string& attack) {
  return std::ranges::any_of(lanes, [&](const ComparedLane& one) {
    const Curve* curve = one.lane->curve(attack);
    return curve && !curve->points.empty();
  });
}

}  // namespace

RobustView::RobustView(Shown& shown, QWidget* parent) : ViewPage(parent), shown_(shown), chosen_(kFirst) {
  figure_ =
      new FigureView([this](QSizeF size, const QFont& font, theme::Tone tone) { return make(size, font, tone); }, this);
  compared_ = new ComparisonBar(shown_, this);
  makeChips();
  header().setLead(chips_);
  addRow(new MeasureBar(shown_.examiner(), this));
  addRow(compared_);
  addContent(figure_);
  copyPicture_ = new QAction(figure_);
  copyPicture_->setShortcut(QKeySequence::Copy);
  copyPicture_->setShortcutContext(Qt::WidgetShortcut);
  figure_->addAction(copyPicture_);
  exportPicture_ = new QAction(figure_);
  figure_->addAction(exportPicture_);
  connect(exportPicture_, &QAction::triggered, this, [this] { Q_EMIT exportAsked(QStringLiteral("robustness")); });
  figure_->setContextMenuPolicy(Qt::ActionsContextMenu);
  addExports();
  connect(copyPicture_, &QAction::triggered, this, &RobustView::copyPicture);
  connect(&shown_, &Shown::changed, this, [this](Shown::What what) {
    if (what & (Shown::Assessment | Shown::Lane)) refresh();
  });
  retranslate();
}

void RobustView::addExports() {
  header().addDrawing({QStringLiteral("robustness"), [] { return tr("Picture…"); }, kExportSize,
                       [this](QPaintDevice& device, QSize size) { figure_->paintTo(device, size, theme::Tone::Light); },
                       [this] { return QStringLiteral("robustness-") + QString::fromStdString(chosen_); }});
  header().addTable(QStringLiteral("robustness"),
                    [this] { return assessmentCsv(shown_.assessment(), shown_.pinned()); });
  header().addCommand([] { return tr("Copy the picture"); }, [this] { copyPicture(); });
}

void RobustView::makeChips() {
  chips_ = new QWidget(&header());
  auto* flow = new FlowLayout(chips_);
  flow->setContentsMargins(0, 0, 0, 0);
  flow->setSpacing(fontMetrics().height() / 4);
  choice_ = new QButtonGroup(this);
  std::vector<std::string> names = attackNames();
  names.push_back(kCorruptions);
  for (const std::string& name : names) {
    auto* chip = new QToolButton(chips_);
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setCheckable(true);
    chip->setChecked(name == chosen_);
    chip->setObjectName(QString::fromStdString(name));
    choice_->addButton(chip);
    chips_->layout()->addWidget(chip);
  }
  connect(choice_, &QButtonGroup::buttonClicked, this,
          [this](QAbstractButton* button) { choose(button->objectName().toStdString()); });
}

QToolButton* RobustView::chip(const std::string& name) const {
  return chips_->findChild<QToolButton*>(QString::fromStdString(name));
}

void RobustView::choose(const std::string& name) {
  auto* button = chip(name);
  if (!button) return;
  button->setChecked(true);
  chosen_ = name;
  setHelp();
  refresh();
}

// While everything is measured again, an attack's curves stay until its new ones are there.
StrengthContent RobustView::strengths() const {
  const auto arriving = shown_.arrivingLanes();
  if (measured(arriving, chosen_)) return strengthContent(arriving, shown_.baseline(), chosen_);
  auto content = strengthContent(shown_.lanes(), shown_.baseline(), chosen_);
  content.outdated = !arriving.empty();
  if (content.outdated && !content.lines.empty()) content.note = outdatedNote();
  return content;
}

// All bars or none: those of two measurements are not to be compared.
std::optional<CorruptionContent> RobustView::corruptions() const {
  const auto trained = shown_.trained();
  if (!trained) return {};
  auto content = corruptionContent(*trained, shown_.baseline());
  if (shown_.arriving()) content.note = outdatedNote();
  return content;
}

QString RobustView::outdatedNote() const {
  return tr("step %1 · being measured again").arg(stepText(qint64(shown_.assessment()->step)));
}

std::unique_ptr<Figure> RobustView::make(QSizeF size, const QFont& font, theme::Tone tone) const {
  if (chosen_ == kCorruptions) {
    auto content = corruptions();
    return content ? std::make_unique<CorruptionFigure>(std::move(*content), size, font, tone) : nullptr;
  }
  auto content = strengths();
  return content.lines.empty() ? nullptr : std::make_unique<StrengthFigure>(std::move(content), size, font, tone);
}

void RobustView::refresh() {
  compared_->setVisible(chosen_ == kCorruptions);
  const auto lanes = shown_.lanes(), arriving = shown_.arrivingLanes();
  for (QAbstractButton* button : choice_->buttons()) {
    const std::string name = button->objectName().toStdString();
    QFont font = chips_->font();
    // italic: it can be chosen all the same, what is shown then says how to get it
    font.setItalic(name != kCorruptions && !measured(lanes, name) && !measured(arriving, name));
    button->setFont(font);
  }
  header().setExportEnabled(!figure_->empty());
  figure_->renew();
  if (figure_->empty())
    showWords();
  else
    showContent(figure_);
}

QString RobustView::words() const {
  if (shown_.lanes().empty() && !shown_.arriving())
    return tr("Once the classifier has been measured, this shows how often it is still right under attacks of growing "
              "strength.") +
           u'\n' + standing();
  const QString name = chosen_ == kCorruptions ? tr("Corruptions") : attackName(chosen_);
  return shown_.examiner().measuringAll() ? tr("%1: not measured yet.").arg(name) + u'\n' + standing()
                                          : tr("%1 was not measured here. \"Measure all\" does it.").arg(name);
}

void RobustView::copyPicture() {
  QApplication::clipboard()->setImage(figure_->picture(kExportSize, 2, theme::Tone::Light));
}

QByteArray RobustView::saveState() const {
  return QJsonDocument(QJsonObject{{"chosen", QString::fromStdString(chosen_)}}).toJson(QJsonDocument::Compact);
}

void RobustView::restoreState(const QByteArray& state) {
  choose(QJsonDocument::fromJson(state).object()["chosen"].toString().toStdString());
}

void RobustView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void RobustView::setHelp() {
  const QString name = tr("What the figures tell");
  if (chosen_ == kCorruptions)
    return header().setHelp(
        name, {tr("Corruptions know nothing of the classifier: noise, loss of contrast, too much light, each at "
                  "five levels. The pale bar is the baseline, the whiskers are 95 % intervals."),
               tr("Training on attacks often helps here too, and where two whiskers overlap widely it did not.")});
  header().setHelp(name,
                   {tr("ε is how far an attack may change each pixel; 1 is from paper to ink. At 0 stands the clean "
                       "accuracy, the dotted line is what guessing reaches, the whiskers are 95 % intervals."),
                    tr("FGSM takes one step uphill on the loss, PGD and CW take many and find what one step misses: "
                       "believe the lowest curve. Square sees only the outputs, Transfer was built against another "
                       "classifier; neither should do better than PGD."),
                    tr("An honest curve falls to zero as ε grows, for at 0.5 every image can be made plain grey. One "
                       "that does not fall tells that the attack was blinded, not withstood.")});
}

/// Scripts differ in height: all chips are as tall as the tallest.
void RobustView::level() {
  int height = 0;
  for (QAbstractButton* button : choice_->buttons()) {
    button->setMinimumHeight(0);
    height = std::max(height, button->sizeHint().height());
  }
  for (QAbstractButton* button : choice_->buttons()) button->setMinimumHeight(height);
}

void RobustView::retranslate() {
  for (QAbstractButton* button : choice_->buttons()) {
    const std::string name = button->objectName().toStdString();
    const bool bars = name == kCorruptions;
    button->setText(bars ? tr("Corruptions") : attackName(name));
    button->setToolTip(bars ? tr("Accuracy under noise, contrast and brightness, level by level")
                            : tr("Accuracy against the strength of %1").arg(attackName(name)));
  }
  level();
  header().setExportTip(tr("Write or copy the picture and its figures"));
  copyPicture_->setText(tr("Copy the picture"));
  exportPicture_->setText(tr("Export…"));
  figure_->setAccessibleName(tr("Robustness"));
  setHelp();
  refresh();
}

}  // namespace sparring::ui
