#include "walk/walkbars.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "base/icons.h"
#include "base/text.h"
#include "widgets/flowlayout.h"

namespace sparring::ui {
namespace {

constexpr double kZoomOfButton = 1.5;

QComboBox* choice(QWidget* parent) {
  auto* box = new QComboBox(parent);
  box->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // in any language
  return box;
}

QToolButton* button(QWidget* parent, const QString& text = {}) {
  auto* button = new QToolButton(parent);
  button->setText(text);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

FlowLayout* flow(QWidget* row, const QList<QWidget*>& controls) {
  auto* layout = new FlowLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(row->fontMetrics().height() / 4);
  for (QWidget* control : controls) layout->addWidget(control);
  return layout;
}

void named(QWidget* widget, const QString& what) {
  widget->setToolTip(what);
  widget->setAccessibleName(what);
}

/// Fills in the classes; what was chosen stays chosen where it is still there.
void offerClasses(QComboBox& box, const ImageKind& kind, const QString& text) {
  const QSignalBlocker quiet(box);
  const int chosen = box.currentData().toInt();
  box.clear();
  for (int c = 0; c < kind.classes; ++c) box.addItem(text.arg(className(kind, c)), c);
  box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

void chooseQuietly(QComboBox& box, int data) {
  const QSignalBlocker quiet(box);
  box.setCurrentIndex(std::max(0, box.findData(data)));
}

}  // namespace

PlaneBar::PlaneBar(QWidget* parent) : QWidget(parent) {
  classes_ = choice(this);
  shades_ = choice(this);
  farther_ = button(this, QStringLiteral("−"));
  closer_ = button(this, QStringLiteral("+"));
  directions_ = button(this);
  latent_ = button(this);
  flow(this, {classes_, shades_, farther_, closer_, directions_, latent_});
  connect(classes_, &QComboBox::currentIndexChanged, this, &PlaneBar::wantedChosen);
  connect(shades_, &QComboBox::currentIndexChanged, this, [this] {
    wish_ = shade();
    Q_EMIT shadeChosen();
  });
  connect(closer_, &QToolButton::clicked, this, [this] { Q_EMIT zoomed(kZoomOfButton); });
  connect(farther_, &QToolButton::clicked, this, [this] { Q_EMIT zoomed(1 / kZoomOfButton); });
  connect(directions_, &QToolButton::clicked, this, &PlaneBar::directionsAsked);
  connect(latent_, &QToolButton::clicked, this, &PlaneBar::latentAsked);
  retranslate();
}

void PlaneBar::setTraits(const GeneratorTraits& traits, const ImageKind& kind) {
  traits_ = traits;
  kind_ = kind;
  classes_->setVisible(traits.conditional);
  retranslate();
}

int PlaneBar::wanted() const { return classes_->currentData().toInt(); }
void PlaneBar::setWanted(int wanted) { chooseQuietly(*classes_, wanted); }
Shade PlaneBar::shade() const { return Shade(shades_->currentData().toInt()); }
void PlaneBar::setShade(Shade shade) {
  wish_ = shade;
  offerShades();
}

void PlaneBar::offerShades() {
  const QSignalBlocker quiet(shades_);
  shades_->clear();
  shades_->addItem(tr("Ground: plain"), int(Shade::Plain));
  shades_->addItem(tr("Ground: verdict"), int(Shade::Verdict));
  if (traits_.scale) shades_->addItem(tr("Ground: D's score"), int(Shade::Score));
  if (traits_.conditional || traits_.namer) shades_->addItem(tr("Ground: fools f"), int(Shade::Fools));
  const int wished = shades_->findData(int(wish_));
  shades_->setCurrentIndex(wished >= 0 ? wished : shades_->findData(int(Shade::Verdict)));
}

void PlaneBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PlaneBar::retranslate() {
  offerClasses(*classes_, kind_, kind_.digits ? tr("Digit: %1") : tr("Class: %1"));
  offerShades();
  directions_->setText(tr("New directions"));
  latent_->setText(tr("New start"));
  named(classes_, tr("The class that is asked for everywhere on the plane"));
  named(shades_, tr("What the ground behind the images tells"));
  named(farther_, tr("More of the latents: images less alike (−, or the wheel)"));
  named(closer_, tr("Less of the latents: images alike (+, or the wheel)"));
  named(directions_, tr("Two other directions through the same middle"));
  named(latent_, tr("Another latent in the middle"));
}

MorphBar::MorphBar(QWidget* parent) : QWidget(parent) {
  from_ = choice(this);
  to_ = choice(this);
  play_ = button(this);
  play_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  other_ = button(this);
  flow(this, {from_, to_, play_, other_});
  connect(from_, &QComboBox::currentIndexChanged, this, &MorphBar::endsChosen);
  connect(to_, &QComboBox::currentIndexChanged, this, &MorphBar::endsChosen);
  connect(play_, &QToolButton::clicked, this, &MorphBar::playAsked);
  connect(other_, &QToolButton::clicked, this, &MorphBar::otherAsked);
  retranslate();
}

void MorphBar::setKind(const ImageKind& kind) {
  if (kind == kind_) return;
  kind_ = kind;
  retranslate();
}

int MorphBar::from() const { return from_->currentData().toInt(); }
int MorphBar::to() const { return to_->currentData().toInt(); }

void MorphBar::setEnds(int from, int to) {
  chooseQuietly(*from_, from);
  chooseQuietly(*to_, to);
}

void MorphBar::showPlaying(bool playing) {
  if (playing == playing_) return;
  playing_ = playing;
  retranslate();
}

void MorphBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) play_->setIcon(icon(playing_ ? Glyph::Pause : Glyph::Start));
}

void MorphBar::retranslate() {
  offerClasses(*from_, kind_, tr("Morph: from %1"));
  offerClasses(*to_, kind_, tr("to %1"));
  play_->setIcon(icon(playing_ ? Glyph::Pause : Glyph::Start));
  play_->setText(playing_ ? tr("Pause") : tr("Play"));
  other_->setText(tr("Another pair"));
  named(from_, tr("The class that the morph begins with"));
  named(to_, tr("The class that it ends with"));
  named(play_, tr("Goes there and back again (Enter on the strip)"));
  named(other_, tr("Other images of these two classes"));
}

}  // namespace sparring::ui
