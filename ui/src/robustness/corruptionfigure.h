// Accuracy under corruptions, level by level: bars of one classifier, and of a baseline beside it.
#pragma once

#include <string>

#include "widgets/figure.h"

namespace sparring::ui {

struct CorruptionContent {
  struct Level {
    double strength = 0;
    Share trained;
    std::optional<Share> baseline;
  };
  /// One corruption, from weak to strong; the clean images are a group of one level without a name.
  struct Group {
    std::string corruption;
    std::string key;
    std::vector<Level> levels;
  };
  QString title;
  QString note;
  QString trained, baseline;  ///< names; the latter empty where there is none
  int lane = 0;
  int lanes = 1;
  std::vector<Group> groups;
  int classes = 10;  ///< of the images
};

/// Clean images and every curve of `trained` that is no attack, with the shares of `baseline` (may be null) at the same
/// strengths.
std::vector<CorruptionContent::Group> corruptionGroups(const LaneAssessment& trained, const LaneAssessment* baseline);

class CorruptionFigure : public Figure {
 public:
  CorruptionFigure(CorruptionContent content, QSizeF size, const QFont& font, theme::Tone tone);

  void paint(QPainter& painter, theme::Tone tone) const override;
  int places() const override { return int(bars_.size()); }
  std::optional<int> placeAt(QPointF at) const override;
  Readout readout(int place, theme::Tone tone) const override;

 private:
  struct Slot {
    size_t group, level;
    double from, to;  ///< pixels
  };
  void placeSlots();
  const CorruptionContent::Level& level(const Slot& slot) const;
  QColor colour(theme::Tone tone) const { return theme::lane(content_.lane, content_.lanes, tone); }
  void paintSlot(QPainter& painter, const Slot& slot, theme::Tone tone) const;
  void paintBar(QPainter& painter, double from, double to, const Share& share, const QColor& colour,
                theme::Tone tone) const;
  void paintNames(QPainter& painter, size_t group, theme::Tone tone) const;

  CorruptionContent content_;
  QFont font_;
  PercentFrame frame_;
  std::vector<Slot> bars_;
};

}  // namespace sparring::ui
