#include "centre.h"

#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>

#include "curvesview.h"
#include "frontierview.h"

namespace sparring {

Centre::Centre(QWidget* parent) : QTabWidget(parent) {
  curves_ = new CurvesView(this);
  curves_->setFocusPolicy(Qt::StrongFocus);
  frontier_ = new FrontierView(this);
  addTab(curves_, QString());
  addTab(frontier_, QString());
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
  setCurrentIndex(state["page"].toInt() == Frontier ? Frontier : Curves);
  frontier_->restoreState(QJsonDocument(state["frontier"].toObject()).toJson());
}

void Centre::changeEvent(QEvent* event) {
  QTabWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void Centre::retranslate() {
  setTabText(Curves, tr("Curves"));
  setTabText(Frontier, lanes_ > 1 ? tr("Frontier of %1 λ").arg(lanes_) : tr("Frontier"));
  setTabToolTip(Curves, tr("Losses and accuracies, step by step"));
  setTabToolTip(Frontier, tr("Clean against robust accuracy, one trail for every λ"));
}

}  // namespace sparring
