#include "crm_service/intake/inquiries/other_clients.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/log/events/record.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/people/accounts/accounts.h"
#include "crm_service/sales/deals/client_manager.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {
namespace {

using v1::OtherClient;

OtherClient Described(rpc::Session& session, const PointOwner& owner) {
  const auto contact = Contacts(session).Get(owner.contact_id);
  OtherClient other;
  other.set_contact_id(contact.id());
  other.set_name(contact.name());
  other.set_phone_or_email(owner.point.value);
  if (const auto deal = Deals(session).NewestOf(contact.id(), v1::Deal::STATE_OPEN)) other.set_deal_id(deal->id());
  other.set_manager_user_id(ClientManager(session, contact));
  return other;
}

std::string NoteText(rpc::Session& session, const v1::Inquiry& inquiry, const OtherClient& other) {
  const bool english = Accounts(session).Get().locale() == "en";
  // Whoever reads the note may not see the other deal.
  const std::string who = inquiry.client_name().empty() || IsLimitedForSome(session, v1::ENTITY_DEAL)
                              ? ""
                              : fmt::format(fmt::runtime(english ? " (“{}”)" : " («{}»)"), inquiry.client_name());
  const auto* text = english ? "Another client{} gave {} too: their inquiry is in deal #{}."
                             : "{1} указал и другой клиент{0}: его заявка в сделке #{2}.";
  return fmt::format(fmt::runtime(text), who, other.phone_or_email(), inquiry.deal_id());
}

}  // namespace

v1::OtherClients OtherClientsOf(rpc::Session& session, const std::vector<PointOwner>& others) {
  v1::OtherClients clients;
  for (const auto& owner : others) *clients.add_clients() = Described(session, owner);
  return clients;
}

void SayWhoSees(rpc::Session& session, const v1::Deal& deal, v1::OtherClients& others) {
  if (!IsLimitedForSome(session, v1::ENTITY_DEAL)) return;
  for (auto& other : *others.mutable_clients()) {
    const int64_t manager = other.manager_user_id();
    other.set_hides_inquiry(manager != 0 && !SightOfUser(session, manager).Covers(deal.responsible_user_id()));
  }
}

void NoteForOthers(rpc::Session& session, const v1::Inquiry& inquiry) {
  for (const auto& other : inquiry.other_clients().clients()) {
    if (other.deal_id() == 0) continue;
    v1::TimelineEntry note;
    note.set_deal_id(other.deal_id());
    note.set_kind(v1::TimelineEntry::KIND_NOTE);
    note.set_text(NoteText(session, inquiry, other));
    note = Timeline(session).Add(std::move(note));
    RecordChange(session, session.account_id(), nullptr, note);
  }
}

}  // namespace voronka::crm
