// What the coach says of the run that is shown: when it looks, what was told already, what is to be quiet.
#pragma once

#include <QObject>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/background.h"
#include "base/notice.h"
#include "base/throttle.h"
#include "session/session.h"
#include "shown/shown.h"
#include "sparring/coach.h"

namespace sparring::ui {

/// Looks at each evaluation, every few seconds at most, on a thread of its own. The window's thread.
class Coach : public QObject {
  Q_OBJECT
 public:
  /// Both must outlive all calls.
  Coach(Session& session, Shown& shown, QObject* parent = nullptr);

  /// Of the run that is shown, without those that were put off.
  const std::vector<Hint>& hints() const { return shownHints_; }
  size_t lanes() const { return shown_.trace().lambdas.size(); }
  /// The same sign of this run is not to be spoken of any more.
  void putOff(const Hint& hint);
  /// What the generator of the session's training was found to draw now.
  void addQuality(std::shared_ptr<const GeneratorQuality> quality);

 Q_SIGNALS:
  void changed();                                    ///< hints() are others; one that stays is as it was seen first
  void looked();                                     ///< a look is over, whatever it found
  void noticed(const sparring::ui::Notice& notice);  ///< once for each sign of the training that goes on

 private:
  struct OfRun {
    std::set<std::string> quiet, told;  // keys of hints
  };

  void read(Shown::What what);
  void look();
  void take(std::vector<Hint> hints);
  void tell();
  OfRun& ofRun() { return runs_[shown_.folder()]; }

  Session& session_;
  Shown& shown_;
  std::vector<Hint> hints_, shownHints_;
  std::deque<std::shared_ptr<const GeneratorQuality>> qualities_;  // of the session's training, the last two
  std::map<std::filesystem::path, OfRun> runs_;
  size_t seen_ = 0;  // points of the trace
  Background looking_;
  Throttle again_;
};

}  // namespace sparring::ui
