// What an attack does to real digits: x | x_adv | magnified difference, with true and predicted labels.
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>
#include <optional>

#include "base/exportitem.h"
#include "sparring/pictures.h"

namespace sparring::ui {

class PairsArea;
class TileArea;
class ViewHeader;

class PairsView : public QWidget {
  Q_OBJECT
 public:
  explicit PairsView(QWidget* parent = nullptr);

  using QWidget::show;
  /// Null shows a line about what will appear. `lane` names the classifier that is attacked; empty: there is one only.
  /// `looked`: the step that is looked at, whose pairs these may not be; none: the newest.
  void show(std::shared_ptr<const PairSet> pairs, const QString& lane = {}, std::optional<int64_t> looked = {});

  /// What is said instead while there are none; empty: the usual line.
  void setStanding(const QString& standing);

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

  QString lane_;
  std::optional<int64_t> looked_;
  PairsArea* area_ = nullptr;
  ViewHeader* header_ = nullptr;
};

}  // namespace sparring::ui
