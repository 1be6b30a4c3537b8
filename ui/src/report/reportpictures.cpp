#include "report/reportpictures.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/attacktext.h"
#include "base/text.h"
#include "curves/plotview.h"
#include "frontier/frontierdrawing.h"
#include "robustness/robustfigures.h"
#include "shown/trace.h"
#include "sparring/phases.h"
#include "sparring/pictures.h"

namespace sparring::ui {
namespace {

constexpr QSize kPlotSize(960, 400);  ///< logical pixels
constexpr QSize kFrontierSize(960, 520);
constexpr QSize kPanelSize(480, 320);  ///< of one attack
constexpr QSize kBarsSize(960, 360);
constexpr double kScale = 2;  ///< picture pixels a logical pixel
constexpr size_t kMostSamples = 6;

/// Ink in the colours of the tone; photographs as they are.
QImage inked(const QImage& picture, theme::Tone tone) {
  const auto grid = gridFromText(picture.text(QString::fromLatin1(kPictureText)).toStdString());
  if (grid && (grid->images.kind.channels == 3 || !grid->images.kind.ink)) return picture;
  QImage image = picture.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_Indexed8);
  for (int i = 0; i < image.colorCount(); ++i) {
    const double ink = qGray(image.color(i)) / 255.0;
    image.setColor(i, theme::mix(theme::paper(tone), theme::ink(tone), ink).rgb());
  }
  return image.convertToFormat(QImage::Format_RGB32);
}

struct Sample {
  int64_t step;
  QImage image;
};

std::vector<Sample> readSamples(const std::filesystem::path& run, const RunRecord& record, theme::Tone tone) {
  std::vector<Sample> samples;
  for (const int64_t step : spread(record.samples, kMostSamples)) {
    const QImage grey(QString::fromStdString(samplesPath(run, step).string()));
    if (!grey.isNull()) samples.push_back({step, inked(grey, tone)});
  }
  return samples;
}

QImage drawDigits(const std::vector<Sample>& samples, theme::Tone tone) {
  if (samples.empty()) return {};
  const QFont font = QApplication::font();
  const double em = QFontMetricsF(font).height(), gap = 0.8 * em;
  // the widest that fits six in a row, so that few samples do not become huge
  const double width = (kPlotSize.width() - gap * (kMostSamples + 1)) / double(kMostSamples);
  double tallest = 0;
  for (const Sample& sample : samples)
    tallest = std::max(tallest, width * sample.image.height() / sample.image.width());
  const QSizeF size(gap + double(samples.size()) * (width + gap), tallest + 2.6 * em);
  QImage image((size * kScale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(kScale);
  image.fill(theme::paper(tone));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.setFont(font);
  painter.setPen(theme::muted(tone));
  double x = gap;
  for (const Sample& sample : samples) {
    const double height = width * sample.image.height() / sample.image.width();
    painter.drawText(QRectF(x, 0.4 * em, width, 1.4 * em), Qt::AlignCenter,
                     QCoreApplication::translate("report", "step %1").arg(stepText(sample.step)));
    painter.drawImage(QRectF(x, 2.0 * em, width, height), sample.image);
    x += width + gap;
  }
  return image;
}

QImage drawFrontier(const RunRecord& record, theme::Tone tone) {
  const Evaluations evaluations = evaluationsOf(record);
  const bool attacked = evaluations.accuracies().size() > 1;
  if (evaluations.lanes() < 2 || evaluations.empty() || !attacked) return {};
  QImage image(kFrontierSize * kScale, QImage::Format_RGB32);
  image.setDevicePixelRatio(kScale);
  QPainter painter(&image);
  const Metric robust = evaluations.mainAttack();
  const FrontierAxes axes = axesFor(Extent::Lanes, evaluations, {}, robust);
  FrontierDrawing(evaluations, {{}, robust, axes, {}}, kFrontierSize, QApplication::font()).paint(painter, tone);
  return image;
}

/// Attacks in two columns, corruptions across below them.
QImage drawRobustness(const Compared& compared, theme::Tone tone) {
  if (!compared.trained) return {};
  std::vector<StrengthContent> panels;
  for (const Curve& curve : compared.trained->lane->curves)
    if (!attackInfo(curve.attack.name).corruption())
      panels.push_back(strengthContent(compared.lanes, compared.baseline, curve.attack.name));
  const int rows = int(panels.size() + 1) / 2;
  const QSize size(kPlotSize.width(), rows * kPanelSize.height() + kBarsSize.height());
  QImage image(size * kScale, QImage::Format_RGB32);
  image.setDevicePixelRatio(kScale);
  image.fill(theme::paper(tone));
  QPainter painter(&image);
  const QFont font = QApplication::font();
  for (size_t i = 0; i < panels.size(); ++i) {
    painter.save();
    painter.translate(double(i % 2) * kPanelSize.width(), double(i / 2) * kPanelSize.height());
    StrengthFigure(std::move(panels[i]), kPanelSize, font, tone).paint(painter, tone);
    painter.restore();
  }
  painter.translate(0, rows * kPanelSize.height());
  CorruptionFigure(corruptionContent(*compared.trained, compared.baseline), kBarsSize, font, tone).paint(painter, tone);
  return image;
}

QImage drawCurves(PlotView::Kind kind, const RunRecord& record, theme::Tone tone) {
  const AdversaryInfo& opponent = adversaryInfo(record.config.params.adversary);
  SeriesStore store;
  store.setOpponent(opponent);
  PlotView plot(kind, store);
  plot.setLogScale(true);
  plot.setLanes(paramsAfter(record.config.params, record.events).lambda);
  if (kind == PlotView::Kind::Accuracy) {
    Accuracies measured;
    measured.setPlan(accuraciesOf(record.config.params, record.events));
    measured.meet(record.points);
    plot.setMetrics(measured.all());
  } else if (kind == PlotView::Kind::Loss) {
    plot.setMetrics(lossesAgainst(opponent));
  }
  for (const Event& event : record.events) {
    if (const auto phase = phaseNamed(event.key); phase && event.kind == Event::Kind::Phase) {
      store.beginPhase(event.step, *phase);
      plot.marks().addBand({event.step, label(*phase)});
    }
    if (event.kind == Event::Kind::Edit)
      plot.marks().addMarker({event.step, event.key, briefText(event), eventText(event)});
  }
  store.append(record.points);
  plot.marksChanged();
  plot.fit();
  return plot.picture(kPlotSize, kScale, tone);
}

}  // namespace

std::vector<int64_t> spread(const std::vector<int64_t>& steps, size_t count) {
  if (steps.size() <= count || count < 2) return steps;
  std::vector<int64_t> chosen;
  for (size_t i = 0; i < count; ++i)
    chosen.push_back(steps[size_t(std::lround(double(i) * double(steps.size() - 1) / double(count - 1)))]);
  return chosen;
}

ReportPictures drawReport(const std::filesystem::path& run, const RunRecord& record, const Compared& compared,
                          theme::Tone tone) {
  ReportPictures pictures;
  pictures.loss = drawCurves(PlotView::Kind::Loss, record, tone);
  pictures.accuracy = drawCurves(PlotView::Kind::Accuracy, record, tone);
  pictures.frontier = drawFrontier(record, tone);
  pictures.robustness = drawRobustness(compared, tone);
  pictures.digits = drawDigits(readSamples(run, record, tone), tone);
  return pictures;
}

QImage joinReport(const ReportPictures& pictures, const QString& title, theme::Tone tone) {
  QFont font = QApplication::font();
  font.setPointSizeF(1.5 * font.pointSizeF());
  font.setWeight(QFont::DemiBold);
  const double em = QFontMetricsF(font).height();
  double height = 2 * em;
  for (const QImage* picture :
       {&pictures.frontier, &pictures.robustness, &pictures.loss, &pictures.accuracy, &pictures.digits})
    height += picture->isNull() ? 0 : picture->deviceIndependentSize().height();
  QImage image((QSizeF(kPlotSize.width(), height) * kScale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(kScale);
  image.fill(theme::paper(tone));
  QPainter painter(&image);
  painter.setFont(font);
  painter.setPen(theme::ink(tone));
  painter.drawText(QRectF(0.5 * em, 0.4 * em, kPlotSize.width() - em, 1.4 * em), Qt::AlignVCenter | Qt::AlignLeft,
                   title);
  double y = 2 * em;
  for (const QImage* picture :
       {&pictures.frontier, &pictures.robustness, &pictures.loss, &pictures.accuracy, &pictures.digits}) {
    if (picture->isNull()) continue;
    painter.drawImage(QPointF(0, y), *picture);
    y += picture->deviceIndependentSize().height();
  }
  return image;
}

}  // namespace sparring::ui
