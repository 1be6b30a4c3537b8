// The coach's hints as a list: what was seen, what it means, what to do, and a button that does it.
#pragma once

#include <QScrollArea>

#include "coach/coach.h"

class QLabel;
class QVBoxLayout;

namespace sparring::ui {

class CoachPanel : public QScrollArea {
  Q_OBJECT
 public:
  /// `coach` must outlive the panel.
  explicit CoachPanel(Coach& coach, QWidget* parent = nullptr);

  /// Whether a change of live parameters would reach the training that is shown.
  void setLive(bool live);

 Q_SIGNALS:
  void applyAsked(const sparring::Hint& hint);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void rebuild();
  QWidget* makeCard(const Hint& hint);
  QString remedyText(const Hint& hint) const;
  QString applyText(const Hint& hint) const;

  Coach& coach_;
  bool live_ = false;
  QWidget* list_ = nullptr;
  QVBoxLayout* cards_ = nullptr;
  QLabel* nothing_ = nullptr;
};

/// Whether every parameter of the remedy can be changed while training runs.
bool isLive(const Hint& hint);

}  // namespace sparring::ui
