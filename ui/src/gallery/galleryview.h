// Test images under an attack of choice: source, result, magnified difference, and what every lane reads.
#pragma once

#include <QImage>
#include <memory>
#include <optional>
#include <vector>

#include "base/latest.h"
#include "gallery/galleryquery.h"
#include "shown/shown.h"
#include "widgets/viewpage.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace sparring::ui {

class DigitDetail;
class GalleryArea;
class StrengthSlider;

/// What the gallery is made of.
struct GallerySource {
  GalleryMaker make;  ///< may be called on several threads at once
  std::shared_ptr<const Dataset> data;
  std::vector<double> lambdas;  ///< by lane
  int64_t step = 0;
};

/// Of the newest networks that were measured; null where there are none.
std::shared_ptr<const GallerySource> gallerySource(const Shown& shown);

class GalleryView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit GalleryView(Shown& shown, QWidget* parent = nullptr);
  ~GalleryView() override;

  /// Newer networks take the place of the old under the same images. Nothing shows a line on how to get there. Pictures
  /// are made only while the view is visible.
  void setSource(std::shared_ptr<const GallerySource> source);
  /// Whose pictures are shown.
  void setLane(int lane);

  QImage picture(double scale) const;
  QString csv() const;  ///< a line an image and lane of the page
  QString caption() const;
  QString words() const override;
  bool openImage(int64_t index) override;  ///< as soon as there are networks
  bool openImages(const ChosenImages& images) override;

  QComboBox& attack() { return *attack_; }
  QComboBox& filter() { return *filter_; }
  QComboBox& digit() { return *digit_; }
  StrengthSlider& strength() { return *strength_; }
  QToolButton& previous() { return *previous_; }
  QToolButton& next() { return *next_; }
  QToolButton& chosen() { return *chosen_; }
  GalleryArea& area() { return *area_; }
  DigitDetail& detail() { return *detail_; }
  bool showsDetail() const;
  bool busy() const override { return pages_.busy(); }

 Q_SIGNALS:
  void shown();  ///< the page asked for stands there

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeChoices();
  void makeContents();
  void fillClasses(const ImageKind& kind);
  AttackSpec spec() const;
  void chooseAttack();
  void begin();    ///< the first page anew
  void askPage();  ///< from where the page stands
  void turn(bool forward);
  void choose(std::vector<int64_t> images);  ///< ascending; empty: all
  void openDetail(int64_t index);
  void closeDetail();
  void refresh();
  void retranslate();

  std::shared_ptr<const GallerySource> source_;
  std::vector<int64_t> starts_{0};  // of this page and those before
  std::shared_ptr<const GalleryPage> page_;
  int64_t pageStep_ = 0;
  int lane_ = 0;
  int count_ = 0;                  // images of a page
  ImageKind kind_;                 // of what the classes to choose from are
  std::optional<int64_t> wanted_;  // image to be opened
  std::vector<int64_t> among_;     // the images chosen elsewhere; empty: all
  bool stale_ = false;             // asked for while hidden or behind the detail
  QComboBox* attack_ = nullptr;
  StrengthSlider* strength_ = nullptr;
  QComboBox* filter_ = nullptr;
  QComboBox* digit_ = nullptr;
  QToolButton* previous_ = nullptr;
  QToolButton* next_ = nullptr;
  QToolButton* chosen_ = nullptr;  // ends the choice
  GalleryArea* area_ = nullptr;
  QWidget* grid_ = nullptr;  // the area, scrolled
  DigitDetail* detail_ = nullptr;
  Latest pages_;  // last: its destructor joins
};

}  // namespace sparring::ui
