// The window as a program.
#pragma once

namespace sparring::ui {

/// Everything `sparring` does: the window, `--report`, `--help`, `--version`. Returns the exit code: 0 done, 1 failed,
/// 2 bad usage, 128 + N after signal N; what went wrong stands on stderr, cause then hint. To be called from main(),
/// once.
int runWindow(int argc, char** argv);

}  // namespace sparring::ui
