#include <chrono>
#include <thread>

#include "sparring/trainer.h"

namespace sparring {

namespace {

constexpr std::chrono::milliseconds kPull{33};  // about 30 updates a second

}  // namespace

Update follow(Trainer& trainer, const std::function<void(const Update&)>& each, const std::function<bool()>& stopped) {
  trainer.start();
  std::optional<Error> error;
  bool stopping = false;
  while (true) {
    if (const auto update = trainer.take()) {
      if (update->error) error = update->error;
      each(*update);
      if (isOver(update->state)) {
        if (error) throw *error;
        return *update;
      }
    }
    if (!stopping && (stopped() || error)) {
      trainer.stop();
      stopping = true;
    }
    std::this_thread::sleep_for(kPull);
  }
}

}  // namespace sparring
