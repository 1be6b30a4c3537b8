// What the latent walk writes: a picture, figures, an animation.
#include <QPainter>
#include <span>

#include "base/export.h"
#include "sparring/animation.h"
#include "walk/morphstrip.h"
#include "walk/planearea.h"
#include "walk/walkview.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr double kPictureWidth = 44, kStillSide = 12;  ///< heights of the font
constexpr double kStillsPerSecond = 20;

}  // namespace

void WalkView::offerExports() {
  header().addPicture(QStringLiteral("walk"), [this](double scale) { return picture(scale); });
  header().addTable(QStringLiteral("walk"), [this] { return csv(); });
  QStringList suffixes;
  for (const AnimationFormatRow& row : animationFormats()) suffixes << QLatin1String(row.suffix);
  header().addItem({.id = QStringLiteral("walk-morph"),
                    .title = [] { return tr("Morph as an animation…"); },
                    .suffixes = suffixes,
                    .file = [] { return QStringLiteral("morph"); },
                    .there = [this] { return !frames().empty(); },
                    .write = [this](const QString& path, double) { writeAnimation(path); }});
}

std::vector<QImage> WalkView::frames() const {
  std::vector<QImage> stills;
  if (strip_->morph().count() == 0) return stills;
  const int side = int(kStillSide * fontMetrics().height());
  for (int i = 0; i < MorphStrip::kFrames; ++i) stills.push_back(strip_->still(i, side, theme::Tone::Light));
  for (int i = MorphStrip::kFrames - 2; i > 0; --i) stills.push_back(stills[size_t(i)]);
  return stills;
}

void WalkView::writeAnimation(const QString& path) const {
  AnimationWriter writer(path.toStdString(), animationFormatOf(path.toStdString()), kStillsPerSecond);
  for (const QImage& frame : frames()) {
    const QImage rgba = frame.convertToFormat(QImage::Format_RGBA8888);
    writer.add(rgba.width(), rgba.height(), std::span(rgba.constBits(), size_t(rgba.sizeInBytes())));
  }
  writer.finish();
}

QImage WalkView::picture(double scale) const {
  const double em = fontMetrics().height(), width = kPictureWidth * em;
  const QSizeF strip(width, strip_->heightFor(width));
  QSizeF plane(width, 0);
  if (source_ && source_->draws())
    plane.setHeight(width * plane_->height() / std::max(1, plane_->width()) + em);  // and a gap
  return captioned(font(), caption(), QSizeF(width, plane.height() + strip.height()), scale, [&](QPainter& painter) {
    if (plane.height() > 0) plane_->paint(painter, QSizeF(width, plane.height() - em), theme::Tone::Light);
    painter.translate(0, plane.height());
    strip_->paint(painter, strip, theme::Tone::Light);
  });
}

QString WalkView::csv() const {
  QString csv = QStringLiteral("step,frame,way,lane,lambda,verdict,confidence,score\n");
  const Morph& morph = strip_->morph();
  if (!source_ || morph.count() == 0) return csv;
  const Opinions& opinions = morph.drawn ? morph.drawn->opinions : morph.changed->after;
  for (int i = 0; i < morph.count(); ++i)
    for (int k = 0; k < opinions.lanes; ++k)
      csv += QStringLiteral("%1,%2,%3,%4,%5,%6,%7,%8\n")
                 .arg(source_->step)
                 .arg(i)
                 .arg(double(i) / (morph.count() - 1))
                 .arg(k)
                 .arg(source_->lambdas[size_t(k)])
                 .arg(opinions.verdict(size_t(i), k))
                 .arg(double(opinions.confidence(size_t(i), k)))
                 .arg(opinions.scores.empty() ? QString() : QString::number(double(opinions.scores[size_t(i)])));
  return csv;
}

}  // namespace sparring::ui
