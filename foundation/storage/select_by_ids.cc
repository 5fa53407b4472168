#include "foundation/storage/select_by_ids.h"

#include <algorithm>
#include <bit>
#include <span>

namespace voronka::storage {
namespace {

constexpr size_t kMaxIdsPerStatement = 256;

IdPortion Padded(std::span<const int64_t> ids) {
  IdPortion portion{"?", {ids.begin(), ids.end()}};
  portion.ids.resize(std::bit_ceil(ids.size()), Value(ids.back()));
  for (size_t i = 1; i < portion.ids.size(); ++i) portion.placeholders += ", ?";
  return portion;
}

}  // namespace

std::vector<IdPortion> InPortions(std::vector<int64_t> ids) {
  std::ranges::sort(ids);
  const auto doubles = std::ranges::unique(ids);
  ids.erase(doubles.begin(), doubles.end());
  std::erase(ids, 0);
  std::vector<IdPortion> portions;
  for (std::span<const int64_t> rest = ids; !rest.empty();) {
    const size_t count = std::min(rest.size(), kMaxIdsPerStatement);
    portions.push_back(Padded(rest.first(count)));
    rest = rest.subspan(count);
  }
  return portions;
}

}  // namespace voronka::storage
