// One image of the walk, large: what was asked for, what every λ reads, what the discriminator says.
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>
#include <vector>

#include "base/theme.h"
#include "walk/walksource.h"

class QBoxLayout;
class QLabel;

namespace sparring::ui {

class LaneBars;

class WalkDetail : public QWidget {
  Q_OBJECT
 public:
  explicit WalkDetail(QWidget* parent = nullptr);

  void setSource(std::shared_ptr<const WalkSource> source);
  /// Image i of those drawn, and the point that it was drawn of.
  void showDrawn(std::shared_ptr<const DrawnImages> drawn, size_t i, const WalkPoint& point, int lane);
  /// Image i of those changed, the change times `gain`.
  void showChanged(std::shared_ptr<const ChangedImages> changed, size_t i, double gain, int lane);
  void clear();

  QString words() const;                   ///< a line each; empty while there is no image
  QImage picture(theme::Tone tone) const;  ///< the image alone, large
  LaneBars& bars() const { return *bars_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  const Opinions& opinions() const;
  QString asked() const;
  QString score() const;
  QString verdict(int lane) const;
  void paintPictures(QPainter& painter, QSizeF size, theme::Tone tone) const;

  std::shared_ptr<const WalkSource> source_;
  std::shared_ptr<const DrawnImages> drawn_;
  std::shared_ptr<const ChangedImages> changed_;
  size_t index_ = 0;
  WalkPoint point_;
  double gain_ = 1;
  int lane_ = 0;
  QBoxLayout* top_ = nullptr;
  QWidget* picture_ = nullptr;
  QLabel* words_ = nullptr;
  LaneBars* bars_ = nullptr;
};

}  // namespace sparring::ui
