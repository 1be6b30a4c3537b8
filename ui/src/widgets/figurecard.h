// One figure, large, with its name above and what to compare it with below.
#pragma once

#include <QFrame>

class QLabel;

namespace sparring::ui {

class FigureCard : public QFrame {
  Q_OBJECT
 public:
  explicit FigureCard(QWidget* parent = nullptr);

  void setName(const QString& name, const QString& tip);
  void setFigure(const QString& figure, const QString& beside);
  QString figure() const;
  QString beside() const;
  QString words() const;  ///< all of it, a line each

 private:
  QLabel* name_ = nullptr;
  QLabel* figure_ = nullptr;
  QLabel* beside_ = nullptr;
};

}  // namespace sparring::ui
