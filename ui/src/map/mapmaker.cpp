#include "map/mapmaker.h"

#include <utility>

namespace sparring::ui {

MapMaker::MapMaker(QObject* parent) : QObject(parent) { connect(&job_, &Job::progressed, this, &MapMaker::progressed); }

void MapMaker::ask(MapWish wish, bool live, std::shared_ptr<const MapContents> shown) {
  shown_ = std::move(shown);
  next_.reset();
  if (busy() && live && wish.source != wish_.source && wish.asks(wish_))
    next_ = std::move(wish);
  else
    start(std::move(wish));
}

void MapMaker::cancel() {
  next_.reset();
  ++started_;
  job_.cancel();
  Q_EMIT progressed();
}

void MapMaker::start(MapWish wish) {
  wish_ = std::move(wish);
  work_ = MapContents::Work::Features;
  const auto take = [this, started = ++started_](std::shared_ptr<const MapContents> contents) {
    news_.tell([this, started, contents = std::move(contents)] {
      if (started != started_) return;
      work_ = contents->work;
      shown_ = contents;
      Q_EMIT arrived(contents);
    });
  };
  job_.start(
      [wish = wish_, shown = shown_, take](const Job::Watch& watch) {
        makeMap(wish, shown, watch,
                [&](const MapContents& contents) { take(std::make_shared<MapContents>(contents)); });
        return true;
      },
      [this](const Outcome<bool>& outcome) {
        if (outcome.error) Q_EMIT failed(Notice::of(*outcome.error));
        if (next_) return start(*std::exchange(next_, {}));
        Q_EMIT progressed();
      });
}

}  // namespace sparring::ui
