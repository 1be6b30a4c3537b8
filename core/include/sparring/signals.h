// The signals that ask a program to end: heard, so that a training can leave a checkpoint first.
#pragma once

namespace sparring {

/// From now on SIGINT, SIGTERM, SIGHUP (the terminal is gone) and SIGPIPE (nobody reads any more) are only noted.
/// SIGINT or SIGTERM half a second or more after the first ends the process at once with 128 + its number: a person is
/// in haste, while a terminal that closes, and `timeout`, send theirs twice in one moment. Whoever ignores SIGHUP or
/// SIGPIPE, as under nohup, goes on doing so. May be called again. Whether threads take them is not touched.
void catchStopSignals();

/// The first that arrived; 0: none. Any thread.
int stopSignal();

/// A descriptor that can be read once one has arrived, for who waits with others; after catchStopSignals().
int stopDescriptor();

}  // namespace sparring
