// Which classifier is judged, and against which. Shared by the views that compare.
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "contender.h"

namespace sparring {

class Examiner;

/// Unless chosen otherwise, the lane with the largest λ is judged against its usualBaseline(). A choice that is no
/// longer there is passed over. The window's thread.
class Comparison : public QObject {
  Q_OBJECT
 public:
  /// `examiner` must outlive all calls.
  explicit Comparison(Examiner& examiner, QObject* parent = nullptr);

  std::vector<Contender> lanes() const;      ///< of what is shown, in the order of λ
  std::vector<Contender> arriving() const;   ///< the same lanes while they are measured again, as far as that has come
  std::vector<Contender> baselines() const;  ///< what trained() can be compared with: pinned ones first
  std::optional<Contender> trained() const;  ///< none before the first assessment
  std::optional<Contender> baseline() const;

  Compared compared() const { return {lanes(), trained(), baseline()}; }

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
