#include "demo/story/timeline.h"

#include "demo/people/all_pages.h"

namespace voronka::demo {

using crm::v1::TimelineEntry;

std::vector<TimelineEntry> Timeline(client::Client& client, int64_t deal_id) {
  crm::v1::ListTimelineRequest request;
  request.set_deal_id(deal_id);
  std::vector<TimelineEntry> entries;
  ForEachPage<crm::v1::ListTimelineResponse>(client, request, [&](const auto& page) {
    entries.insert(entries.end(), page.entries().begin(), page.entries().end());
  });
  return entries;
}

std::vector<TimelineEntry> Timeline(client::Client& client, int64_t deal_id, TimelineEntry::Kind kind) {
  std::vector<TimelineEntry> entries = Timeline(client, deal_id);
  std::erase_if(entries, [&](const TimelineEntry& entry) { return entry.kind() != kind; });
  return entries;
}

}  // namespace voronka::demo
