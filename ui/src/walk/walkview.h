// A walk through what the generator can make: a plane of latents, and morphs between any two classes or images.
#pragma once

#include <QImage>
#include <QTimer>
#include <memory>

#include "base/latest.h"
#include "shown/shown.h"
#include "walk/shading.h"
#include "walk/walksource.h"
#include "widgets/viewpage.h"

namespace sparring::ui {

class MorphBar;
class MorphStrip;
class PlaneArea;
class PlaneBar;
class WalkDetail;

/// Nothing is drawn while the page is hidden. Of wishes that come faster than they are met only the newest is.
class WalkView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit WalkView(Shown& shown, QWidget* parent = nullptr);
  ~WalkView() override;

  /// Newer networks take the place of the old at the same latents. Null: there are none, or no generator.
  void setSource(std::shared_ptr<const WalkSource> source);
  void setLane(int lane);
  /// Of the run that is shown: whether it trains a generator at all.
  void setOpponent(const std::string& adversary);

  QImage picture(double scale) const;  ///< plane and morph, or the changes
  /// The morph there and back again, one picture a frame.
  std::vector<QImage> frames() const;
  /// Of these; by the suffix of the path as GIF, WebP or APNG. Blocks for some tens of milliseconds. Throws Error.
  void writeAnimation(const QString& path) const;
  QString csv() const;  ///< a line a frame of the morph and lane
  QString caption() const;
  QString words() const override;
  QByteArray saveState() const override;
  void restoreState(const QByteArray& state) override;

  PlaneArea& plane() { return *plane_; }
  PlaneBar& planeBar() { return *planeBar_; }
  MorphBar& morphBar() { return *morphBar_; }
  MorphStrip& strip() { return *strip_; }
  WalkDetail& detail() { return *detail_; }
  bool playing() const { return player_.isActive(); }
  bool busy() const { return planes_.busy() || points_.busy() || morphs_.busy(); }

 Q_SIGNALS:
  void pointShown();  ///< the image at the place pointed to
  void planeShown();
  void morphShown();

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  static constexpr double kUsualCell = 0.2, kSmallestCell = 0.005, kLargestCell = 0.8;  // radians

  QWidget* makeContent();
  void offerExports();
  void connectPlane();
  void connectMorph();
  void takeOver();
  int lane() const;   ///< the one chosen, or of fewer the last
  void beginPlane();  ///< around the seed's first latent
  void askAll();
  void askPlane();
  void askPoint();
  void askMorph();
  void chooseEnds();
  void chooseEnd(bool first);
  void zoom(double factor);
  WalkPoint pointed() const;
  void shade();
  void showFrame();
  void togglePlay();
  void stopPlaying();
  void turnFrame();
  void refresh();
  void retranslate();
  template <class T>
  bool failed(const Outcome<T>& outcome);

  Shown& shown_;
  std::shared_ptr<const WalkSource> source_;
  std::string opponent_;
  int lane_ = 0;
  uint64_t latentSeed_ = 1, directionSeed_ = 1;
  WalkPlane walked_;
  double cell_ = kUsualCell;  // width of a cell, in radians
  MorphEnds ends_{.from = 3, .to = 8};
  bool stale_ = true;    // what was asked for while hidden
  bool framed_ = false;  // the detail shows the morph's frame, not the plane's place
  bool back_ = false;    // the morph is played backwards
  QWidget* content_ = nullptr;
  PlaneBar* planeBar_ = nullptr;
  PlaneArea* plane_ = nullptr;
  WalkDetail* detail_ = nullptr;
  MorphBar* morphBar_ = nullptr;
  MorphStrip* strip_ = nullptr;
  QTimer player_;
  // last: their destructors join threads
  Latest planes_, points_, morphs_;
};

}  // namespace sparring::ui
