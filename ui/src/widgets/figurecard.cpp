#include "widgets/figurecard.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sparring::ui {

FigureCard::FigureCard(QWidget* parent) : QFrame(parent) {
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  name_ = new QLabel(this);
  figure_ = new QLabel(this);
  beside_ = new QLabel(this);
  QFont large = font();
  large.setPointSizeF(1.5 * large.pointSizeF());
  large.setWeight(QFont::DemiBold);
  figure_->setFont(large);
  QFont small = font();
  small.setPointSizeF(0.85 * small.pointSizeF());
  for (auto* label : {name_, beside_}) {
    label->setFont(small);
    label->setForegroundRole(QPalette::PlaceholderText);
  }
  auto* column = new QVBoxLayout(this);
  const int pad = fontMetrics().height() / 3;
  column->setContentsMargins(pad, pad, pad, pad);
  column->setSpacing(0);
  beside_->setWordWrap(true);
  for (auto* label : {name_, figure_, beside_}) column->addWidget(label);
}

void FigureCard::setName(const QString& name, const QString& tip) {
  name_->setText(name);
  setToolTip(tip);
}

void FigureCard::setFigure(const QString& figure, const QString& beside) {
  figure_->setText(figure);
  beside_->setText(beside);
  setAccessibleName(QStringLiteral("%1: %2, %3").arg(name_->text(), figure, beside));
}

QString FigureCard::figure() const { return figure_->text(); }
QString FigureCard::beside() const { return beside_->text(); }
QString FigureCard::words() const { return QStringList{name_->text(), figure(), beside()}.join(u'\n'); }

}  // namespace sparring::ui
