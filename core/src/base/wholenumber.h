// Whole numbers from JSON.
#pragma once

#include <concepts>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace sparring {

/// `json` as a T. By itself the library makes of 1.5 a 1, and of a number that does not fit whatever its conversion
/// gives. Throws json::exception where it is no whole number, or none that fits.
template <std::integral T, class Json>
T wholeNumber(const Json& json) {
  if (json.is_number_unsigned()) {
    if (const auto value = json.template get<uint64_t>(); std::in_range<T>(value)) return static_cast<T>(value);
  } else if (json.is_number_integer()) {
    if (const auto value = json.template get<int64_t>(); std::in_range<T>(value)) return static_cast<T>(value);
  }
  return Json().template get<T>();  // throws: null is no number
}

template <std::integral T, class Json>
std::vector<T> wholeNumbers(const Json& json) {
  std::vector<T> values;
  for (const auto& value : json.template get_ref<const typename Json::array_t&>())
    values.push_back(wholeNumber<T>(value));
  return values;
}

}  // namespace sparring
