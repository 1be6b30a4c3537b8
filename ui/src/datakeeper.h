// The data set of the session: loaded off the window's thread, fetched when it is missing.
#pragma once

#include <QObject>
#include <QString>
#include <atomic>
#include <memory>

#include "background.h"
#include "notice.h"
#include "sparring/data.h"

namespace sparring {

/// Always ends up with digits to show: where the named set cannot be had, synthetic ones take its place and a notice
/// says so. All calls and signals on the window's thread.
class DataKeeper : public QObject {
  Q_OBJECT
 public:
  /// What to do when the named set is not there or not readable.
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

  /// Begins to bring the wanted set from the network. Ends with loaded() or noticed().
  void fetch();
  void cancelFetch();
  bool fetching() const { return fetching_; }

 Q_SIGNALS:
  void loaded(std::shared_ptr<const sparring::Dataset> data);
  void failed();  ///< Missing::Complain, and there is nothing; noticed() has said why
  void noticed(const sparring::Notice& notice);
  /// `total` in bytes, 0 if unknown.
  void fetchProgress(const QString& what, qint64 done, qint64 total);
  void fetchEnded();

 private:
  void accept(Outcome<std::shared_ptr<const Dataset>> outcome, Missing missing);
  void useSynthetic();
  void fetchDone(const std::string& name, const Outcome<bool>& outcome);

  std::string wanted_;
  std::shared_ptr<const Dataset> data_;
  bool loading_ = false;
  bool fetching_ = false;
  std::atomic<bool> cancel_ = false;
  // last: their destructors join threads that use what is above
  Background loader_;
  Background fetcher_;
};

}  // namespace sparring
