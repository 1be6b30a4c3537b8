#include "curves/plotcanvas.h"

#include <QEvent>
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "curves/plotgraph.h"

namespace sparring::ui {
namespace {

// In heights of the plot. Noisy training curves have about ten.
constexpr double kLongestStroke = 25;
constexpr double kLongestDash = 15;
// Points a pixel from which a curve is a band of upright strokes: smoothing them costs most of the drawing and shows
// nothing.
constexpr double kBandFrom = 1.5;
constexpr double kLonePoint = 2.5;  ///< half the length of a point that stands alone, in pixels

// Between the middles of two labels, in heights of the font.
constexpr double kLabelApart = 1.3;
constexpr double kTickApart = 1.9;  ///< asked of a ticker that may take its ticks a half closer
constexpr double kStepsApart = 6;   ///< labels of steps stand side by side
constexpr double kAxisBelow = 2.5;  ///< height of the step axis: its labels and its name

/// A value on an axis, as short as it can be: "0.05", "1e-4".
QString axisNumber(double value) {
  const double size = std::abs(value);
  if (size < 1e-12) return localNumber(0);
  if (size >= 1e-3 && size < 1e5) return localNumber(value);
  const int exponent = int(std::floor(std::log10(size) + 1e-9));
  return QStringLiteral("%1e%2").arg(localNumber(value / std::pow(10.0, exponent))).arg(exponent);
}

/// Whole steps with group separators.
class StepTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override { return stepText(std::llround(tick)); }
};

class ValueTicker : public QCPAxisTicker {
 protected:
  QString getTickLabel(double tick, const QLocale&, QChar, int) override { return axisNumber(tick); }
};

class PercentTicker : public QCPAxisTicker {
 protected:
  QVector<double> createTickVector(double step, const QCPRange& range) override {
    QVector<double> ticks = QCPAxisTicker::createTickVector(step, range);
    ticks.removeIf([](double tick) { return tick < -1e-9 || tick > 1 + 1e-9; });  // there is nothing above 100 %
    return ticks;
  }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override { return percentText(tick, 0); }
};

/// Powers of ten, with as many between them as there is room for: QCustomPlot's own leaves ranges under a decade bare.
class LogTicker : public QCPAxisTicker {
 public:
  void setRoom(double labels) { room_ = labels; }  ///< how many fit one below the other

 protected:
  QVector<double> createTickVector(double step, const QCPRange& range) override {
    static const std::vector<std::vector<double>> mantissas = {
        {1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 5}, {1, 2, 5}, {1, 3}, {1}};
    const double apart = std::log10(range.upper / range.lower) / std::max(1.0, room_);
    if (ticksOf(range, mantissas.front(), 1).size() < 2) return QCPAxisTicker::createTickVector(step, range);
    for (const auto& between : mantissas)
      if (const auto ticks = ticksOf(range, between, 1); fit(ticks, apart)) return ticks;
    int stride = 2;
    while (!fit(ticksOf(range, {1}, stride), apart)) ++stride;
    return ticksOf(range, {1}, stride);
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override { return axisNumber(tick); }

 private:
  static QVector<double> ticksOf(const QCPRange& range, const std::vector<double>& mantissas, int stride) {
    QVector<double> ticks;
    const int last = int(std::ceil(std::log10(range.upper)));
    int decade = int(std::floor(std::log10(range.lower)));
    decade -= ((decade % stride) + stride) % stride;  // 1 is among them, whatever the range
    for (; decade <= last; decade += stride)
      for (const double mantissa : mantissas)
        if (const double tick = mantissa * std::pow(10.0, decade); range.contains(tick)) ticks.append(tick);
    return ticks;
  }
  static bool fit(const QVector<double>& ticks, double apart) {  // in decades
    for (qsizetype i = 1; i < ticks.size(); ++i)
      if (std::log10(ticks[i] / ticks[i - 1]) < apart) return false;
    return true;
  }
  double room_ = 5;
};

/// Marks drawn as a part of the plot, so that exports have them too.
class MarksLayer : public QCPLayerable {
 public:
  using Paint = std::function<void(QPainter&)>;
  MarksLayer(QCustomPlot* plot, const QString& layer, QCPAxisRect* rect, Paint paint)
      : QCPLayerable(plot, layer), rect_(rect), paint_(std::move(paint)) {}

