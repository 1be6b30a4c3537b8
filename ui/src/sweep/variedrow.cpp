#include "sweep/variedrow.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <algorithm>

#include "base/icons.h"
#include "base/text.h"
#include "base/theme.h"
#include "sparring/error.h"
#include "widgets/invalidframe.h"

namespace sparring::ui {
namespace {

constexpr int kShortestChoice = 12, kShortestEntry = 10;  ///< letters

template <class... Types>
bool isOneOf(const ParamRow& row) {
  return (std::holds_alternative<Types>(row.member) || ...);
}

bool takesWhole(const ParamRow& row) { return isOneOf<int64_t Params::*, std::vector<int64_t> Params::*>(row); }
bool takesNumbers(const ParamRow& row) {
  return takesWhole(row) || isOneOf<double Params::*, std::vector<double> Params::*>(row);
}

QString plainNumber(const ParamRow& row, double value) {
  const double within = std::clamp(value, row.range.min, row.range.max);
  return takesWhole(row) ? QString::number(std::llround(within)) : QString::number(within, 'g', 4);
}

}  // namespace

bool VariedRow::offered(const ParamRow& row) {
  return row.recipe && (takesNumbers(row) || isOneOf<bool Params::*>(row) || !row.choices.empty());
}

QString VariedRow::proposed(const ParamRow& row, const Params& wished) {
  const QString now = QString::fromStdString(paramText(wished, row));
  if (isOneOf<bool Params::*>(row)) return QStringLiteral("false,true");
  if (!row.choices.empty()) {
    QStringList all;
    for (const Choice& choice : row.choices) all << QString::fromStdString(choice.value);
    return all.join(u',');
  }
  bool single = false;
  const double value = now.toDouble(&single);
  if (!takesNumbers(row) || !single) return now;
  if (row.range.scale == Scale::Log)
    return QStringLiteral("%1..%2:log:5").arg(plainNumber(row, value / 10), plainNumber(row, value * 10));
  if (value == 0) return QStringLiteral("0..%1:3").arg(plainNumber(row, std::min(row.range.max, 1.0)));
  return QStringLiteral("%1..%2:3").arg(plainNumber(row, value / 2), plainNumber(row, value * 2));
}

VariedRow::VariedRow(const std::string& key, const Params& wished, QWidget* parent) : QWidget(parent), wished_(wished) {
  parameter_ = new QComboBox(this);
  parameter_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  parameter_->setMinimumContentsLength(kShortestChoice);
  parameter_->setMaxVisibleItems(24);
  entry_ = new QLineEdit(this);
  entry_->setMinimumWidth(kShortestEntry * fontMetrics().averageCharWidth());
  frame_ = new InvalidFrame(entry_);
  removal_ = new QToolButton(this);
  removal_->setIcon(icon(Glyph::Close));
  removal_->setAutoRaise(true);
  words_ = new QLabel(this);
  words_->setWordWrap(true);
  words_->hide();
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 1, 0, 1);
  grid->setVerticalSpacing(1);
  grid->addWidget(parameter_, 0, 0);
  grid->addWidget(entry_, 0, 1);
  grid->addWidget(removal_, 0, 2);
  grid->addWidget(words_, 1, 0, 1, 3);
  grid->setColumnStretch(0, 4);
  grid->setColumnStretch(1, 5);
  fill(key);
  proposal_ = proposed(paramRow(key), wished_);
  entry_->setText(proposal_);
  connect(parameter_, &QComboBox::currentIndexChanged, this, [this] {
    if (this->key().empty()) return;
    if (entry_->text() == proposal_) {
      proposal_ = proposed(paramRow(this->key()), wished_);
      entry_->setText(proposal_);
    }
    check();
  });
  connect(entry_, &QLineEdit::textChanged, this, &VariedRow::check);
  connect(removal_, &QToolButton::clicked, this, &VariedRow::removeAsked);
  retranslate();
}

void VariedRow::fill(const std::string& key) {
  const QSignalBlocker quiet(parameter_);
  parameter_->clear();
  std::string group;
  for (const ParamRow& row : paramTable()) {
    if (!offered(row) && row.key != key) continue;
    if (!group.empty() && row.group != group) parameter_->insertSeparator(parameter_->count());
    group = row.group;
    parameter_->addItem(label(row), QString::fromStdString(row.key));
    parameter_->setItemData(parameter_->count() - 1, help(row), Qt::ToolTipRole);
  }
  parameter_->setCurrentIndex(parameter_->findData(QString::fromStdString(key)));
}

std::string VariedRow::key() const { return parameter_->currentData().toString().toStdString(); }

QString VariedRow::values() const { return entry_->text(); }

void VariedRow::setValues(const QString& values) {
  proposal_.clear();
  entry_->setText(values);
}

void VariedRow::setWished(const Params& wished) {
  wished_ = wished;
  check();
}

QString VariedRow::problem() const { return variation_ ? QString() : words_->text(); }

void VariedRow::check() {
  QString words;
  QColor colour = theme::muted();
  try {
    variation_ = parseVariation(key() + "=" + entry_->text().toStdString());
    if (!matters(key(), wished_)) words = tr("Plays no part beside the other settings as they are now.");
  } catch (const Error& error) {
    variation_.reset();
    words = text(error).replace(u'\n', u' ');
    colour = theme::bad();
  }
  words_->setText(words);
  words_->setStyleSheet(QStringLiteral("color: %1;").arg(colour.name()));
  words_->setVisible(!words.isEmpty());
  frame_->setVisible(!variation_);
  entry_->setAccessibleDescription(words);
  Q_EMIT changed();
}

void VariedRow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    fill(key());
    retranslate();
  }
  if (event->type() == QEvent::PaletteChange && words_) {
    removal_->setIcon(icon(Glyph::Close));
    check();
  }
}

void VariedRow::retranslate() {
  parameter_->setAccessibleName(tr("Parameter that varies"));
  entry_->setAccessibleName(tr("Its values"));
  entry_->setPlaceholderText(tr("32,64 or 1e-4..1e-2:log:6"));
  entry_->setToolTip(tr(
      "Values apart by commas, or a range LO..HI, LO..HI:log, LO..HI:log:6 (so many points in a grid). Where a value "
      "is a list itself the values stand apart by \"/\": λ as 0,1/0,2 means two runs of two lanes each."));
  removal_->setToolTip(tr("Vary it no longer"));
  removal_->setAccessibleName(removal_->toolTip());
  check();
}

}  // namespace sparring::ui
