#include "tests/system/reading.h"

#include <chrono>

namespace voronka::testing {
namespace {

using crm::v1::TimelineEntry;

constexpr int kPageSize = 1000;
// Readers share the machine with the load that they judge.
constexpr client::CallOptions kPatientCall{.timeout = std::chrono::seconds(30), .repeat = true};

// `items` returns the list in a page.
template <class Response, class Request, class Items>
auto EveryPage(client::Client& reader, Request request, const Items& items) {
  request.set_page_size(kPageSize);
  std::vector<std::decay_t<decltype(items(Response())[0])>> all;
  do {
    const auto page = reader.Call<Response>(request, kPatientCall);
    all.insert(all.end(), items(page).begin(), items(page).end());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return all;
}

}  // namespace

crm::v1::Deal DealOf(client::Client& reader, int64_t deal_id) {
  crm::v1::GetDealRequest request;
  request.set_deal_id(deal_id);
  return reader.Call<crm::v1::Deal>(request, kPatientCall);
}

std::vector<crm::v1::Deal> DealsOn(client::Client& reader, const std::string& stage,
                                   std::optional<int64_t> responsible_user_id) {
  crm::v1::ListDealsRequest request;
  request.set_pipeline("first_sales");
  request.set_stage(stage);
  if (responsible_user_id) request.set_responsible_user_id(*responsible_user_id);
  return EveryPage<crm::v1::ListDealsResponse>(
      reader, request, [](const auto& page) -> auto& { return page.deals(); });
}

std::vector<TimelineEntry> TimelineOf(client::Client& reader, int64_t deal_id) {
  crm::v1::ListTimelineRequest request;
  request.set_deal_id(deal_id);
  return EveryPage<crm::v1::ListTimelineResponse>(
      reader, request, [](const auto& page) -> auto& { return page.entries(); });
}

std::vector<TimelineEntry> TimelineOf(client::Client& reader, int64_t deal_id, TimelineEntry::Kind kind) {
  auto entries = TimelineOf(reader, deal_id);
  std::erase_if(entries, [kind](const TimelineEntry& entry) { return entry.kind() != kind; });
  return entries;
}

std::vector<notifier::v1::Notification> InboxOf(client::Client& owner) {
  return EveryPage<notifier::v1::ListNotificationsResponse>(
      owner, notifier::v1::ListNotificationsRequest(), [](const auto& page) -> auto& { return page.notifications(); });
}

std::vector<distribution::v1::Offer> OffersOf(client::Client& reader, int64_t deal_id) {
  distribution::v1::ListOffersRequest request;
  request.set_deal_id(deal_id);
  return EveryPage<distribution::v1::ListOffersResponse>(
      reader, request, [](const auto& page) -> auto& { return page.offers(); });
}

std::vector<distribution::v1::Decision> DecisionsAbout(client::Client& reader, int64_t deal_id) {
  distribution::v1::ExplainDealRequest request;
  request.set_deal_id(deal_id);
  const auto explained = reader.Call<distribution::v1::ExplainDealResponse>(request, kPatientCall);
  return {explained.decisions().begin(), explained.decisions().end()};
}

}  // namespace voronka::testing
