#include "tests/crm_service/office.h"

#include <mutex>

#include "foundation/storage/connection.h"

namespace voronka::testing {

using namespace crm::v1;

Office::Office() {
  olga.Call<Pipeline>(Creating(LonePipeline()));
  olga.Call<Pipeline>(Creating(RepeatPipeline()));
  olga.Call<Pipeline>(Updating(SalesPipeline()));
}

Deal Office::OfferedTo(int64_t user_id) {
  return distribution.Call<Deal>(Offering(NobodysDeal().id(), user_id, 60 * kMinute));
}

Deal Office::LapsedOfferTo(int64_t user_id) {
  const auto deal = OfferedTo(user_id);
  Crm().db().Execute("UPDATE deals SET offer_deadline = ? WHERE account_id = ? AND id = ?", DatabaseNow(), account_id(),
                     deal.id());
  return Find(deal.id());
}

Deal Office::Find(int64_t deal_id) {
  GetDealRequest request;
  request.set_deal_id(deal_id);
  return olga.Call<Deal>(request);
}

std::vector<TimelineEntry> Office::TimelineOf(int64_t deal_id) {
  ListTimelineRequest request;
  request.set_deal_id(deal_id);
  request.set_page_size(1000);
  const auto response = olga.Call<ListTimelineResponse>(request);
  return {response.entries().begin(), response.entries().end()};
}

int64_t DatabaseNow() {
  // Calls of a race are concurrent.
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  return Crm().db().Now();
}

}  // namespace voronka::testing
