#include "crm_service/sales/client_timeline/client_timeline_steps.h"

#include <google/protobuf/util/time_util.h>

#include <cstdint>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "crm_service/sales/deals/client_deals.h"
#include "crm_service/sales/deals/rows_of_deals.h"
#include "crm_service/sales/timeline/told_entries.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::TimelineEntry;

namespace {

constexpr int64_t kEndOfTime = std::numeric_limits<int64_t>::max();

std::vector<TimelineEntry> EntriesOf(Session& session, const ClientDeals& found, const rpc::Page& page) {
  if (found.deals.empty()) return {};
  static const RowsOfDeals rows("timeline", "timeline_by_time", {"create_time", "id"});
  std::vector<storage::Value> values;
  const auto sql = rows.Select(session.account_id(), found.Ids(), {page.key(0), page.key(1)}, page.limit(), values);
  return session.db.SelectWith<TimelineEntry>(sql, values);
}

// Of the entries of a page.
void NameDeals(const ClientDeals& found, v1::ListClientTimelineResponse& response) {
  std::set<int64_t> told;
  for (const auto& entry : response.entries()) told.insert(entry.deal_id());
  for (const auto& deal : found.deals) {
    if (!told.contains(deal.id())) continue;
    auto& named = *response.add_deals();
    named.set_id(deal.id());
    named.set_name(deal.name());
    named.set_pipeline(deal.pipeline());
  }
}

}  // namespace

v1::ListClientTimelineResponse ListClientTimeline(Session& session, const v1::ListClientTimelineRequest& request) {
  const rpc::Page page(request, {kEndOfTime, kEndOfTime}, rpc::kMostLargeRows);
  RequireClient(request.contact_id(), request.company_id());
  const auto found = DealsOfClient(session, request.contact_id(), request.company_id());
  auto entries = EntriesOf(session, found, page);
  TellWhole(session, entries);
  v1::ListClientTimelineResponse response;
  response.set_leaves_out_older_deals(found.leaves_out_older);
  page.Fill(std::move(entries), response.mutable_entries(), response.mutable_next_page_token(),
            [](const TimelineEntry& entry) {
              return std::vector{TimeUtil::TimestampToMicroseconds(entry.create_time()), entry.id()};
            });
  NameDeals(found, response);
  return response;
}

}  // namespace voronka::crm
