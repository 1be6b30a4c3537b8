// What the map says, and what it keeps.
#include <QEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QToolButton>

#include "base/text.h"
#include "map/mapcanvas.h"
#include "map/mapcontrols.h"
#include "map/mapview.h"
#include "widgets/viewheader.h"

namespace sparring::ui {

QString MapView::words() const {
  if (!source_)
    return tr("Once there is a classifier, this shows where it has the test images just before it decides, "
              "and where an attack drives them.") +
           u'\n' + standing();
  return tr("Looking at the images…");
}

QString MapView::caption() const {
  if (!contents_) return tr("Map of the test images");
  const QString images =
      tr("Step %1 · %2 test images").arg(stepText(contents_->source->step), stepText(qint64(contents_->images.size())));
  if (!contents_->has(controls_->method())) return images + QStringLiteral(" · ") + tr("PCA for now");
  return images;
}

QString MapView::csv() const {
  QString csv = QStringLiteral("step,image,class,lane,lambda,attack,verdict,margin,pca_x,pca_y,tsne_x,tsne_y\n");
  if (!contents_) return csv;
  const auto add = [&](const LaneMap& lane, const QString& attack, const Features& features, const TwoPlaces& places) {
    for (size_t i = 0; i < places.pca.size(); ++i) {
      csv += QStringLiteral("%1,%2,%3,%4,%5,\"%6\",%7,%8,%9,%10")
                 .arg(contents_->source->step)
                 .arg(features.images[i])
                 .arg(features.labels[i])
                 .arg(lane.lane)
                 .arg(lane.lambda)
                 .arg(attack)
                 .arg(features.verdicts[i])
                 .arg(double(features.margins[i]))
                 .arg(double(places.pca[i].x))
                 .arg(double(places.pca[i].y));
      csv += places.tsne.empty()
                 ? QStringLiteral(",,\n")
                 : QStringLiteral(",%1,%2\n").arg(double(places.tsne[i].x)).arg(double(places.tsne[i].y));
    }
  };
  for (const LaneMap& lane : contents_->lanes) {
    add(lane, QStringLiteral("clean"), *lane.clean, lane.places);
    for (size_t level = 0; level < lane.levels.size(); ++level)
      if (lane.levels[level].features)
        add(lane, QString::fromStdString(atStrength(contents_->attack, contents_->strengths[level]).text()),
            *lane.levels[level].features, lane.levels[level].places);
  }
  return csv;
}

QByteArray MapView::saveState() const { return QJsonDocument(controls_->state()).toJson(QJsonDocument::Compact); }

void MapView::restoreState(const QByteArray& state) { controls_->restore(QJsonDocument::fromJson(state).object()); }

void MapView::changeEvent(QEvent* event) {
  ViewPage::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) refresh();
}

void MapView::retranslate() {
  gallery_->setToolTip(tr("Show the chosen images in the gallery, under this attack"));
  gallery_->setText(tr("Open in Gallery"));
  canvas_->setAccessibleName(tr("Map of the test images"));
  legend_->setAccessibleName(tr("Groups of images"));
  legend_->setToolTip(tr("Choose groups with the mouse or the arrow keys, several with Ctrl"));
  header().setExportTip(tr("Write the map"));
  header().setHelp(
      tr("What the map shows"),
      {tr("Every point is a test image as the classifier has it just before it decides: by the activations of its last "
          "hidden layer. 2,000 images, spread evenly over the test set; 500 of them are attacked. A cross is an image "
          "that is misread. Zoomed in, points become the images themselves."),
       tr("PCA looks at these activations from the side on which clean images vary most; attacked images are projected "
          "exactly. Axes and angles mean something, and the title says how much of the variance is to be seen."),
       tr("t-SNE lays neighbours beside each other and says nothing of sizes and distances of clusters. It maps the "
          "clean "
          "images only. An attacked image stands at the mean of its 10 nearest clean images by activations, the nearer "
          "the heavier: between two clusters where its neighbours are in two. The ring in the corner is as large as "
          "this "
          "rule is off, as a median, for clean images that it places as if they were not in the map: shorter arrows "
          "mean "
          "nothing."),
       tr("The slider stops only at strengths that were measured: nothing is drawn between them. Before and after have "
          "the same axes. Of two λ each has activations of its own, so each has axes of its own: the right map is "
          "turned "
          "or mirrored so that the same images lie nearest to those on the left, and both are drawn in the spread of "
          "their clean images, so that arrows can be compared."),
       tr("Margin: the logit of the true class less the largest other one, below 0 where the image is misread.")});
  refresh();
}

}  // namespace sparring::ui
