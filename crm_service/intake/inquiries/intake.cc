#include "crm_service/intake/inquiries/intake.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/intake/inquiries/client.h"
#include "crm_service/intake/inquiries/inquiries.h"
#include "crm_service/intake/inquiries/other_clients.h"
#include "crm_service/intake/inquiries/pipeline_choice.h"
#include "crm_service/log/events/record.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/sales/deals/absent_manager.h"
#include "crm_service/sales/deals/client_manager.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/sorting.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/queues/queues.h"
#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {
namespace {

using rpc::Session;
using v1::Deal;
using v1::Inquiry;
using Keys = std::vector<std::string>;

bool HasBought(Session& session, int64_t contact_id, const std::string& pipeline) {
  const auto purchases = PipelinesOfPurchases(session, pipeline);
  return Deals(session).NewestOf(contact_id, Deal::STATE_WON, purchases).has_value();
}

// Where nobody is offered what comes in, a known client is not left to the fastest: the deal is their manager's at
// once.
void PutOnItsStage(Session& session, const v1::Pipeline& pipeline, Deal& deal) {
  const auto& first = pipeline.stages(0);
  const int64_t manager = deal.client_manager_user_id();
  const bool is_for_manager =
      manager != 0 && first.kind() == v1::Stage::KIND_INCOMING && !Queues(session).HasOf(pipeline.key(), first.key());
  if (is_for_manager) deal.set_responsible_user_id(manager);
  deal.set_stage(is_for_manager ? FirstOpenStage(pipeline).key() : first.key());
  SetSortDeadline(first, session.Now(), deal);
}

Deal NewDealOf(Session& session, const Client& client, const std::string& pipeline, const Keys& linked) {
  const int64_t contact_id = client.contact.id();
  const bool has_bought = client.known && HasBought(session, contact_id, pipeline);
  const auto chosen = PipelineForInquiry(session, pipeline, has_bought);
  Deal deal;
  deal.set_pipeline(chosen.key());
  deal.set_state(Deal::STATE_OPEN);
  deal.set_contact_id(contact_id);
  HoldCompany(session, client.contact.company_id());
  deal.set_company_id(client.contact.company_id());
  if (client.known) deal.set_client_manager_user_id(ClientManager(session, client.contact, linked));
  PutOnItsStage(session, chosen, deal);
  return Deals(session).Insert(std::move(deal));
}

void AddToTimeline(Session& session, const Inquiry& inquiry) {
  v1::TimelineEntry entry;
  entry.set_deal_id(inquiry.deal_id());
  entry.set_kind(v1::TimelineEntry::KIND_INQUIRY);
  entry.set_inquiry_id(inquiry.id());
  entry.set_text(inquiry.text());
  Timeline(session).Add(std::move(entry));
}

void RecordReceived(Session& session, const Inquiry& inquiry, const Deal& deal) {
  auto change = ChangeOf(nullptr, inquiry);
  change.mutable_subject()->PackFrom(deal);
  Record(session, session.account_id(), std::move(change));
}

Inquiry Keep(Session& session, Inquiry inquiry, const Deal& deal, Inquiry::Outcome outcome) {
  inquiry.set_deal_id(deal.id());
  inquiry.set_outcome(outcome);
  if (inquiry.has_other_clients()) SayWhoSees(session, deal, *inquiry.mutable_other_clients());
  inquiry = Inquiries(session).Add(std::move(inquiry));
  AddToTimeline(session, inquiry);
  NoteForOthers(session, inquiry);
  RecordReceived(session, inquiry, deal);
  return inquiry;
}

}  // namespace

Inquiry TakeIn(Session& session, Inquiry inquiry, const std::string& pipeline, const DealHandover& handover) {
  const auto client = FindOrMakeClient(session, inquiry);
  const auto linked = LinkedPipelines(session, pipeline);
  inquiry.set_contact_id(client.contact.id());
  inquiry.clear_other_clients();
  if (!client.others.empty()) *inquiry.mutable_other_clients() = OtherClientsOf(session, client.others);
  if (client.known) {
    if (const auto open = Deals(session).LockOpenOf(client.contact.id(), linked)) {
      return Keep(session, std::move(inquiry), PassOnWhereAbsent(session, *open, handover), Inquiry::OUTCOME_OPEN_DEAL);
    }
  }
  const auto outcome = client.known ? Inquiry::OUTCOME_KNOWN_CLIENT : Inquiry::OUTCOME_NEW_CLIENT;
  return Keep(session, std::move(inquiry), NewDealOf(session, client, pipeline, linked), outcome);
}

}  // namespace voronka::crm
