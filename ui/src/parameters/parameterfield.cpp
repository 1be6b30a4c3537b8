#include "parameters/parameterfield.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <utility>

#include "base/icons.h"
#include "base/text.h"
#include "base/theme.h"
#include "parameters/parametereditor.h"

namespace sparring::ui {
namespace {

constexpr int kLabelLetters = 16;
constexpr int kMarkSize = 14;

QString inColour(const QColor& colour) { return QString("color: %1;").arg(colour.name()); }

/// A real number is tuned: its slider is as long as the panel is wide.
bool wide(const ParamRow& row) {
  return std::holds_alternative<double Params::*>(row.member) ||
         std::holds_alternative<std::vector<double> Params::*>(row.member);
}

QString rangeText(const ParamRow& row) {
  const auto number = [](double v) { return QString::number(v, 'g', QLocale::FloatingPointShortest); };
  if (row.range.max <= row.range.min) return {};
  return number(row.range.min) + QString::fromUtf8(" … ") + number(row.range.max);
}

// As it is typed where it must not be taken for a decimal comma.
QString typed(const ParamRow& row, QString value) {
  const bool list = std::holds_alternative<std::vector<double> Params::*>(row.member);
  return list ? value.replace(',', QStringLiteral(", ")) : value;
}

}  // namespace

ParameterField::ParameterField(const ParamRow& row, QWidget* parent) : QWidget(parent), row_(row) {
  setObjectName(QString::fromStdString(row.key));
  label_ = new QLabel(this);
  label_->setWordWrap(true);
  fitLabel();
  restart_ = new QLabel(this);
  restart_->setFixedWidth(kMarkSize);
  editor_ = makeEditor(row, this);
  back_ = new QToolButton(this);
  back_->setIcon(icon(Glyph::Undo));
  back_->setIconSize({kMarkSize, kMarkSize});
  back_->setAutoRaise(true);
  QSizePolicy kept = back_->sizePolicy();
  kept.setRetainSizeWhenHidden(true);
  back_->setSizePolicy(kept);
  label_->setBuddy(editor_);
  if (row.recipe) {
    vary_ = new QAction(this);
    label_->setContextMenuPolicy(Qt::ActionsContextMenu);
    label_->addAction(vary_);
    connect(vary_, &QAction::triggered, this, [this] { Q_EMIT varyAsked(QString::fromStdString(row_.key)); });
  }

  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 1, 0, 1);
  grid->setHorizontalSpacing(4);
  grid->setVerticalSpacing(1);
  grid->addWidget(label_, 0, 0);
  restart_->setHidden(wide(row) && row.apply == Apply::Live);  // nothing there waits for the next run
  if (!restart_->isHidden()) grid->addWidget(restart_, 0, 1);
  grid->addWidget(back_, 0, 3);
  if (editor_->aside()) grid->addWidget(editor_->aside(), 0, 2);
  if (wide(row))
    grid->addWidget(editor_, 1, 0, 1, 4);
  else
    grid->addWidget(editor_, 0, 2);
  grid->setColumnStretch(wide(row) && !editor_->aside() ? 0 : 2, 1);

  connect(editor_, &ParameterEditor::changed, this, &ParameterField::check);
  connect(editor_, &ParameterEditor::committed, this, &ParameterField::commit);
  connect(back_, &QToolButton::clicked, this, &ParameterField::goBack);
  retranslate();
}

void ParameterField::setValue(const QString& value, const QString& presetValue) {
  presetValue_ = presetValue;
  if (value != value_) {
    value_ = value;
    problem_ = {};
    if (!looked_) editor_->setText(typed(row_, value));
  }
  updateMarks();
}

void ParameterField::setLooked(const std::optional<QString>& value) {
  if (value == looked_) return;
  const bool other = value.has_value() != looked_.has_value();
  looked_ = value;
  problem_ = {};
  editor_->setText(typed(row_, value.value_or(value_)));
  if (other) editor_->setReadOnly(value.has_value());
  updateMarks();
}

void ParameterField::setRestart(bool training, bool waiting) {
  if (training == training_ && waiting == waiting_) return;
  training_ = training;
  waiting_ = waiting;
  updateMarks();
}

void ParameterField::showProblem(const Error& error) {
  problem_ = error.hint().empty() ? error.cause() : error.hint();
  updateMarks();
}

void ParameterField::setHint(const QString& hint) {
  if (hint == hint_) return;
  hint_ = hint;
  updateMarks();
}

