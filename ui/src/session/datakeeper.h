// The data set of the session: loaded off the window's thread, fetched when it is missing.
#pragma once

#include <QObject>
#include <QString>
#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/background.h"
#include "base/notice.h"
#include "sparring/data.h"

namespace sparring::ui {

/// What the window knows of data, for those who read a run's off its thread.
struct KnownData {
  std::shared_ptr<const Dataset> loaded = {};
  std::map<std::string, std::string> moved = {};  ///< by the name that runs know them by: where they are now

  /// Those a run was trained on. Throws Error as loadSame.
  std::shared_ptr<const Dataset> of(const std::string& name, const std::string& sha256) const;
  std::string placeOf(const std::string& name) const;
};

/// A known set that is merely not here yet is stood in for by synthetic digits, and a notice says so. Data that are
/// broken are not replaced: there is nothing to train on then. All calls and signals on the window's thread.
class DataKeeper : public QObject {
  Q_OBJECT
 public:
  explicit DataKeeper(QObject* parent = nullptr);
  ~DataKeeper() override;  ///< cancels a fetch and waits for it to notice

  /// Begins to load `name` (as loadDataset takes it) and returns. An earlier load that has not ended is forgotten.
  /// `sha256`: these and no others will do, and nothing stands in for them.
  void load(const std::string& name, const std::string& sha256 = {});

  /// The name last asked for.
  const std::string& wanted() const { return wanted_; }
  bool loading() const { return loading_; }
  /// What loaded() last brought; null before the first.
  std::shared_ptr<const Dataset> data() const { return data_; }
  KnownData known() const { return {data_, moved_}; }
  const std::map<std::string, std::string>& moved() const { return moved_; }
  void setMoved(std::map<std::string, std::string> moved) { moved_ = std::move(moved); }
  /// The wanted set was tried and could not be loaded: data() is something else.
  bool broken() const { return problem_.has_value(); }
  const std::optional<Notice>& problem() const { return problem_; }  ///< what is wrong with it then
  /// data() are synthetic digits in place of the wanted set.
  bool standIn() const { return standIn_; }

  /// Begins to bring the wanted set from the network. Ends with loaded() or noticed().
  void fetch();
  void cancelFetch();
  bool fetching() const { return fetching_; }

 Q_SIGNALS:
  void loaded(std::shared_ptr<const sparring::Dataset> data);
  void failed();  ///< there is nothing to use; noticed() has said why
  void noticed(const sparring::ui::Notice& notice);
  /// `total` in bytes, 0 if unknown.
  void fetchProgress(const QString& what, qint64 done, qint64 total);
  void fetchEnded();

 private:
  void accept(Outcome<std::shared_ptr<const Dataset>> outcome, bool mayStandIn);
  void finish(std::shared_ptr<const Dataset> data, bool standIn);
  void giveUp(const Notice& why);
  void useSynthetic();
  void fetchDone(const std::string& name, const Outcome<bool>& outcome);

  std::string wanted_;
  std::shared_ptr<const Dataset> data_;
  std::map<std::string, std::string> moved_;
  bool loading_ = false;
  std::optional<Notice> problem_;
  bool standIn_ = false;
  bool fetching_ = false;
  std::atomic<bool> cancel_ = false;
  // last: their destructors join threads that use what is above
  Background loader_;
  Background fetcher_;
};

}  // namespace sparring::ui
