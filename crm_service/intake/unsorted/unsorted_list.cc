#include "crm_service/intake/unsorted/unsorted_list.h"

#include <map>
#include <string>
#include <utility>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/identity/phone_region.h"
#include "crm_service/clients/sight/told_clients.h"
#include "crm_service/intake/inquiries/inquiries.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

using rpc::Session;
using v1::Inquiry;
using v1::TimelineEntry;
using v1::UnsortedInquiry;

namespace {

// A client who goes on writing has more on the deal's card.
constexpr int kMostOfDeal = 5;

// By the first inquiry with a phone that tells it.
std::string RegionOf(const Session& session, const UnsortedInquiry& unsorted) {
  for (const auto& inquiry : unsorted.inquiries()) {
    const auto phone = PhonePoint(inquiry.phone());
    auto region = phone ? PhoneRegion(phone->value, session.caller.locale) : "";
    if (!region.empty()) return region;
  }
  return "";
}

}  // namespace

std::vector<UnsortedInquiry> WithInquiries(Session& session, std::vector<v1::Deal> deals) {
  std::vector<UnsortedInquiry> all;
  std::vector<Inquiry*> told;
  all.reserve(deals.size());
  for (auto& deal : deals) {
    auto& unsorted = all.emplace_back();
    for (auto& inquiry : Inquiries(session).OfDeal(deal.id(), 0, kMostOfDeal)) {
      auto& added = *unsorted.add_inquiries();
      added = std::move(inquiry);
      told.push_back(&added);
    }
    unsorted.set_phone_region(RegionOf(session, unsorted));
    *unsorted.mutable_deal() = std::move(deal);
  }
  HideUnseenClients(session, told);
  return all;
}

void SayWhoDeclined(Session& session, std::vector<UnsortedInquiry>& declined) {
  std::vector<int64_t> ids;
  for (const auto& each : declined) ids.push_back(each.deal().id());
  std::map<int64_t, TimelineEntry> last;
  for (auto& entry : storage::SelectByIds<TimelineEntry>(
           session.db,
           "SELECT deal_id, id, create_time, actor_user_id FROM timeline "
           "WHERE account_id = ? AND kind = ? AND deal_id IN ({ids}) ORDER BY deal_id, create_time, id",
           {session.account_id(), TimelineEntry::KIND_STAGE_CHANGED}, ids)) {
    last[entry.deal_id()] = std::move(entry);
  }
  for (auto& each : declined) each.set_declined_by_user_id(last[each.deal().id()].actor_user_id());
}

}  // namespace voronka::crm
