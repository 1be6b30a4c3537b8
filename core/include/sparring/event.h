// The phases and states of a training run, and what happens in it.
#pragma once

#include <cstdint>
#include <string>

#include "sparring/error.h"

namespace sparring {

/// The parts of the procedure, in order; those of length 0 are skipped. Teacher comes only where something needs one.
enum class Phase : uint8_t { Teacher, Pretrain, Gan, Joint };
const char* phaseName(Phase phase);   ///< as files and the command line have it: "teacher", "pretrain", "gan", "joint"
const char* phaseLabel(Phase phase);  ///< as a face calls it: English, translated under context "phases"

enum class State : uint8_t {
  Preparing,  ///< building networks, looking at the first digits
  Ready,      ///< at step 0 or at a resumed step, waiting for start()
  Running,
  Paused,    ///< by pause(), a single step, or a loss that was not finite (see Update::error)
  Finished,  ///< the schedule or the step limit is reached
  Stopped,   ///< by stop(); the thread has ended
  Failed,    ///< an error ended the thread; see Update::error
};
const char* stateName(State state);  ///< lower-case word; translated under context "states"

/// Something that happened at a step: an edit, a phase change, a command, a warning. Also a line of events.jsonl.
struct Event {
  enum class Kind : uint8_t { Edit, Phase, Command, Warning };
  int64_t step = 0;
  Kind kind = Kind::Edit;
  std::string key;    ///< Edit: the parameter's key; Phase: its name; Command: start, pause, step, stop
  std::string value;  ///< Edit: the new value as text
  Message message;    ///< Warning: the sentence
};

}  // namespace sparring
