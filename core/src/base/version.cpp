#include "sparring/version.h"

namespace sparring {

std::string version() { return SPARRING_VERSION; }

}  // namespace sparring
