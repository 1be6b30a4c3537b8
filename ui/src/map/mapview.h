// Where a classifier has the test images before it decides, and where an attack drives them.
#pragma once

#include <memory>
#include <vector>

#include "map/mapmaker.h"
#include "map/mappanels.h"
#include "shown/shown.h"
#include "widgets/viewpage.h"

class QLabel;
class QToolButton;

namespace sparring::ui {

class LiveText;
class MapCanvas;
class MapControls;
struct MapCard;

/// Of the newest networks that were measured; null where there are none.
std::shared_ptr<const MapSource> mapSource(const Shown& shown);

class MapView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit MapView(Shown& shown, QWidget* parent = nullptr);
  ~MapView() override;

  /// Newer networks take the place of the old. Nothing is made while the view is hidden. `live`: see MapMaker.
  void setSource(std::shared_ptr<const MapSource> source, bool live);
  void setLane(int lane);

  QString csv() const;  ///< a line an image, lane and strength
  QString caption() const;
  QString words() const override;
  QByteArray saveState() const override;
  void restoreState(const QByteArray& state) override;

  std::shared_ptr<const MapContents> contents() const { return contents_; }
  bool busy() const { return maker_.busy(); }
  MapCanvas& canvas() { return *canvas_; }
  MapLegend& legend() { return *legend_; }
  MapControls& controls() { return *controls_; }
  QToolButton& gallery() { return *gallery_; }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void makeContent();
  QWidget* makeSide();
  void connectParts();
  void follow(const Shown& shown, Shown::What what);
  void ask();
  void arrive(std::shared_ptr<const MapContents> contents);
  void refresh();
  void retranslate();
  void tellWork();
  void tellChosen();
  void chooseGroups(const std::vector<int>& groups);
  void chooseNone();
  void openChosen();

  MapChoice choice() const;  ///< of what is there: as long as t-SNE is not, it is PCA; of one lane there are no two
  MapCard card(int image) const;

  std::shared_ptr<const Model> model_;  // that the source is made of
  std::shared_ptr<const MapSource> source_;
  std::shared_ptr<const MapContents> contents_;
  bool live_ = false;
  bool stale_ = false;  // asked for while hidden
  int lane_ = 0;
  LiveText* work_ = nullptr;  // in the header
  MapControls* controls_ = nullptr;
  QWidget* content_ = nullptr;
  MapCanvas* canvas_ = nullptr;
  MapLegend* legend_ = nullptr;
  QLabel* signs_ = nullptr;
  QLabel* chosen_ = nullptr;
  QToolButton* gallery_ = nullptr;
  MapMaker maker_;  // last: its destructor joins
};

}  // namespace sparring::ui
