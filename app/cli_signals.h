// Ctrl-C and the other signals that ask a program to end (sparring/signals.h), beside threads that compute.
#pragma once

namespace sparring::cli {

/// From now on they set a flag. Threads that begin later never take them.
void catchStopSignals();

/// Whether one has arrived. Any thread.
bool stopRequested();

}  // namespace sparring::cli
