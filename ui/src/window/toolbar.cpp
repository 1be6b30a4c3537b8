#include "window/toolbar.h"
#include "library/runcells.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include "base/icons.h"
#include "base/text.h"
#include "widgets/lanepicker.h"
#include "widgets/livetext.h"
#include "window/actions.h"

namespace sparring::ui {
namespace {

constexpr int kIcon = 20;
constexpr double kWordsFrom = 88;  ///< width, in heights of the font, with room for words beside every icon

}  // namespace

ToolBar::ToolBar(Actions& actions, QWidget* parent) : QToolBar(parent), actions_(actions) {
  setObjectName("toolbar");
  setMovable(false);
  setIconSize({kIcon, kIcon});
  addAction(actions.start);
  start_ = qobject_cast<QToolButton*>(widgetForAction(actions.start));
  start_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  start_->setObjectName("start");  // lessons point at these by their names
  addAction(actions.newRun);
  qobject_cast<QToolButton*>(widgetForAction(actions.newRun))->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  for (auto* action : {actions.step, actions.stop, actions.former}) addAction(action);
  addSeparator();

  auto* presetMenu = new QMenu(this);
  presetMenu->setToolTipsVisible(true);
  presetMenu->addActions(actions.presetMenu);
  presets_ = menuButton(presetMenu);
  presets_->setObjectName("preset");
  presets_->setIcon(icon(Glyph::Preset));
  presets_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  addSeparator();

  auto* laneChoice = new QWidget(this);
  lanesLabel_ = new QLabel(laneChoice);
  lanes_ = new LanePicker(laneChoice);
  lanes_->setObjectName("lanes");
  lanesLabel_->setBuddy(lanes_);
  auto* laneRow = new QHBoxLayout(laneChoice);
  laneRow->setContentsMargins(4, 0, 4, 0);
  laneRow->addWidget(lanesLabel_);
  laneRow->addWidget(lanes_);
  laneChoice_ = addWidget(laneChoice);
  laneChoice_->setVisible(false);
  connect(lanes_, &LanePicker::laneChosen, this, &ToolBar::laneChosen);

  deviceLabel_ = new QLabel(this);
  deviceLabel_->setContentsMargins(4, 0, 4, 0);
  device_ = new QComboBox(this);
  device_->setFocusPolicy(Qt::StrongFocus);
  device_->addItem(QString(), "auto");
  for (const auto& device : availableDevices()) device_->addItem(QString(), QString::fromStdString(device));
  deviceLabel_->setBuddy(device_);
  const bool choice = availableDevices().size() > 1;  // else it only takes the room of what matters
  for (QWidget* widget : {static_cast<QWidget*>(deviceLabel_), static_cast<QWidget*>(device_)})
    addWidget(widget)->setVisible(choice);
  connect(device_, &QComboBox::activated, this, [this] { Q_EMIT deviceChosen(device_->currentData().toString()); });

  auto* spacer = new QWidget(this);
  spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  addWidget(spacer);
  figures_ = new LiveText(this);
  figures_->setContentsMargins(8, 0, 8, 0);
  addWidget(figures_);
  addSeparator();
  auto* languageMenu = new QMenu(this);
  languageMenu->addActions(actions.languages->actions());
  languages_ = menuButton(languageMenu);
  languages_->setIcon(icon(Glyph::Language));
  auto* themeMenu = new QMenu(this);
  themeMenu->addActions(actions.themes->actions());
  themes_ = menuButton(themeMenu);
  themes_->setIcon(icon(Glyph::Theme));
  retranslate();
}

QToolButton* ToolBar::menuButton(QMenu* menu) {
  auto* button = new QToolButton(this);
  button->setMenu(menu);
  button->setPopupMode(QToolButton::InstantPopup);
  button->setFocusPolicy(Qt::StrongFocus);
  addWidget(button);
  return button;
}

void ToolBar::setPreset(const std::string& shown, const std::string& wished) {
  if (wished == preset_ && shown == shownPreset_) return;
  shownPreset_ = shown;
  preset_ = wished;
  namePreset();
  for (auto* action : actions_.presets->actions())
    if (action->data().toString().toStdString() == wished) action->setChecked(true);
}

void ToolBar::namePreset() {
  const bool coming = !shownPreset_.empty() && shownPreset_ != preset_;
  presets_->setText(coming ? tr("Next run: %1").arg(presetTitle(preset_)) : presetTitle(preset_));
}

void ToolBar::setLanes(const std::vector<double>& lambdas, int lane) {
  lanes_->setLambdas(lambdas);
  lanes_->setLane(lane);
  laneChoice_->setVisible(lambdas.size() > 1);
}

void ToolBar::setDevice(const std::string& device) {
  const QString name = QString::fromStdString(device);
  if (device_->currentData().toString() == name) return;
  // a settings file may name a device that this machine has not: it is shown all the same
  if (device_->findData(name) < 0) device_->addItem(name.toUpper(), name);
  device_->setCurrentIndex(device_->findData(name));
}

void ToolBar::setFigures(const Update& update) {
  past_.reset();
  figuresOf_.step = update.step;
  figuresOf_.stepsPerEpoch = update.stepsPerEpoch;
  figuresOf_.samplesPerSecond = update.state == State::Running ? update.samplesPerSecond : 0;
  tellFigures();
}

void ToolBar::setPast(int64_t step, int64_t last) {
  past_ = {step, last};
  tellFigures();
}

void ToolBar::tellFigures() {
  if (past_) {
    figures_->setText(tr("step %1 of %2").arg(stepText(past_->first), stepText(past_->second)));
    return;
  }
  const double epoch = figuresOf_.stepsPerEpoch > 0
                           ? static_cast<double>(figuresOf_.step) / static_cast<double>(figuresOf_.stepsPerEpoch)
                           : 0;
  QString text = tr("step %1 · epoch %2").arg(stepText(figuresOf_.step), QLocale().toString(epoch, 'f', 1));
  if (figuresOf_.samplesPerSecond > 0)
    text += QString::fromUtf8(" · ") + tr("%1 samples/s").arg(QLocale().toString(figuresOf_.samplesPerSecond, 'f', 0));
  figures_->setText(text);
}

void ToolBar::changeEvent(QEvent* event) {
  QToolBar::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && themes_) retranslate();
}

