// The three descriptors that every program takes for granted.
#pragma once

namespace sparring {

/// Opens standard input, output and error on /dev/null where the caller has closed them. Otherwise the next file
/// opened, one of a run's, would have one of their numbers, and what is printed would be written into it. First thing
/// in main.
void openStandardDescriptors();

}  // namespace sparring
