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
constexpr double kLongestDash = 6;
// Points a pixel from which a curve is a band of upright strokes: smoothing them costs most of the drawing and shows
// nothing.
constexpr double kBandFrom = 1.5;

/// Whole steps with group separators.
class StepTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override { return stepText(std::llround(tick)); }
};

class ValueTicker : public QCPAxisTicker {
 protected:
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return localNumber(std::abs(tick) < 1e-12 ? 0.0 : tick);
  }
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

/// Powers of ten, with 2 and 5 between them where there is room: QCustomPlot's own leaves ranges under a decade bare.
class LogTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange&) override { return 1; }
  QVector<double> createTickVector(double, const QCPRange& range) override {
    const double decades = std::log10(range.upper / range.lower);
    const std::vector<double> mantissas = decades < 0.9   ? std::vector<double>{1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9}
                                          : decades < 2.5 ? std::vector<double>{1, 2, 5}
                                                          : std::vector<double>{1};
    return between(range, mantissas);
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override { return localNumber(tick); }

 private:
  static QVector<double> between(const QCPRange& range, const std::vector<double>& mantissas) {
    QVector<double> ticks;
    const int first = int(std::floor(std::log10(range.lower))), last = int(std::ceil(std::log10(range.upper)));
    const int stride = std::max(1, (last - first) / 7);
    for (int decade = first; decade <= last; decade += stride)
      for (const double mantissa : mantissas) ticks.append(mantissa * std::pow(10.0, decade));
    return ticks;
  }
};

/// Marks drawn as a part of the plot, so that exports have them too.
class MarksLayer : public QCPLayerable {
 public:
  using Paint = std::function<void(QPainter&)>;
  MarksLayer(QCustomPlot* plot, const QString& layer, QCPAxisRect* rect, Paint paint)
      : QCPLayerable(plot, layer), rect_(rect), paint_(std::move(paint)) {}

 protected:
  QRect clipRect() const override { return rect_->rect(); }
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
  QCustomPlot* plot = nullptr;
  ValueScale scale = ValueScale::Linear;
  theme::Tone tone = theme::Tone::Light;
  std::optional<QFont> font;  ///< none before the first setTone()

  QPen pen(const Curve& curve, const QVector<QCPGraphData>& data) const;
  QCPAxis* steps() const { return plot->xAxis; }
  QCPAxis* values() const { return plot->yAxis; }
  PlotFrame frame() const { return {QRectF(plot->axisRect()->rect()), steps()->range().lower, steps()->range().upper}; }
};

PlotCanvas::PlotCanvas(const PlotMarks& marks, QWidget* parent) : QWidget(parent), impl_(std::make_unique<Impl>()) {
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
                 [&marks, impl](QPainter& painter) { marks.paintBands(painter, impl->frame(), impl->tone); });
  new MarksLayer(plot, QStringLiteral("overlay"), plot->axisRect(),
                 [&marks, impl](QPainter& painter) { marks.paintMarkers(painter, impl->frame(), impl->tone); });
  connect(plot, &QCustomPlot::afterReplot, this, &PlotCanvas::laidOut);
  setTone(theme::tone());
  retranslate();
}

PlotCanvas::~PlotCanvas() = default;

void PlotCanvas::setCurves(const std::vector<Curve>& curves) {
  QCustomPlot* plot = impl_->plot;
  while (plot->graphCount() > int(curves.size())) plot->removeGraph(plot->graphCount() - 1);
  while (plot->graphCount() < int(curves.size())) (new PlotGraph(plot->xAxis, plot->yAxis))->setAdaptiveSampling(false);
  const bool log = impl_->scale == ValueScale::Log;
  for (size_t i = 0; i < curves.size(); ++i) {
    QVector<QCPGraphData> data;
    data.reserve(qsizetype(curves[i].points.size()));
    for (const SeriesPoint& point : curves[i].points)  // a logarithm has no place for the rest: a gap shows it
      data.append({point.step, log && point.value <= 0 ? std::nan("") : point.value});
    QCPGraph* graph = plot->graph(int(i));
    graph->setPen(impl_->pen(curves[i], data));
    graph->setAntialiased(data.size() < kBandFrom * plot->axisRect()->width());
    // a series of one point would be invisible as a line
    graph->setScatterStyle(data.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 3 * curves[i].width)
                                            : QCPScatterStyle());
    graph->data()->set(data, true);
  }
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
  return QPen(curve.colour, curve.width, curve.dash, solid ? Qt::SquareCap : Qt::FlatCap, Qt::BevelJoin);
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
  const int left = int(QFontMetricsF(small).horizontalAdvance(QStringLiteral("0.0000")) + 0.9 * em);
  plot->axisRect()->setMargins(QMargins(left, int(0.4 * em), int(1.2 * em), 0));
}

void PlotCanvas::setBlank(bool blank) {
  impl_->values()->grid()->setVisible(!blank);
  impl_->values()->setTickLabels(!blank);
  impl_->steps()->setTickLabels(!blank);
}

void PlotCanvas::replot() {
  impl_->plot->setBufferDevicePixelRatio(devicePixelRatioF());
  impl_->plot->replot(QCustomPlot::rpQueuedRefresh);
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
  impl_->plot->toPainter(&painter, area.width(), area.height());
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
