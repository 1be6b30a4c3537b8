#include "centre.h"

#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>

#include "curvesview.h"
#include "errorsview.h"
#include "frontierview.h"
#include "galleryview.h"
#include "generatorview.h"

namespace sparring {

Centre::Centre(QWidget* parent) : QTabWidget(parent) {
  curves_ = new CurvesView(this);
  curves_->setFocusPolicy(Qt::StrongFocus);
  frontier_ = new FrontierView(this);
  errors_ = new ErrorsView(this);
  gallery_ = new GalleryView(this);
  generator_ = new GeneratorView(this);
  for (QWidget* page : std::initializer_list<QWidget*>{curves_, frontier_, errors_, gallery_, generator_})
    addTab(page, QString());
  setDocumentMode(true);
  connect(frontier_, &FrontierView::lanesChanged, this, [this](int lanes) {
    lanes_ = lanes;
    retranslate();
  });
  retranslate();
}

void Centre::showPage(Page page) {
  setCurrentIndex(page);
  currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

QByteArray Centre::saveState() const {
  const QJsonObject state{{"page", currentIndex()},
                          {"frontier", QJsonDocument::fromJson(frontier_->saveState()).object()}};
  return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void Centre::restoreState(const QByteArray& bytes) {
  const QJsonObject state = QJsonDocument::fromJson(bytes).object();
  if (const int page = state["page"].toInt(); page >= 0 && page < count()) setCurrentIndex(page);
  frontier_->restoreState(QJsonDocument(state["frontier"].toObject()).toJson());
}

void Centre::changeEvent(QEvent* event) {
  QTabWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void Centre::retranslate() {
  setTabText(Curves, tr("Curves"));
  setTabText(Frontier, lanes_ > 1 ? tr("Frontier of %1 λ").arg(lanes_) : tr("Frontier"));
  setTabText(Errors, tr("Errors"));
  setTabText(Gallery, tr("Gallery"));
  setTabText(Generator, tr("Generator"));
  setTabToolTip(Errors, tr("Which digits are read as what, and whether confidence can be believed"));
  setTabToolTip(Gallery, tr("What attacks make of test digits, and what every λ reads then"));
  setTabToolTip(Generator, tr("How good the generated digits are, beside real ones"));
  setTabToolTip(Curves, tr("Losses and accuracies, step by step"));
  setTabToolTip(Frontier, tr("Clean against robust accuracy, one trail for every λ"));
}

}  // namespace sparring
