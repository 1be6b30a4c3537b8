#include "train/program.h"

namespace sparring {

void Program::run(const std::string& name, const Recorder::Work& work) {
  if (!recorder_) return work();
  auto& entry = entries_[name];
  if (!entry.replay && entry.runs++ < kWarmUp) return recorder_->run(work);
  if (!entry.replay) entry.replay = recorder_->record(work);
  entry.replay();
}

void Program::runOnce(const Recorder::Work& work) {
  if (recorder_)
    recorder_->run(work);
  else
    work();
}

}  // namespace sparring
