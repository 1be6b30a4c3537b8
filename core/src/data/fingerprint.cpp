#include "data/fingerprint.h"

#include "io/file.h"

namespace sparring {

std::string fingerprint(const Dataset& data) {
  Sha256 sha;
  const ImageKind& kind = data.kind();
  if (kind.channels != 1 || kind.height != kind.width || kind.classes != 10) {
    const std::string text = sizeText(kind) + " in " + std::to_string(kind.classes) + " classes";
    sha.add(text.data(), text.size());
  }
  for (const ImageSet* set : {&data.train, &data.test}) {
    sha.add(set->pixels.data(), set->pixels.size());
    sha.add(set->labels.data(), set->labels.size());
  }
  return sha.hex();
}

}  // namespace sparring
