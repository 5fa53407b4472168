#include "crm_service/work/leads/lead_client.h"

#include <optional>
#include <utility>

#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/fields/rights/system_field_rights.h"
#include "crm_service/sales/deals/deal_steps.h"
#include "crm_service/sales/deals/typed_client.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {

using v1::Deal;

void GiveTypedClient(rpc::Session& session, const LockedDeal& lead, v1::MoveDealRequest& move) {
  const Deal& before = lead.deal;
  v1::CreateDealRequest typed;
  *typed.mutable_deal() = before;
  if (move.has_contact() && before.contact_id() == 0 && move.deal().contact_id() == 0) {
    typed.mutable_contact()->Swap(move.mutable_contact());
    move.clear_contact();
    move.clear_contact_update_mask();
  }
  if (move.has_company() && before.company_id() == 0 && move.deal().company_id() == 0) {
    typed.mutable_company()->Swap(move.mutable_company());
    move.clear_company();
    move.clear_company_update_mask();
  }
  if (!typed.has_contact() && !typed.has_company()) return;
  rpc::Violations violations;
  const TypedClient client(session, typed, violations);
  // Of a message that comes with an update mask, no field is required.
  violations.AddUnless(!typed.has_company() || !rpc::IsBlank(typed.company().name()), "REQUIRED", "company.name",
                       {"A company needs a name.", "Укажите название компании."});
  violations.ThrowIfAny();
  Deal after = before;
  std::optional<v1::Contact> contact;
  client.GiveTo(after, contact);
  if (contact && after.company_id() == 0) {
    HoldCompany(session, contact->company_id());
    after.set_company_id(contact->company_id());
  }
  CheckMayEditSystemFields(session, v1::ENTITY_DEAL, before, after, violations);
  violations.ThrowIfAny();
  SaveEdit(session, before, std::move(after));
}

void RequireContactOf(const Deal& lead, rpc::Violations& violations) {
  violations.AddUnless(lead.contact_id() != 0, "FIELD_REQUIRED", "deal.contact_id",
                       {"Say who the client is.", "Укажите контакт."});
}

void RequireReachable(rpc::Session& session, const Deal& lead, rpc::Violations& violations) {
  RequireContactOf(lead, violations);
  const auto contact = Contacts(session).Find(lead.contact_id());
  if (!contact) return;
  violations.AddUnless(!rpc::IsBlank(contact->name()), "FIELD_REQUIRED", "contact.name",
                       {"Fill in the contact's name.", "Заполните имя контакта."});
  violations.AddUnless(!contact->phones().empty() || !contact->emails().empty(), "FIELD_REQUIRED", "contact.phones",
                       {"Fill in the contact's phone or email.", "Заполните телефон или почту контакта."});
}

}  // namespace voronka::crm
