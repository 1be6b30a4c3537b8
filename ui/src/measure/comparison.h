// Which classifier is judged, and against which. Shared by the views that compare.
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "measure/comparedlane.h"

namespace sparring::ui {

class Examiner;

/// Unless chosen otherwise, the lane with the largest λ is judged against its usualBaseline(). A choice that is no
/// longer there is passed over. The window's thread.
class Comparison : public QObject {
  Q_OBJECT
 public:
  /// `examiner` must outlive all calls.
  explicit Comparison(Examiner& examiner, QObject* parent = nullptr);

  std::vector<ComparedLane> lanes() const;      ///< of what is shown, in the order of λ
  std::vector<ComparedLane> arriving() const;   ///< the same lanes while they are measured again, as far as that has come
  std::vector<ComparedLane> baselines() const;  ///< what trained() can be compared with: pinned ones first
  std::optional<ComparedLane> trained() const;  ///< none before the first assessment
  std::optional<ComparedLane> baseline() const;

  Compared compared() const { return {lanes(), trained(), baseline()}; }

  void chooseTrained(int lane);
  void chooseBaseline(ComparedLane::Id id);

 Q_SIGNALS:
  void changed();  ///< everything is to be read anew

 private:
  Examiner& examiner_;
  std::optional<int> trained_;
  std::optional<ComparedLane::Id> baseline_;
};

}  // namespace sparring::ui