 protected:
  QRect clipRect() const override {  // with the lane above
    QRect clip = rect_->rect();
    clip.setTop(rect_->outerRect().top());
    return clip;
  }
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
  void draw(QCPPainter* painter) override {
    painter->setFont(rect_->axis(QCPAxis::atBottom)->tickLabelFont());
    paint_(*painter);
  }

 private:
  QCPAxisRect* rect_;
  Paint paint_;
};

}  // namespace

struct PlotCanvas::Impl {
  explicit Impl(const PlotMarks& marks) : marks(marks) {}

  const PlotMarks& marks;
  PlotMarks::Lane lane;
  QCustomPlot* plot = nullptr;
  ValueScale scale = ValueScale::Linear;
  theme::Tone tone = theme::Tone::Light;
  std::optional<QFont> font;  ///< none before the first setTone()

  void layOut(QSizeF size);
  void thinTicks(QSizeF inner, double em);
  QVector<QCPGraphData> dataOf(const Curve& curve) const;
  QPen pen(const Curve& curve, const QVector<QCPGraphData>& data) const;
  QCPAxis* steps() const { return plot->xAxis; }
  QCPAxis* values() const { return plot->yAxis; }
  PlotFrame frame() const { return {QRectF(plot->axisRect()->rect()), steps()->range().lower, steps()->range().upper}; }
};

PlotCanvas::PlotCanvas(const PlotMarks& marks, QWidget* parent)
    : QWidget(parent), impl_(std::make_unique<Impl>(marks)) {
  impl_->plot = new QCustomPlot(this);
  QCustomPlot* plot = impl_->plot;
  plot->setAttribute(Qt::WA_TransparentForMouseEvents);
  plot->setFocusPolicy(Qt::NoFocus);
  plot->setInteractions(QCP::Interactions());
  plot->setNoAntialiasingOnDrag(false);
  plot->setAutoAddPlottableToLegend(false);  // it has its own, and would lay it out with every replot
  plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new StepTicker));
  plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new ValueTicker));
  Impl* impl = impl_.get();
  new MarksLayer(plot, QStringLiteral("background"), plot->axisRect(),
                 [impl](QPainter& painter) { impl->marks.paintBands(painter, impl->frame(), impl->lane, impl->tone); });
  new MarksLayer(plot, QStringLiteral("overlay"), plot->axisRect(), [impl](QPainter& painter) {
    impl->marks.paintMarkers(painter, impl->frame(), impl->lane, impl->tone);
  });
  connect(plot, &QCustomPlot::afterReplot, this, &PlotCanvas::laidOut);
  setTone(theme::tone());
  retranslate();
}

PlotCanvas::~PlotCanvas() = default;

void PlotCanvas::setCurves(const std::vector<Curve>& curves) {
  QCustomPlot* plot = impl_->plot;
  while (plot->graphCount() > int(curves.size())) plot->removeGraph(plot->graphCount() - 1);
  while (plot->graphCount() < int(curves.size())) (new PlotGraph(plot->xAxis, plot->yAxis))->setAdaptiveSampling(false);
  for (size_t i = 0; i < curves.size(); ++i) {
    const QVector<QCPGraphData> data = impl_->dataOf(curves[i]);
    QCPGraph* graph = plot->graph(int(i));
    graph->setPen(impl_->pen(curves[i], data));
    graph->setAntialiased(data.size() < kBandFrom * plot->axisRect()->width());
    graph->data()->set(data, true);
  }
}

