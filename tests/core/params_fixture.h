// What setting a parameter refuses.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "sparring/error.h"
#include "sparring/params.h"

namespace sparring::test {

/// The sentence that setParam refuses the value with; a failure where it takes it, or changes something all the same.
inline std::string complaint(const std::string& key, const std::string& value) {
  Params p;
  const Params before = p;
  try {
    setParam(p, key, value);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Usage);
    EXPECT_EQ(p, before) << "changed by a refused value";
    return error.what();
  }
  ADD_FAILURE() << key << "=" << value << " was accepted";
  return {};
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace sparring::test
