#include "curves/plotlegend.h"

#include <QPainter>
#include <algorithm>
#include <iterator>
#include <utility>

#include "base/metrictext.h"
#include "base/text.h"
#include "widgets/flowlayout.h"

namespace sparring::ui {
namespace {

/// By the metric's place in its plot.
constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};

}  // namespace

QColor LineLook::in(theme::Tone tone) const {
  switch (colour) {
    case Colour::Lane:
      return theme::lane(lane, lanes, tone);
    case Colour::Muted:
      return theme::muted(tone);
    case Colour::Ink:
      return theme::ink(tone);
    case Colour::Metric:
      break;
  }
  return theme::line(line, tone);
}

LegendButton::LegendButton(const QString& text, LineLook look, QWidget* parent) : QAbstractButton(parent), look_(look) {
  setText(text);
  setCheckable(true);
  setChecked(true);
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
}

QSize LegendButton::sizeHint() const {
  const QFontMetrics metrics = fontMetrics();
  return QSize(int(metrics.horizontalAdvance(text()) + 2.3 * metrics.height()), int(1.4 * metrics.height()));
}

void LegendButton::paint(QPainter& painter, const QRectF& rect, theme::Tone tone) const {
  const double em = QFontMetricsF(painter.font()).height();
  const QColor colour = look_.in(tone), paper = theme::paper(tone);
  QPen pen(isChecked() ? colour : theme::mix(paper, colour, 0.35), 0.14 * em, look_.dash, Qt::FlatCap);
  painter.setPen(pen);
  painter.drawLine(QPointF(rect.left() + 0.3 * em, rect.center().y()),
                   QPointF(rect.left() + 1.5 * em, rect.center().y()));
  painter.setPen(isChecked() ? theme::ink(tone) : theme::mix(paper, theme::muted(tone), 0.6));
  painter.drawText(rect.adjusted(1.8 * em, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void LegendButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double radius = 0.25 * fontMetrics().height();
  if (underMouse()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::mix(theme::paper(), theme::ink(), 0.07));
    painter.drawRoundedRect(QRectF(rect()), radius, radius);
  }
  if (hasFocus()) {
    painter.setPen(QPen(theme::accent(), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  }
  paint(painter, rect(), theme::tone());
}

void LegendButton::enterEvent(QEnterEvent*) { update(); }

void LegendButton::leaveEvent(QEvent*) { update(); }

PlotLegend::PlotLegend(std::vector<Metric> metrics, QWidget* parent)
    : QWidget(parent), metrics_(std::move(metrics)), lines_(theme::linesOf(metrics_)) {
  auto* layout = new FlowLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  rebuild();
}

LegendButton* PlotLegend::add(const QString& text, LineLook look, bool on, const QString& tip) {
  auto* button = new LegendButton(text, look, this);
  button->setChecked(on);
  button->setToolTip(tip + u'\n' + tr("Click to show or hide"));
  button->setAccessibleName(tr("Show %1").arg(text));
  button->setAccessibleDescription(tip);
  layout()->addWidget(button);
  return button;
}

void PlotLegend::setLanes(const std::vector<double>& lambdas) {
  lambdas_ = lambdas.empty() ? std::vector<double>{1.0} : lambdas;
  rebuild();
}

void PlotLegend::setMetrics(std::vector<Metric> metrics) {
  metrics_ = std::move(metrics);
  lines_ = theme::linesOf(metrics_);
  rebuild();
}

void PlotLegend::setBeside(const QString& run) {
  if (run == beside_) return;
  beside_ = run;
  rebuild();
  Q_EMIT changed();
}

void PlotLegend::setBesideOn(bool on) {
  besideOn_ = on;
  if (besideButton_) besideButton_->setChecked(on);
}

LineLook PlotLegend::besideLook(Metric metric, int lane) const {
  LineLook look = this->look(metric, lane);
  look.dash = look.dash == Qt::SolidLine ? Qt::DashLine : Qt::DotLine;
  return look;
}

void PlotLegend::setHidden(std::set<std::string> keys) {
  hidden_ = std::move(keys);
  rebuild();
  Q_EMIT changed();
}

bool PlotLegend::hidesAny() const {
  const auto off = [](const LegendButton* button) { return !button->isChecked(); };
  return std::ranges::any_of(metricButtons_, off) || std::ranges::any_of(laneButtons_, off);
}

void PlotLegend::showAll() {
  for (auto* button : laneButtons_) button->setChecked(true);
  setHidden({});
}

/// Of an accuracy the title of the plot says what it is.
QString PlotLegend::name(Metric metric) const {
  return isAccuracy(metric) ? shortLabel(metric, metrics_) : label(metric, metrics_);
}

LineLook PlotLegend::look(Metric metric, int lane) const {
  const size_t at = place(metric);
  LineLook look{kDashes[at % std::size(kDashes)], lines_[at], lane, lanes(), LineLook::Colour::Metric};
  if (lanes() <= 1) return look;
  if (metricRow(metric).perLane)
    look.colour = LineLook::Colour::Lane;
  else
    look.colour = metric == Metric::G ? LineLook::Colour::Ink : LineLook::Colour::Muted;
  return look;
}

void PlotLegend::rebuild() {
  std::vector<bool> laneOn;
  for (const auto* button : laneButtons_) laneOn.push_back(button->isChecked());
  qDeleteAll(metricButtons_);
  qDeleteAll(laneButtons_);
  metricButtons_.clear();
  laneButtons_.clear();
  delete std::exchange(besideButton_, nullptr);
  for (const Metric metric : metrics_) {
    LineLook look = this->look(metric, 0);
    if (look.colour == LineLook::Colour::Lane) look.colour = LineLook::Colour::Muted;
    const std::string key = metricKey(metric, metrics_);
    auto* button = add(name(metric), look, !hidden_.contains(key), meaning(metric));
    connect(button, &QAbstractButton::toggled, this, [this, key](bool on) {
      if (on)
        hidden_.erase(key);
      else
        hidden_.insert(key);
      Q_EMIT changed();
    });
    metricButtons_.push_back(button);
  }
  for (int k = 0; lanes() > 1 && k < lanes(); ++k) {
    const LineLook look{Qt::SolidLine, 0, k, lanes(), LineLook::Colour::Lane};
    const QString name = lambdaName(lambdas_[size_t(k)]);
    auto* button = add(name, look, size_t(k) >= laneOn.size() || laneOn[size_t(k)],
                       tr("The classifier trained with %1").arg(name));
    connect(button, &QAbstractButton::toggled, this, &PlotLegend::changed);
    laneButtons_.push_back(button);
  }
  if (!beside_.isEmpty()) {
    besideButton_ = add(tr("Parent: %1").arg(beside_), {Qt::DashLine, 0, 0, 1, LineLook::Colour::Muted}, besideOn_,
                        tr("What the run that this one is a fork of went on to do"));
    connect(besideButton_, &QAbstractButton::toggled, this, [this](bool on) {
      besideOn_ = on;
      Q_EMIT changed();
      Q_EMIT besideToggled(on);
    });
    besideButton_->show();
  }
  for (auto* button : metricButtons_) button->show();
  for (auto* button : laneButtons_) button->show();
  updateGeometry();
}

/// Those that do not stand here count as the first.
size_t PlotLegend::place(Metric metric) const {
  const auto found = std::find(metrics_.begin(), metrics_.end(), metric);
  return found == metrics_.end() ? 0 : size_t(found - metrics_.begin());
}

LegendButton* PlotLegend::button(Metric metric) const {
  const size_t at = place(metric);
  return at < metrics_.size() && metrics_[at] == metric ? metricButtons_[at] : nullptr;
}

LegendButton* PlotLegend::laneButton(int lane) const {
  return lane >= 0 && size_t(lane) < laneButtons_.size() ? laneButtons_[size_t(lane)] : nullptr;
}

bool PlotLegend::shows(Metric metric, int lane) const {
  const LegendButton* of = button(metric);
  if (!of || !of->isChecked()) return false;
  const LegendButton* ofLane = metricRow(metric).perLane ? laneButton(lane) : nullptr;
  return !ofLane || ofLane->isChecked();
}

double PlotLegend::paint(QPainter& painter, QPointF topLeft, double width, theme::Tone tone) const {
  double x = 0, y = 0, line = 0;
  std::vector<LegendButton*> all = metricButtons_;
  all.insert(all.end(), laneButtons_.begin(), laneButtons_.end());
  if (besideButton_) all.push_back(besideButton_);
  for (const LegendButton* button : all) {
    if (!button->isChecked()) continue;
    const QSizeF size = button->sizeHint();
    if (x > 0 && x + size.width() > width) x = 0, y += line;
    button->paint(painter, QRectF(topLeft + QPointF(x, y), size), tone);
    x += size.width();
    line = size.height();
  }
  return y + line;
}

}  // namespace sparring::ui
