#include "crm_service/clients/contacts/contact_rules.h"

#include <algorithm>

#include "crm_service/clients/identity/client_access.h"
#include "crm_service/clients/identity/client_name.h"
#include "crm_service/clients/identity/written_points.h"

namespace voronka::crm {

using rpc::Violations;
using v1::Contact;

void Normalise(const Contact& before, Contact& contact, Violations& violations) {
  if (contact.name() != before.name()) contact.set_name(ClientName(contact.name()));
  // What is typed and is no phone has its own violation.
  const bool says_who = !contact.name().empty() || contact.phones_size() > 0 || contact.emails_size() > 0;
  NormalisePoints(before, contact, "contact", violations);
  violations.AddUnless(says_who, "REQUIRED", "contact.name",
                       {"A contact needs a name, a phone or an email.", "Нужны имя, телефон или почта."});
}

void CheckMayChange(const rpc::Caller& caller, const Contact& contact) {
  if (MayChangeClient(caller, contact)) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_RESPONSIBLE", "contact_id", {"The contact is another manager's.", "Это контакт другого менеджера."}});
}

bool HasRoomFor(const ContactPoint& point, const Contact& contact) {
  const bool is_email = point.kind == ContactPoint::kEmail;
  const auto& values = is_email ? contact.emails() : contact.phones();
  return values.size() < kMostPointsOfAKind && std::ranges::count(values, point.value) == 0;
}

}  // namespace voronka::crm
