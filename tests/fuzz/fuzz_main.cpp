// One target under libFuzzer: --target=NAME. --list names them all, --seeds=FOLDER writes what each begins with.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "checks.h"
#include "targets.h"

namespace {

using sparring::fuzz::Target;
using sparring::fuzz::targets;

const Target* chosen = nullptr;

// As libFuzzer's -dict reads them.
std::string dictionary(const Target& target) {
  std::string text;
  for (const std::string& word : target.words) {
    text += '"';
    for (const unsigned char c : word) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, c < ' ' || c > '~' || c == '"' || c == '\\' ? "\\x%02X" : "%c", c);
      text += escaped;
    }
    text += "\"\n";
  }
  return text;
}

void writeSeeds(const std::filesystem::path& folder) {
  for (const Target& target : targets()) {
    std::filesystem::create_directories(folder / target.name);
    for (size_t i = 0; i < target.seeds.size(); ++i)
      sparring::writeFile(folder / target.name / ("seed-" + std::to_string(i)), target.seeds[i]);
    sparring::writeFile(folder / (target.name + ".dict"), dictionary(target));
  }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  for (int i = 1; i < *argc; ++i) {
    const std::string_view word = (*argv)[i];
    if (word == "--list") {
      for (const Target& target : targets()) std::puts(target.name.c_str());
      std::exit(0);
    }
    if (word.starts_with("--seeds=")) {
      writeSeeds(word.substr(8));
      std::exit(0);
    }
    if (word.starts_with("--target="))
      for (const Target& target : targets())
        if (target.name == word.substr(9)) chosen = &target;
  }
  if (!chosen) {
    std::fputs("--target=NAME chooses one of those that --list names.\n", stderr);
    std::exit(2);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  chosen->feed({reinterpret_cast<const char*>(data), size});
  return 0;
}
