#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace voronka::crm {

// Calls `use` with parts of the list, of 64, 16, 4 or 1 items, so that few statements have to be prepared.
template <class Item, class Use>
void InFewSizes(const std::vector<Item>& items, const Use& use) {
  std::span<const Item> rest(items);
  for (const size_t size : {64, 16, 4, 1}) {
    for (; rest.size() >= size; rest = rest.subspan(size)) use(rest.first(size));
  }
}

// `part` that often, with `between` between them.
inline std::string Repeated(const std::string& part, size_t times, const std::string& between) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += (i == 0 ? "" : between) + part;
  return all;
}

}  // namespace voronka::crm
