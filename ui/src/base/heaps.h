// What the C library's heaps keep of the memory that was freed.
#pragma once

namespace sparring::ui {

/// To be called before any thread begins. Every training and measurement is a thread of its own. glibc gives each a
/// heap, up to eight a core, and what these hold in pieces is never given back: some megabytes a run.
void shareHeaps();

/// Gives what is free between the pieces in use back to the system: some milliseconds in which whoever allocates waits.
void trimHeaps();

}  // namespace sparring::ui
