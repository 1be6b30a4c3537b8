// The session's data: what comes when they are there, and what when they are not. Resuming waits for them, too.
#include <utility>

#include "session/session.h"

namespace sparring::ui {

// A run that has ended stays in sight until the next one begins; only a preview follows the parameters.
void Session::renewPreview() {
  if (params_.data != data_.wanted())
    data_.load(params_.data);
  else
    rebuild_.start();
}

void Session::onData() {
  if (resuming_) {
    beginResumed();
  } else if (startWanted_) {
    start();
  } else if (stepWanted_) {
    singleStep(*stepWanted_);
  } else if (!begun_) {
    makePreview();
  } else if (active()) {
    Q_EMIT noticed(
        {Severity::Info,
         {QT_TRANSLATE_NOOP("notices", "%1 is loaded. It is used from the next run on."), {data_.data()->name}},
         {},
         "notices",
         NoticeAction::NewRun});
  }
}

// A training that has begun goes on; a preview of other data would tell of something that is not trained.
void Session::onNoData() {
  if (std::exchange(resuming_, nullptr)) return;
  const bool wanted = startWanted_ || stepWanted_.has_value();
  startWanted_ = false;
  stepWanted_.reset();
  if (wanted)
    Q_EMIT noticed(
        {Severity::Error,
         {QT_TRANSLATE_NOOP("notices", "Nothing was started: the data %1 could not be loaded."), {data_.wanted()}},
         {QT_TRANSLATE_NOOP("notices", "Choose other data.")},
         "notices",
         NoticeAction::ChooseData});
  if (begun_) return;
  rebuild_.stop();
  trainer_.reset();
  now_ = {};
  Q_EMIT runChanged();
}

void Session::makePreview() {
  if (begun_ || data_.loading() || data_.broken() || !data_.data()) return;
  guarded([this] {
    validate(params_);
    makeTrainer({});
  });
}

// Asks for the data where they are not the ones the parameters name; what could not be loaded may be repaired by now.
bool Session::dataReady() {
  if (params_.data != data_.wanted() || data_.broken()) data_.load(params_.data);
  return !data_.loading() && data_.data();
}

void Session::resume(const std::filesystem::path& run) {
  if (active() && now_.folder == run) {
    start();
    return;
  }
  reader_.run([run] { return std::make_shared<const RunRecord>(readRun(run)); },
              [this, run](auto outcome) {
                if (outcome.error) {
                  Q_EMIT noticed(Notice::of(*outcome.error));
                  return;
                }
                resuming_ = *outcome.value;
                resumeFolder_ = run;
                if (data_.data() && !data_.loading() && data_.data()->sha256 == resuming_->config.dataSha256)
                  beginResumed();
                else
                  data_.load(resuming_->config.dataName, resuming_->config.dataSha256);
              });
}

void Session::findData(const std::filesystem::path& run, const std::string& folder) {
  reader_.run(
      [run, folder] {
        const RunConfig config = readRun(run).config;
        loadSame(folder, config.dataSha256);
        return config.dataName;
      },
      [this, run, folder](auto outcome) {
        if (outcome.error) {
          Q_EMIT noticed(Notice::of(*outcome.error));
          return;
        }
        auto moved = data_.moved();
        moved[*outcome.value] = folder;
        data_.setMoved(std::move(moved));
        Q_EMIT dataFound(run);
      });
}

void Session::beginResumed() {
  const auto record = std::exchange(resuming_, nullptr);
  guarded([&] {
    WishedSettings before = wished();
    preset_ = record->config.preset;
    params_ = record->config.params;  // until the trainer tells them with the edits since
    RunOptions options;
    options.preset = preset_;
    options.folder = resumeFolder_;
    options.resume = true;
    begun_ = adoptParams_ = true;
    makeTrainer(options);
    change(std::move(before), wished());
    Q_EMIT resumed(record);
    trainer_->start();
  });
}

}  // namespace sparring::ui
