// Maps made off the window's thread.
#pragma once

#include <QObject>
#include <atomic>
#include <memory>
#include <optional>

#include "base/job.h"
#include "base/notice.h"
#include "map/mapcontents.h"

namespace sparring::ui {

/// The newest wish wins: it cancels what is being made, unless that asks the same of former networks of a training that
/// goes on, which is finished first, else a map that takes longer than a measurement would never come. All calls and
/// signals on the thread of the object; the work's thread steps back behind all others of the machine.
class MapMaker : public QObject {
  Q_OBJECT
 public:
  explicit MapMaker(QObject* parent = nullptr);

  /// `live`: these networks are of a training that goes on. `shown`: see makeMap().
  void ask(MapWish wish, bool live, std::shared_ptr<const MapContents> shown);
  void cancel();
  bool busy() const { return job_.busy(); }
  MapContents::Work work() const { return work_; }            ///< what is done just now
  Job::Progress progress() const { return job_.progress(); }  ///< of that

 Q_SIGNALS:
  void arrived(std::shared_ptr<const sparring::ui::MapContents> contents);  ///< piece by piece
  void progressed();  ///< ten times a second while busy, and at the end
  void failed(const sparring::ui::Notice& notice);

 private:
  void start(MapWish wish);

  MapWish wish_;  // that is being met
  std::optional<MapWish> next_;
  std::shared_ptr<const MapContents> shown_;  // the newest that arrived or was given
  MapContents::Work work_ = MapContents::Work::None;
  int started_ = 0;  // what arrives of former ones is dropped
  Background news_;
  Job job_;  // last: its destructor joins the thread that tells the news
};

}  // namespace sparring::ui
