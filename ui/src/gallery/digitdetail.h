// One digit under an attack of any strength: what it becomes, what every lane reads, and when each is fooled.
#pragma once

#include <QWidget>
#include <memory>

#include "base/latest.h"
#include "base/notice.h"
#include "gallery/galleryquery.h"

class QLabel;
class QToolButton;

namespace sparring::ui {

class PairsArea;
class StrengthStrip;

/// Follows the strength: of pictures asked for faster than they can be made only the newest is made.
class DigitDetail : public QWidget {
  Q_OBJECT
 public:
  explicit DigitDetail(QWidget* parent = nullptr);

  /// What everything is made with; null: nothing can be made.
  void setSource(GalleryMaker make, std::vector<double> lambdas);
  /// `index` in the test set; `lane`'s pictures are shown. `most`: where the strengths end.
  void open(int64_t index, int lane, const AttackSpec& attack, double most);
  void setLane(int lane);
  void setStrength(double strength);

  int64_t index() const { return index_; }
  const Gallery* gallery() const { return gallery_.get(); }  ///< what is shown; null before it is made
  const StrengthSweep& sweep() const { return sweep_; }
  StrengthStrip& strip() { return *strip_; }
  QString words() const;  ///< every lane's verdict in a sentence, for screen readers

 Q_SIGNALS:
  void closed();  ///< the user wants to go back
  void readAsked(qint64 index);
  void strengthAsked(double strength);
  void shown();                                      ///< a picture that was asked for stands there
  void noticed(const sparring::ui::Notice& notice);  ///< an attack went wrong

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void askPicture();
  void askSweep();
  void refresh();
  void retranslate();

  GalleryMaker make_;
  std::vector<double> lambdas_;
  AttackSpec attack_;
  int64_t index_ = -1;
  int lane_ = 0;
  double most_ = 1;
  std::shared_ptr<const Gallery> gallery_;
  StrengthSweep sweep_;
  QLabel* title_ = nullptr;
  QToolButton *back_ = nullptr, *read_ = nullptr;
  PairsArea* area_ = nullptr;
  StrengthStrip* strip_ = nullptr;
  // last: their destructors join threads
  Latest picture_;
  Latest sweeper_;
};

}  // namespace sparring::ui