QVector<QCPGraphData> PlotCanvas::Impl::dataOf(const Curve& curve) const {
  QVector<QCPGraphData> data;
  data.reserve(qsizetype(curve.points.size()));
  const double pixel = steps()->range().size() / std::max(1, plot->axisRect()->width());
  const auto seen = [&](size_t i) {  // a logarithm has no place for the rest: a gap shows it
    return i < curve.points.size() && std::isfinite(curve.points[i].value) &&
           (scale != ValueScale::Log || curve.points[i].value > 0);
  };
  for (size_t i = 0; i < curve.points.size(); ++i) {
    const auto& [step, value] = curve.points[i];
    if (!seen(i)) {
      data.append({step, std::nan("")});
    } else if ((i > 0 && seen(i - 1)) || seen(i + 1)) {
      data.append({step, value});
    } else {  // a point without neighbours would be invisible as a line
      data.append({step - kLonePoint * pixel, value});
      data.append({step + kLonePoint * pixel, value});
    }
  }
  return data;
}

/// Strokes wider than a device pixel cost time by their length, dashed ones most: seconds for a million noisy values. A
/// curve that goes up and down so often is a filled band, in which its width would not be seen: it gets a hairline.
QPen PlotCanvas::Impl::pen(const Curve& curve, const QVector<QCPGraphData>& data) const {
  const QCPRange range = values()->range();
  const bool log = scale == ValueScale::Log;
  const auto height = [&](double value) {
    return log ? std::log(value / range.lower) / std::log(range.upper / range.lower)
               : (value - range.lower) / range.size();
  };
  double length = 0;  // in heights of the plot
  for (qsizetype i = 1; i < data.size(); ++i) {
    const double rise = std::abs(height(data[i].value) - height(data[i - 1].value));
    if (std::isfinite(rise)) length += std::min(rise, 1.0);
  }
  const bool solid = curve.dash == Qt::SolidLine;
  if (length > (solid ? kLongestStroke : kLongestDash)) return QPen(curve.colour, 0, curve.dash);
  // as the text grows, so that both are seen from afar
  const double width = curve.width * std::max(1.0, theme::textSize() / double(theme::kUsualText));
  return QPen(curve.colour, width, curve.dash, solid ? Qt::SquareCap : Qt::FlatCap, Qt::BevelJoin);
}

