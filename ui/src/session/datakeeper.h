// The data set of the session: loaded off the window's thread, fetched when it is missing.
#pragma once

#include <QObject>
#include <QString>
#include <atomic>
#include <memory>

#include "base/background.h"
#include "base/notice.h"
#include "sparring/data.h"

namespace sparring::ui {

/// A known set that is merely not here yet is stood in for by synthetic digits, and a notice says so. Data that are
/// broken are not replaced: there is nothing to train on then. All calls and signals on the window's thread.
class DataKeeper : public QObject {
  Q_OBJECT
 public:
  /// What to do when the named set is known but not there.
  enum class Missing { UseSynthetic, Complain };

  explicit DataKeeper(QObject* parent = nullptr);
  ~DataKeeper() override;  ///< cancels a fetch and waits for it to notice

  /// Begins to load `name` (as loadDataset takes it) and returns. An earlier load that has not ended is forgotten.
  void load(const std::string& name, Missing missing = Missing::UseSynthetic);

  /// The name last asked for.
  const std::string& wanted() const { return wanted_; }
  bool loading() const { return loading_; }
  /// What loaded() last brought; null before the first.
  std::shared_ptr<const Dataset> data() const { return data_; }
  /// The wanted set was tried and could not be loaded: data() is something else.
  bool broken() const { return broken_; }
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
  void accept(Outcome<std::shared_ptr<const Dataset>> outcome, Missing missing);
  void finish(std::shared_ptr<const Dataset> data, bool standIn);
  void giveUp(const Notice& why);
  void useSynthetic();
  void fetchDone(const std::string& name, const Outcome<bool>& outcome);

  std::string wanted_;
  std::shared_ptr<const Dataset> data_;
  bool loading_ = false;
  bool broken_ = false;
  bool standIn_ = false;
  bool fetching_ = false;
  std::atomic<bool> cancel_ = false;
  // last: their destructors join threads that use what is above
  Background loader_;
  Background fetcher_;
};

}  // namespace sparring::ui
