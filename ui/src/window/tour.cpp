#include "window/tour.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/pointat.h"

namespace sparring::ui {
namespace {

constexpr int kGap = 14;         // pixels between a bubble and what it points at
constexpr double kWidth = 20.0;  // of a bubble, in heights of the font

}  // namespace

Tour::Tour(std::vector<TourStop> stops, PointAt& pointer, QWidget* window)
    : QFrame(window), stops_(std::move(stops)), pointer_(pointer) {
  setObjectName("tour");
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  text_ = new QLabel(this);
  text_->setWordWrap(true);
  count_ = new QLabel(this);
  count_->setForegroundRole(QPalette::PlaceholderText);
  skip_ = new QPushButton(this);
  skip_->setObjectName("skip");
  next_ = new QPushButton(this);
  next_->setObjectName("next stop");
  auto* row = new QHBoxLayout;
  row->addWidget(count_);
  row->addStretch(1);
  row->addWidget(skip_);
  row->addWidget(next_);
  auto* column = new QVBoxLayout(this);
  column->addWidget(text_);
  column->addLayout(row);
  connect(skip_, &QPushButton::clicked, this, &Tour::end);
  connect(next_, &QPushButton::clicked, this, [this] { go(at_ + 1); });
  hide();
}

void Tour::begin() {
  qApp->installEventFilter(this);
  go(0);
}

void Tour::end() {
  qApp->removeEventFilter(this);
  at_ = -1;
  pointer_.point(nullptr);
  hide();
}

void Tour::go(int stop) {
  if (stop >= int(stops_.size())) return end();
  at_ = stop;
  QWidget* target = stops_[size_t(stop)].target();
  if (!target || !target->isVisible()) return go(stop + 1);
  const auto& part = stops_[size_t(stop)].part;
  pointer_.point(target, part ? part(target) : QRect());
  retell();
  place();
  show();
  raise();
  next_->setFocus();
}

void Tour::retell() {
  if (at_ < 0) return;
  const bool last = at_ + 1 == int(stops_.size());
  text_->setText(stops_[size_t(at_)].words());
  count_->setText(tr("%1 of %2").arg(at_ + 1).arg(stops_.size()));
  skip_->setText(tr("Skip the tour"));
  skip_->setVisible(!last);
  next_->setText(last ? tr("Done") : tr("Next"));
  next_->setAccessibleDescription(text_->text());
}

QString Tour::words() const { return text_->text(); }

// Below what it points at where there is room, else above, else beside it; always inside the window.
void Tour::place() {
  const QWidget* window = parentWidget();
  const int wide = std::min(int(kWidth * fontMetrics().height()), window->width() - 2 * kGap);
  setFixedWidth(wide);
  const QSize size(wide, std::max(sizeHint().height(), heightForWidth(wide)));
  resize(size);
  const QRect at = pointer_.around();
  QPoint corner(at.center().x() - wide / 2, at.bottom() + kGap);
  if (corner.y() + size.height() > window->height()) corner.setY(at.top() - kGap - size.height());
  if (corner.y() < 0) {
    corner.setY(at.center().y() - size.height() / 2);
    corner.setX(at.right() + kGap + wide < window->width() ? at.right() + kGap : at.left() - kGap - wide);
  }
  corner.setX(std::clamp(corner.x(), kGap, std::max(kGap, window->width() - wide - kGap)));
  corner.setY(std::clamp(corner.y(), kGap, std::max(kGap, window->height() - size.height() - kGap)));
  move(corner);
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
  if (at_ < 0) return false;
  if (watched == parentWidget() && event->type() == QEvent::Resize)
    QMetaObject::invokeMethod(
        this,
        [this] {
          if (at_ >= 0) place();
        },
        Qt::QueuedConnection);
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();  // it becomes a key and no shortcut
    return true;
  }
  if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) return false;
  end();
  return true;
}

void Tour::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (at_ >= 0 && event->type() == QEvent::LanguageChange) retell();
}

}  // namespace sparring::ui
