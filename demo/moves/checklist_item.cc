#include "demo/moves/checklist_item.h"

namespace voronka::demo {

std::string ItemOf(std::string_view path) {
  constexpr std::string_view kBeforeItem = "deal.checklist_ticks[\"";
  constexpr std::string_view kAfterItem = "\"]";
  if (!path.starts_with(kBeforeItem) || !path.ends_with(kAfterItem)) return "";
  path.remove_prefix(kBeforeItem.size());
  path.remove_suffix(kAfterItem.size());
  return std::string(path);
}

}  // namespace voronka::demo
