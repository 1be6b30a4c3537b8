#include "coach/coachpanel.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "base/text.h"
#include "base/theme.h"
#include "widgets/verdictmarks.h"

namespace sparring::ui {
namespace {

QLabel* makeWords(const QString& words, QWidget* parent, bool faint = false) {
  auto* label = new QLabel(words, parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  if (faint) label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

/// "lambda", "0,0.5" of "lambda=0,0.5".
std::pair<std::string, std::string> parts(const std::string& setting) {
  const size_t equals = setting.find('=');
  return {setting.substr(0, equals), setting.substr(equals + 1)};
}

}  // namespace

bool isLive(const Hint& hint) {
  return std::ranges::all_of(
      hint.remedy, [](const std::string& setting) { return paramRow(parts(setting).first).apply == Apply::Live; });
}

CoachPanel::CoachPanel(Coach& coach, QWidget* parent) : QScrollArea(parent), coach_(coach) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_ = new QWidget(this);
  list_->setBackgroundRole(QPalette::Base);
  list_->setAutoFillBackground(true);
  cards_ = new QVBoxLayout(list_);
  const int pad = fontMetrics().height() / 3;
  cards_->setContentsMargins(2 * pad, pad, 2 * pad, pad);
  cards_->setSpacing(pad);
  nothing_ = makeWords({}, list_, true);
  cards_->addWidget(nothing_);
  cards_->addStretch(1);
  setWidget(list_);
  connect(&coach, &Coach::changed, this, &CoachPanel::rebuild);
  rebuild();
}

void CoachPanel::setLive(bool live) {
  if (live == live_) return;
  live_ = live;
  rebuild();
}

// Few and seldom: made anew.
void CoachPanel::rebuild() {
  setAccessibleName(tr("Coach"));
  nothing_->setText(tr("Nothing to be said: this run shows none of the signs that the coach knows."));
  nothing_->setVisible(coach_.hints().empty());
  for (QWidget* card : list_->findChildren<QWidget*>(QStringLiteral("card"), Qt::FindDirectChildrenOnly)) {
    card->hide();
    card->setParent(nullptr);
    card->deleteLater();  // it may be its button that brought us here
  }
  int place = 1;
  for (const Hint& hint : coach_.hints()) cards_->insertWidget(place++, makeCard(hint));
}

QWidget* CoachPanel::makeCard(const Hint& hint) {
  auto* card = new QWidget(list_);
  card->setObjectName(QStringLiteral("card"));
  QString title = text(hint.sign);
  if (hint.lane >= 0 && coach_.lanes() > 1) title += u' ' + lambdaName(hint.lambda) + u'.';
  auto* sign = makeWords(title, card);
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  sign->setFont(bold);
  sign->setToolTip(QString::fromStdString(hint.source));
  auto* where = makeWords(tr("step %1").arg(stepText(hint.step)), card, true);
  where->setWordWrap(false);
  auto* grid = new QGridLayout(card);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(1);
  grid->addWidget(new Badge(Mark::Doubt, tr("Hint"), card), 0, 0);
  grid->addWidget(sign, 0, 1);
  grid->addWidget(where, 0, 2, Qt::AlignRight);
  grid->addWidget(makeWords(text(hint.figures) + u' ' + text(hint.meaning), card), 1, 1, 1, 2);
  QString advice = text(hint.advice);
  if (!hint.remedy.empty()) advice += QStringLiteral(" [%1]").arg(remedyText(hint));
  grid->addWidget(makeWords(advice, card), 2, 1, 1, 2);
  grid->setColumnStretch(1, 1);
  auto* buttons = new QVBoxLayout;
  if (!hint.remedy.empty()) {
    auto* apply = new QPushButton(applyText(hint), card);
    apply->setObjectName(QStringLiteral("apply"));
    apply->setToolTip(remedyText(hint) + u'\n' + tr("Ctrl+Z takes it back."));
    apply->setAccessibleName(applyText(hint) + QStringLiteral(": ") + remedyText(hint));
    connect(apply, &QPushButton::clicked, this, [this, hint] {
      Q_EMIT applyAsked(hint);
      coach_.putOff(hint);
    });
    buttons->addWidget(apply);
  }
  auto* later = new QPushButton(tr("Not now"), card);
  later->setObjectName(QStringLiteral("later"));
  later->setToolTip(tr("Say no more of this sign of this run"));
  later->setAccessibleName(tr("Not now: %1").arg(title));
  connect(later, &QPushButton::clicked, this, [this, hint] { coach_.putOff(hint); });
  buttons->addWidget(later);
  buttons->addStretch(1);
  grid->addLayout(buttons, 0, 3, 3, 1);
  return card;
}

QString CoachPanel::remedyText(const Hint& hint) const {
  QStringList settings;
  for (const std::string& setting : hint.remedy) {
    const auto [key, value] = parts(setting);
    settings << QStringLiteral("%1 = %2").arg(label(paramRow(key)), QString::fromStdString(value));
  }
  return settings.join(QStringLiteral(", "));
}

QString CoachPanel::applyText(const Hint& hint) const {
  if (hint.from) return tr("Continue from step %1").arg(stepText(*hint.from));
  return live_ && isLive(hint) ? tr("Apply now") : tr("Apply to the next run");
}

void CoachPanel::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && nothing_) rebuild();
}

}  // namespace sparring::ui
