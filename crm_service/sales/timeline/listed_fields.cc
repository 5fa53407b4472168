#include "crm_service/sales/timeline/listed_fields.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace voronka::crm {

void ReadListedFields(v1::TimelineEntry& entry) {
  if (entry.kind() != v1::TimelineEntry::KIND_DEAL_UPDATED || entry.has_edit()) return;
  constexpr std::string_view kBetween = ", ";
  const std::string& text = entry.text();
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(kBetween, begin), text.size());
    entry.mutable_edit()->add_fields(text.substr(begin, end - begin));
    begin = end + kBetween.size();
  }
  entry.clear_text();
}

}  // namespace voronka::crm
