#include "crm_service/sales/deals/linked_deal_steps.h"

#include <utility>

#include "crm_service/sales/deals/deal_contacts.h"
#include "crm_service/sales/deals/deal_steps.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;

namespace {

constexpr int kMostListed = 100;

// Whoever takes part in the one takes part in the other.
void CopyContacts(Session& session, const Deal& from, const Deal& to) {
  DealContacts table(session);
  for (const auto& known : table.Of(from.id())) {
    v1::DealContact copy;
    copy.set_deal_id(to.id());
    copy.set_contact_id(known.contact_id());
    copy.set_role(known.role());
    table.Add(std::move(copy));
  }
}

void TellSource(Session& session, const Deal& source, const Deal& linked) {
  v1::TimelineEntry entry;
  entry.set_deal_id(source.id());
  entry.set_kind(v1::TimelineEntry::KIND_LINKED_DEAL_CREATED);
  entry.set_linked_deal_id(linked.id());
  entry.set_to_pipeline(linked.pipeline());
  entry.set_to_stage(linked.stage());
  entry.set_text(linked.name());
  Timeline(session).Add(std::move(entry));
}

}  // namespace

Deal CreateLinkedDeal(Session& session, const v1::CreateLinkedDealRequest& request) {
  const auto source = Deals(session).Get(request.deal_id());
  v1::CreateDealRequest wanted;
  *wanted.mutable_deal() = request.deal();
  wanted.mutable_deal()->set_contact_id(source.contact_id());
  wanted.mutable_deal()->set_company_id(source.company_id());
  auto linked = MakeDeal(session, wanted,
                         {.responsible_user_id = request.deal().responsible_user_id(), .source_deal_id = source.id()});
  CopyContacts(session, source, linked);
  TellSource(session, source, linked);
  return linked;
}

v1::ListLinkedDealsResponse ListLinkedDeals(Session& session, const v1::ListLinkedDealsRequest& request) {
  Deals deals(session);
  deals.Get(request.deal_id());
  v1::ListLinkedDealsResponse response;
  for (auto& deal : deals.AboutDeal(request.deal_id(), kMostListed)) *response.add_deals() = std::move(deal);
  return response;
}

}  // namespace voronka::crm
