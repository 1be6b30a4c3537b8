#include "gallery/digitdetail.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "base/attacktext.h"
#include "base/text.h"
#include "gallery/strengthstrip.h"
#include "widgets/pairsarea.h"

namespace sparring::ui {
namespace {

constexpr double kLargestPart = 11;  ///< of the pictures, in heights of the font
constexpr int kPoints = 21;          ///< strengths of the strip

}  // namespace

DigitDetail::DigitDetail(QWidget* parent) : QWidget(parent) {
  back_ = new QToolButton(this);
  back_->setFocusPolicy(Qt::TabFocus);
  read_ = new QToolButton(this);
  read_->setFocusPolicy(Qt::TabFocus);
  title_ = new QLabel(this);
  area_ = new PairsArea(this);
  area_->setLargestPart(kLargestPart);
  strip_ = new StrengthStrip(this);
  setFocusProxy(strip_);
  auto* head = new QHBoxLayout;
  head->addWidget(back_);
  head->addWidget(title_, 1);
  head->addWidget(read_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(head);
  column->addWidget(area_, 1);
  column->addWidget(strip_);
  connect(back_, &QToolButton::clicked, this, &DigitDetail::closed);
  connect(read_, &QToolButton::clicked, this, [this] { Q_EMIT readAsked(index_); });
  connect(strip_, &StrengthStrip::strengthAsked, this, &DigitDetail::strengthAsked);
  retranslate();
}

void DigitDetail::setSource(GalleryMaker make, std::vector<double> lambdas) {
  make_ = std::move(make);
  lambdas_ = std::move(lambdas);
  gallery_ = nullptr;  // of other networks, perhaps of other lanes
  sweep_ = {};
}

void DigitDetail::open(int64_t index, int lane, const AttackSpec& attack, double most) {
  if (index != index_) gallery_ = nullptr;
  index_ = index;
  lane_ = lane;
  attack_ = attack;
  most_ = most;
  picture_.drop();
  sweeper_.drop();
  sweep_ = {};
  strip_->setSweep(sweep_, lambdas_, strengthSymbol(attack.name, strengthKey(attack.name)));
  refresh();
  askPicture();
  askSweep();
}

void DigitDetail::setLane(int lane) {
  lane_ = lane;
  refresh();
}

void DigitDetail::setStrength(double strength) {
  attack_.values[strengthKey(attack_.name)] = strength;
  strip_->setStrength(strength, most_);
  askPicture();
}

void DigitDetail::askPicture() {
  if (!make_ || index_ < 0) return;
  picture_.ask([make = make_, attack = attack_, index = index_](const auto&) { return make(attack, {index}); },
               [this](Outcome<Gallery> outcome) {
                 if (outcome.error) {
                   Q_EMIT noticed(Notice::of(*outcome.error));
                   return;
                 }
                 gallery_ = std::make_shared<Gallery>(std::move(*outcome.value));
                 refresh();
                 Q_EMIT shown();
               });
}

void DigitDetail::askSweep() {
  if (!make_ || index_ < 0) return;
  sweeper_.ask([make = make_, attack = attack_, index = index_, most = most_](
                   const auto& stop) { return sparring::ui::sweep(make, attack, index, most, kPoints, stop); },
               [this](Outcome<StrengthSweep> outcome) {
                 if (!outcome.value) return;  // the picture has said why
                 sweep_ = std::move(*outcome.value);
                 strip_->setSweep(sweep_, lambdas_, strengthSymbol(attack_.name, strengthKey(attack_.name)));
                 refresh();
               });
}

void DigitDetail::refresh() {
  strip_->setStrength(attack_.values.empty() ? 0 : attack_.values.at(strengthKey(attack_.name)), most_);
  const bool ready = gallery_ && size_t(lane_) < gallery_->lanes.size();
  area_->setPairs(ready ? std::make_shared<PairSet>(pairsOf(*gallery_, lane_)) : nullptr);
  area_->setVisible(ready);
  title_->setText(
      ready ? tr("Test image %1, a %2").arg(stepText(index_), className(gallery_->source.kind, gallery_->label.front()))
            : QString());
  std::vector<Gallery::Verdict> now;
  if (ready)
    for (const auto& lane : gallery_->lanes) now.push_back(lane.after.front());
  strip_->setNow(std::move(now), ready ? gallery_->label.front() : 0);
  strip_->setAccessibleDescription(words());
}

QString DigitDetail::words() const {
  if (!gallery_) return {};
  const QString symbol = strengthSymbol(attack_.name, strengthKey(attack_.name));
  QStringList sentences;
  for (size_t k = 0; k < gallery_->lanes.size(); ++k) {
    const Gallery::Verdict& verdict = gallery_->lanes[k].after.front();
    QString sentence = tr("λ = %1 reads %2 (%3).")
                           .arg(localNumber(lambdas_[k]), className(gallery_->source.kind, verdict.predicted),
                                percentText(double(verdict.confidence), 0));
    if (k < sweep_.fooledFrom.size() && !std::isnan(sweep_.fooledFrom[k]))
      sentence += u' ' + tr("Fooled from %1 = %2.").arg(symbol, QLocale().toString(sweep_.fooledFrom[k], 'f', 3));
    sentences << sentence;
  }
  return sentences.join(u' ');
}

void DigitDetail::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void DigitDetail::retranslate() {
  back_->setText(QStringLiteral("‹ ") + tr("All images"));
  back_->setToolTip(tr("Back to the gallery (Esc)"));
  read_->setText(tr("Read in Draw"));
  read_->setToolTip(tr("This image on the sheet of Draw, to be changed and attacked there"));
  strip_->setAccessibleName(tr("Strength of the attack"));
  strip_->setToolTip(tr("What every λ reads as the attack grows. Click, drag or use the arrow keys."));
  refresh();
}

}  // namespace sparring::ui
