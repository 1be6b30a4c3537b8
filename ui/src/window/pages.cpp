#include "window/pages.h"

#include <QApplication>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>

#include "curves/curvesview.h"
#include "errors/errorsview.h"
#include "frontier/frontierview.h"
#include "gallery/galleryview.h"
#include "generator/generatorview.h"
#include "measure/comparison.h"
#include "robustness/robustview.h"
#include "robustness/verdictview.h"
#include "widgets/viewpage.h"

namespace sparring::ui {

Pages::Pages(Examiner& examiner, QWidget* parent) : QTabWidget(parent), comparison_(new Comparison(examiner, this)) {
  curves_ = new CurvesView(this);
  curves_->setFocusPolicy(Qt::StrongFocus);
  frontier_ = new FrontierView(this);
  robustness_ = new RobustView(examiner, *comparison_, this);
  verdict_ = new VerdictView(examiner, *comparison_, this);
  errors_ = new ErrorsView(this);
  gallery_ = new GalleryView(this);
  generator_ = new GeneratorView(this);
  for (QWidget* page :
       std::initializer_list<QWidget*>{curves_, frontier_, robustness_, verdict_, errors_, gallery_, generator_})
    addTab(page, QString());
  setDocumentMode(true);
  connect(this, &QTabWidget::currentChanged, this, [this] {  // else the keyboard lands on the first button of the page
    if (currentWidget()->isAncestorOf(QApplication::focusWidget())) currentWidget()->setFocus();
  });
  connect(frontier_, &FrontierView::lanesChanged, this, [this](int lanes) {
    lanes_ = lanes;
    retranslate();
  });
  retranslate();
}

void Pages::setStanding(const QString& standing) {
  for (int i = 0; i < count(); ++i)
    if (auto* page = qobject_cast<ViewPage*>(widget(i))) page->setStanding(standing);
}

void Pages::showPage(Page page) {
  setCurrentIndex(page);
  currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

QByteArray Pages::saveState() const {
  const QJsonObject state{{"page", currentIndex()},
                          {"frontier", QJsonDocument::fromJson(frontier_->saveState()).object()},
                          {"robustness", QJsonDocument::fromJson(robustness_->saveState()).object()}};
  return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void Pages::restoreState(const QByteArray& bytes) {
  const QJsonObject state = QJsonDocument::fromJson(bytes).object();
  if (const int page = state["page"].toInt(); page >= 0 && page < count()) setCurrentIndex(page);
  frontier_->restoreState(QJsonDocument(state["frontier"].toObject()).toJson());
  robustness_->restoreState(QJsonDocument(state["robustness"].toObject()).toJson());
}

void Pages::changeEvent(QEvent* event) {
  QTabWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void Pages::retranslate() {
  setTabText(Curves, tr("Curves"));
  setTabText(Frontier, lanes_ > 1 ? tr("Frontier of %1 λ").arg(lanes_) : tr("Frontier"));
  setTabText(Robustness, tr("Robustness"));
  setTabText(Verdict, tr("Verdict"));
  setTabText(Errors, tr("Errors"));
  setTabText(Gallery, tr("Gallery"));
  setTabText(Generator, tr("Generator"));
  setTabToolTip(Errors, tr("Which digits are read as what, and whether confidence can be believed"));
  setTabToolTip(Gallery, tr("What attacks make of test digits, and what every λ reads then"));
  setTabToolTip(Generator, tr("How good the generated digits are, beside real ones"));
  setTabToolTip(Curves, tr("Losses and accuracies, step by step"));
  setTabToolTip(Frontier, tr("Clean against robust accuracy, one trail for every λ"));
  setTabToolTip(Robustness, tr("Accuracy under attacks of growing strength and under corruptions"));
  setTabToolTip(Verdict, tr("What the opponent bought, with intervals, and whether it is to be believed"));
}

}  // namespace sparring::ui
