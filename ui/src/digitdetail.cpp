#include "digitdetail.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "pairsarea.h"
#include "strengthstrip.h"
#include "text.h"
#include "theme.h"

namespace sparring {
namespace {

constexpr double kLargestPart = 9;  ///< of the pictures, in heights of the font
constexpr int kPoints = 21;         ///< strengths of the strip

}  // namespace

DigitDetail::DigitDetail(QWidget* parent) : QWidget(parent) {
  back_ = new QToolButton(this);
  back_->setFocusPolicy(Qt::TabFocus);
  title_ = new QLabel(this);
  area_ = new PairsArea(this);
  area_->setLargestPart(kLargestPart);
  words_ = new QLabel(this);
  words_->setTextFormat(Qt::RichText);
  words_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  strip_ = new StrengthStrip(this);
  setFocusProxy(strip_);
  auto* head = new QHBoxLayout;
  head->addWidget(back_);
  head->addWidget(title_, 1);
  auto* middle = new QHBoxLayout;
  middle->addWidget(area_, 1);
  middle->addWidget(words_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(head);
  column->addLayout(middle, 1);
  column->addWidget(strip_);
  connect(back_, &QToolButton::clicked, this, &DigitDetail::closed);
  connect(strip_, &StrengthStrip::strengthAsked, this, &DigitDetail::strengthAsked);
  retranslate();
}

void DigitDetail::setSource(GalleryMaker make, std::vector<double> lambdas) {
  make_ = std::move(make);
  lambdas_ = std::move(lambdas);
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
  strip_->setSweep(sweep_, lambdas_, symbolOf(strengthKey(attack.name)));
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
                   Q_EMIT failed(text(*outcome.error));
                   return;
                 }
                 gallery_ = std::make_shared<Gallery>(std::move(*outcome.value));
                 refresh();
                 Q_EMIT shown();
               });
}

void DigitDetail::askSweep() {
  if (!make_ || index_ < 0) return;
  sweeper_.ask([make = make_, attack = attack_, index = index_,
                most = most_](const auto& stop) { return sparring::sweep(make, attack, index, most, kPoints, stop); },
               [this](Outcome<StrengthSweep> outcome) {
                 if (!outcome.value) return;  // the picture has said why
                 sweep_ = std::move(*outcome.value);
                 strip_->setSweep(sweep_, lambdas_, symbolOf(strengthKey(attack_.name)));
                 refresh();
               });
}

void DigitDetail::refresh() {
  strip_->setStrength(attack_.values.empty() ? 0 : attack_.values.at(strengthKey(attack_.name)), most_);
  const bool ready = gallery_ && size_t(lane_) < gallery_->lanes.size();
  area_->setPairs(ready ? std::make_shared<PairSet>(pairsOf(*gallery_, lane_)) : nullptr);
  area_->setVisible(ready);
  title_->setText(ready ? tr("Test image %1, a %2").arg(stepText(index_)).arg(gallery_->label.front()) : QString());
  words_->setText(words());
}

QString DigitDetail::words() const {
  if (!gallery_) return {};
  std::vector<int> order(gallery_->lanes.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [this](int a, int b) { return lambdas_[size_t(a)] < lambdas_[size_t(b)]; });
  const QString symbol = symbolOf(strengthKey(attack_.name));
  const auto cell = [](const QString& what, const QColor& colour) {
    return QStringLiteral("<td style='padding-right:1em;color:%2'>%1</td>").arg(what.toHtmlEscaped(), colour.name());
  };
  QString rows = "<tr>" + cell(QStringLiteral("λ"), theme::muted()) + cell(tr("reads"), theme::muted()) +
                 cell(tr("confidence"), theme::muted()) + cell(tr("fooled from"), theme::muted()) + "</tr>";
  for (const int lane : order) {
    const auto k = size_t(lane);
    const Gallery::Verdict& verdict = gallery_->lanes[k].after.front();
    const QColor colour = verdict.predicted == gallery_->label.front() ? theme::good() : theme::bad();
    const double from = k < sweep_.fooledFrom.size() ? sweep_.fooledFrom[k] : std::numeric_limits<double>::infinity();
    const QString fooled = std::isinf(from)   ? QStringLiteral("…")
                           : std::isnan(from) ? tr("not up to %1").arg(numberText(most_))
                                              : QStringLiteral("%1 = %2").arg(symbol, QLocale().toString(from, 'f', 3));
    rows += "<tr>" + cell(numberText(lambdas_[k]), theme::ink()) + cell(QString::number(verdict.predicted), colour) +
            cell(percentText(verdict.confidence, 0), colour) + cell(fooled, theme::ink()) + "</tr>";
  }
  return "<table>" + rows + "</table>";
}

void DigitDetail::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) words_->setText(words());
}

void DigitDetail::retranslate() {
  back_->setText(QStringLiteral("‹ ") + tr("All digits"));
  back_->setToolTip(tr("Back to the gallery (Esc)"));
  strip_->setAccessibleName(tr("Strength of the attack"));
  strip_->setToolTip(tr("What every λ reads as the attack grows. Click, drag or use the arrow keys."));
  refresh();
}

}  // namespace sparring
