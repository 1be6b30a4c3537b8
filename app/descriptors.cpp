#include "descriptors.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

namespace sparring {

void openStandardDescriptors() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (fcntl(fd, F_GETFD) != -1) continue;
    // open() gives the lowest number that is free, and all below this one are taken
    if (open("/dev/null", fd == STDIN_FILENO ? O_RDONLY : O_WRONLY) != fd) std::abort();
  }
}

}  // namespace sparring
