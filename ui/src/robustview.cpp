#include "robustview.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWhatsThis>
#include <algorithm>

#include "assessmentcsv.h"
#include "attacktext.h"
#include "comparison.h"
#include "comparisonbar.h"
#include "exambar.h"
#include "examiner.h"
#include "export.h"
#include "flowlayout.h"
#include "robustfigures.h"
#include "text.h"

namespace sparring {
namespace {

constexpr QSize kExportSize(960, 560);
constexpr const char* kCorruptions = "corruptions";
constexpr const char* kFirst = "pgd";  ///< many steps: the attack that tells most

QToolButton* makeButton(QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

/// What there is to choose from, in the order of the full suite.
std::vector<std::string> attackNames() {
  std::vector<std::string> names;
  for (const Probe& probe : Suite::full().probes)
    if (isAttack({probe.attack, probe.key, {}}) && !attackInfo(probe.attack.name).diagnostic)
      names.push_back(probe.attack.name);
  return names;
}

}  // namespace

RobustView::RobustView(Examiner& examiner, Comparison& comparison, QWidget* parent)
    : QWidget(parent), examiner_(examiner), comparison_(comparison), chosen_(kFirst) {
  figure_ =
      new FigureView([this](QSizeF size, const QFont& font, theme::Tone tone) { return make(size, font, tone); }, this);
  setFocusProxy(figure_);
  compared_ = new ComparisonBar(comparison_, examiner_, this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  layout->addWidget(new ExamBar(examiner_, this));
  layout->addWidget(makeControls());
  layout->addWidget(compared_);
  layout->addWidget(figure_, 1);
  copyPicture_ = new QAction(figure_);
  copyPicture_->setShortcut(QKeySequence::Copy);
  copyPicture_->setShortcutContext(Qt::WidgetShortcut);
  figure_->addAction(copyPicture_);
  figure_->setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(copyPicture_, &QAction::triggered, this, &RobustView::copyPicture);
  connect(&comparison_, &Comparison::changed, this, &RobustView::refresh);
  retranslate();
}

QWidget* RobustView::makeControls() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  chips_ = new QWidget(row);
  auto* flow = new FlowLayout(chips_);
  flow->setContentsMargins(0, 0, 0, 0);
  flow->setSpacing(fontMetrics().height() / 4);
  layout->addWidget(chips_, 1);
  why_ = makeButton(row);
  why_->setText(QStringLiteral("?"));
  layout->addWidget(why_, 0, Qt::AlignTop);
  export_ = makeButton(row);
  export_->setPopupMode(QToolButton::InstantPopup);
  layout->addWidget(export_, 0, Qt::AlignTop);
  makeChips();
  connect(why_, &QToolButton::clicked, this,
          [this] { QWhatsThis::showText(why_->mapToGlobal(QPoint(0, why_->height())), explanation(), why_); });
  return row;
}

void RobustView::makeChips() {
  choice_ = new QButtonGroup(this);
  std::vector<std::string> names = attackNames();
  names.push_back(kCorruptions);
  for (const std::string& name : names) {
    auto* chip = makeButton(chips_);
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
  refresh();
}

bool RobustView::measured(const std::string& attack) const {
  const auto lanes = comparison_.lanes();
  return std::ranges::any_of(lanes, [&](const Contender& one) {
    const Curve* curve = one.lane->curve(attack);
    return curve && !curve->points.empty();
  });
}

std::unique_ptr<Figure> RobustView::make(QSizeF size, const QFont& font, theme::Tone tone) const {
  if (chosen_ == kCorruptions) {
    const auto trained = comparison_.trained();
    if (!trained) return {};
    return std::make_unique<CorruptionFigure>(corruptionContent(*trained, comparison_.baseline()), size, font, tone);
  }
  auto content = strengthContent(comparison_.lanes(), comparison_.baseline(), chosen_);
  if (content.lines.empty()) return {};
  return std::make_unique<StrengthFigure>(std::move(content), size, font, tone);
}

void RobustView::refresh() {
  compared_->setVisible(chosen_ == kCorruptions);
  figure_->setEmptyText(comparison_.lanes().empty()
                            ? tr("How often the classifier is still right under attacks of growing strength. It is "
                                 "measured while the training runs and when it ends; an opened run when you press "
                                 "\"Measure all\".")
                            : tr("%1 was not measured here. \"Measure all\" does it.").arg(attackName(chosen_)));
  for (QAbstractButton* button : choice_->buttons()) {
    const std::string name = button->objectName().toStdString();
    const bool known = name == kCorruptions || measured(name);
    QFont font = chips_->font();
    font.setItalic(!known);  // it can be chosen all the same: what is shown then says how to get it
    button->setFont(font);
  }
  figure_->renew();
}

void RobustView::copyPicture() {
  QApplication::clipboard()->setImage(figure_->picture(kExportSize, 2, theme::Tone::Light));
}

void RobustView::exportPicture() {
  const QString path = askExportPath(this, QStringLiteral("robustness-") + QString::fromStdString(chosen_), true);
  if (path.isEmpty()) return;
  try {
    writeDrawing(path, kExportSize,
                 [this](QPaintDevice& device, QSize size) { figure_->paintTo(device, size, theme::Tone::Light); });
  } catch (const Error& error) {
    Q_EMIT failed(text(error));
  }
}

void RobustView::exportTable() {
  const QString path = askTablePath(this, QStringLiteral("robustness"));
  if (path.isEmpty()) return;
  try {
    const auto* pinned = examiner_.baseline();
    writeWhole(path, assessmentCsv(examiner_.assessment(), pinned ? pinned->assessment : Assessed()).toUtf8());
  } catch (const Error& error) {
    Q_EMIT failed(text(error));
  }
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

QString RobustView::explanation() const {
  const auto paragraph = [](const QString& words) { return "<p>" + words.toHtmlEscaped() + "</p>"; };
  if (chosen_ == kCorruptions)
    return paragraph(tr("Corruptions know nothing of the classifier: noise, loss of contrast, too much light, each at "
                        "five levels. The pale bar is the baseline, the whiskers are 95 % intervals.")) +
           paragraph(tr("Training on attacks often helps here too, and where two whiskers overlap widely it did not."));
  return paragraph(tr("ε is how far an attack may change each pixel; 1 is from paper to ink. At 0 stands the clean "
                      "accuracy, the dotted line is what guessing reaches, the whiskers are 95 % intervals.")) +
         paragraph(tr("FGSM takes one step uphill on the loss, PGD and CW take many and find what one step misses: "
                      "believe the lowest curve. Square sees only the outputs, Transfer was built against another "
                      "classifier; neither should do better than PGD.")) +
         paragraph(tr("An honest curve falls to zero as ε grows, for at 0.5 every digit can be made plain grey. One "
                      "that does not fall tells that the attack was blinded, not withstood."));
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
  why_->setToolTip(explanation());
  why_->setAccessibleName(tr("What the figures tell"));
  export_->setText(tr("Export"));
  export_->setToolTip(tr("Write or copy the picture and its figures"));
  copyPicture_->setText(tr("Copy the picture"));
  if (auto* old = export_->menu()) old->deleteLater();
  auto* menu = new QMenu(export_);
  menu->addAction(tr("Picture…"), this, &RobustView::exportPicture);
  menu->addAction(tr("Figures as CSV…"), this, &RobustView::exportTable);
  menu->addSeparator();
  menu->addAction(copyPicture_->text(), this, &RobustView::copyPicture);
  export_->setMenu(menu);
  figure_->setAccessibleName(tr("Robustness"));
  refresh();
}

}  // namespace sparring
