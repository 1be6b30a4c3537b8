#include "session/datakeeper.h"

#include <QElapsedTimer>
#include <algorithm>

namespace sparring::ui {
namespace {

// Progress is shown at most so often; a download reports every few kilobytes.
constexpr qint64 kProgressMs = 50;

const KnownDataset* knownSet(const std::vector<KnownDataset>& sets, const std::string& name) {
  const auto found = std::find_if(sets.begin(), sets.end(), [&](const auto& set) { return set.name == name; });
  return found == sets.end() ? nullptr : &*found;
}

}  // namespace

std::string KnownData::placeOf(const std::string& name) const {
  const auto found = moved.find(name);
  return found == moved.end() ? name : found->second;
}

std::shared_ptr<const Dataset> KnownData::of(const std::string& name, const std::string& sha256) const {
  return loaded && loaded->sha256 == sha256 ? loaded : loadSame(placeOf(name), sha256);
}

DataKeeper::DataKeeper(QObject* parent) : QObject(parent) {}

DataKeeper::~DataKeeper() { cancel_ = true; }

void DataKeeper::load(const std::string& name, const std::string& sha256) {
  wanted_ = name;
  loading_ = true;
  loader_.run(
      [place = known().placeOf(name), sha256] { return sha256.empty() ? loadDataset(place) : loadSame(place, sha256); },
      [this, mayStandIn = sha256.empty()](auto outcome) { accept(std::move(outcome), mayStandIn); });
}

void DataKeeper::finish(std::shared_ptr<const Dataset> data, bool standIn) {
  loading_ = false;
  problem_.reset();
  standIn_ = standIn;
  data_ = std::move(data);
  Q_EMIT loaded(data_);
}

void DataKeeper::giveUp(const Notice& why) {
  loading_ = false;
  problem_ = why;
  Q_EMIT noticed(why);
  Q_EMIT failed();
}

void DataKeeper::accept(Outcome<std::shared_ptr<const Dataset>> outcome, bool mayStandIn) {
  if (outcome.value) {
    finish(std::move(*outcome.value), false);
    return;
  }
  const auto sets = knownDatasets();
  const KnownDataset* set = knownSet(sets, wanted_);
  if (!set || set->available || !set->fetchable) {
    Notice notice = Notice::of(*outcome.error);
    notice.action = NoticeAction::ChooseData;
    giveUp(notice);
    return;
  }
  Notice notice{
      Severity::Warning,
      {QT_TRANSLATE_NOOP("notices", "The data set %1 is not on this machine: synthetic digits are used."), {set->name}},
      {},
      "notices",
      NoticeAction::FetchData};
  if (mayStandIn) {
    Q_EMIT noticed(notice);
    useSynthetic();
  } else {
    notice.cause = {QT_TRANSLATE_NOOP("notices", "The data set %1 is not on this machine."), {set->name}};
    giveUp(notice);
  }
}

void DataKeeper::useSynthetic() {
  loader_.run([] { return syntheticDigits(); },
              [this](auto outcome) {
                if (outcome.value)
                  finish(std::move(*outcome.value), true);
                else
                  giveUp(Notice::of(*outcome.error));
              });
}

void DataKeeper::fetch() {
  if (fetching_) return;
  fetching_ = true;
  cancel_ = false;
  const std::string name = wanted_;
  Q_EMIT fetchProgress(QString::fromStdString(name), 0, 0);
  fetcher_.run(
      [this, name] {
        QElapsedTimer sinceShown;
        fetchDataset(name, [&](const std::string& what, int64_t done, int64_t total) {
          if (!sinceShown.isValid() || sinceShown.elapsed() >= kProgressMs) {
            sinceShown.start();
            fetcher_.tell([this, what, done, total] {
              if (fetching_) Q_EMIT fetchProgress(QString::fromStdString(what), done, total);
            });
          }
          return !cancel_;
        });
        return true;
      },
      [this, name](const Outcome<bool>& outcome) { fetchDone(name, outcome); });
}

void DataKeeper::cancelFetch() { cancel_ = true; }

void DataKeeper::fetchDone(const std::string& name, const Outcome<bool>& outcome) {
  fetching_ = false;
  Q_EMIT fetchEnded();
  if (outcome.error) {
    Notice notice = Notice::of(*outcome.error);
    if (cancel_) notice.severity = Severity::Info;
    notice.action = NoticeAction::FetchData;
    Q_EMIT noticed(notice);
  } else if (name == wanted_) {
    load(name);
  }
}

}  // namespace sparring::ui
