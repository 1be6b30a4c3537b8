#include "sweep/sweepreader.h"

#include <chrono>
#include <utility>

#include "sparring/error.h"

namespace sparring::ui {
namespace {

constexpr std::chrono::seconds kRead{1};

bool same(const SweepContents& a, const SweepContents& b) {
  return a.plan == b.plan && a.results == b.results && a.states == b.states && a.failures == b.failures;
}

}  // namespace

SweepReader::SweepReader(QObject* parent) : QObject(parent) {
  look_.setInterval(kRead);
  connect(&look_, &QTimer::timeout, this, [this] {
    if (!folder_.empty() && !problem_ && !(contents_ && contents_->whole())) again();
  });
}

void SweepReader::open(const std::filesystem::path& folder) {
  if (folder != folder_) news_ = {};
  folder_ = folder;
  contents_.reset();
  problem_.reset();
  reading_ = waits_ = false;
  reader_.drop();
  if (!folder.empty()) again();
  Q_EMIT changed();
}

void SweepReader::setNews(const SweepNews& news) {
  news_ = news;
  if (!folder_.empty()) again();
}

void SweepReader::setWatching(bool on) {
  if (on == look_.isActive()) return;
  if (on) {
    look_.start();
    if (!folder_.empty()) again();
  } else {
    look_.stop();
  }
}

void SweepReader::again() {
  if (reading_) {
    waits_ = true;
    return;
  }
  reading_ = true;
  const auto plan = contents_ ? contents_->plan : nullptr;
  reader_.run(
      [plan, folder = folder_, news = news_] {
        return std::make_shared<const SweepContents>(readSweep(plan ? plan : openSweep(folder), news));
      },
      [this](auto outcome) {
        reading_ = false;
        const bool other = outcome.error.has_value() || !contents_ || !same(*contents_, **outcome.value);
        problem_ = std::move(outcome.error);
        if (outcome.value) contents_ = std::move(*outcome.value);
        if (std::exchange(waits_, false) && !problem_) again();
        if (other) Q_EMIT changed();
      });
}

}  // namespace sparring::ui
