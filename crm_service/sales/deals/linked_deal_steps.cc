#include "crm_service/sales/deals/linked_deal_steps.h"

#include <limits>
#include <utility>
#include <vector>

#include "crm_service/log/events/record.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/sales/deals/deal_contacts.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/deals/deal_steps.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/sales/timeline/called_name.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;
using v1::TimelineEntry;

namespace {

void RequireClientOfSource(const char* field, int64_t named, int64_t of_source, rpc::Violations& violations) {
  violations.AddUnless(named == 0 || named == of_source, "GIVEN_TWICE", field,
                       {"A linked deal has the client of the deal that it is about.",
                        "У связанной сделки тот же клиент, что и у исходной."});
}

Deal ClientOf(const Deal& source) {
  Deal client;
  client.set_contact_id(source.contact_id());
  client.set_company_id(source.company_id());
  return client;
}

// What whoever is told of the new deal knows the source by.
Deal NamedSource(Session& session, const Deal& source) {
  Deal named;
  named.set_id(source.id());
  named.set_name(CalledName(session, source));
  named.set_responsible_user_id(source.responsible_user_id());
  return named;
}

// The name goes to whoever has the source deal, who may not see this one.
std::string NameToTell(Session& session, const Deal& linked) {
  const bool is_named = !linked.name().empty() && !IsLimitedForSome(session, v1::ENTITY_DEAL);
  return is_named ? linked.name() : Pipelines(session).Get(linked.pipeline()).name();
}

// The source deal itself does not change, so that its timeline tells screens and the notifier.
void TellSource(Session& session, const Deal& source, const Deal& linked) {
  TimelineEntry entry;
  entry.set_deal_id(source.id());
  entry.set_kind(TimelineEntry::KIND_LINKED_DEAL_CREATED);
  entry.set_linked_deal_id(linked.id());
  entry.set_to_pipeline(linked.pipeline());
  entry.set_to_stage(linked.stage());
  entry.set_user_id(linked.responsible_user_id());
  entry.set_text(NameToTell(session, linked));
  entry = Timeline(session).Add(std::move(entry));
  auto change = ChangeOf(nullptr, entry);
  change.mutable_subject()->PackFrom(NamedSource(session, source));
  Record(session, session.account_id(), std::move(change));
}

}  // namespace

Deal CreateLinkedDeal(Session& session, const v1::CreateLinkedDealRequest& request) {
  // Its contacts must not change while they are copied.
  const auto source = LockDeal(session, request.deal_id()).deal;
  const auto& draft = request.deal();
  rpc::Violations violations;
  RequireClientOfSource("deal.contact_id", draft.contact_id(), source.contact_id(), violations);
  RequireClientOfSource("deal.company_id", draft.company_id(), source.company_id(), violations);
  v1::CreateDealRequest wanted;
  *wanted.mutable_deal() = draft;
  const Origin origin{
      .responsible_user_id = draft.responsible_user_id(), .source_deal_id = source.id(), .inherited = ClientOf(source)};
  wanted.mutable_deal()->set_contact_id(source.contact_id());
  wanted.mutable_deal()->set_company_id(source.company_id());
  auto linked = MakeDeal(session, wanted, origin, std::move(violations));
  DealContacts(session).Copy(source.id(), linked.id());
  TellSource(session, source, linked);
  return linked;
}

v1::ListLinkedDealsResponse ListLinkedDeals(Session& session, const v1::ListLinkedDealsRequest& request) {
  GetSeenDeal(session, request.deal_id());
  const auto sight = SightOf(session, v1::ENTITY_DEAL);
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  v1::ListLinkedDealsResponse response;
  page.Fill(Deals(session).AboutDeal(request.deal_id(), sight.owners(), page.key(), page.limit()),
            response.mutable_deals(), response.mutable_next_page_token(),
            [](const Deal& deal) { return std::vector<int64_t>{deal.id()}; });
  return response;
}

}  // namespace voronka::crm