void ToolBar::resizeEvent(QResizeEvent* event) {
  QToolBar::resizeEvent(event);
  const bool words = width() >= kWordsFrom * fontMetrics().height();
  for (auto* button : {languages_, themes_})
    button->setToolButtonStyle(words ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void ToolBar::retranslate() {
  setWindowTitle(tr("Toolbar"));
  deviceLabel_->setText(tr("Device"));
  device_->setItemText(0, tr("automatic"));
  for (int i = 1; i < device_->count(); ++i) device_->setItemText(i, device_->itemData(i).toString().toUpper());
  device_->setToolTip(tr("What the next run trains on"));
  device_->setAccessibleName(tr("Device"));
  presets_->setToolTip(tr("Presets: ready-made settings"));
  presets_->setAccessibleName(tr("Preset"));
  languages_->setText(tr("Language"));
  languages_->setToolTip(tr("Choose the language of the window"));
  languages_->setAccessibleName(tr("Language"));
  themes_->setText(tr("Theme"));
  themes_->setToolTip(tr("Choose light or dark colours"));
  themes_->setAccessibleName(tr("Theme"));
  lanesLabel_->setText(tr("Showing"));
  lanes_->setToolTip(tr("Whose pictures, errors and verdicts are shown, on every page"));
  lanes_->setAccessibleName(tr("The classifier that is shown"));
  if (!preset_.empty()) namePreset();
  tellFigures();
}

}  // namespace sparring::ui
