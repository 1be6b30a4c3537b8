#include "session/settingschange.h"

#include <utility>

namespace sparring::ui {

SettingsChange::SettingsChange(Take take, WishedSettings before, WishedSettings after, std::string key, int slide)
    : take_(std::move(take)),
      before_(std::move(before)),
      after_(std::move(after)),
      key_(std::move(key)),
      slide_(slide) {}

bool SettingsChange::mergeWith(const QUndoCommand* next) {
  const auto& other = *static_cast<const SettingsChange*>(next);
  if (slide_ == 0 || other.slide_ != slide_ || other.key_ != key_) return false;
  after_ = other.after_;
  setObsolete(after_ == before_);
  return true;
}

}  // namespace sparring::ui
