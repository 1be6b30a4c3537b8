// Small changes of bytes, the same ones on every machine: what a test has in a fuzzer's place.
#pragma once

#include <string>
#include <vector>

#include "data/splitmix.h"

namespace sparring::fuzz {

class Mutator {
 public:
  Mutator(uint64_t seed, std::vector<std::string> seeds, std::vector<std::string> words)
      : random_(seed), seeds_(std::move(seeds)), words_(std::move(words)) {
    for (const char* number : {"0", "-1", "1.5", "-0.0", "1e999", "1e300", "4294967297", "9223372036854775807",
                               "18446744073709551615", "null", "{}", "[[[["})
      words_.emplace_back(number);
  }

  /// One of the seeds with one to four changes.
  std::string next() {
    std::string bytes = any(seeds_);
    for (uint64_t n = 1 + random_.below(4); n > 0; --n) change(bytes);
    return bytes;
  }

 private:
  const std::string& any(const std::vector<std::string>& list) { return list[random_.below(list.size())]; }
  size_t place(const std::string& bytes) { return random_.below(bytes.size() + 1); }
  std::string piece(const std::string& bytes) { return bytes.substr(place(bytes), 1 + random_.below(16)); }

  void change(std::string& bytes) {
    const size_t at = place(bytes);
    switch (random_.below(8)) {
      case 0:
        bytes.resize(at);
        break;
      case 1:
        bytes.erase(at, 1 + random_.below(8));
        break;
      case 2:
        bytes.insert(at, 1, static_cast<char>(random_.below(256)));
        break;
      case 3:
        bytes.insert(at, piece(bytes));
        break;
      case 4:
        bytes.insert(at, piece(any(seeds_)));
        break;
      case 5:
        bytes.insert(at, any(words_));
        break;
      case 6:
        replaceNumber(bytes, at);
        break;
      default:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << random_.below(8)));
    }
  }

  /// The next run of digits becomes a word.
  void replaceNumber(std::string& bytes, size_t at) {
    constexpr char kDigits[] = "0123456789.";
    const size_t begin = bytes.find_first_of(kDigits, at);
    if (begin == bytes.npos) return;
    bytes.replace(begin, bytes.find_first_not_of(kDigits, begin) - begin, any(words_));
  }

  SplitMix random_;
  std::vector<std::string> seeds_, words_;
};

}  // namespace sparring::fuzz
