// EMNIST (Cohen et al. 2017): letters and digits in MNIST's format, one set of four files a split.
#include "data/folderform.h"

namespace sparring {

namespace {

// Class by class; the published mapping files say the same.
constexpr char kDigits[] = "0123456789";
constexpr char kCapitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr char kSmall[] = "abcdefghijklmnopqrstuvwxyz";
constexpr char kSmallApart[] = "abdefghnqrt";  // the other small letters look like their capitals and are one with them

std::vector<std::string> eachOf(const std::string& characters) {
  std::vector<std::string> names;
  for (const char c : characters) names.emplace_back(1, c);
  return names;
}

std::vector<std::string> namesOf(const std::string& split) {
  if (split == "byclass") return eachOf(std::string(kDigits) + kCapitals + kSmall);
  if (split == "balanced" || split == "bymerge") return eachOf(std::string(kDigits) + kCapitals + kSmallApart);
  if (split != "letters") return {};
  auto names = eachOf(kCapitals);
  names.insert(names.begin(), "–");  // labels count from 1: there is no class 0
  return names;
}

}  // namespace

FolderForm emnistForm(const std::string& split) {
  const std::string start = "emnist-" + split;
  ImageKind kind;
  kind.names = namesOf(split);
  kind.digits = kind.names.empty();
  kind.classes = kind.digits ? 10 : static_cast<int>(kind.names.size());
  return idxForm({start + "-train-images-idx3-ubyte", start + "-train-labels-idx1-ubyte",
                  start + "-test-images-idx3-ubyte", start + "-test-labels-idx1-ubyte"},
                 kind, true);
}

}  // namespace sparring
