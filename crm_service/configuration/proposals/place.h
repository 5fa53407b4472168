#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "crm_service/configuration/comparison/configuration_key.h"

namespace voronka::crm {

// Where one of the document's lists has the thing with this key: `pipelines[1]`; `pipelines["sales"]` if it does not
// name it.
template <class Items>
std::string PlaceOf(const Items& items, const char* list, const std::string& key) {
  const auto named = std::ranges::find(items, key, &KeyOf);
  if (named == items.end()) return fmt::format("{}[\"{}\"]", list, key);
  return fmt::format("{}[{}]", list, named - items.begin());
}

}  // namespace voronka::crm
