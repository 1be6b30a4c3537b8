// Ctrl-C and SIGTERM, asked for politely once.
#pragma once

namespace sparring::cli {

/// From now on the first SIGINT or SIGTERM only sets a flag; the second ends the process at once with code 130.
void catchStopSignals();

/// Whether one has arrived. Any thread.
bool stopRequested();

}  // namespace sparring::cli
