#include "anatomy/layerbars.h"

#include <QEvent>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "base/theme.h"

namespace sparring::ui {
namespace {

constexpr double kBars = 1.7;  ///< height of the tallest, in heights of the font
constexpr double kStep = 2;    ///< a press makes a layer so many times wider
constexpr int64_t kNarrowest = 1, kWidest = 8192;
constexpr size_t kMostEdited = 4;  ///< hidden layers that have buttons: more are written in the panel

}  // namespace

LayerBars::LayerBars(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void LayerBars::setWidths(const std::vector<int64_t>& wished, const std::vector<int64_t>& now, bool readOnly) {
  if (wished == widths_ && now == now_ && readOnly == readOnly_) return;
  const bool others = wished.size() != widths_.size() || readOnly != readOnly_;
  widths_ = wished;
  now_ = now;
  readOnly_ = readOnly;
  if (others) makeButtons();
  updateGeometry();
  update();
}

void LayerBars::setName(const QString& name) {
  name_ = name;
  nameButtons();
}

QSize LayerBars::sizeHint() const {
  const int line = fontMetrics().height();
  const int number = fontMetrics().horizontalAdvance(QStringLiteral("0000")) + 6;
  return {int(widths_.size()) * number, int(kBars * line) + line + (buttons_.empty() ? 0 : line + 2)};
}

double LayerBars::column() const { return double(width()) / double(std::max<size_t>(widths_.size(), 1)); }

void LayerBars::makeButtons() {
  for (QToolButton* button : buttons_) button->deleteLater();
  buttons_.clear();
  const size_t hidden = widths_.size() < 2 ? 0 : widths_.size() - 2;
  if (readOnly_ || hidden > kMostEdited) return;
  for (size_t i = 0; i < hidden; ++i)
    for (const double by : {1 / kStep, kStep}) {
      auto* button = new QToolButton(this);
      button->setText(by < 1 ? QStringLiteral("−") : QStringLiteral("+"));
      button->setProperty("tight", true);  // there is room for the sign alone
      connect(button, &QToolButton::clicked, this, [this, i, by] { scale(i + 1, by); });
      button->show();
      buttons_.push_back(button);
    }
  nameButtons();
  placeButtons();
}

void LayerBars::placeButtons() {
  const int line = fontMetrics().height();
  for (size_t i = 0; i < buttons_.size(); ++i) {
    const double centre = (double(i / 2) + 1.5) * column();
    const int side = std::min(line, int(column() / 2));
    buttons_[i]->setGeometry(int(centre) - (i % 2 == 0 ? side : 0), height() - line, side, line);
  }
}

void LayerBars::nameButtons() {
  for (size_t i = 0; i < buttons_.size(); ++i) {
    const QString what = i % 2 == 0 ? tr("%1: hidden layer %2 half as wide, with the next start")
                                    : tr("%1: hidden layer %2 twice as wide, with the next start");
    buttons_[i]->setToolTip(what.arg(name_).arg(i / 2 + 1));
    buttons_[i]->setAccessibleName(buttons_[i]->toolTip());
  }
}

void LayerBars::scale(size_t layer, double by) {
  std::vector<int64_t> hidden(widths_.begin() + 1, widths_.end() - 1);
  int64_t& width = hidden[layer - 1];
  width = std::clamp(int64_t(std::llround(double(width) * by)), kNarrowest, kWidest);
  Q_EMIT edited(hidden);
}

void LayerBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double line = fontMetrics().height(), base = kBars * line;
  const double tallest = std::log2(1 + double(*std::ranges::max_element(widths_)));
  for (size_t i = 0; i < widths_.size(); ++i) {
    const bool waits = i >= now_.size() || now_[i] != widths_[i] || now_.size() != widths_.size();
    const double tall = std::max(2.0, base * std::log2(1 + double(widths_[i])) / tallest);
    const double wide = std::min(column() * 0.45, line);
    const QRectF bar((double(i) + 0.5) * column() - wide / 2, base - tall, wide, tall);
    const QColor colour = i == 0 || i + 1 == widths_.size() ? theme::muted() : theme::accent();
    painter.setPen(waits ? QPen(colour, 1.5, Qt::DotLine) : QPen(colour, 1));
    painter.setBrush(waits ? QBrush(Qt::NoBrush) : QBrush(theme::faded(colour, 0.45)));
    painter.drawRoundedRect(bar, 2, 2);
    painter.setPen(waits ? theme::accent() : theme::ink());
    painter.drawText(QRectF(double(i) * column(), base, column(), line), Qt::AlignCenter,
                     QString::number(widths_[i]) + (waits ? QStringLiteral("*") : QString()));
  }
}

void LayerBars::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  placeButtons();
}

void LayerBars::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) {
    updateGeometry();
    placeButtons();
  }
  if (event->type() == QEvent::LanguageChange) nameButtons();
}

}  // namespace sparring::ui
