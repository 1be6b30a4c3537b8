#include "data/fingerprint.h"

#include "io/file.h"

namespace sparring {

std::string fingerprint(const Dataset& data) {
  Sha256 sha;
  for (const ImageSet* set : {&data.train, &data.test}) {
    sha.add(set->pixels.data(), set->pixels.size());
    sha.add(set->labels.data(), set->labels.size());
  }
  return sha.hex();
}

}  // namespace sparring
