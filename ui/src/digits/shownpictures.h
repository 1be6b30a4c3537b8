// Digits and pairs of what the window shows.
#pragma once

#include <QObject>

#include "shown/shown.h"

namespace sparring::ui {

class PairsView;
class SampleView;

/// Hands the pictures of the step looked at to their views.
class ShownPictures : public QObject {
  Q_OBJECT
 public:
  /// All must outlive all calls.
  ShownPictures(Shown& shown, SampleView& samples, PairsView& pairs, QObject* parent = nullptr);

 private:
  void read(Shown::What what);
  void showReal();
  void showPictures();
  QString standing() const;  ///< what is said while there are no pairs; empty: nothing special

  Shown& shown_;
  SampleView& samples_;
  PairsView& pairs_;
};

}  // namespace sparring::ui
