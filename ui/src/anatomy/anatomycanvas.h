// The diagram: the boxes, the arrows between them, and the images that move along the arrows.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QPainterPath>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "anatomy/flowpath.h"
#include "base/theme.h"
#include "sparring/anatomy.h"

namespace sparring::ui {

class PartBox;
class ValueHandle;

class AnatomyCanvas : public QWidget {
  Q_OBJECT
 public:
  explicit AnatomyCanvas(QWidget* parent);

  /// Makes the boxes that are missing, and takes away those that have no part any more.
  void setAnatomy(Anatomy anatomy);
  const Anatomy& anatomy() const { return anatomy_; }
  PartBox* box(AnatomyPart::Kind kind) const;  ///< null where there is none
  /// The number that a flow counts with, null where none of them is in the diagram.
  ValueHandle* weight(const std::string& key) const;
  /// In which phase the training is; arrows that are not of it are faint.
  void setPhase(Phase phase);
  /// While something goes on the images move.
  void setMoving(bool moving);
  /// What moves along the flows of a kind.
  void setTravellers(AnatomyFlow::What what, std::vector<QImage> images);
  /// Boxes or weights are larger or smaller.
  void place();

  void paint(QPainter& painter, theme::Tone tone) const;  ///< the arrows; the boxes paint themselves
  QPainterPath path(const AnatomyFlow& flow) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void revealAsked(const QString& key);
  void edited(const QString& key, const QString& text, int slide);
  void boxesChanged();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void makeWeights();
  void placeWeight(const AnatomyFlow& flow);
  void paintFlow(QPainter& painter, const AnatomyFlow& flow, theme::Tone tone) const;
  void paintTravellers(QPainter& painter, const AnatomyFlow& flow) const;
  double boxWidth() const;
  void runTimer();

  Anatomy anatomy_;
  std::map<AnatomyPart::Kind, PartBox*> boxes_;
  std::map<std::string, ValueHandle*> weights_;
  PartRects rects_;
  double height_ = 0;
  std::optional<Phase> phase_;
  bool moving_ = false;
  std::map<AnatomyFlow::What, std::vector<QImage>> travellers_;
  QTimer frames_;
  QElapsedTimer since_;
  double gone_ = 0;  // seconds that images have moved
};

}  // namespace sparring::ui
