// Generated images on a latent that stays fixed, with the classifier's verdict on each.
#pragma once

#include <QImage>
#include <QWidget>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/exportitem.h"
#include "sparring/data.h"
#include "sparring/pictures.h"

namespace sparring::ui {

class SampleArea;
class TileArea;
class ViewHeader;

class SampleView : public QWidget {
  Q_OBJECT
 public:
  explicit SampleView(QWidget* parent = nullptr);

  using QWidget::show;
  /// Null goes back to the real images. `lane` names the classifier that judges them; empty: there is one only.
  /// `looked`: the step that is looked at, whose pictures these may not be; none: the newest.
  void show(std::shared_ptr<const SampleGrid> grid, const QString& lane = {}, std::optional<int64_t> looked = {});
  /// What stands here until the first grid: real images.
  void showReal(ImageSet real, const QString& dataName, std::vector<int64_t> index = {});  ///< `index` in the test set
  /// Whether the opponent has a generator, so that grids come.
  void setGenerator(bool there);

  /// The picture that "Export" writes, with its caption.
  QImage picture(double scale) const;
  const std::vector<ExportItem>& exports() const;
  QString caption() const;
  TileArea& area();  ///< the tiles, for tests and focus

 Q_SIGNALS:
  void exportAsked(const QString& item);  ///< by its id

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void updateCaption();

  SampleArea* area_ = nullptr;
  ViewHeader* header_ = nullptr;
  QString dataName_, lane_;
  std::optional<int64_t> looked_;
  bool generator_ = true;
};

}  // namespace sparring::ui
