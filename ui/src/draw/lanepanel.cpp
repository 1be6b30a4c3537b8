#include "draw/lanepanel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "draw/explaintiles.h"
#include "draw/sliceview.h"
#include "widgets/barchart.h"

namespace sparring::ui {
namespace {

constexpr double kNarrow = 23, kLargestTile = 8.7;      // in heights of the font
constexpr double kLengthName = 5, kLengthFigure = 3.5;  // beside the smallest ε, in heights of the font

QString verdictText(const ImageKind& kind, const LaneReading& reading) {
  const int c = reading.predicted();
  return QStringLiteral("%1 · %2").arg(className(kind, c), percentText(double(reading.probabilities[size_t(c)]), 0));
}

}  // namespace

LanePanel::LanePanel(double lambda, const ImageKind& kind, QWidget* parent)
    : QWidget(parent), lambda_(lambda), kind_(kind) {
  title_ = new QLabel(this);
  title_->setTextFormat(Qt::RichText);
  length_ = new QWidget(this);
  length_->setFixedHeight(int(1.4 * fontMetrics().height()));
  before_ = new BarChart(this);
  after_ = new BarChart(this);
  tiles_ = new ExplainTiles(this);
  slice_ = new SliceView(this);
  const int em = fontMetrics().height();
  for (auto* chart : {before_, after_}) chart->setFixedHeight(int(6.5 * em));
  slice_->setFixedHeight(int(8.7 * em));
  grid_ = new QGridLayout(this);
  grid_->setContentsMargins(0, 0, 0, em / 2);
  grid_->setSpacing(em / 3);
  for (int column = 0; column < 4; ++column) grid_->setColumnStretch(column, 1);
  arrange(false);
  refresh();
}

/// Side by side where there is room, else one below the other.
void LanePanel::arrange(bool narrow) {
  narrow_ = narrow;
  for (QWidget* widget : std::initializer_list<QWidget*>{title_, length_, before_, after_, tiles_, slice_})
    grid_->removeWidget(widget);
  grid_->addWidget(title_, 0, 0, 1, 4);
  grid_->addWidget(length_, 1, 0, 1, 4);
  grid_->addWidget(before_, 2, 0, 1, narrow ? 4 : 2);
  grid_->addWidget(after_, narrow ? 3 : 2, narrow ? 0 : 2, 1, narrow ? 4 : 2);
  grid_->addWidget(tiles_, 4, 0, 1, narrow ? 4 : 3);
  grid_->addWidget(slice_, narrow ? 5 : 4, narrow ? 0 : 3, 1, narrow ? 4 : 1, Qt::AlignTop);
}

void LanePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const double em = fontMetrics().height();
  // tiles as large as the width allows, with their captions
  const double tile = narrow_ ? width() / 3.0 : 0.75 * width() / 3;
  tiles_->setFixedHeight(int(std::min(tile, kLargestTile * em) + 1.3 * em));
  if (const bool narrow = width() < kNarrow * em; narrow != narrow_) arrange(narrow);
}

void LanePanel::fill(BarChart& chart, const QString& title, const LaneReading& reading,
                     std::optional<int> expected) const {
  std::vector<BarChart::Bar> bars;
  for (int c = 0; c < kind_.classes; ++c) {
    const double p = double(reading.probabilities[size_t(c)]);
    const QString name = className(kind_, c);
    bars.push_back({name, p >= 0.005 ? QLocale().toString(100 * p, 'f', 0) : QString(),
                    QStringLiteral("%1: %2").arg(name, percentText(p, 2)), p,
                    expected && c != *expected && c == reading.predicted()});
  }
  chart.setTitle(title);
  chart.setBars(std::move(bars), 1);
}

void LanePanel::setReading(const LaneReading& reading, std::optional<int> label) {
  reading_ = reading;
  label_ = label;
  refresh();
}

void LanePanel::setAnswer(const Pixels& x, const LaneAnswer* answer, double scale) {
  answer_ = answer ? std::optional(*answer) : std::nullopt;
  scale_ = scale;
  slice_->setOld();
  tiles_->setAnswer(x, answer, kind_);
  refresh();
}

void LanePanel::setSlice(std::shared_ptr<const Slice> slice, double epsilon) {
  slice_->setSlice(std::move(slice), kind_, epsilon, lambda_);
}

void LanePanel::refresh() {
  if (reading_) fill(*before_, tr("reads %1").arg(verdictText(kind_, *reading_)), *reading_, label_);
  if (answer_)
    fill(*after_, tr("attacked: %1").arg(verdictText(kind_, answer_->attacked.after)), answer_->attacked.after,
         answer_->attacked.from);
  after_->setVisible(answer_.has_value());
  tiles_->setVisible(answer_.has_value());
  slice_->setVisible(answer_.has_value());
  QString title = QStringLiteral("<b>%1</b>").arg(lambdaName(lambda_));
  if (answer_) {
    const QString verdict = answer_->turned() ? tr("✗ turned") : tr("✓ holds");
    title += QStringLiteral(" &nbsp;%1").arg(answer_->there ? tr("– already that class") : verdict);
  }
  title_->setText(title);
  setAccessibleName(lambdaName(lambda_));
  length_->setToolTip(tr("The smallest ε at which PGD turns the verdict; all λ have one scale"));
  setAccessibleDescription(words());
  update();
}

QString LanePanel::words() const {
  if (!reading_) return {};
  QStringList sentences{tr("%1 reads %2.").arg(lambdaName(lambda_), verdictText(kind_, *reading_))};
  if (answer_) {
    sentences << tr("Under attack it reads %1.").arg(verdictText(kind_, answer_->attacked.after));
    sentences
        << (answer_->there ? tr("The image has the attack's class already.")
            : answer_->flip.epsilon
                ? tr("The smallest ε that turns it is %1.").arg(QLocale().toString(*answer_->flip.epsilon, 'f', 3))
                : tr("No ε up to %1 turns it.").arg(localNumber(answer_->flip.most)));
  }
  return sentences.join(u' ');
}

QRectF LanePanel::lengthPlace() const {
  const double em = fontMetrics().height();
  return QRectF(length_->geometry()).adjusted(kLengthName * em, 0.25 * em, -kLengthFigure * em, -0.25 * em);
}

// The smallest ε as a length: all lanes have one scale, so that lengths are compared.
void LanePanel::paintEvent(QPaintEvent*) {
  if (!answer_ || answer_->there) return;
  QPainter painter(this);
  const double em = fontMetrics().height();
  const QRectF place = lengthPlace(), row(length_->geometry());
  painter.setPen(theme::muted());
  painter.drawText(QRectF(row.left(), row.top(), kLengthName * em, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                   tr("smallest ε"));
  const double epsilon = answer_->flip.epsilon.value_or(scale_);
  painter.fillRect(place, theme::mix(theme::paper(), theme::muted(), 0.15));
  painter.fillRect(
      QRectF(place.left(), place.top(), place.width() * std::clamp(epsilon / scale_, 0.0, 1.0), place.height()),
      answer_->flip.epsilon ? theme::accent() : theme::good());
  painter.setPen(theme::ink());
  const QString figure = answer_->flip.epsilon ? QLocale().toString(epsilon, 'f', 3)
                                               : QStringLiteral("> %1").arg(localNumber(answer_->flip.most));
  painter.drawText(QRectF(place.right() + 0.4 * em, row.top(), kLengthFigure * em, row.height()),
                   Qt::AlignVCenter | Qt::AlignLeft, figure);
}

void LanePanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) refresh();
}

}  // namespace sparring::ui