void ParameterField::check() {
  Params scratch;
  const std::string text = editor_->text().toStdString();
  try {
    setParam(scratch, row_.key, text);
    problem_ = {};
    if (const auto comma = decimalComma(row_, text))
      problem_ = {QT_TRANSLATE_NOOP("core", "Two values, %1 and %2, or one? Write \"%1, %2\" with a space, or \"%3\"."),
                  {comma->first, comma->second, comma->one}};
    updateMarks();
  } catch (const Error& error) {
    showProblem(error);
  }
}

QString ParameterField::canonical() const {
  Params scratch;
  try {
    setParam(scratch, row_.key, editor_->text().toStdString());
    return QString::fromStdString(paramText(scratch, row_));
  } catch (const Error&) {
    return editor_->text();
  }
}

void ParameterField::commit() {
  if (looked_) return;
  check();
  const QString wanted = canonical();
  if (!valid() || wanted == value_) return;
  editor_->settle();
  Q_EMIT edited(QString::fromStdString(row_.key), wanted);
}

QString ParameterField::message() const { return valid() ? hint_ : text(problem_); }

void ParameterField::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || looked_ || (valid() && canonical() == value_)) {
    QWidget::keyPressEvent(event);
    return;
  }
  editor_->setText(typed(row_, value_));
  problem_ = {};
  updateMarks();
}

void ParameterField::fitLabel() {
  if (!wide(row_)) label_->setFixedWidth(kLabelLetters * fontMetrics().averageCharWidth());
}

void ParameterField::goBack() {
  editor_->setText(typed(row_, presetValue_));
  commit();
  updateMarks();
  editor_->setFocus();
}

bool ParameterField::matches(const QString& words) const {
  return label(row_).contains(words, Qt::CaseInsensitive) || help(row_).contains(words, Qt::CaseInsensitive) ||
         QString::fromStdString(row_.key).contains(words, Qt::CaseInsensitive);
}

void ParameterField::updateMarks() {
  editor_->setMarked(!valid());
  if (const QString now = message(); now != std::exchange(told_, now)) Q_EMIT told();
  back_->setVisible(!looked_ && (value_ != presetValue_ || canonical() != value_));
  updateName();

  const bool marked = !looked_ && training_ && row_.apply == Apply::Restart;
  const int ratio = 2;  // drawn at twice the size for sharp scaled screens
  QPixmap mark =
      marked
          ? icon(Glyph::Restart).pixmap(QSize(kMarkSize, kMarkSize), ratio, waiting_ ? QIcon::Normal : QIcon::Disabled)
          : QPixmap();
  restart_->setPixmap(mark);
  restart_->setToolTip(!marked    ? QString()
                       : waiting_ ? tr("Waits for the next run.")
                                  : tr("A change takes effect with the next run."));
  label_->setStyleSheet(differs()                           ? inColour(theme::accent())
                        : waiting_ && training_ && !looked_ ? inColour(theme::warning())
                                                            : QString());
}

// A value of a run that is looked at, where the wished one is another, is told by a sign and not by a colour alone.
void ParameterField::updateName() {
  const QString name = label(row_);
  label_->setText(differs() ? QStringLiteral("≠ ") + name : name);
  const QString yours = differs() ? tr("Yours: %1").arg(value_) : QString();
  editor_->setNames(name, yours.isEmpty() ? help(row_) : yours + QStringLiteral(". ") + help(row_));
  label_->setToolTip(yours.isEmpty() ? tip_ : "<p><b>" + yours.toHtmlEscaped() + "</b></p>" + tip_);
  editor_->setToolTip(label_->toolTip());
}

void ParameterField::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange && editor_) updateMarks();
  if (event->type() == QEvent::FontChange && label_) fitLabel();
}

void ParameterField::retranslate() {
  const QString name = label(row_);
  QString tip = "<p style='white-space:pre-wrap'><b>" + name.toHtmlEscaped() + "</b></p><p>" +
                help(row_).toHtmlEscaped() + "</p><p>";
  const QString unitText = unit(row_);
  if (const QString range = rangeText(row_); !range.isEmpty())
    tip += tr("Range: %1").arg(unitText.isEmpty() ? range : range + " " + unitText).toHtmlEscaped() + "<br>";
  tip += (row_.apply == Apply::Live ? tr("Takes effect at the next step.") : tr("Takes effect with the next run.")) +
         "<br><code>" + QString::fromStdString(row_.key) + "</code></p>";
  tip_ = tip;
  editor_->retranslate();
  if (vary_) vary_->setText(tr("Vary in a &sweep"));
  back_->setToolTip(tr("Back to the preset's value"));
  back_->setAccessibleName(tr("%1: back to the preset's value").arg(name));
  updateMarks();
}

}  // namespace sparring::ui
