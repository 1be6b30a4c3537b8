#include "cli_json.h"

#include <cstdio>

#include <nlohmann/json.hpp>

namespace sparring::cli {

void printJsonLine(const nlohmann::ordered_json& object) {
  std::puts(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
  std::fflush(stdout);
}

void printJsonError(const Error& error) {
  nlohmann::ordered_json line = {{"done", false}, {"error", error.cause().str()}};
  if (!error.hint().empty()) line["hint"] = error.hint().str();
  printJsonLine(line);
}

}  // namespace sparring::cli