void PlotCanvas::setScale(ValueScale scale) {
  if (scale == impl_->scale) return;
  impl_->scale = scale;
  QCPAxisTicker* ticker = nullptr;
  if (scale == ValueScale::Log)
    ticker = new LogTicker;
  else if (scale == ValueScale::Percent)
    ticker = new PercentTicker;
  else
    ticker = new ValueTicker;
  impl_->values()->setTicker(QSharedPointer<QCPAxisTicker>(ticker));
  impl_->values()->setScaleType(scale == ValueScale::Log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
}

void PlotCanvas::setRanges(double from, double to, double low, double high) {
  impl_->steps()->setRange(from, to);
  impl_->values()->setRange(low, high);
}

void PlotCanvas::setTone(theme::Tone tone) {
  if (tone == impl_->tone && font() == impl_->font) return;
  impl_->tone = tone;
  impl_->font = font();
  QCustomPlot* plot = impl_->plot;
  plot->setBackground(QBrush(theme::paper(tone)));
  QFont small = font();
  small.setPointSizeF(0.9 * font().pointSizeF());
  const double em = QFontMetricsF(small).height();
  for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
    axis->setTickLabelFont(small);
    axis->setTickLabelColor(theme::muted(tone));
    axis->setLabelFont(small);
    axis->setLabelColor(theme::muted(tone));
    axis->setBasePen(QPen(theme::mix(theme::grid(tone), theme::muted(tone), 0.35), 1));
    axis->setTickPen(Qt::NoPen);
    axis->setSubTicks(false);
    axis->setTickLengthIn(0);
    axis->grid()->setPen(QPen(theme::grid(tone), 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
  }
  plot->yAxis->setBasePen(Qt::NoPen);
  plot->xAxis->grid()->setVisible(false);
  plot->xAxis->setLabelPadding(0);
  plot->xAxis->setTickLabelPadding(int(0.2 * em));
  plot->yAxis->setTickLabelPadding(int(0.4 * em));
  // a fixed left margin, so that plots above each other share their step axis
  plot->axisRect()->setAutoMargins(QCP::msBottom);
  const int left = int(QFontMetricsF(small).horizontalAdvance(QStringLiteral("-2.5e-4")) + 0.7 * em);
  plot->axisRect()->setMargins(QMargins(left, int(0.4 * em), int(1.2 * em), 0));
}

/// For a canvas of that size: room above the frame for what stands there, and as many labels as fit beside it.
void PlotCanvas::Impl::layOut(QSizeF size) {
  const QFontMetricsF metrics(steps()->tickLabelFont());
  const double em = metrics.height();
  QMargins margins = plot->axisRect()->margins();
  const QRectF frame(margins.left(), 0, std::max(1.0, size.width() - margins.left() - margins.right()), size.height());
  lane = marks.lane({frame, steps()->range().lower, steps()->range().upper}, size.height(), metrics);
  margins.setTop(int(std::ceil(std::max(0.5 * em, lane.height()))));
  plot->axisRect()->setMargins(margins);
  thinTicks({frame.width(), size.height() - margins.top() - kAxisBelow * em}, em);
}

void PlotCanvas::Impl::thinTicks(QSizeF inner, double em) {
  const auto thin = [](QCPAxis* axis, double room) { axis->ticker()->setTickCount(std::clamp(int(room), 1, 5)); };
  thin(steps(), inner.width() / (kStepsApart * em));
  thin(values(), inner.height() / (kTickApart * em));
  if (const auto log = values()->ticker().dynamicCast<LogTicker>()) log->setRoom(inner.height() / (kLabelApart * em));
}

void PlotCanvas::setBlank(bool blank) {
  impl_->values()->grid()->setVisible(!blank);
  impl_->values()->setTickLabels(!blank);
  impl_->steps()->setTickLabels(!blank);
}

void PlotCanvas::replot() {
  impl_->layOut(size());
  impl_->plot->setBufferDevicePixelRatio(devicePixelRatioF());
  impl_->plot->replot(QCustomPlot::rpQueuedRefresh);
}

std::vector<PlotCanvas::Tick> PlotCanvas::valueTicks() const {
  std::vector<Tick> ticks;
  const QCPAxis* axis = impl_->values();
  const QVector<double> values = axis->tickVector();
  const QVector<QString> labels = axis->tickVectorLabels();
  for (qsizetype i = 0; i < std::min(values.size(), labels.size()); ++i)
    if (axis->range().contains(values[i])) ticks.push_back({axis->coordToPixel(values[i]), labels[i]});
  return ticks;
}

PlotFrame PlotCanvas::frame() const { return impl_->frame(); }

double PlotCanvas::toY(double value) const {
  if (impl_->scale == ValueScale::Log) value = std::max(value, 1e-300);
  return impl_->values()->coordToPixel(value);
}

double PlotCanvas::toValue(double y) const { return impl_->values()->pixelToCoord(y); }

void PlotCanvas::paintTo(QPaintDevice& device, QRect area, const std::function<void(QPainter&)>& before) {
  QCPPainter painter(&device);
  // a picture is drawn like the screen; in SVG and PDF a curve stays one path
  const bool vectors = device.devType() != QInternal::Image;
  painter.setMode(vectors ? QCPPainter::pmVectorized : QCPPainter::pmNoCaching);
  painter.setMode(QCPPainter::pmNonCosmetic, vectors);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(font());
  before(painter);
  painter.translate(area.topLeft());
  impl_->layOut(area.size());
  impl_->plot->toPainter(&painter, area.width(), area.height());
  impl_->layOut(size());
}

void PlotCanvas::resizeEvent(QResizeEvent*) {
  if (!rect().isEmpty()) impl_->plot->setGeometry(rect());  // else on a page never shown: nothing to draw on
}

void PlotCanvas::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PlotCanvas::retranslate() { impl_->plot->xAxis->setLabel(tr("step")); }

}  // namespace sparring::ui
