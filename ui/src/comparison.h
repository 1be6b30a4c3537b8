// Which classifier is judged, and against which. Shared by the views that compare.
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "examiner.h"

namespace sparring {

/// One classifier of an assessment.
struct Contender {
  Assessed of;                           ///< keeps `lane` alive
  const LaneAssessment* lane = nullptr;  ///< never null
  bool pinned = false;                   ///< of the baseline that was pinned
  QString name;                          ///< "λ = 4"; of a pinned one with its run

  /// Tells contenders apart while assessments come and go.
  struct Id {
    bool pinned = false;
    int lane = 0;
    bool operator==(const Id&) const = default;
  };
  Id id() const { return {pinned, lane->lane}; }
};

/// Unless chosen otherwise: judged is the lane with the largest λ, against the pinned one of the same λ (or its only
/// one), else against the lane with λ = 0. A choice that is no longer there is passed over. The window's thread.
class Comparison : public QObject {
  Q_OBJECT
 public:
  /// `examiner` must outlive all calls.
  explicit Comparison(Examiner& examiner, QObject* parent = nullptr);

  std::vector<Contender> lanes() const;      ///< of what is shown, in the order of λ
  std::vector<Contender> baselines() const;  ///< what trained() can be compared with: pinned ones first
  std::optional<Contender> trained() const;  ///< none before the first assessment
  std::optional<Contender> baseline() const;

  void chooseTrained(int lane);
  void chooseBaseline(Contender::Id id);

 Q_SIGNALS:
  void changed();  ///< everything is to be read anew

 private:
  Examiner& examiner_;
  std::optional<int> trained_;
  std::optional<Contender::Id> baseline_;
};

}  // namespace sparring
