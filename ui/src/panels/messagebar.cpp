#include "panels/messagebar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

#include "base/icons.h"
#include "base/theme.h"

namespace sparring::ui {
namespace {

constexpr size_t kMostNotices = 20;  // older ones are in the Messages tab
constexpr int kIconSize = 20;
constexpr int kProgressUnits = 1000;

Glyph glyphOf(Severity severity) {
  return severity == Severity::Info ? Glyph::Info : severity == Severity::Warning ? Glyph::Warning : Glyph::Error;
}

QColor colourOf(Severity severity) {
  return severity == Severity::Info ? theme::accent() : severity == Severity::Warning ? theme::warning() : theme::bad();
}

bool same(const Notice& a, const Notice& b) {
  return a.cause.str() == b.cause.str() && a.hint.str() == b.hint.str() && a.severity == b.severity;
}

}  // namespace

MessageBar::MessageBar(QWidget* parent) : QWidget(parent) {
  icon_ = new QLabel(this);
  icon_->setFixedSize(kIconSize, kIconSize);
  text_ = new QLabel(this);
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text_->setFocusPolicy(Qt::ClickFocus);
  text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  progress_ = new QProgressBar(this);
  progress_->setFixedWidth(160);
  more_ = new QLabel(this);
  button_ = new QPushButton(this);
  close_ = new QToolButton(this);
  close_->setIcon(icon(Glyph::Close));
  close_->setAutoRaise(true);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 5, 6, 5);
  layout->setSpacing(8);
  layout->addWidget(icon_);
  layout->addWidget(text_, 1);
  layout->addWidget(progress_);
  layout->addWidget(more_);
  layout->addWidget(button_);
  layout->addWidget(close_);
  connect(close_, &QToolButton::clicked, this, &MessageBar::dismiss);
  connect(button_, &QPushButton::clicked, this, [this] {
    const NoticeAction action = progressing_ ? progressAction_ : notices_.back().action;
    const Notice notice = progressing_ ? Notice() : notices_.back();
    if (!progressing_) dismiss();
    if (action == NoticeAction::OpenFile || action == NoticeAction::ShowFolder)
      Q_EMIT openAsked(notice.file);
    else
      Q_EMIT actionTriggered(action);
  });
  refresh();
}

void MessageBar::add(const Notice& notice) {
  std::erase_if(notices_, [&](const Notice& other) { return same(other, notice); });
  notices_.push_back(notice);
  if (notices_.size() > kMostNotices) notices_.pop_front();
  refresh();
}

void MessageBar::dismiss() {
  if (!notices_.empty()) notices_.pop_back();
  refresh();
}

void MessageBar::clear() {
  notices_.clear();
  refresh();
}

void MessageBar::withdraw(NoticeAction action) {
  std::erase_if(notices_, [action](const Notice& notice) { return notice.action == action; });
  refresh();
}

void MessageBar::beginRun() {
  std::erase_if(notices_, [](const Notice& notice) { return notice.step >= 0 || notice.action == NoticeAction::None; });
  refresh();
}

void MessageBar::showProgress(const QString& text, qint64 done, qint64 total, NoticeAction action) {
  progressing_ = true;
  progressText_ = text;
  progressAction_ = action;
  progress_->setRange(0, total > 0 ? kProgressUnits : 0);
  if (total > 0) progress_->setValue(static_cast<int>(done * kProgressUnits / total));
  refresh();
}

void MessageBar::endProgress() {
  progressing_ = false;
  refresh();
}

QString MessageBar::shownText() const { return isHidden() ? QString() : text_->text(); }

void MessageBar::refresh() {
  setVisible(progressing_ || !notices_.empty());
  if (isHidden()) return;
  const Severity severity = progressing_ ? Severity::Info : notices_.back().severity;
  const NoticeAction action = progressing_ ? progressAction_ : notices_.back().action;
  if (progressing_) {
    text_->setText(progressText_);
  } else {
    const QString hint = notices_.back().hintText();
    text_->setText(notices_.back().causeText() + (hint.isEmpty() ? QString() : " " + hint));
  }
  icon_->setPixmap(icon(glyphOf(severity)).pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
  progress_->setVisible(progressing_);
  button_->setVisible(action != NoticeAction::None);
  button_->setText(actionText(action));
  close_->setVisible(!progressing_);
  close_->setToolTip(tr("Dismiss"));
  close_->setAccessibleName(tr("Dismiss this message"));
  more_->setVisible(!progressing_ && notices_.size() > 1);
  more_->setText(tr("+%1").arg(notices_.size() - 1));
  more_->setToolTip(tr("More messages behind this one"));
  setAccessibleName(severityText(severity));
  setAccessibleDescription(text_->text());
  update();
}

void MessageBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (more_ && (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)) refresh();
}

void MessageBar::paintEvent(QPaintEvent*) {
  const Severity severity = progressing_ || notices_.empty() ? Severity::Info : notices_.back().severity;
  QPainter painter(this);
  painter.fillRect(rect(), theme::mix(theme::panel(), colourOf(severity), 0.14));
  painter.fillRect(QRect(0, 0, 4, height()), colourOf(severity));
}

}  // namespace sparring::ui
