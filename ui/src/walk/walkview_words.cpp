// What the latent walk says, and what it keeps.
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "base/text.h"
#include "sparring/adversaries.h"
#include "walk/lanebars.h"
#include "walk/morphstrip.h"
#include "walk/planearea.h"
#include "walk/walkbars.h"
#include "walk/walkdetail.h"
#include "walk/walkview.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr double kMostSeeds = 1 << 30;

QStringList opponentsThat(bool draw) {
  QStringList names;
  for (const AdversaryInfo& info : adversaries())
    if (info.usesGenerator && info.drawsImages() == draw) names << label(info);
  return names;
}

}  // namespace

QString WalkView::words() const {
  const AdversaryInfo& opponent = adversaryInfo(opponent_);
  if (!opponent.usesGenerator)
    return tr("The opponent %1 has no generator, so there are no latents to walk in.").arg(label(opponent)) + u'\n' +
           tr("These draw images out of latents: %1.").arg(opponentsThat(true).join(QStringLiteral(", "))) + u'\n' +
           tr("These change images by a generator: %1.").arg(opponentsThat(false).join(QStringLiteral(", ")));
  return tr("Once there are networks, this shows what the generator makes between any two images, and "
            "what every λ reads there.") +
         u'\n' + standing();
}

QString WalkView::caption() const {
  if (!source_) return tr("Latent walk");
  const QString step = stepText(source_->step);
  const QString what =
      source_->draws() ? tr("Latent walk · step %1").arg(step) : tr("What the generator changes · step %1").arg(step);
  if (source_->lambdas.size() < 2) return what;
  return what + QStringLiteral(" · ") + lambdaName(source_->lambdas[size_t(lane())]);
}

QByteArray WalkView::saveState() const {
  return QJsonDocument(QJsonObject{{"latent", double(latentSeed_)},
                                   {"directions", double(directionSeed_)},
                                   {"cell", cell_},
                                   {"class", planeBar_->wanted()},
                                   {"ground", int(planeBar_->wish())},
                                   {"from", ends_.from},
                                   {"to", ends_.to}})
      .toJson(QJsonDocument::Compact);
}

void WalkView::restoreState(const QByteArray& bytes) {
  const QJsonObject state = QJsonDocument::fromJson(bytes).object();
  const auto seed = [&](const char* key) { return uint64_t(std::clamp(state[key].toDouble(1), 1.0, kMostSeeds)); };
  latentSeed_ = seed("latent");
  directionSeed_ = seed("directions");
  cell_ = std::clamp(state["cell"].toDouble(kUsualCell), kSmallestCell, kLargestCell);
  planeBar_->setWanted(state["class"].toInt());
  planeBar_->setShade(Shade(state["ground"].toInt(int(Shade::Verdict))));
  ends_.from = std::max(0, state["from"].toInt(ends_.from));
  ends_.to = std::max(0, state["to"].toInt(ends_.to));
}

void WalkView::retranslate() {
  plane_->setAccessibleName(tr("Plane of latents"));
  strip_->setAccessibleName(tr("Morph"));
  detail_->bars().setAccessibleName(tr("Probabilities of the classes"));
  header().setExportTip(tr("Write the plane, the morph or its figures"));
  header().setHelp(
      tr("What the latent walk shows"),
      {tr("The generator makes an image of a latent, some dozens of normal random numbers. The plane is a piece of "
          "that "
          "space: each cell is the image of the latent there. Point at one to see it large with what every λ reads. "
          "Drag "
          "to go on, turn the wheel to come closer. With the keyboard: arrows, + and −, Enter puts this place into the "
          "middle, Home returns."),
       tr("The ground tells what f reads, how real D finds the image, or where f reads another class than was asked "
          "for: "
          "there the generated image fools f. On D's scale a fake is drawn to one end and a real image to the other."),
       tr("The morph goes from one class to another: of a conditional generator the latent stays and the classes are "
          "mixed, else the latent turns from an image read as the one to an image read as the other. A and B on the "
          "plane set its ends to any two images."),
       tr("A generator that changes images has no latents. Its morph goes from one test image to another: x, the "
          "change "
          "magnified, and x_adv.")});
  refresh();
}

}  // namespace sparring::ui
