#include "anatomy/valuehandle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>

#include "base/text.h"
#include "parameters/parametereditor.h"
#include "widgets/invalidframe.h"

namespace sparring::ui {
namespace {

constexpr int kPositionsAPixel = 4;
constexpr int kLongest = 18;  ///< letters of a list that are in sight

bool isWhole(const ParamRow& row) { return std::holds_alternative<int64_t Params::*>(row.member); }

}  // namespace

ValueHandle::ValueHandle(const ParamRow& row, QWidget* parent)
    : QWidget(parent), row_(row), map_(row.range, isWhole(row)) {
  name_ = new QLabel(this);
  name_->installEventFilter(this);
  entry_ = new NumberEntry(map_, isWhole(row), this);
  frame_ = new InvalidFrame(entry_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(name_);
  layout->addWidget(entry_, 1);
  setFocusProxy(entry_);
  connect(entry_, &NumberEntry::stepped, this, [this] { commit(); });
  connect(entry_, &QAbstractSpinBox::editingFinished, this, [this] { commit(); });
  retranslate();
}

void ValueHandle::setValue(const QString& text, bool readOnly) {
  entry_->setReadOnly(readOnly);
  name_->setCursor(map_.useful() && !readOnly && entry_->number() ? Qt::SizeHorCursor : Qt::ArrowCursor);
  if (text == value_) return;
  value_ = text;
  frame_->hide();
  bool single = false;
  if (const double number = text.toDouble(&single); single)
    entry_->setNumber(number);
  else
    entry_->setShown(text);
  entry_->edit()->setCursorPosition(0);  // of a long list the beginning is in sight
  const QFontMetrics metrics = entry_->fontMetrics();
  entry_->setMinimumWidth(metrics.horizontalAdvance(entry_->shown().left(kLongest)) + 2 * metrics.height());
}

QString ValueHandle::text() const { return entry_->shown(); }

void ValueHandle::commit(int slide) {
  if (entry_->isReadOnly()) return;
  Params scratch;
  const std::string typed = entry_->shown().trimmed().toStdString();
  try {
    setParam(scratch, row_.key, typed);
    frame_->setVisible(decimalComma(row_, typed).has_value());
    entry_->setToolTip(help(row_));
    if (frame_->isVisibleTo(this)) return;
    const QString wanted = QString::fromStdString(paramText(scratch, row_));
    if (wanted == QString(value_).remove(u' ')) return;
    Q_EMIT edited(QString::fromStdString(row_.key), wanted, slide);
  } catch (const Error& error) {
    frame_->show();
    entry_->setToolTip(sparring::ui::text(error));
  }
}

void ValueHandle::pullTo(double x) {
  entry_->setNumber(map_.value(pull_->position + int(x - pull_->from) * kPositionsAPixel));
  commit(pulls_);
}

bool ValueHandle::eventFilter(QObject* watched, QEvent* event) {
  const auto x = [event] { return static_cast<QMouseEvent*>(event)->position().x(); };
  switch (event->type()) {
    case QEvent::MouseButtonPress:
      if (const auto now = entry_->number(); now && map_.useful() && !entry_->isReadOnly()) {
        pull_ = Pull{x(), map_.position(*now)};
        ++pulls_;
        return true;
      }
      break;
    case QEvent::MouseMove:
      if (pull_) pullTo(x());
      break;
    case QEvent::MouseButtonRelease:
      pull_.reset();
      break;
    default:
      break;
  }
  return QWidget::eventFilter(watched, event);
}

void ValueHandle::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ValueHandle::retranslate() {
  name_->setText(brief(row_));
  entry_->setAccessibleName(label(row_));
  entry_->setAccessibleDescription(help(row_));
  const QString tip =
      QStringLiteral("<p><b>%1</b></p><p>%2</p>").arg(label(row_).toHtmlEscaped(), help(row_).toHtmlEscaped());
  entry_->setToolTip(tip);
  name_->setToolTip(tip);
}

}  // namespace sparring::ui
