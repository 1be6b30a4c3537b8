#include "parameters/parametereditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>

#include "base/icons.h"
#include "base/text.h"
#include "parameters/valuechips.h"
#include "sparring/data.h"
#include "widgets/invalidframe.h"
#include "widgets/valueslider.h"

namespace sparring::ui {
namespace {

// As wide as "0.00005" and the arrows.
constexpr int kEntryCharacters = 8;

/// Turning the wheel over a panel scrolls the panel; it changes a value only where the keyboard is already.
template <class Widget>
class Calm : public Widget {
 public:
  using Widget::Widget;

 protected:
  void wheelEvent(QWheelEvent* event) override {
    if (this->hasFocus())
      Widget::wheelEvent(event);
    else
      event->ignore();
  }
};

QHBoxLayout* rowLayout(QWidget* widget) {
  auto* layout = new QHBoxLayout(widget);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(6);
  return layout;
}

}  // namespace

ParameterEditor* makeEditor(const ParamRow& row, QWidget* parent) {
  if (!row.choices.empty()) return new ChoiceEditor(row, parent);
  if (std::holds_alternative<bool Params::*>(row.member)) return new CheckEditor(parent);
  if (std::holds_alternative<int64_t Params::*>(row.member)) return new NumberEditor(row.range, true, false, parent);
  if (std::holds_alternative<double Params::*>(row.member)) return new NumberEditor(row.range, false, false, parent);
  if (std::holds_alternative<std::vector<double> Params::*>(row.member))
    return new NumberEditor(row.range, false, true, parent);
  return new TextEditor(row.folder, parent);
}

// --- NumberEntry -----------------------------------------------------------------------------------------------------

NumberEntry::NumberEntry(const SliderMap& map, bool whole, QWidget* parent)
    : QAbstractSpinBox(parent), map_(map), whole_(whole) {
  setFocusPolicy(Qt::StrongFocus);
  connect(lineEdit(), &QLineEdit::textEdited, this, &NumberEntry::typed);
}

QSize NumberEntry::sizeHint() const {
  QSize size = QAbstractSpinBox::sizeHint();
  size.setWidth(fontMetrics().horizontalAdvance(QString(kEntryCharacters, '0')) + 22);
  return size;
}

QString NumberEntry::shown() const { return lineEdit()->text(); }

void NumberEntry::setShown(const QString& text) {
  if (text != shown()) lineEdit()->setText(text);
}

void NumberEntry::setNumber(double value) {
  // the shortest form that reads back the same; without an exponent where it is short enough
  const bool decimal = whole_ || value == 0 || (std::abs(value) >= 1e-6 && std::abs(value) < 1e7);
  setShown(QString::number(value, decimal ? 'f' : 'g', QLocale::FloatingPointShortest));
}

std::optional<double> NumberEntry::number() const {
  bool ok = false;
  const double value = shown().trimmed().toDouble(&ok);
  return ok ? std::optional(value) : std::nullopt;
}

QVariant NumberEntry::told() const {
  const auto value = number();
  return value ? QVariant(*value) : QVariant(shown());
}

void NumberEntry::stepBy(int steps) {
  const auto value = number();
  if (!value) return;
  setNumber(map_.stepped(*value, steps));
  selectAll();
  Q_EMIT stepped();
}

QAbstractSpinBox::StepEnabled NumberEntry::stepEnabled() const {
  return number() && !isReadOnly() ? StepUpEnabled | StepDownEnabled : StepNone;
}

void NumberEntry::wheelEvent(QWheelEvent* event) {
  if (hasFocus())
    QAbstractSpinBox::wheelEvent(event);
  else
    event->ignore();
}

// --- NumberEditor ----------------------------------------------------------------------------------------------------

NumberEditor::NumberEditor(const Range& range, bool whole, bool list, QWidget* parent)
    : ParameterEditor(parent), map_(range, whole) {
  auto* layout = rowLayout(this);
  entry_ = new NumberEntry(map_, whole, this);
  frame_ = new InvalidFrame(entry_);
  if (map_.useful()) {
    slider_ = new Calm<ValueSlider>(this);
    slider_->setMeaning([this](int position) { return map_.value(position); },
                        [this](double value) { return map_.position(value); });
    slider_->setRange(0, SliderMap::kPositions);
    slider_->setSingleStep(5);
    slider_->setPageStep(50);
    slider_->setMinimumWidth(48);
    slider_->setFocusPolicy(Qt::StrongFocus);
    connect(slider_, &QSlider::valueChanged, this, &NumberEditor::slideTo);
    connect(slider_, &QSlider::sliderPressed, this, [this] { ++slides_; });
    layout->addWidget(slider_, 1);
  }
  layout->addWidget(entry_, slider_ && !list ? 0 : 1);
  setFocusProxy(entry_);
  connect(entry_, &NumberEntry::typed, this, [this] {
    placeSlider();
    Q_EMIT changed();
  });
  connect(entry_, &NumberEntry::stepped, this, [this] {
    placeSlider();
    Q_EMIT committed();
  });
  connect(entry_, &QAbstractSpinBox::editingFinished, this, &NumberEditor::committed);
  if (!list) return;
  chips_ = new ValueChips(this);
  connect(chips_, &ValueChips::removed, this, &NumberEditor::remove);
  connect(chips_, &ValueChips::addAsked, this, &NumberEditor::askForMore);
}

QWidget* NumberEditor::aside() const { return chips_; }

void NumberEditor::remove(int index) {
  QStringList values = text().split(',');
  values.removeAt(index);
  for (QString& value : values) value = value.trimmed();
  setText(values.join(QStringLiteral(", ")));
  Q_EMIT committed();
}

// The entry is where values are typed: it only waits for the next one.
void NumberEditor::askForMore() {
  entry_->edit()->setText(text() + QStringLiteral(", "));
  entry_->edit()->end(false);
  entry_->setFocus(Qt::OtherFocusReason);
}

QString NumberEditor::text() const { return entry_->shown().trimmed(); }

void NumberEditor::setText(const QString& text) {
  bool single = false;
  const double value = text.toDouble(&single);
  if (single)
    entry_->setNumber(value);
  else
    entry_->setShown(text);
  if (chips_) chips_->setValues(QString(text).remove(' ').split(','));
  placeSlider();
}

void NumberEditor::setMarked(bool invalid) { frame_->setVisible(invalid); }

void NumberEditor::setNames(const QString& accessibleName, const QString& toolTip) {
  entry_->setAccessibleName(accessibleName);
  entry_->setAccessibleDescription(toolTip);
  if (slider_) slider_->setAccessibleName(tr("%1, slider").arg(accessibleName));
  if (chips_) chips_->setName(accessibleName);
}

void NumberEditor::settle() { entry_->edit()->setText(entry_->edit()->text()); }

void NumberEditor::setReadOnly(bool on) {
  readOnly_ = on;
  entry_->setReadOnly(on);
  if (chips_) chips_->setDisabled(on);
  placeSlider();
}

int NumberEditor::slide() const { return slider_ && slider_->isSliderDown() ? slides_ : 0; }

void NumberEditor::slideTo(int position) {
  entry_->setNumber(map_.value(position));
  Q_EMIT committed();
}

void NumberEditor::placeSlider() {
  if (!slider_) return;
  const auto value = entry_->number();
  slider_->setEnabled(value.has_value() && !readOnly_);
  if (!value) return;
  const QSignalBlocker quiet(slider_);
  slider_->setValue(map_.position(*value));
}

// --- ChoiceEditor ----------------------------------------------------------------------------------------------------

ChoiceEditor::ChoiceEditor(const ParamRow& row, QWidget* parent) : ParameterEditor(parent), row_(row) {
  box_ = new Calm<QComboBox>(this);
  box_->setFocusPolicy(Qt::StrongFocus);
  box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box_->setMinimumContentsLength(8);
  for (const auto& choice : row.choices) box_->addItem(QString(), QString::fromStdString(choice.value));
  rowLayout(this)->addWidget(box_, 1);
  setFocusProxy(box_);
  connect(box_, &QComboBox::activated, this, &ChoiceEditor::committed);
}

QString ChoiceEditor::text() const { return box_->currentData().toString(); }
void ChoiceEditor::setText(const QString& text) { box_->setCurrentIndex(box_->findData(text)); }

void ChoiceEditor::setNames(const QString& accessibleName, const QString& toolTip) {
  box_->setAccessibleName(accessibleName);
  box_->setAccessibleDescription(toolTip);
}

void ChoiceEditor::retranslate() {
  for (size_t i = 0; i < row_.choices.size(); ++i) {
    const Choice& choice = row_.choices[i];
    box_->setItemText(static_cast<int>(i), label(choice));
    if (!choice.help.empty())
      box_->setItemData(static_cast<int>(i), QCoreApplication::translate(choice.context.c_str(), choice.help.c_str()),
                        Qt::ToolTipRole);
  }
}

// --- CheckEditor -----------------------------------------------------------------------------------------------------

CheckEditor::CheckEditor(QWidget* parent) : ParameterEditor(parent) {
  box_ = new QCheckBox(this);
  rowLayout(this)->addWidget(box_, 1);
  setFocusProxy(box_);
  connect(box_, &QCheckBox::clicked, this, &CheckEditor::committed);
}

QString CheckEditor::text() const { return box_->isChecked() ? "true" : "false"; }
void CheckEditor::setText(const QString& text) { box_->setChecked(text == "true"); }

void CheckEditor::setNames(const QString& accessibleName, const QString& toolTip) {
  box_->setAccessibleName(accessibleName);
  box_->setAccessibleDescription(toolTip);
}

// --- TextEditor ------------------------------------------------------------------------------------------------------

TextEditor::TextEditor(bool folder, QWidget* parent) : ParameterEditor(parent) {
  auto* layout = rowLayout(this);
  edit_ = new QLineEdit(this);
  frame_ = new InvalidFrame(edit_);
  layout->addWidget(edit_, 1);
  setFocusProxy(edit_);
  connect(edit_, &QLineEdit::textEdited, this, &TextEditor::changed);
  connect(edit_, &QLineEdit::editingFinished, this, &TextEditor::committed);
  if (!folder) return;
  browse_ = new QToolButton(this);
  browse_->setIcon(icon(Glyph::Folder));
  browse_->setAutoRaise(true);
  layout->addWidget(browse_);
  browse_->setPopupMode(QToolButton::InstantPopup);
  sets_ = new QMenu(browse_);
  sets_->setToolTipsVisible(true);
  browse_->setMenu(sets_);
  connect(sets_, &QMenu::aboutToShow, this, &TextEditor::offer);
}

QString TextEditor::text() const { return edit_->text().trimmed(); }

void TextEditor::setText(const QString& text) {
  if (text == edit_->text()) return;
  edit_->setText(text);
  edit_->setCursorPosition(0);
}

void TextEditor::settle() { edit_->setText(edit_->text()); }

void TextEditor::setReadOnly(bool on) {
  edit_->setReadOnly(on);
  if (browse_) browse_->setDisabled(on);
}

void TextEditor::setMarked(bool invalid) { frame_->setVisible(invalid); }

void TextEditor::setNames(const QString& accessibleName, const QString& toolTip) {
  edit_->setAccessibleName(accessibleName);
  edit_->setAccessibleDescription(toolTip);
}

void TextEditor::retranslate() {
  if (!browse_) return;
  browse_->setToolTip(tr("Choose a data set, or a folder of one"));
  browse_->setAccessibleName(browse_->toolTip());
}

// Anew every time: one may have been fetched.
void TextEditor::offer() {
  sets_->clear();
  for (const KnownDataset& set : knownDatasets()) {
    const QString name = QString::fromStdString(set.name);
    auto* action = sets_->addAction(set.available ? name : tr("%1 (not here yet)").arg(name));
    action->setCheckable(true);
    action->setChecked(name == text());
    action->setToolTip(QString::fromStdString(set.title));
    connect(action, &QAction::triggered, this, [this, name] { choose(name); });
  }
  sets_->addSeparator();
  connect(sets_->addAction(icon(Glyph::Folder), tr("A folder…")), &QAction::triggered, this, &TextEditor::browse);
}

void TextEditor::browse() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder of IDX files"), edit_->text());
  if (!folder.isEmpty()) choose(folder);
}

void TextEditor::choose(const QString& text) {
  setText(text);
  Q_EMIT committed();
}

}  // namespace sparring::ui
